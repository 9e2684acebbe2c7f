/** What may stand at a place of a declaration: which keys of Mautic, which references. What the schema lists is the schema's own. */
import { SPOTS, type Spot, type Spots } from '../declarations/spots.js';
import type { DocumentPath } from '../finding.js';
import { DECLARED_KINDS, type Kind } from '../items.js';

/** What a value refers to. */
export type Reference =
  | { readonly to: 'spot'; readonly spot: Spot }
  | { readonly to: 'purpose' }
  /** Of a waiver. */
  | { readonly to: 'rule' }
  | { readonly to: 'identity' };

const KIND_OF_SECTION: ReadonlyMap<string, Kind> = new Map(DECLARED_KINDS.map(({ kind, section }) => [section, kind]));

/** A key that names an item: a kind, and for a question the name of its form. */
export interface NamedKey {
  readonly kind: Kind;
  readonly form?: string;
}

/** What the keys of a map name; undefined where they are the schema's, or names of the team's own. */
export function keysNamedIn(path: DocumentPath): NamedKey | undefined {
  const [section, form, fields, ...more] = path;
  if (typeof section !== 'string' || more.length > 0) return undefined;
  if (section === 'forms' && typeof form === 'string' && fields === 'fields') return { kind: 'form_field', form };
  const kind = form === undefined ? KIND_OF_SECTION.get(section) : undefined;
  return kind === undefined ? undefined : { kind };
}

/** What the value at a path refers to; undefined where it refers to nothing. */
export function referenceAt(path: DocumentPath): Reference | undefined {
  const [section, ...rest] = path;
  if (section === 'waivers') return rest[1] === 'rule' ? { to: 'rule' } : rest[1] === 'item' ? { to: 'identity' } : undefined;
  const { spots, inside, purposes } = entryAround(path) ?? {};
  if (spots === undefined || inside === undefined) return undefined;
  if (purposes !== undefined && fits(purposes, inside)) return { to: 'purpose' };
  const spot = spots.find(([pattern]) => fits(pattern, inside))?.[1];
  return spot === undefined ? undefined : { to: 'spot', spot };
}

/** Is a list expected at the path, and of what? */
export function listAt(path: DocumentPath): Reference | undefined {
  return typeof path.at(-1) === 'number' ? undefined : referenceAt([...path, 0]);
}

interface Around {
  readonly spots: Spots;
  /** Path inside of the entry. */
  readonly inside: DocumentPath;
  /** Where an entry of that section names its purposes. */
  readonly purposes?: string;
}

const OWN_SECTIONS: ReadonlyMap<string, Pick<Around, 'spots' | 'purposes'>> = new Map([
  ['purposes', { spots: SPOTS.purposes }],
  ['recipients', { spots: SPOTS.recipients }],
  ['systems', { spots: SPOTS.systems }],
  ['notices', { spots: SPOTS.notices, purposes: 'covers.purposes.*' }],
  ['tracking', { spots: SPOTS.items, purposes: 'purposes.*' }],
]);

function entryAround(path: DocumentPath): Around | undefined {
  const [section, , ...inside] = path;
  if (typeof section !== 'string') return undefined;
  const own = OWN_SECTIONS.get(section);
  if (own !== undefined) return { ...own, inside };
  if (section === 'rights') return { spots: SPOTS.rights, inside: path.slice(1) };
  if (section === 'instance') return { spots: SPOTS.plugins, inside: path.slice(3), purposes: 'purposes.*' };
  if (!KIND_OF_SECTION.has(section)) return undefined;
  const isQuestion = section === 'forms' && path[2] === 'fields' && path.length > 4;
  return { spots: SPOTS.items, inside: isQuestion ? path.slice(4) : inside, purposes: 'purposes.*' };
}

function fits(pattern: string, path: DocumentPath): boolean {
  const steps = pattern.split('.');
  return steps.length === path.length && steps.every((step, index) => step === '*' || step === path[index]);
}
