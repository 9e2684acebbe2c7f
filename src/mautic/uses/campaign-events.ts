/** The steps of a campaign as the snapshot keeps them: their kinds, their order, their delays. */
import { oneOf } from '../../guards.js';
import type { CampaignEvent } from '../snapshot.js';
import { clean, openWord } from '../texts/clean.js';
import { asFlag, asId, keyOf, refId, textOf } from '../texts/values.js';

const isKind = oneOf(['action', 'decision', 'condition']);
const isPath = oneOf(['yes', 'no']);

/** A step; undefined: the row has no id. Copies of later steps (`children`) are not read. */
export function campaignEvent(row: unknown): CampaignEvent | undefined {
  const id = asId(keyOf(row, 'id'));
  if (id === undefined) return undefined;
  const type = openWord(keyOf(row, 'type'));
  const [kind, path, deleted] = [keyOf(row, 'eventType'), keyOf(row, 'decisionPath'), keyOf(row, 'deleted')];
  const properties = keyOf(row, 'properties');
  const jump = refId(keyOf(properties, 'jumpToEvent'));
  return {
    id,
    name: clean(keyOf(row, 'name'), 80).text,
    type,
    kind: isKind(kind) ? kind : 'action',
    parent: refId(keyOf(row, 'parent', 'parentId')) ?? 0,
    path: isPath(path) ? path : '',
    delay: delayOf(row),
    ...(deleted === undefined ? {} : { deleted: deleted !== null && asFlag(deleted) !== false }),
    ...(type === 'email.send' ? { email_mode: emailMode(properties) } : {}),
    ...(type === 'campaign.jump_to_event' && jump !== undefined ? { jump_to: jump } : {}),
  };
}

const UNITS: ReadonlyMap<string, readonly [before: string, after: string]> = new Map([
  ['s', ['PT', 'S']],
  ['i', ['PT', 'M']],
  ['h', ['PT', 'H']],
  ['d', ['P', 'D']],
  ['w', ['P', 'W']],
  ['m', ['P', 'M']],
  ['y', ['P', 'Y']],
]);

/** ISO 8601; `date` for a fixed day. */
function delayOf(row: unknown): string {
  const mode = keyOf(row, 'triggerMode');
  if (mode === 'date') return 'date';
  const count = asId(keyOf(row, 'triggerInterval')) ?? 0;
  const [before, after] = UNITS.get(textOf(keyOf(row, 'triggerIntervalUnit')).toLowerCase()) ?? ['P', 'D'];
  return mode !== 'interval' || count === 0 ? 'P0D' : `${before}${count}${after}`;
}

/** Marketing mail respects unsubscribes, transactional mail does not; old steps say neither. */
function emailMode(properties: unknown): 'marketing' | 'transactional' | 'missing' {
  const mode = keyOf(properties, 'email_type');
  return mode === 'marketing' || mode === 'transactional' ? mode : 'missing';
}
