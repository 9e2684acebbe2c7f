/** Every rule, in the order of the catalogue. */
import type { Rule } from '../src/lint/rule.js';
import consentBundled from './consent/consent-bundled.js';
import consentByDefault from './consent/consent-by-default.js';
import consentForced from './consent/consent-forced.js';
import consentHidden from './consent/consent-hidden.js';
import consentInverted from './consent/consent-inverted.js';
import consentNotRefusable from './consent/consent-not-refusable.js';
import consentPreticked from './consent/consent-preticked.js';
import schemaValid from './declaration/schema-valid.js';
import undeclaredCategory from './declaration/undeclared-category.js';
import undeclaredField from './declaration/undeclared-field.js';
import undeclaredForm from './declaration/undeclared-form.js';
import undeclaredFormField from './declaration/undeclared-form-field.js';
import undeclaredScore from './declaration/undeclared-score.js';
import undeclaredSegment from './declaration/undeclared-segment.js';
import undeclaredStage from './declaration/undeclared-stage.js';
import undeclaredTag from './declaration/undeclared-tag.js';
import whyWhenMissing from './declaration/why-when-missing.js';
import attributeDrift from './drift/attribute-drift.js';
import ghostDeclaration from './drift/ghost-declaration.js';
import snapshotPartial from './drift/snapshot-partial.js';
import snapshotStale from './drift/snapshot-stale.js';
import exceptionHygiene from './hygiene/exception-hygiene.js';
import ropaComplete from './hygiene/ropa-complete.js';
import basisMismatch from './legal-basis/basis-mismatch.js';
import noLegalBasis from './legal-basis/no-legal-basis.js';
import formOverask from './minimisation/form-overask.js';
import hiddenHarvest from './minimisation/hidden-harvest.js';
import passwordStored from './minimisation/password-stored.js';
import publicWritable from './minimisation/public-writable.js';
import requiredNotNeeded from './minimisation/required-not-needed.js';
import titleGender from './minimisation/title-gender.js';
import noPurpose from './purpose/no-purpose.js';
import unknownPurpose from './purpose/unknown-purpose.js';
import leftoverHistory from './retention/leftover-history.js';
import noRetention from './retention/no-retention.js';
import retentionOverPurpose from './retention/retention-over-purpose.js';
import untilWithdrawn from './retention/until-withdrawn.js';
import undeclaredTracking from './tracking/undeclared-tracking.js';
import noNotice from './transparency/no-notice.js';

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
  whyWhenMissing,
  ghostDeclaration,
  attributeDrift,
  snapshotStale,
  snapshotPartial,
  noPurpose,
  unknownPurpose,
  noLegalBasis,
  basisMismatch,
  consentPreticked,
  consentByDefault,
  consentNotRefusable,
  consentInverted,
  consentForced,
  consentHidden,
  consentBundled,
  requiredNotNeeded,
  formOverask,
  hiddenHarvest,
  titleGender,
  publicWritable,
  passwordStored,
  noRetention,
  retentionOverPurpose,
  untilWithdrawn,
  leftoverHistory,
  undeclaredTracking,
  noNotice,
  exceptionHygiene,
  ropaComplete,
];
