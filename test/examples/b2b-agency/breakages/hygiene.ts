/** What nobody looks after. */
import type { Breakage } from '../breaking.js';
import { all, changed, item, written } from '../changes.js';

const waived = (waiver: string) => written('budget.yaml', 'budget:\n', `waivers:\n  - {${waiver}}\n\nbudget:\n`);
const SEATS =
  'rule: form-overask, item: "form:Colazione di lavoro", reason: "The caterer wants the number a week before", approved_by: data-desk';

export const hygiene: readonly Breakage[] = [
  {
    happened: 'a waiver is from a breakfast that was in October',
    edit: waived(`${SEATS}, until: 2026-10-31`),
    finds: ['exception-hygiene waiver:form-overask/form:Colazione di lavoro error'],
  },
  {
    happened: 'a waiver is asked for just in case, and there is nothing to waive',
    edit: waived(`${SEATS}, until: 2027-03-31`),
    finds: ['exception-hygiene waiver:form-overask/form:Colazione di lavoro error'],
  },
  {
    happened: 'nobody has read the fields of the press office for more than a year',
    edit: written('fields/press.yaml', 'reviewed: 2026-09-08', 'reviewed: 2025-09-08'),
    finds: ['review-overdue file:privacy/fields/press.yaml error'],
  },
  {
    happened: 'nobody has sent a form since it was made',
    edit: all(
      item('form:Torchio-Brief', { changed: '2025-09' }),
      changed('counts', { of: 'form:Torchio-Brief', how: 'answers' }, { n: 0 }),
    ),
    finds: ['stale-item form:Torchio-Brief warn'],
  },
  {
    happened: 'a segment has been empty for a year',
    edit: changed('counts', { of: 'segment:offers-open', how: 'people' }, { n: 0 }),
    finds: ['stale-item segment:offers-open warn'],
  },
  {
    happened: 'a purpose does not say any more whom it is about',
    edit: written('purposes/services.yaml', '    subjects: [prospect, business-contact]\n', ''),
    finds: ['ropa-complete purpose:enquiries error'],
  },
];
