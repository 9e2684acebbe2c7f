// Points and what follows from them; what leaves Mautic.
import { readFileSync } from 'node:fs';
import { assetId, pageId } from './content.mjs';
import { formId } from './forms.mjs';
import { category } from './groups.mjs';
import { listOf, made, mapOf, numbered } from './rows.mjs';

const POINTS = [
  ['Downloaded a paper', 'asset.download', 5, { assets: [assetId('Briefs that work'), assetId('Trade fair checklist')], categories: [] }],
  ['Looked at the prices', 'page.hit', 3, { pages: [pageId('prezzi')] }],
  ['Booked a webinar', 'form.submit', 8, { forms: ['Iscrizione al webinar', 'Webinar-Anmeldung', 'Inscription au webinaire'].map(formId) }],
  ['Read about trade fairs', 'url.hit', 2, { page_url: 'https://torchio.example/fairs*', page_hits: 1 }],
  ['Asked for an offer', 'form.submit', 40, { forms: [formId('Richiesta di offerta')] }],
];
const points = numbered(
  POINTS.map(([name, type, delta, properties]) => ({
    ...made(),
    name,
    category: category('point', 'interest'),
    type,
    description: null,
    publishUp: null,
    publishDown: null,
    delta,
    properties,
    repeatable: false,
    projects: [],
  })),
);
const triggers = numbered([
  {
    ...made(),
    name: 'Worth a call',
    category: category('point', 'interest'),
    description: null,
    publishUp: null,
    publishDown: null,
    points: 40,
    color: 'f57900',
    events: [
      {
        id: 1,
        name: 'Tag',
        description: null,
        type: 'lead.changetags',
        order: 1,
        properties: { add_tags: ['sales:interested'], remove_tags: [] },
      },
    ],
    triggerExistingLeads: false,
    projects: [],
  },
]);

const HOOKS = [
  ['Clients to the relay of the CRM', 'https://relay.meridiana.example/contacts', ['mautic.lead_post_save_update']],
  ['Refusals to the relay of the CRM', 'https://relay.meridiana.example/refusals', ['mautic.lead_channel_subscription_changed']],
];
const hooks = numbered(
  HOOKS.map(([name, webhookUrl, events]) => ({
    ...made(),
    name,
    description: null,
    webhookUrl,
    secret: 'secret',
    eventsOrderbyDir: 'ASC',
    category: null,
    triggers: events,
  })),
);

const SHIPPED = JSON.parse(
  readFileSync(new URL('../../fixtures/recorded/7.0.2/fresh/bodies/022-reports.json', import.meta.url), 'utf8'),
).reports;
const report = (id, name, columns, filters, toAddress) => ({
  id,
  name,
  description: null,
  system: false,
  isScheduled: toAddress !== null,
  source: 'leads',
  columns,
  filters,
  tableOrder: [],
  graphs: [],
  groupBy: [],
  settings: [],
  aggregators: [],
  scheduleUnit: toAddress === null ? null : 'WEEKLY',
  toAddress,
  scheduleDay: null,
  scheduleMonthFrequency: null,
});
const reports = [
  ...SHIPPED,
  report(
    20,
    'Desk list of the Torchio day',
    ['l.firstname', 'l.lastname', 'l.event_arrival', 'l.event_seats'],
    [{ column: 'l.event_day', condition: 'notEmpty', value: null }],
    'desk@torchio.example',
  ),
  report(
    21,
    'Marks of the webinars',
    ['l.survey_score', 'l.survey_day'],
    [{ column: 'l.survey_score', condition: 'notEmpty', value: null }],
    null,
  ),
];

export const pointAnswers = () => ({
  'points.json': listOf('points', points),
  'points-triggers.json': listOf('triggers', triggers),
  'points-groups.json': listOf('pointGroups', numbered([{ ...made(), name: 'Interest', description: 'Points that fade every quarter' }])),
  'hooks.json': mapOf('hooks', hooks),
  'reports.json': listOf('reports', reports),
});
