/** The tree that php-parser makes of a file, node by node. */
import phpParser from 'php-parser';
import { isRecord, type UnknownRecord } from '../../guards.js';
import type { TextRange } from '../../text/document.js';
import type { SiteNote } from '../site.js';

export interface PhpNode extends TextRange {
  readonly kind: string;
  readonly parts: UnknownRecord;
}

interface PhpTree {
  readonly root: PhpNode | undefined;
  readonly notes: readonly SiteNote[];
}

/** Parses a file with its markup. Never throws: what is nested too deeply for the parser is told in a note. */
export function parsePhp(text: string, path: string): PhpTree {
  const engine = new phpParser.Engine({
    parser: { extractDoc: false, suppressErrors: true, version: '8.4' },
    ast: { withPositions: true },
    lexer: { short_tags: true, asp_tags: false },
  });
  try {
    const root = nodeOf(engine.parseCode(text, path));
    return { root, notes: root === undefined ? [] : errorNotes(root) };
  } catch (error) {
    return { root: undefined, notes: [{ code: 'syntax', detail: error instanceof Error ? error.message : String(error) }] };
  }
}

function errorNotes({ parts }: PhpNode): SiteNote[] {
  const [first] = Array.isArray(parts.errors) ? parts.errors : [];
  if (!isRecord(first)) return [];
  const start = nodeOf(first)?.start;
  const detail = typeof first.message === 'string' ? first.message : undefined;
  return [{ code: 'syntax', ...(start === undefined ? {} : { start }), ...(detail === undefined ? {} : { detail }) }];
}

/** A value of the tree as a node; undefined: it is none. */
function nodeOf(value: unknown): PhpNode | undefined {
  if (!isRecord(value) || typeof value.kind !== 'string') return undefined;
  const { loc } = value;
  const start = isRecord(loc) ? offsetOf(loc.start) : undefined;
  const end = isRecord(loc) ? offsetOf(loc.end) : undefined;
  return { kind: value.kind, parts: value, start: start ?? 0, end: end ?? start ?? 0 };
}

function offsetOf(position: unknown): number | undefined {
  return isRecord(position) && typeof position.offset === 'number' ? position.offset : undefined;
}

/** The node under a name; undefined where there is none, or a list. */
export function part(node: PhpNode | undefined, name: string): PhpNode | undefined {
  return nodeOf(node?.parts[name]);
}

/** The nodes of a list under a name; empty where there is no list. */
export function partsOf(node: PhpNode | undefined, name: string): PhpNode[] {
  const list = node?.parts[name];
  return Array.isArray(list) ? list.flatMap((entry: unknown) => nodeOf(entry) ?? []) : [];
}

/** A name: of a variable, function, method, class; undefined where it is worked out. */
export function nameIn(node: PhpNode | undefined): string | undefined {
  const name = node?.parts.name;
  if (typeof name === 'string') return name.replace(/^.*\\/u, '');
  return isRecord(name) ? nameIn(nodeOf(name)) : undefined;
}

/** The nodes right below one, in the order of the text. */
export function below({ parts }: PhpNode): PhpNode[] {
  return Object.values(parts).flatMap((value: unknown) =>
    (Array.isArray(value) ? value : [value]).flatMap((entry: unknown) => nodeOf(entry) ?? []),
  );
}
