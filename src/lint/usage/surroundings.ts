/** Where a use of an item could stand: kinds that can name it, and what lies outside of what any Mautic shows. */
import { isKind, type Kind } from '../../items.js';
import type { CoverageName } from '../../mautic/snapshot.js';
import type { SnapshotView } from '../snapshot-view.js';
import { type Unchecked, uncheckedByCause } from '../unchecked.js';

/** Never in an answer of Mautic's API, in any version. */
export type Outside = 'website' | 'integrations' | 'imports' | 'api' | 'by-hand';

interface Surroundings {
  /** Kinds, and parts of kinds, whose uses can name an item of this kind (docs/snapshot-format.md, section 4.3). */
  readonly namedBy: readonly CoverageName[];
  readonly outside: readonly Outside[];
}

const CONTENT = ['email', 'page', 'page.scripts', 'dynamic_content', 'focus_item'] as const satisfies readonly CoverageName[];
const QUESTIONS = ['form', 'form_field', 'form_field.mapping'] as const satisfies readonly CoverageName[];
/** Who filters: segments, and the dynamic parts of e-mails and of dynamic contents. */
const FILTERS = ['segment', 'email', 'dynamic_content'] as const satisfies readonly CoverageName[];
const DATA_OUTSIDE = ['website', 'integrations', 'imports', 'api'] as const satisfies readonly Outside[];
/** Kinds that stand in categories. */
const CATEGORISED = [
  'form',
  'segment',
  'point_action',
  'point_trigger',
  'stage',
  'campaign',
  'email',
  'page',
  'dynamic_content',
  'focus_item',
  'text_message',
  'message',
  'webhook',
  'notification',
  'asset',
] as const satisfies readonly CoverageName[];
const NOTHING: Surroundings = { namedBy: [], outside: [] };

const SURROUNDINGS: Readonly<Record<Kind, Surroundings>> = {
  contact_field: {
    namedBy: [
      ...QUESTIONS,
      'segment',
      'point_action',
      'point_trigger',
      'campaign',
      ...CONTENT,
      'text_message',
      'webhook',
      'notification',
      'report',
    ],
    outside: DATA_OUTSIDE,
  },
  company_field: {
    namedBy: [...QUESTIONS, 'segment', 'campaign', ...CONTENT, 'text_message', 'webhook', 'notification', 'report'],
    outside: DATA_OUTSIDE,
  },
  form: { namedBy: ['point_action', 'campaign', ...CONTENT], outside: ['website'] },
  form_field: { namedBy: ['form', 'form_field', 'campaign', 'webhook'], outside: ['website'] },
  tag: { namedBy: ['form', 'segment', 'point_trigger', 'campaign', ...CONTENT], outside: [...DATA_OUTSIDE, 'by-hand'] },
  segment: {
    namedBy: ['form', 'segment', 'point_trigger', 'campaign', 'email', 'email.excluded', 'dynamic_content'],
    outside: ['integrations', 'imports', 'api', 'by-hand'],
  },
  point_action: NOTHING,
  point_trigger: NOTHING,
  point_group: { namedBy: ['form', ...FILTERS, 'point_action', 'point_action.group', 'campaign'], outside: ['api', 'by-hand'] },
  stage: { namedBy: [...FILTERS, 'campaign'], outside: ['integrations', 'imports', 'api', 'by-hand'] },
  category: { namedBy: CATEGORISED, outside: ['api'] },
  campaign: { namedBy: [...FILTERS, 'point_trigger', 'campaign'], outside: ['api', 'by-hand'] },
  email: { namedBy: ['form', ...FILTERS, 'point_action', 'point_trigger', 'campaign', 'message'], outside: ['api', 'by-hand'] },
  page: {
    namedBy: ['segment', 'point_action', 'campaign', ...CONTENT, 'email.preference_page', 'text_message', 'notification'],
    outside: ['website'],
  },
  dynamic_content: { namedBy: ['campaign', ...CONTENT], outside: ['website'] },
  focus_item: { namedBy: ['campaign', ...CONTENT], outside: ['website'] },
  text_message: { namedBy: ['campaign', 'message'], outside: ['api', 'by-hand'] },
  message: { namedBy: ['campaign'], outside: [] },
  webhook: NOTHING,
  notification: { namedBy: ['campaign', 'message'], outside: [] },
  asset: { namedBy: ['form', 'segment', 'point_action', 'campaign', ...CONTENT, 'text_message', 'notification'], outside: ['website'] },
  report: NOTHING,
};

/** What is no item (`tracking:…`, `record:…`, `recipient:…`) can be named by all that has uses. */
const ANYWHERE: Surroundings = { namedBy: [...CATEGORISED, 'page.scripts', 'report'], outside: ['website', 'integrations'] };

export interface Unseen {
  /** What was not seen completely and could name it, by cause. */
  readonly coverage: readonly Unchecked[];
  readonly outside: readonly Outside[];
}

/** Where an item of a kind could be named. */
export function namedBy(kind: string): readonly CoverageName[] {
  return surroundingsOf(kind).namedBy;
}

function surroundingsOf(kind: string): Surroundings {
  return isKind(kind) ? SURROUNDINGS[kind] : ANYWHERE;
}

/**
 * What was not looked at when uses were gathered.
 * @param kinds of the items asked about
 * @param users kinds of their users, whose own users were gathered too
 */
export function unseenAround(kinds: readonly string[], snapshot: SnapshotView, users: readonly string[] = []): Unseen {
  return {
    coverage: incomplete([...kinds, ...users].flatMap(namedBy), snapshot),
    outside: [...new Set(kinds.flatMap(kind => surroundingsOf(kind).outside))],
  };
}

/** Of these kinds and parts, what was not seen completely, by cause; a part only where its kind was. */
export function incomplete(names: readonly CoverageName[], snapshot: SnapshotView): readonly Unchecked[] {
  const isWhole = (of: CoverageName): boolean => snapshot.coverage(of).state === 'complete';
  const short = [...new Set(names)].filter(of => !isWhole(of) && !names.some(kind => of.startsWith(`${kind}.`) && !isWhole(kind)));
  return uncheckedByCause(short.map(of => ({ rule: '', of, why: snapshot.coverage(of).why ?? [] })));
}
