/** What nobody has written down, or not so that anybody can read it. */
import type { Breakage } from '../breaking.js';
import { added, all, changed, gone, item, written } from '../changes.js';
import { newEmail, newForm, newQuestion, newSegment } from '../news.js';

const RUNS = { published: true, publish_up: '', publish_down: '', category: 'none', description: '', added: '2026-11-24' };

export const declaration: readonly Breakage[] = [
  {
    happened: 'sales imports the visitors of a fair with their job titles, into a field that nobody used before',
    edit: changed('counts', { of: 'contact_field:position', how: 'filled' }, { n: 1200 }),
    finds: ['undeclared-field contact_field:position error'],
  },
  {
    happened: 'somebody publishes a quick form for a contest',
    edit: all(
      newForm('Vinci due posti'),
      newQuestion('Vinci due posti', 'email', 'E-mail di lavoro *', 'email', { type: 'email', required: true }),
    ),
    // Nobody knows what it is for, and whoever fills it in does not either.
    finds: ['no-notice form:Vinci due posti error', 'undeclared-form form:Vinci due posti error'],
  },
  {
    happened: 'the webinar form asks for a telephone number, too',
    edit: newQuestion('Iscrizione al webinar', 'phone', 'Telefono (facoltativo)', 'phone', { type: 'tel' }),
    // The number is for clients and offers: this form has no use for it, declared or not.
    finds: ['form-overask form:Iscrizione al webinar error', 'undeclared-form-field form_field:Iscrizione al webinar/phone error'],
  },
  {
    happened: 'sales marks people with a tag of its own',
    edit: all(
      added('items', { kind: 'tag', id: 900, key: 'hot-lead', description: '' }),
      added('counts', { of: 'tag:hot-lead', how: 'people', n: 85 }),
    ),
    finds: ['undeclared-tag tag:hot-lead error'],
  },
  {
    happened: 'sales makes a segment of those who have much to spend',
    edit: newSegment('big-budgets', 'Big budgets', [{ to: 'contact_field:enquiry_budget', op: 'is', values: ['Large'] }]),
    finds: ['undeclared-segment segment:big-budgets error'],
  },
  {
    happened: 'a second threshold of points is tried out',
    edit: all(
      added('items', {
        kind: 'point_trigger',
        id: 900,
        key: 'Very warm',
        ...RUNS,
        changed: '2026-11',
        points: 80,
        existing: false,
        events: [],
      }),
      added('uses', { from: 'point_trigger:Very warm', how: 'decides', to: 'contact_field:points', at: 'trigger.points' }),
    ),
    finds: ['undeclared-score point_trigger:Very warm error'],
  },
  {
    happened: 'sales wants a stage for those who went elsewhere',
    edit: added('items', { kind: 'stage', id: 900, key: 'Lost', ...RUNS }),
    finds: ['undeclared-stage stage:Lost error'],
  },
  {
    happened: 'marketing makes a category for the offers of November',
    edit: added('items', { kind: 'category', id: 900, key: 'email/black-friday', title: 'Black Friday', description: '', bundle: 'email' }),
    finds: ['undeclared-category category:email/black-friday error'],
  },
  {
    happened: 'a Christmas card is written without a category',
    edit: newEmail('Auguri di Natale', 'none', 'clients-it'),
    finds: ['undeclared-content email:Auguri di Natale error'],
  },
  {
    happened: 'whoever cleans up a form disconnects the telephone number from its field',
    edit: all(
      item('form_field:Avvio progetto/phone', { mapping: 'none' }),
      gone('uses', { from: 'form_field:Avvio progetto/phone', how: 'collects' }),
    ),
    // The field does not know where its numbers come from any more; the question had its reason from the field.
    finds: ['why-when-missing contact_field:phone error', 'why-when-missing form_field:Avvio progetto/phone error'],
  },
  {
    happened: 'a reason becomes a word that fits everything',
    edit: written('fields/services.yaml', 'why: How many chairs stand at the breakfast table', 'why: Marketing'),
    finds: ['why-when-missing contact_field:event_seats error'],
  },
  {
    happened: 'a key is written without its last letter',
    edit: written('fields/services.yaml', '  event_seats:\n    purposes: [events]', '  event_seats:\n    purpose: [events]'),
    finds: ['schema-valid contact_field:event_seats error'],
  },
  {
    happened: 'the press office declares a field that sales has declared already',
    edit: written(
      'fields/press.yaml',
      'contact_fields:\n',
      'contact_fields:\n  phone: {purposes: [press], why: Whom we call when a release is urgent}\n',
    ),
    finds: ['schema-valid contact_field:phone error'],
  },
  {
    happened: 'a recipient is misspelt',
    edit: written('purposes/services.yaml', '[hosting, mailhost, webinar-room]', '[hosting, mailhost, webinar-rom]'),
    finds: ['schema-valid purpose:webinars error'],
  },
  {
    happened: 'a form is misspelt where a consent names it',
    edit: written('purposes/letters.yaml', '        - form:Meridiana-Brief\n', '        - form:Meridiana-Breif\n'),
    finds: ['schema-valid purpose:meridiana-letter error'],
  },
  {
    happened: 'a bracket is lost when a conflict is resolved',
    edit: written('people/tags.yaml', '"client:*": {purposes: [client-work], ', '"client:*": {purposes: [client-work, '),
    finds: ['schema-valid file:privacy/people/tags.yaml error'],
  },
];
