/** What is nobody's business, or only under conditions of its own. */
import type { Breakage } from '../breaking.js';
import { added, all, grown } from '../changes.js';
import { newField, newPointAction, newQuestion } from '../news.js';

/** A question that nobody has declared, without a field. */
const asked = (form: string, alias: string, label: string) => newQuestion(form, alias, `${label} (facoltativo)`, null);
const undeclared = (question: string) => `undeclared-form-field form_field:${question} error`;

export const specialCategory: readonly Breakage[] = [
  {
    happened: 'guests can say that they come in a wheelchair',
    edit: grown('contact_field:event_arrival', 'options', { value: 'Car, wheelchair user', label: 'Car, wheelchair user' }),
    // The answer is new, and tells of health.
    finds: ['option-drift contact_field:event_arrival error', 'special-field contact_field:event_arrival warn'],
  },
  {
    happened: 'the breakfast asks for allergies',
    edit: asked('Colazione di lavoro', 'allergies', 'Allergie o intolleranze'),
    // It is about health, it is not declared, and it is one question more than an event may ask.
    finds: [
      'form-overask form:Colazione di lavoro error',
      'special-field form_field:Colazione di lavoro/allergies error',
      undeclared('Colazione di lavoro/allergies'),
    ],
  },
  {
    happened: 'the project lead marks who is ill, with a tag that fits a pattern',
    edit: all(
      added('items', { kind: 'tag', id: 900, key: 'client:sick-leave', description: '' }),
      added('counts', { of: 'tag:client:sick-leave', how: 'people', n: 6 }),
    ),
    finds: ['special-tag tag:client:sick-leave error'],
  },
  {
    happened: 'sales looks at who read about a fertility clinic',
    edit: added('uses', {
      ...{ from: 'segment:sales-interested', how: 'filters', to: 'tracking:page_hit', at: 'segment.filter' },
      ...{ n: 4, group: 1, op: 'matches', url: 'meridiana.example/cases/fertility-clinic' },
    }),
    finds: ['special-segment segment:sales-interested error'],
  },
  {
    happened: 'there are points for reading about depression',
    edit: newPointAction('Read the case of the month', 'url.hit', 'category:point/interest', {
      to: 'tracking:page_hit',
      url: 'meridiana.example/depression-test',
    }),
    finds: ['sensitive-scoring point_action:Read the case of the month error'],
  },
  {
    happened: 'editors are asked for convictions',
    edit: asked('Accredito stampa', 'criminal_record', 'Precedenti penali'),
    finds: ['criminal-data form_field:Accredito stampa/criminal_record error', undeclared('Accredito stampa/criminal_record')],
  },
  {
    happened: 'clients are asked for their tax code',
    edit: asked('Avvio progetto', 'codice_fiscale', 'Codice fiscale'),
    finds: ['national-id form_field:Avvio progetto/codice_fiscale error', undeclared('Avvio progetto/codice_fiscale')],
  },
  {
    happened: 'clients are asked for their bank account',
    edit: asked('Avvio progetto', 'iban', 'IBAN'),
    finds: ['payment-data form_field:Avvio progetto/iban error', undeclared('Avvio progetto/iban')],
  },
  {
    happened: 'guests are asked how old the children are whom they bring',
    edit: asked('Giornata Torchio', 'children_ages', 'Età dei bambini'),
    finds: [
      'child-data form_field:Giornata Torchio/children_ages error',
      'form-overask form:Giornata Torchio error',
      undeclared('Giornata Torchio/children_ages'),
    ],
  },
  {
    happened: 'a list of addresses brings along what people earn',
    edit: newField('household_income', 'Household income', {}, 500),
    finds: ['highly-personal contact_field:household_income error', 'undeclared-field contact_field:household_income error'],
  },
];
