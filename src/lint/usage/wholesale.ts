/** Uses that name no single item and touch all of a kind: any tag, the whole contact. */
import { group } from '../../collections.js';
import type { Kind } from '../../items.js';
import type { Step, StepIndex } from './steps.js';

/** Records that hold a kind as a whole: who reads them reads all of it. */
export const WHOLE: ReadonlyMap<string, string> = new Map([
  ['contact_field', 'record:contact'],
  ['company_field', 'record:company'],
  ['form_field', 'record:form_results'],
]);

/** Such uses of these kinds, one for each source and target. */
export function wholesaleUses(kinds: readonly Kind[], index: StepIndex): readonly Step[] {
  const any = kinds.flatMap(kind => index.to(`${kind}:*`));
  const whole = kinds.flatMap(kind => index.to(WHOLE.get(kind) ?? '').filter(({ how }) => how === 'reads'));
  const groups = group([...any, ...whole], ({ from, how, to }) => JSON.stringify([from, how, to]));
  return [...groups.values()].flatMap(steps => steps.slice(0, 1));
}
