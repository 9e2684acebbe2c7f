/** What it is on a way that looks for the yes: the fields, tags, segments and campaigns that a check names. */
import type { AnyUse } from '../../mautic/snapshot.js';
import { type Condition, isNegative, otherwiseProvesYes, provesYes } from './conditions.js';
import type { Move } from './moves.js';
import type { Ground, Right } from './rights.js';

/** References, each once, in the order of the filters; of a step in a campaign those of the nearest condition before it. */
export function lookedAt({ step, start, end }: Move, right: Right, { structure, context }: Ground): readonly string[] {
  const { use, how } = step;
  const found = [
    ...(how === 'targets' ? context.uses.from(end, 'excludes').filter(({ to }) => right.holdsTheRest(to) === 'yes') : []),
    ...(how === 'filters'
      ? (structure.segments.get(end)?.groups.get(use?.group ?? 1) ?? []).flatMap(condition => askedIn(condition, right))
      : []),
    ...(use?.at === 'campaign.event' ? askedBefore(start, use.id ?? 0, right, { structure }) : []),
  ];
  const inside = [...(structure.segments.get(start)?.groups.values() ?? [])].flat().flatMap(condition => askedIn(condition, right));
  return [...new Set([...found, ...inside].map(({ to }) => to))];
}

function askedIn(condition: Condition, right: Right): readonly AnyUse[] {
  const { op, uses } = condition;
  if (isNegative(op)) return uses.filter(({ to }) => right.holdsTheRest(to) === 'yes');
  if (provesYes(condition, right.isYes) === 'yes') return uses.filter(use => right.isYes(use, op) === 'yes');
  return uses.every(({ to }) => /^(?:segment|campaign):/u.test(to)) ? uses.filter(({ to }) => right.state(to) === 'shut') : [];
}

function askedBefore(campaign: string, step: number, right: Right, { structure }: Pick<Ground, 'structure'>): readonly AnyUse[] {
  const { events = [], conditions, sources = [] } = structure.campaigns.get(campaign) ?? {};
  const byId = new Map(events.map(event => [event.id, event]));
  const passed = new Set<number>();
  for (let event = byId.get(step); event !== undefined && !passed.has(event.id); event = byId.get(event.parent)) {
    passed.add(event.id);
    const condition = conditions?.get(event.parent);
    if (condition === undefined) continue;
    const asked =
      event.path === 'no' ? (otherwiseProvesYes(condition, right.isYes) === 'yes' ? condition.uses : []) : askedIn(condition, right);
    if (event.path !== '' && asked.length > 0) return asked;
  }
  return sources.filter(({ to }) => right.state(to) === 'shut');
}
