/** Other items of which one finding speaks as well. */
import type { Related } from '../../finding.js';
import type { Item } from '../../mautic/snapshot.js';
import { placeOf } from '../forms/questions.js';
import type { RuleContext } from '../rule.js';

/** As many as help to understand it. */
const MOST = 5;

/** The first of them, each at its declaration, else in Mautic. */
export function besides(context: Pick<RuleContext, 'policy' | 'snapshot'>, items: Iterable<Item>): Related[] {
  return [...items].slice(0, MOST).map(item => ({ subject: context.snapshot.reference(item), place: placeOf(context, item) }));
}
