/** Filters and steps that go by a field which is switched off: Mautic then passes over the row, and everybody fits (mautic/mautic#10996). */
import { group } from '../../collections.js';
import type { ItemOf } from '../../mautic/snapshot.js';
import type { Field } from '../declared/core-fields.js';
import type { RuleContext } from '../rule.js';

type Selecting = ItemOf<'segment'> | ItemOf<'campaign'> | ItemOf<'email'> | ItemOf<'dynamic_content'>;

export interface SwitchedOff {
  readonly user: Selecting;
  readonly field: Field;
}

type Known = Pick<RuleContext, 'snapshot' | 'uses' | 'policy'>;

/** What is live and chooses people or contents by a field that is off, each once for each field. A field that is yet to be made is not off. */
export function switchedOffFields({ snapshot, uses, policy }: Known): readonly SwitchedOff[] {
  const off = new Set<Field>(
    [...snapshot.items('contact_field'), ...snapshot.items('company_field')].filter(
      ({ published, pending }) => published === false && pending !== true,
    ),
  );
  return [...off].flatMap(field => {
    const selecting = uses.to(snapshot.reference(field)).filter(({ how }) => how === 'filters' || how === 'decides');
    return [...group(selecting, ({ from }) => from).keys()].flatMap(from => {
      const user = snapshot.item(from);
      return isSelecting(user) && policy.isLive(user) ? [{ user, field }] : [];
    });
  });
}

function isSelecting(item: { readonly kind: string } | undefined): item is Selecting {
  return item !== undefined && ['segment', 'campaign', 'email', 'dynamic_content'].includes(item.kind);
}
