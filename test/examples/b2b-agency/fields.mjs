// Contact and company fields: those that Mautic ships, as recorded, and those that the agency added.
import { readFileSync } from 'node:fs';
import { choices, made, mapOf, numbered } from './rows.mjs';

const RECORDED = new URL('../../fixtures/recorded/7.0.2/fresh/bodies/', import.meta.url);

export const TOPICS = choices('Campaigns', 'Trade fairs', 'Data and privacy', 'Brand', 'Content');
const TRADES = choices('Food', 'Machinery', 'Furniture', 'Software', 'Other');
export const PAPERS = choices('Trade fair checklist', 'Briefs that work', 'Data you can do without');
export const ENQUIRIES = choices('Campaign', 'Website', 'Trade fair stand', 'Something else');
const BEATS = choices('Economy', 'Trade fairs', 'Marketing');

const yesNo = (alias, label) => ({ alias, label, type: 'boolean', properties: { no: 'No', yes: 'Yes' } });
const text = (alias, label) => ({ alias, label, type: 'text' });
const day = (alias, label) => ({ alias, label, type: 'date' });
const moment = (alias, label) => ({ alias, label, type: 'datetime' });
const select = (alias, label, list, type = 'select') => ({ alias, label, type, properties: { list } });

const CONTACT = [
  yesNo('consent_letter', 'Meridiana letter: said yes'),
  moment('consent_letter_at', 'Meridiana letter: when'),
  yesNo('consent_torchio', 'Torchio letter: agreed'),
  moment('consent_torchio_at', 'Torchio letter: moment of the yes'),
  yesNo('consent_scoring', 'Points for interest: said yes'),
  moment('consent_scoring_at', 'Points for interest: day of the yes'),
  yesNo('consent_visits', 'Counting of visits: allowed in the banner'),
  moment('consent_visits_at', 'Counting of visits: day of the choice'),
  yesNo('no_client_letter', 'Client wants no letters'),
  yesNo('no_tailoring', 'Wants the same pages as everybody'),
  yesNo('no_press', 'Editor wants no releases'),
  select('topics', 'Topics chosen for the letter', TOPICS, 'multiselect'),
  select('trade', 'Line of business', TRADES),
  text('webinar_title', 'Webinar booked last'),
  day('webinar_day', 'Day of that webinar'),
  yesNo('webinar_watched', 'Was in the webinar'),
  select('paper_title', 'Paper asked for last', PAPERS),
  day('paper_day', 'Day the paper was sent'),
  text('event_title', 'Event booked last'),
  day('event_day', 'Day of that event'),
  select('event_arrival', 'Comes by', choices('Train', 'Car', 'On foot')),
  { alias: 'event_seats', label: 'Seats at the table', type: 'number', properties: { roundmode: 3, scale: 0 } },
  yesNo('event_came', 'Badge was collected'),
  yesNo('text_reminder', 'Reminder by text message'),
  select('enquiry_topic', 'Subject of the enquiry', ENQUIRIES),
  select('enquiry_start', 'Wants to begin', choices('This quarter', 'Next quarter', 'Later')),
  select('enquiry_budget', 'Size of the project', choices('Small', 'Medium', 'Large')),
  day('enquiry_day', 'Day of the last message'),
  text('crm_number', 'Number in the CRM'),
  select('crm_state', 'State in the CRM', choices('Open', 'Offer sent', 'Won', 'Lost')),
  day('offer_day', 'Day of the offer'),
  day('client_since', 'Client since'),
  day('client_until', 'Contract ended on'),
  text('press_outlet', 'Paper or channel'),
  select('press_beat', 'Writes about', BEATS),
  select('press_origin', 'Where we found the editor', choices('Imprint', 'Fair', 'Wrote to us')),
  day('press_told', 'Day of the first release with our notice'),
  { alias: 'survey_score', label: 'Mark given to the webinar', type: 'number', properties: { roundmode: 3, scale: 0 } },
  day('survey_day', 'Day of the answer'),
  day('last_real_action', 'Last form, order or click in the portal'),
];

const COMPANY = [
  { alias: 'company_crm_number', label: 'CRM number of the firm', type: 'text' },
  { alias: 'company_trade', label: 'Trade of the firm', type: 'select', properties: { list: TRADES } },
  { alias: 'company_framework', label: 'Framework contract', type: 'boolean', properties: { no: 'No', yes: 'Yes' } },
];

const shipped = name => Object.values(JSON.parse(readFileSync(new URL(name, RECORDED), 'utf8')).fields);
const core = shipped('025-fields-contact-start-0-limit-200-orderby-id-orderbydir-asc.json');
const companyCore = shipped('026-fields-company-start-0-limit-200-orderby-id-orderbydir-asc.json');

/** Core fields that somebody uses carry the day on which they were put to use. */
const USED = new Set(['firstname', 'lastname', 'company', 'email', 'mobile', 'phone', 'preferred_locale', 'timezone']);

const own = (object, first) => (field, index) => ({
  ...made('2026-06-01'),
  label: field.label,
  alias: field.alias,
  type: field.type,
  group: object === 'lead' ? 'core' : 'professional',
  order: first + index,
  object,
  defaultValue: null,
  isRequired: false,
  isFixed: false,
  isListable: true,
  isVisible: true,
  isShortVisible: false,
  isUniqueIdentifier: false,
  isPubliclyUpdatable: false,
  properties: field.properties ?? {},
  isIndex: false,
  charLengthLimit: 64,
});

const firstId = Math.max(...[...core, ...companyCore].map(({ id }) => id)) + 1;
const contactFields = [...core, ...numbered(CONTACT.map(own('lead', 60)), firstId)];
const companyFields = [...companyCore, ...numbered(COMPANY.map(own('company', 60)), firstId + CONTACT.length)];

/** Aliases of the contact fields that hold values. */
export const filledAliases = new Set([...USED, ...CONTACT.map(({ alias }) => alias)]);
export const ownCompanyAliases = new Set(['companyname', ...COMPANY.map(({ alias }) => alias)]);

export const fieldAnswers = () => ({
  'fields-contact.json': mapOf('fields', contactFields),
  'fields-company.json': mapOf('fields', companyFields),
});
