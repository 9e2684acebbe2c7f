// How people are sorted: categories, tags, stages, segments.
import { finder, listOf, made, mapOf, numbered } from './rows.mjs';

const CATEGORIES = [
  ['email', 'meridiana-letter', 'Meridiana letter', 'Monthly letter in three languages'],
  ['email', 'torchio-letter', 'Torchio letter', 'Before each trade fair'],
  ['email', 'client-letter', 'Letters to clients', 'News about services like those they ordered'],
  ['email', 'address-check', 'Confirmation of addresses', 'Nothing but the link'],
  ['email', 'webinars', 'Webinars', 'Seat, reminder, recording'],
  ['email', 'papers', 'Papers', 'The file people asked for'],
  ['email', 'events', 'Events', 'Seats at fairs and breakfasts'],
  ['email', 'enquiries', 'Enquiries', 'Answers to messages'],
  ['email', 'offers', 'Offers', 'About an offer somebody asked for'],
  ['email', 'client-work', 'Client work', 'Start and end of projects'],
  ['email', 'press', 'Press', 'Releases for editors'],
  ['email', 'survey', 'Survey', 'One question after a webinar'],
  ['form', 'meridiana-forms', 'Meridiana website', null],
  ['form', 'torchio-forms', 'Torchio website', null],
  ['form', 'press-forms', 'Press room', null],
  ['page', 'meridiana-pages', 'Meridiana pages', null],
  ['page', 'torchio-pages', 'Torchio pages', null],
  ['segment', 'readers', 'Readers', null],
  ['point', 'interest', 'Interest', 'Points that fade'],
  ['asset', 'papers', 'Papers', 'Files for everybody'],
];

const TAGS = [
  'src:website-it',
  'src:website-de',
  'src:website-fr',
  'src:contact-page',
  'src:fair-desk',
  'src:portal',
  'state:letter-confirmed',
  'state:torchio-confirmed',
  ...['2026-03', '2026-05', '2026-06', '2026-09', '2026-10', '2026-12'].flatMap(month =>
    ['it', 'de', 'fr'].map(language => `webinar:${month}-${language}`),
  ),
  'paper:sent-it',
  'paper:sent-de',
  'paper:sent-fr',
  'fair:torchio-2026',
  'fair:torchio-2027',
  'fair:breakfast-2026-09',
  'fair:breakfast-2026-11',
  'fair:breakfast-2027-01',
  'fair:machinery-2026',
  'fair:food-2026',
  'sales:asked',
  'sales:interested',
  'sales:called',
  'client:new',
  'client:running',
  'client:left',
  'press:accredited',
  'press:met-at-fair',
];

const STAGES = [
  ['Shows interest', 20],
  ['Asked for an offer', 30],
  ['Client', 40],
];

const categories = numbered(CATEGORIES.map(([bundle, alias, title, description]) => ({ title, alias, description, color: null, bundle })));
const tags = numbered(TAGS.map(tag => ({ tag, description: null })));
export const stages = numbered(
  STAGES.map(([name, weight]) => ({
    ...made(),
    name,
    category: null,
    weight,
    description: null,
    publishUp: null,
    publishDown: null,
    projects: [],
  })),
);

/** The nested row of a category; none without a name. */
export function category(bundle, alias) {
  if (alias === undefined || alias === null) return null;
  const row = categories.find(entry => entry.bundle === bundle && entry.alias === alias);
  if (row === undefined) throw new Error(`no category ${bundle}/${alias}`);
  return { createdByUser: 'Sample Admin', modifiedByUser: null, ...row };
}

const row = (field, operator, filter, type = 'text', object = 'lead') => ({
  glue: 'and',
  field,
  object,
  type,
  operator,
  properties: { filter },
});
const yes = field => row(field, '=', 1, 'boolean');
const notYes = field => row(field, '!=', 1, 'boolean');
const locale = language => row('preferred_locale', '=', language, 'locale');
const tagged = (...names) =>
  row(
    'tags',
    'in',
    names.map(name => String(finder(tags, 'tag')(name).id)),
    'tags',
  );
const untagged = (...names) =>
  row(
    'tags',
    '!in',
    names.map(name => String(finder(tags, 'tag')(name).id)),
    'tags',
  );
const before = (field, when, type = 'date') => row(field, 'lt', when, type);
const after = (field, when) => row(field, 'gt', when, 'date');
const set = field => row(field, '!empty', null, 'date');
const unset = field => row(field, 'empty', null, 'date');
const is = (field, value) => row(field, '=', value, 'select');
const has = (field, ...values) => row(field, 'in', values, 'multiselect');

const letters = (language, title) => [
  `letter-${language}`,
  `Meridiana letter readers ${language.toUpperCase()}`,
  title,
  [yes('consent_letter'), tagged('state:letter-confirmed'), locale(language)],
];
const fairs = (language, title) => [
  `torchio-${language}`,
  `Torchio letter readers ${language.toUpperCase()}`,
  title,
  [yes('consent_torchio'), tagged('state:torchio-confirmed'), locale(language)],
];
const clients = (language, title) => [
  `clients-${language}`,
  `Clients who get letters ${language.toUpperCase()}`,
  title,
  [set('client_since'), unset('client_until'), notYes('no_client_letter'), locale(language)],
];
const press = (language, title) => [
  `press-${language}`,
  `Editors ${language.toUpperCase()}`,
  title,
  [row('press_outlet', '!empty', null), notYes('no_press'), locale(language)],
];

/** alias, name, public name (shown in the preference centre), filters */
const SEGMENTS = [
  letters('it', 'Lettera Meridiana'),
  letters('de', 'Meridiana-Brief'),
  letters('fr', 'Lettre Meridiana'),
  ['letter-waiting', 'Has not confirmed the Meridiana letter', null, [yes('consent_letter'), untagged('state:letter-confirmed')]],
  [
    'letter-fairs',
    'Meridiana letter about fairs',
    'Lettera Meridiana: fiere',
    [yes('consent_letter'), tagged('state:letter-confirmed'), has('topics', 'Trade fairs')],
  ],
  fairs('it', 'Lettera Torchio'),
  fairs('de', 'Torchio-Brief'),
  ['torchio-waiting', 'Has not confirmed the Torchio letter', null, [yes('consent_torchio'), untagged('state:torchio-confirmed')]],
  clients('it', 'Novità per i clienti'),
  clients('de', 'Neues für Kunden'),
  clients('fr', 'Nouveautés pour les clients'),
  ['clients-left', 'Contract has ended', null, [set('client_until')]],
  ['webinar-next', 'Has a seat in the next webinar', null, [tagged('webinar:2026-12-it', 'webinar:2026-12-de', 'webinar:2026-12-fr')]],
  ['webinar-missed', 'Had a seat and did not come', null, [before('webinar_day', 'today'), notYes('webinar_watched')]],
  ['papers-recent', 'Got a paper this month', null, [after('paper_day', '-1 months')]],
  ['torchio-day-guests', 'Guests of the Torchio day', null, [tagged('fair:torchio-2027')]],
  ['torchio-day-came', 'Collected the badge', null, [tagged('fair:torchio-2027'), yes('event_came')]],
  ['breakfast-guests', 'Guests of the breakfast', null, [tagged('fair:breakfast-2027-01')]],
  ['enquiries-open', 'Waits for an answer', null, [after('enquiry_day', '-14 days')]],
  ['offers-open', 'Has an offer', null, [is('crm_state', 'Offer sent'), after('offer_day', '-3 months')]],
  ['scoring-agreed', 'Agreed to points', null, [yes('consent_scoring')]],
  ['scoring-refused', 'Did not agree to points', null, [notYes('consent_scoring')]],
  ['sales-interested', 'Worth a call', null, [yes('consent_scoring'), yes('consent_visits'), tagged('sales:interested')]],
  press('it', 'Comunicati stampa'),
  press('de', 'Pressemitteilungen'),
  press('fr', 'Communiqués de presse'),
  ['press-untold', 'Editors without our notice', null, [row('press_outlet', '!empty', null), unset('press_told')]],
  ['survey-due', 'Watched a webinar this week', null, [yes('webinar_watched'), after('webinar_day', '-7 days'), unset('survey_day')]],
  ['tailored-food', 'Food trade, tailored pages', null, [is('trade', 'Food'), notYes('no_tailoring')]],
  ['tailored-machinery', 'Machinery trade, tailored pages', null, [is('trade', 'Machinery'), notYes('no_tailoring')]],
  ['quiet-readers', 'Quiet for two years', null, [before('last_real_action', '-24 months'), unset('client_since')]],
];

const segments = numbered(
  SEGMENTS.map(([alias, name, publicName, filters]) => ({
    ...made(),
    name,
    publicName: publicName ?? name,
    alias,
    description: null,
    category: publicName === null ? null : category('segment', 'readers'),
    filters,
    isGlobal: true,
    isPreferenceCenter: publicName !== null,
    projects: [],
  })),
);
export const segmentId = alias => finder(segments, 'alias')(alias).id;
/** A segment as it is nested in what it is the audience of. */
export const segmentRow = alias => {
  const {
    filters: _filters,
    isGlobal: _global,
    isPreferenceCenter: _shown,
    projects: _projects,
    ...nested
  } = finder(segments, 'alias')(alias);
  return nested;
};

export const groupAnswers = () => ({
  'categories.json': listOf('categories', categories),
  'tags.json': mapOf('tags', tags),
  'stages.json': listOf('stages', stages),
  'segments.json': mapOf('lists', segments),
});
