/** What stands at an offset of a declaration: its path, and what it refers to. */
import { nameIn } from '../declarations/references.js';
import type { DocumentPath } from '../finding.js';
import { isRecord } from '../guards.js';
import { comparableKey, parseIdentity } from '../items.js';
import type { TextDocument, TextRange } from '../text/document.js';
import { keysNamedIn, referenceAt } from './expected.js';

export interface Spotted {
  readonly path: DocumentPath;
  readonly at: 'key' | 'value';
  readonly range: TextRange;
  /** A text that is a value. */
  readonly text?: string;
}

/** The innermost key or text at an offset; undefined between them. */
export function spotAt({ value, rangeOf }: TextDocument, offset: number): Spotted | undefined {
  const holds = (range: TextRange | undefined): range is TextRange => range !== undefined && range.start <= offset && offset <= range.end;
  function inside(part: unknown, path: DocumentPath): Spotted | undefined {
    for (const [step, child] of partsOf(part)) {
      const below = [...path, step];
      const key = typeof step === 'string' ? rangeOf(below, 'key') : undefined;
      if (holds(key)) return { path: below, at: 'key', range: key };
      const found = holds(rangeOf(below, 'value')) ? inside(child, below) : undefined;
      if (found !== undefined) return found;
    }
    const range = rangeOf(path, 'value');
    return typeof part === 'string' && holds(range) ? { path, at: 'value', range, text: part } : undefined;
  }
  return inside(value, []);
}

function partsOf(value: unknown): Iterable<readonly [step: string | number, child: unknown]> {
  if (Array.isArray(value)) return value.entries();
  return isRecord(value) ? Object.entries(value) : [];
}

/** Something with a name: an item, a purpose, a recipient … */
export interface Meant {
  readonly kind: string;
  readonly key: string;
  readonly id?: number;
}

/** What a key or a value names; undefined where it names nothing. */
export function meantBy({ path, at, text }: Spotted): Meant | undefined {
  const last = path.at(-1);
  if (at === 'key') return typeof last === 'string' ? keyed(path, last) : undefined;
  const reference = text === undefined ? undefined : referenceAt(path);
  if (text === undefined || reference === undefined) return undefined;
  if (reference.to === 'purpose') return { kind: 'purpose', key: comparableKey(text) };
  if (reference.to === 'rule') return undefined;
  if (reference.to === 'identity') return parseIdentity(comparableKey(text)) ?? undefined;
  const named = nameIn(text, reference.spot);
  return named.is === 'named' ? named : undefined;
}

const OWN_SECTIONS: ReadonlyMap<string | number | undefined, string> = new Map([
  ['purposes', 'purpose'],
  ['recipients', 'recipient'],
  ['systems', 'system'],
  ['notices', 'notice'],
]);

function keyed(path: DocumentPath, last: string): Meant | undefined {
  const key = comparableKey(last);
  const own = path.length === 2 ? OWN_SECTIONS.get(path[0]) : undefined;
  if (own !== undefined) return { kind: own, key };
  const named = keysNamedIn(path.slice(0, -1));
  if (named === undefined) return undefined;
  if (named.form !== undefined) return { kind: named.kind, key: `${comparableKey(named.form)}/${key}` };
  const parsed = named.kind === 'tag' ? null : parseIdentity(`${named.kind}:${key}`);
  return parsed === null ? { kind: named.kind, key } : parsed;
}
