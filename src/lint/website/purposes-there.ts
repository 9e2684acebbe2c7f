/** Whether what is declared of an item is for the website as well. */
import type { ItemEntry } from '../../declarations/model.js';
import { comparableKey, parseIdentity } from '../../items.js';
import type { Item } from '../../mautic/snapshot.js';
import type { SendHow } from '../../website/site.js';
import { purposesIn } from '../policy.js';
import type { RuleContext } from '../rule.js';

type Known = Pick<RuleContext, 'declarations' | 'snapshot' | 'uses' | 'policy' | 'indexes'>;

/** Page views and pixels: what they carry belongs to the tracking of the website. What is pushed is for the purposes of the item itself. */
const TRACKED: ReadonlySet<SendHow> = new Set(['mt', 'pixel', 'short-code']);

/** Where something comes from that is declared to come from the site. */
const OF_SITE = /^(?:observed$|page:|form:)/u;

/**
 * The purposes of an item that the website sends, where none of them covers the website. One that does is also a purpose of its tracking, or of
 * a live form that fills the item; or the item names a source on the site. Undefined where one does, and where another rule tells what is
 * missing: purposes of the item, or the tracking as a whole.
 */
export function purposesElsewhere(context: Known, reference: string, entry: ItemEntry, how: SendHow): readonly string[] | undefined {
  const { declarations, snapshot, policy } = context;
  const item = snapshot.item(reference);
  const purposes = item === undefined ? purposesIn(policy.standingOf(entry)) : policy.purposesOf(item);
  const tracked = declarations.tracking.website?.value.purposes ?? [];
  if (!TRACKED.has(how) || purposes.length === 0 || tracked.length === 0) return undefined;
  if ((entry.value.source ?? []).some(source => OF_SITE.test(source))) return undefined;
  const there = new Set([...tracked, ...formsFilling(context, reference).flatMap(policy.purposesOf)].map(comparableKey));
  return purposes.some(key => there.has(comparableKey(key))) ? undefined : purposes;
}

/** The live forms with a question that fills the field, or with an action that gives the tag. */
function formsFilling({ snapshot, uses, policy, indexes }: Known, reference: string): Item[] {
  const questions = indexes.questions.filling(reference).flatMap(question => snapshot.item(question) ?? []);
  const forms = questions.flatMap(question => (question.kind === 'form_field' ? (snapshot.item(question.form ?? '') ?? []) : []));
  const giving = uses
    .to(reference, 'adds')
    .flatMap(({ from }) => (parseIdentity(from)?.kind === 'form' ? (snapshot.item(from) ?? []) : []));
  return [...forms, ...giving].filter(policy.isLive);
}
