/** Of which kinds "unused" can be said, and of which it cannot, and why. */
import { DECLARED_KINDS, type Kind } from '../../items.js';
import type { CoverageName } from '../../mautic/snapshot.js';
import type { SnapshotView } from '../snapshot-view.js';
import type { Unchecked } from '../unchecked.js';
import { incomplete, namedBy } from './surroundings.js';

/** They do nothing by themselves, and only what the snapshot shows can use them. */
const JUDGED: readonly Kind[] = ['contact_field', 'company_field', 'form', 'tag', 'segment', 'point_group', 'stage', 'category', 'message'];

/** The kind acts by itself, is reached from outside Mautic, or is sent by hand or by other programs, too. */
export type Exempt = 'acts' | 'reached' | 'sent';

const EXEMPT: Readonly<Partial<Record<Kind, Exempt>>> = {
  point_action: 'acts',
  point_trigger: 'acts',
  campaign: 'acts',
  webhook: 'acts',
  page: 'reached',
  dynamic_content: 'reached',
  focus_item: 'reached',
  email: 'sent',
  text_message: 'sent',
};

/** What else must have been seen, beside what can name the kind, before one of its items can be called unused. */
const NEEDS: Readonly<Partial<Record<Kind, readonly CoverageName[]>>> = {
  contact_field: ['contact_field.flags', 'form_field.mapping'],
  company_field: ['contact_field.flags', 'form_field.mapping'],
  point_group: ['point_action.group'],
};

export interface NotJudged {
  readonly kind: Kind;
  /** Left out: the coverage says why. */
  readonly exempt?: Exempt;
  readonly coverage: readonly Unchecked[];
}

/** The declared kinds, sorted into what can be judged with this snapshot and what cannot. */
export function judgedKinds(snapshot: SnapshotView): { readonly judged: readonly Kind[]; readonly notJudged: readonly NotJudged[] } {
  const lacking = new Map(JUDGED.map(kind => [kind, incomplete(needsOf(kind), snapshot)]));
  const notJudged = DECLARED_KINDS.flatMap(({ kind }): NotJudged[] => {
    const exempt = EXEMPT[kind];
    if (exempt !== undefined) return [{ kind, exempt, coverage: [] }];
    const coverage = lacking.get(kind) ?? [];
    return coverage.length === 0 ? [] : [{ kind, coverage }];
  });
  return { judged: JUDGED.filter(kind => lacking.get(kind)?.length === 0), notJudged };
}

/** Other parts that could name the kind are no need: where a Mautic cannot show them, that is told beside the list. */
function needsOf(kind: Kind): readonly CoverageName[] {
  return [kind, ...namedBy(kind).filter(of => !of.includes('.')), ...(NEEDS[kind] ?? [])];
}
