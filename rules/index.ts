/** Every rule, in the order of the catalogue. */
import type { Rule } from '../src/lint/rule.js';
import channelMismatch from './consent/channel-mismatch.js';
import childConsent from './consent/child-consent.js';
import consentAge from './consent/consent-age.js';
import consentBundled from './consent/consent-bundled.js';
import consentByDefault from './consent/consent-by-default.js';
import consentForced from './consent/consent-forced.js';
import consentHidden from './consent/consent-hidden.js';
import consentInverted from './consent/consent-inverted.js';
import consentNotRefusable from './consent/consent-not-refusable.js';
import consentPreticked from './consent/consent-preticked.js';
import consentProof from './consent/consent-proof.js';
import consentTextDrift from './consent/consent-text-drift.js';
import consentWordingLost from './consent/consent-wording-lost.js';
import dncReset from './consent/dnc-reset.js';
import doubleOptIn from './consent/double-opt-in.js';
import listWithoutConsent from './consent/list-without-consent.js';
import sendBeyondConsent from './consent/send-beyond-consent.js';
import transactionalBypass from './consent/transactional-bypass.js';
import schemaValid from './declaration/schema-valid.js';
import undeclaredCategory from './declaration/undeclared-category.js';
import undeclaredContent from './declaration/undeclared-content.js';
import undeclaredField from './declaration/undeclared-field.js';
import undeclaredForm from './declaration/undeclared-form.js';
import undeclaredFormField from './declaration/undeclared-form-field.js';
import undeclaredScore from './declaration/undeclared-score.js';
import undeclaredSegment from './declaration/undeclared-segment.js';
import undeclaredStage from './declaration/undeclared-stage.js';
import undeclaredTag from './declaration/undeclared-tag.js';
import whyWhenMissing from './declaration/why-when-missing.js';
import attributeDrift from './drift/attribute-drift.js';
import danglingReference from './drift/dangling-reference.js';
import ghostDeclaration from './drift/ghost-declaration.js';
import optionDrift from './drift/option-drift.js';
import retiredButStored from './drift/retired-but-stored.js';
import snapshotPartial from './drift/snapshot-partial.js';
import snapshotStale from './drift/snapshot-stale.js';
import unmappedAnswer from './drift/unmapped-answer.js';
import unpublishedFilter from './drift/unpublished-filter.js';
import wrongObject from './drift/wrong-object.js';
import exceptionHygiene from './hygiene/exception-hygiene.js';
import reviewOverdue from './hygiene/review-overdue.js';
import ropaComplete from './hygiene/ropa-complete.js';
import staleBaseline from './hygiene/stale-baseline.js';
import staleItem from './hygiene/stale-item.js';
import b2bNotExempt from './legal-basis/b2b-not-exempt.js';
import basisMismatch from './legal-basis/basis-mismatch.js';
import consentNoCollector from './legal-basis/consent-no-collector.js';
import liNoAssessment from './legal-basis/li-no-assessment.js';
import noLegalBasis from './legal-basis/no-legal-basis.js';
import softOptInScope from './legal-basis/soft-opt-in-scope.js';
import companyOverwritable from './minimisation/company-overwritable.js';
import dataBudget from './minimisation/data-budget.js';
import deadPersonalisation from './minimisation/dead-personalisation.js';
import duplicateDatum from './minimisation/duplicate-datum.js';
import emptyField from './minimisation/empty-field.js';
import formOverask from './minimisation/form-overask.js';
import freeText from './minimisation/free-text.js';
import hiddenHarvest from './minimisation/hidden-harvest.js';
import inventedDatum from './minimisation/invented-datum.js';
import passwordStored from './minimisation/password-stored.js';
import publicWritable from './minimisation/public-writable.js';
import requiredNotNeeded from './minimisation/required-not-needed.js';
import titleGender from './minimisation/title-gender.js';
import tooPrecise from './minimisation/too-precise.js';
import unusedDatum from './minimisation/unused-datum.js';
import profileNoObjection from './profiling/profile-no-objection.js';
import profilingNoBasis from './profiling/profiling-no-basis.js';
import profilingUntold from './profiling/profiling-untold.js';
import scoreForever from './profiling/score-forever.js';
import noPurpose from './purpose/no-purpose.js';
import orphanPurpose from './purpose/orphan-purpose.js';
import purposeCreep from './purpose/purpose-creep.js';
import segmentOutsidePurpose from './purpose/segment-outside-purpose.js';
import unknownPurpose from './purpose/unknown-purpose.js';
import useOutsidePurpose from './purpose/use-outside-purpose.js';
import vaguePurpose from './purpose/vague-purpose.js';
import leftoverHistory from './retention/leftover-history.js';
import noRetention from './retention/no-retention.js';
import openCountsAsActivity from './retention/open-counts-as-activity.js';
import overdueContacts from './retention/overdue-contacts.js';
import retentionNotEnforced from './retention/retention-not-enforced.js';
import retentionOverGuidance from './retention/retention-over-guidance.js';
import retentionOverPurpose from './retention/retention-over-purpose.js';
import untilWithdrawn from './retention/until-withdrawn.js';
import erasureGap from './rights/erasure-gap.js';
import hiddenList from './rights/hidden-list.js';
import noPreferenceCentre from './rights/no-preference-centre.js';
import noUnsubscribe from './rights/no-unsubscribe.js';
import suppressionLost from './rights/suppression-lost.js';
import boughtList from './sharing/bought-list.js';
import indirectSource from './sharing/indirect-source.js';
import overSharing from './sharing/over-sharing.js';
import recipientContract from './sharing/recipient-contract.js';
import systemsDisagree from './sharing/systems-disagree.js';
import undeclaredRecipient from './sharing/undeclared-recipient.js';
import childData from './special-category/child-data.js';
import criminalData from './special-category/criminal-data.js';
import highlyPersonal from './special-category/highly-personal.js';
import nationalId from './special-category/national-id.js';
import paymentData from './special-category/payment-data.js';
import sensitiveScoring from './special-category/sensitive-scoring.js';
import specialField from './special-category/special-field.js';
import specialSegment from './special-category/special-segment.js';
import specialTag from './special-category/special-tag.js';
import cookieLifetime from './tracking/cookie-lifetime.js';
import emailPixel from './tracking/email-pixel.js';
import insecureEmbed from './tracking/insecure-embed.js';
import ipClear from './tracking/ip-clear.js';
import staleEmbed from './tracking/stale-embed.js';
import thirdPartyPixel from './tracking/third-party-pixel.js';
import trackBeforeConsent from './tracking/track-before-consent.js';
import undeclaredSend from './tracking/undeclared-send.js';
import undeclaredTracking from './tracking/undeclared-tracking.js';
import unknownAlias from './tracking/unknown-alias.js';
import urlIdentify from './tracking/url-identify.js';
import valueInSource from './tracking/value-in-source.js';
import mandatoryUnmarked from './transparency/mandatory-unmarked.js';
import noNotice from './transparency/no-notice.js';
import noticeGap from './transparency/notice-gap.js';

export const rules: readonly Rule[] = [
  schemaValid,
  undeclaredField,
  undeclaredForm,
  undeclaredFormField,
  undeclaredTag,
  undeclaredSegment,
  undeclaredScore,
  undeclaredStage,
  undeclaredCategory,
  undeclaredContent,
  whyWhenMissing,
  ghostDeclaration,
  attributeDrift,
  optionDrift,
  retiredButStored,
  snapshotStale,
  snapshotPartial,
  danglingReference,
  unpublishedFilter,
  wrongObject,
  unmappedAnswer,
  noPurpose,
  unknownPurpose,
  vaguePurpose,
  orphanPurpose,
  useOutsidePurpose,
  segmentOutsidePurpose,
  purposeCreep,
  noLegalBasis,
  basisMismatch,
  liNoAssessment,
  softOptInScope,
  b2bNotExempt,
  consentNoCollector,
  listWithoutConsent,
  consentPreticked,
  consentByDefault,
  consentNotRefusable,
  consentInverted,
  consentWordingLost,
  consentForced,
  consentHidden,
  consentBundled,
  channelMismatch,
  doubleOptIn,
  consentProof,
  consentTextDrift,
  sendBeyondConsent,
  dncReset,
  transactionalBypass,
  consentAge,
  childConsent,
  emptyField,
  deadPersonalisation,
  unusedDatum,
  requiredNotNeeded,
  formOverask,
  hiddenHarvest,
  duplicateDatum,
  freeText,
  tooPrecise,
  titleGender,
  publicWritable,
  passwordStored,
  inventedDatum,
  companyOverwritable,
  dataBudget,
  specialField,
  specialTag,
  specialSegment,
  sensitiveScoring,
  criminalData,
  nationalId,
  paymentData,
  childData,
  highlyPersonal,
  noRetention,
  retentionOverPurpose,
  retentionOverGuidance,
  untilWithdrawn,
  retentionNotEnforced,
  overdueContacts,
  openCountsAsActivity,
  leftoverHistory,
  undeclaredTracking,
  trackBeforeConsent,
  emailPixel,
  cookieLifetime,
  ipClear,
  urlIdentify,
  thirdPartyPixel,
  undeclaredSend,
  unknownAlias,
  insecureEmbed,
  valueInSource,
  staleEmbed,
  profilingUntold,
  profilingNoBasis,
  scoreForever,
  profileNoObjection,
  noNotice,
  noticeGap,
  mandatoryUnmarked,
  noUnsubscribe,
  noPreferenceCentre,
  hiddenList,
  erasureGap,
  suppressionLost,
  undeclaredRecipient,
  recipientContract,
  boughtList,
  indirectSource,
  overSharing,
  systemsDisagree,
  exceptionHygiene,
  staleBaseline,
  reviewOverdue,
  staleItem,
  ropaComplete,
];
