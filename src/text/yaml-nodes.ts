/** The nodes of a YAML document → plain values: maps without prototype, keys as texts, aliases within bounds; and where each stands. */
import { type Alias, isAlias, isMap, isNode, isScalar, isSeq, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import { isRecord } from '../guards.js';
import type { TextDocument, TextFault, TextRange } from './document.js';
import { type PlaceEntry, placesList } from './yaml-places.js';
import { LIMITS, plainValue } from './yaml-scalars.js';

export interface YamlValues {
  readonly value: unknown;
  readonly faults: readonly TextFault[];
  readonly rangeOf: TextDocument['rangeOf'];
}

type Mapping = Record<string, unknown>;

interface Anchored {
  readonly place: number;
  readonly value: unknown;
  /** How many values it stands for, aliases in it counted as what they stand for. */
  readonly size: number;
}

/** Reads all values below a node in document order, so that an alias finds the last anchor of its name before it. */
export function readValues(contents: unknown): YamlValues {
  const faults: TextFault[] = [];
  const places = placesList();
  const anchors = new Map<string, Anchored>();
  let values = 0;
  let aliased = 0;

  function read(node: unknown, depth: number, entry: PlaceEntry): unknown {
    values++;
    const before = values;
    const place = places.open(entry);
    const value = isAlias(node) ? readAlias(node, place) : isScalar(node) ? scalarValue(node) : readCollection(node, depth);
    places.close(place, valueRange(node, entry.key), (isMap(node) || isSeq(node)) && node.flow !== true);
    const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
    if (anchor !== undefined) anchors.set(anchor, { place, value, size: values - before + 1 });
    return value;
  }

  function readAlias(alias: Alias, place: number): unknown {
    const anchored = anchors.get(alias.source);
    // Also an alias inside what it stands for ends here: its anchor is not known yet.
    if (anchored === undefined) return fault('alias', alias.source, rangeOfNode(alias), 'UNKNOWN');
    const within = aliased <= LIMITS.aliased;
    aliased += anchored.size;
    values += anchored.size;
    if (aliased > LIMITS.aliased) return within ? fault('alias', alias.source, rangeOfNode(alias), 'TOO_MANY') : null;
    places.link(place, anchored.place);
    return anchored.value;
  }

  function readCollection(node: unknown, depth: number): unknown {
    if (!isMap(node) && !isSeq(node)) return null;
    if (depth >= LIMITS.depth) return fault('too-deep', '', firstCharacter(node));
    if (isMap(node)) return readMap(node, depth + 1);
    return node.items.map((item, index) => read(item, depth + 1, { step: index }));
  }

  function readMap(node: YAMLMap, depth: number): Mapping {
    const map: Mapping = Object.create(null);
    let firsts: ReadonlyMap<string, TextRange> | undefined;
    for (const { key, value } of node.items) {
      if (!isScalar(key)) continue;
      const step = String(key.value);
      const range = rangeOfNode(key);
      if (step === '<<' && key.type === 'PLAIN') {
        fault('merge-key', step, range);
      } else if (step in map) {
        firsts ??= firstKeys(node);
        faults.push({ code: 'duplicate-key', detail: step, range, first: firsts.get(step) ?? range });
        map[step] = joined(map[step], read(value, depth, { step, key: range }));
      } else {
        map[step] = read(value, depth, { step, key: range });
      }
    }
    return map;
  }

  function fault(code: TextFault['code'], detail: string, range: TextRange, reason?: string): null {
    faults.push({ code, detail, range, ...(reason === undefined ? {} : { reason }) });
    return null;
  }

  const value = contents === null ? null : read(contents, 0, { step: '' });
  return { value, faults, rangeOf: places.rangeOf };
}

/** The first of two equal keys wins; of two maps, the keys of the second are added, so that one mistake does not hide a whole section. */
function joined(first: unknown, second: unknown): unknown {
  if (!isRecord(first) || !isRecord(second)) return first;
  const both: Mapping = Object.create(null);
  return Object.assign(both, second, first);
}

/** Where each key of a map stands for the first time. */
function firstKeys(node: YAMLMap): ReadonlyMap<string, TextRange> {
  const keys = node.items.map(({ key }) => key).filter(key => isScalar(key));
  return new Map(keys.reverse().map(key => [String(key.value), rangeOfNode(key)]));
}

function scalarValue(node: Scalar): unknown {
  const { value } = node;
  return node.type === 'PLAIN' && node.tag === undefined && typeof value === 'string' ? plainValue(value) : value;
}

/** Where a node stands, without its anchor, tag and comment. */
function rangeOfNode(node: unknown): TextRange {
  const range = isNode(node) ? node.range : undefined;
  return { start: range?.[0] ?? 0, end: range?.[1] ?? 0 };
}

/** A key without any value (`{a}`) is empty right behind the key. */
function valueRange(node: unknown, key: TextRange | undefined): TextRange {
  return node === null && key !== undefined ? { start: key.end, end: key.end } : rangeOfNode(node);
}

function firstCharacter(node: YAMLMap | YAMLSeq): TextRange {
  const { start } = rangeOfNode(node);
  return { start, end: start + 1 };
}
