/** Forms that speak to children where a consent is asked: whether the age and the parents are thought of. */
import { group } from '../../collections.js';
import type { Entry, ItemEntry } from '../../declarations/model.js';
import type { FilePlace } from '../../finding.js';
import type { Purpose } from '../../generated/declaration.js';
import { type ConsentAge, consentAge } from '../countries.js';
import { toldBy, valueAt } from '../places.js';
import { purposesIn } from '../policy.js';
import { basesOf } from '../purposes/legal-bases.js';
import type { RuleContext } from '../rule.js';

export interface ChildConsent extends ConsentAge {
  readonly form: ItemEntry<'form'>;
  readonly purpose: Entry<Purpose>;
  readonly place: FilePlace;
}

/**
 * Each purpose that rests on consent and has no age limit, or one that is too low, in each form that speaks to children. What its boxes are for
 * counts, too, and what its questions say themselves; an address that other forms need for other purposes is asked here for those of the form.
 */
export function childConsents({ declarations, policy }: Pick<RuleContext, 'declarations' | 'policy'>): ChildConsent[] {
  const limit = consentAge(declarations.organisation.value.countries ?? []);
  const told = toldBy(declarations);
  const questions = group(declarations.items.form_field, ({ form }) => form);
  return declarations.items.form.flatMap(form => {
    if (form.value.status === 'retired') return [];
    const own = (questions.get(form) ?? []).filter(({ value }) => value.role === 'consent' || value.purposes !== undefined);
    const entries = [form, ...own];
    const keys = new Set(entries.flatMap(entry => purposesIn(policy.standingOf(entry))));
    return policy.purposes([...keys]).flatMap(purpose => {
      const isAsked = basesOf(purpose.value.legal_basis).includes('consent');
      if (!isAsked || !addressesChildren(form, purpose) || isLimited(purpose, limit)) return [];
      if (purpose.place !== null && told.has(purpose.place, 'children')) return [];
      const place = form.value.audience === undefined ? form.place : valueAt(form.place, 'audience');
      return [{ ...limit, form, purpose, place }];
    });
  });
}

/** As the form says; a form that says nothing speaks to those the purpose is about. */
function addressesChildren({ value: { audience } }: ItemEntry<'form'>, { value: { subjects } }: Entry<Purpose>): boolean {
  return audience === undefined ? (subjects?.includes('child') ?? false) : audience === 'children' || audience === 'mixed';
}

/** An age limit that is high enough. Of a block without one of its two keys `schema-valid` tells. */
function isLimited({ value: { children } }: Entry<Purpose>, { accepted }: ConsentAge): boolean {
  return children !== undefined && (children.age_gate === undefined || children.age_gate >= accepted);
}
