// E-mails as rows.
import { category, segmentRow } from './groups.mjs';
import { MAILS } from './mails.mjs';
import { finder, made, mapOf, numbered } from './rows.mjs';

function emailRow({ name, subject, language, group, lists, dynamic, html }) {
  return {
    ...made('2026-11-03'),
    name,
    subject,
    language,
    category: category('email', group),
    fromAddress: 'ciao@meridiana.example',
    fromName: 'Meridiana',
    replyToAddress: null,
    bccAddress: null,
    useOwnerAsMailer: null,
    utmTags: { utmSource: null, utmMedium: null, utmCampaign: null, utmContent: null },
    preheaderText: null,
    customHtml: html,
    plainText: null,
    template: 'blank',
    emailType: lists.length === 0 ? 'template' : 'list',
    publishUp: null,
    publishDown: null,
    publicPreview: false,
    readCount: 0,
    sentCount: 800,
    revision: 3,
    assetAttachments: [],
    variantStartDate: null,
    variantSentCount: 0,
    variantReadCount: 0,
    variantParent: null,
    variantChildren: [],
    translationParent: null,
    translationChildren: [],
    unsubscribeForm: null,
    dynamicContent: dynamic,
    lists: lists.map(segmentRow),
    headers: [],
    projects: [],
  };
}

const emails = numbered(MAILS.map(emailRow));
export const emailId = name => finder(emails)(name).id;
export const emailAnswers = () => ({ 'emails.json': mapOf('emails', emails) });
