/** How people get from one item to another, and where they are asked for their consent: what `where --path` tells. */
import type { CoverageName, Item } from '../../mautic/snapshot.js';
import type { Indexed } from '../forms/questions.js';
import { nameOfPurpose } from '../policy.js';
import { incomplete, type Unseen } from '../usage/surroundings.js';
import type { Gate } from './gates.js';
import type { Move } from './moves.js';
import { restsOnConsent } from './needs.js';
import type { Right } from './rights.js';
import { routesBetween } from './routes.js';

export interface WayStep {
  readonly move: Move;
  readonly gate?: Gate;
  /** References of what is looked at, where a yes is looked for. */
  readonly by: readonly string[];
  /** How many conditions must hold together, this one included. */
  readonly conditions: number;
  /** What was not seen of the item that people get to. */
  readonly unseen?: 'filters' | 'steps';
}

export interface Way {
  readonly steps: readonly WayStep[];
  /** checked: only people who said yes get to its end; asked: they could say no, and nobody looks at what they said; unseen: it may be looked at. */
  readonly consent: 'free' | 'asked' | 'checked' | 'unseen';
}

export interface Ways {
  readonly from: string;
  readonly to: string;
  /** Names of the purposes whose consent was looked for; none is needed where that is empty; undefined: there are no declarations. */
  readonly purposes?: readonly string[];
  /** Those without consent first, each sort by length. */
  readonly ways: readonly Way[];
  /** There are more than were looked for. */
  readonly isCut: boolean;
  readonly unseen: Unseen;
}

/** So many ways are looked for. */
const MOST = 50;
/** Kinds that can lie on a way, and parts of them. */
const ON_WAYS: readonly CoverageName[] = [
  'form',
  'form_field',
  'form_field.mapping',
  'segment',
  'point_action',
  'point_trigger',
  'campaign',
  'campaign.deleted_events',
  'email',
  'email.excluded',
  'message',
];

/**
 * The ways from one reference to another.
 * @param isDeclared whether there are declarations at all
 */
export function waysBetween(from: string, to: string, context: Indexed, isDeclared: boolean): Ways {
  const { snapshot, indexes } = context;
  const { paths } = indexes;
  const purposes = isDeclared ? purposesFor(snapshot.item(to), context) : [];
  const right = paths.right(purposes);
  const gate = (move: Move): Gate | undefined => (purposes.length === 0 ? undefined : paths.gate(move, right));
  const free = routesBetween(from, to, paths.moves, move => gate(move) === undefined, MOST);
  const all = purposes.length === 0 ? free : routesBetween(from, to, paths.moves, () => true, MOST);
  const nodes = (route: readonly Move[]): string => route.map(({ end }) => end).join('\n');
  const told = new Set(free.routes.map(nodes));
  const routes = [...free.routes, ...all.routes.filter(route => !told.has(nodes(route)))];
  const named = context.policy.purposes(purposes).map(nameOfPurpose);
  return {
    from,
    to,
    ...(isDeclared ? { purposes: named } : {}),
    ways: routes.slice(0, MOST).map(route => wayOf(route, gate, right, context)),
    isCut: free.isCut || all.isCut || routes.length > MOST,
    unseen: { coverage: incomplete(ON_WAYS, snapshot), outside: ['integrations', 'imports', 'api', 'by-hand'] },
  };
}

/** The consents that the goal needs; where nobody has said what it is for, any that is declared. */
function purposesFor(item: Item | undefined, { declarations, policy, indexes: { paths } }: Indexed): readonly string[] {
  const { consents, softOptIns } = item === undefined ? { consents: [], softOptIns: [] } : paths.needs(item);
  if (consents.length > 0) return [...consents, ...softOptIns];
  if (item !== undefined && policy.standing(item).state !== 'undecided') return [];
  return [...declarations.purposes.values()].filter(restsOnConsent).map(({ key }) => key);
}

function wayOf(route: readonly Move[], gate: (move: Move) => Gate | undefined, right: Right, context: Indexed): Way {
  const { structure, lookedAt } = context.indexes.paths;
  const gates = route.map(gate);
  const told = new Set<string>();
  const steps = route.map((move, index): WayStep => {
    const { step, start, end } = move;
    const conditions = step.how === 'filters' ? (structure.segments.get(end)?.groups.get(step.use?.group ?? 1)?.length ?? 1) : 1;
    const found = gates[index];
    const by = found?.is === 'checked' ? lookedAt(move, right) : [];
    const names = found?.is === 'asked' ? [`form ${found.form.id}`] : by;
    // What was told at an earlier step, or follows from it, is not told again.
    const isNews = names.length === 0 || names.some(name => !told.has(name));
    const places =
      names.length + told.size > 0 ? [start, end].filter(place => structure.segments.has(place) || structure.campaigns.has(place)) : [];
    for (const name of [...names, ...places]) told.add(name);
    const unseen = unseenOf(end, context);
    return {
      move,
      by: isNews ? by : [],
      conditions,
      ...(found === undefined || !isNews ? {} : { gate: found }),
      ...(unseen === undefined ? {} : { unseen }),
    };
  });
  return { steps, consent: consentOn(gates.flatMap(found => found ?? [])) };
}

function consentOn(gates: readonly Gate[]): Way['consent'] {
  if (gates.some(gate => (gate.is === 'asked' ? gate.ask.by !== 'box' : gate.is !== 'unseen'))) return 'checked';
  if (gates.some(({ is }) => is === 'unseen')) return 'unseen';
  return gates.length > 0 ? 'asked' : 'free';
}

function unseenOf(reference: string, { indexes: { paths } }: Indexed): WayStep['unseen'] {
  const { segments, campaigns } = paths.structure;
  if (segments.get(reference)?.seen === false) return 'filters';
  const campaign = campaigns.get(reference);
  return campaign !== undefined && campaign.events === undefined ? 'steps' : undefined;
}
