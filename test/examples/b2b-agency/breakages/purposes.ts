/** What for, and by what right. */
import type { Breakage } from '../breaking.js';
import { added, all, deleted, gone, written } from '../changes.js';

const LETTERS = 'purposes/letters.yaml';
const SERVICES = 'purposes/services.yaml';

/** In an e-mail's text: the value of a field. */
const token = (email: string, field: string) =>
  added('uses', { from: `email:${email}`, how: 'reads', to: `contact_field:${field}`, at: 'content', part: 'html', in: 'text' });
const filtered = (segment: string, n: number, filter: Readonly<Record<string, unknown>>) =>
  added('uses', { from: `segment:${segment}`, how: 'filters', at: 'segment.filter', n, group: 1, ...filter });

const REFERRALS = `
purposes:
  referrals:
    use: survey-feedback
    description: Ask clients by e-mail once a year whether they would recommend us to other firms
    subjects: [customer]
    channels: [email]
    legal_basis: legitimate-interests
    lia: {interest: Learn whether clients would recommend us, document: docs/lia-survey.md, date: 2026-04-20}
    objection: Link in the e-mail
    retention: {period: P12M, from: contract-end, from_field: client_until, enforced_by: system:housekeeping, last_run: 2026-11-24}
    recipients: [hosting, mailhost]
    notice: meridiana#clients
`;

export const purpose: readonly Breakage[] = [
  {
    happened: 'the purpose of a segment is taken out and nothing put in its place',
    edit: written('people/segments.yaml', 'clients-left: {purposes: [client-work]}', 'clients-left: {purposes: []}'),
    finds: ['no-purpose segment:clients-left error'],
  },
  {
    happened: 'a purpose is misspelt',
    edit: written('people/segments.yaml', 'papers-recent: {purposes: [papers]}', 'papers-recent: {purposes: [paper]}'),
    finds: ['unknown-purpose segment:papers-recent error'],
  },
  {
    happened: 'a description says everything and nothing',
    edit: written(
      SERVICES,
      'description: Keep places at the Torchio day and at breakfasts, print badges and tell guests how to get there',
      'description: Marketing and events',
    ),
    finds: ['vague-purpose purpose:events error'],
  },
  {
    happened: 'somebody writes down a purpose for a campaign that may come one day',
    edit: written('purposes/sales.yaml', '\npurposes:\n', REFERRALS),
    // Nothing serves it, and the notice that it names does not tell people of it.
    finds: ['notice-gap notice:meridiana error', 'orphan-purpose purpose:referrals warn'],
  },
  {
    happened: 'the letter says how much people wanted to spend',
    edit: token('Lettera Meridiana 2026-11', 'enquiry_budget'),
    finds: ['use-outside-purpose contact_field:enquiry_budget error'],
  },
  {
    happened: 'the letter goes only to those who came to an event',
    edit: filtered('letter-de', 4, { to: 'contact_field:event_came', op: 'is', value: 'yes' }),
    finds: ['segment-outside-purpose segment:letter-de error'],
  },
  {
    happened: 'the letter goes only to those who have points',
    edit: filtered('letter-de', 4, { to: 'contact_field:points', op: 'more' }),
    finds: ['segment-outside-purpose segment:letter-de error'],
  },
];

const LETTER_BASIS = '    channels: [email]\n    legal_basis: consent\n    consent:\n      field: consent_letter\n';

export const legalBasis: readonly Breakage[] = [
  {
    happened: 'a legal basis gets lost',
    edit: written(SERVICES, 'channels: [text-message]\n    legal_basis: contract\n', 'channels: [text-message]\n'),
    finds: ['no-legal-basis purpose:event-reminders error'],
  },
  {
    happened: 'marketing finds that readers of the letter have a contract with us',
    edit: written(LETTERS, LETTER_BASIS, LETTER_BASIS.replace('consent\n', 'contract\n')),
    finds: ['basis-mismatch purpose:meridiana-letter error'],
  },
  {
    happened: 'marketing finds that it has an interest in sending the letter',
    edit: written(LETTERS, LETTER_BASIS, LETTER_BASIS.replace('consent\n', 'legitimate-interests\n')),
    // It cannot carry a letter in Germany and Italy; and whoever leans on it must have weighed it.
    finds: ['basis-mismatch purpose:meridiana-letter error', 'li-no-assessment purpose:meridiana-letter error'],
  },
  {
    happened: 'nobody has weighed the interests of editors again for two years',
    edit: written('purposes/press.yaml', 'date: 2026-02-16', 'date: 2024-02-16'),
    finds: ['li-no-assessment purpose:press error'],
  },
  {
    happened: 'editors can no longer say no',
    edit: written('purposes/press.yaml', '    objection: {field: no_press, where: Link in each release and in the press room}\n', ''),
    finds: ['li-no-assessment purpose:press error'],
  },
  {
    happened: 'editors are not told where to read about the list',
    edit: written('purposes/press.yaml', '    notice: press\n', ''),
    finds: ['b2b-not-exempt purpose:press error'],
  },
  {
    happened: 'letters to clients are to come as text messages, too',
    edit: written(
      LETTERS,
      'subjects: [customer, business-contact]\n    channels: [email]',
      'subjects: [customer, business-contact]\n    channels: [email, text-message]',
    ),
    finds: ['soft-opt-in-scope purpose:client-letter error'],
  },
  {
    happened: 'the box by which clients refuse letters is taken off the form',
    edit: all(deleted('form_field:Avvio progetto/no_letters'), gone('uses', { from: 'form_field:Avvio progetto/no_letters' })),
    // The file is wrong about the form; letters without a yes stand on this box; and nobody fills in its field any more.
    finds: [
      'ghost-declaration form_field:Avvio progetto/no_letters error',
      'soft-opt-in-scope purpose:client-letter error',
      'why-when-missing contact_field:no_client_letter error',
    ],
  },
  {
    happened: 'the survey is to rest on a yes, and nobody asks for one',
    edit: written(SERVICES, 'channels: [email]\n    legal_basis: legitimate-interests\n', 'channels: [email]\n    legal_basis: consent\n'),
    finds: ['consent-no-collector purpose:survey error'],
  },
];
