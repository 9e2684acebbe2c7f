/** References to what the declarations must hold themselves: recipients, systems, notices, plugins; and references of the wrong kind. */
import { isRecord } from '../guards.js';
import { comparableKey } from '../items.js';
import { type Near, nearOf } from '../text/near.js';
import type { DeclarationFile, Problem } from './model.js';
import type { Reference } from './references.js';

/** Items are left to whoever knows what Mautic has. An entry that is told for a fault of its own is still there. */
export function ownReferenceProblems(files: readonly DeclarationFile[], references: readonly Reference[]): Problem[] {
  const recipients = namesAt(files, ['recipients']);
  const systems = namesAt(files, ['systems']);
  const known: ReadonlyMap<string, Known> = new Map([
    ['recipient', knownAs(recipients)],
    ['system', knownAs(systems)],
    ['recipient-or-system', knownAs([...recipients, ...systems])],
    ['notice', knownAs(namesAt(files, ['notices']))],
    ['plugin', knownAs(namesAt(files, ['instance', 'plugins']))],
  ]);
  return references.flatMap(reference => problemOf(reference, known) ?? []);
}

/** The names in a map of all files, as they are written. */
function namesAt(files: readonly DeclarationFile[], path: readonly string[]): string[] {
  return files.flatMap(({ document }) => {
    const map = path.reduce<unknown>((value, key) => (isRecord(value) ? value[key] : undefined), document.value);
    return isRecord(map) ? Object.keys(map).map(comparableKey) : [];
  });
}

interface Known {
  has(key: string): boolean;
  near(key: string): Near | undefined;
}

function knownAs(keys: Iterable<string>): Known {
  const set = new Set(keys);
  let find: ((word: string) => Near | undefined) | undefined;
  return {
    has: key => set.has(key),
    near: key => {
      find ??= nearOf(set);
      return find(key);
    },
  };
}

function problemOf(reference: Reference, known: ReadonlyMap<string, Known>): Problem | undefined {
  const { text, spot, subject, place, named } = reference;
  switch (named.is) {
    case 'words':
      return undefined;
    case 'unclear': {
      const values = [...(spot.fixed ?? []), ...[...(spot.prefixes ?? []), ...(spot.words ?? [])].map(prefix => `${prefix}:…`)];
      return { code: 'no-prefix', subject, place, data: { value: text, values } };
    }
    case 'wrong-kind':
      return { code: 'wrong-kind', subject, place, data: { value: text, kind: named.kind, allowed: `expected-${expectedAt(reference)}` } };
    case 'named': {
      const target = known.get(named.kind);
      if (target === undefined || target.has(named.key)) return undefined;
      const near = target.near(named.key);
      const problem = { code: named.kind, subject, place, data: { key: named.key } };
      return near === undefined ? problem : { ...problem, data: { ...problem.data, near: near.name }, isOnlyNear: near.isOnly };
    }
  }
}

/** A code for what fits a spot: all kinds of items are `item`. */
function expectedAt({ spot }: Reference): string {
  const { bare, prefixes = [], words = [] } = spot;
  if (bare !== undefined && bare !== 'text') return bare;
  if (prefixes.includes('report')) return 'item';
  return [...prefixes, ...words].join('-');
}
