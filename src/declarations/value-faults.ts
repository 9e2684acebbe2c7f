/** Errors of the schema validator → one fault for each mistake, at the key or value that is wrong. For declarations and the configuration. */
import type { ErrorObject } from 'ajv';
import { group } from '../collections.js';
import type { DocumentPath, FindingData } from '../finding.js';
import type { Shapes } from '../generated/declaration.shapes.js';
import { isRecord } from '../guards.js';
import { nearOf } from '../text/near.js';
import { unknownKey } from './key-faults.js';
import { shapeAt } from './shapes.js';
import { keyWithoutBlank } from './slips.js';

export interface ValueFault {
  /** Sentence of `problems.ts`. */
  readonly code: string;
  readonly path: DocumentPath;
  readonly at: 'key' | 'value';
  readonly data: FindingData;
  /** `data.near` is the only name that is near. */
  readonly isOnlyNear?: boolean;
  /** What to take instead when the meaning is clear, so that one mistake has no others in its wake; else the part is left out. */
  readonly instead?: unknown;
}

/** Definitions whose faults have a sentence of their own. */
const OWN_SENTENCE: ReadonlyMap<string, string> = new Map([
  ['Date', 'date'],
  ['Period', 'period'],
  ['Lifetime', 'period'],
  ['Country', 'country'],
  ['Language', 'language'],
  ['Season', 'season'],
]);

/**
 * The faults of a value that its validator refused, in the order in which the validator met them.
 * @param whole what sentences call the whole of it
 */
export function valueFaults(errors: readonly ErrorObject[], value: unknown, shapes: Shapes, whole = 'file'): ValueFault[] {
  const byPlace = group(errors, error => error.instancePath);
  const inside = parentsOf(byPlace.keys());
  return [...byPlace].flatMap(([pointer, own]) => {
    const { path, found } = follow(value, pointer);
    const keys = own.flatMap(error => keyFault(error, path, found, placeIn(path) || whole, shapes) ?? []);
    const isUnion = own.some(error => error.keyword === 'anyOf');
    // One branch of a union fits, and what is wrong is further in.
    if (isUnion && (keys.length > 0 || inside.has(pointer))) return distinct(keys);
    const wrong = wrongValue(own, path, found, shapes);
    return wrong === undefined ? distinct(keys) : [...distinct(keys), wrong];
  });
}

/** A place by its steps; people count those of a list from one. */
function placeIn(path: DocumentPath): string {
  return path.map(step => (typeof step === 'number' ? step + 1 : step)).join('.');
}

/** Every pointer that lies above one of these. */
function parentsOf(pointers: Iterable<string>): ReadonlySet<string> {
  const parents = new Set<string>();
  for (const pointer of pointers) {
    for (let at = pointer.lastIndexOf('/'); at >= 0; at = pointer.lastIndexOf('/', at - 1)) {
      parents.add(pointer.slice(0, at));
      if (at === 0) break;
    }
  }
  return parents;
}

/** Reads a JSON pointer along a value: the path, with numbers for places in lists, and what stands there. */
function follow(value: unknown, pointer: string): { path: DocumentPath; found: unknown } {
  const path: (string | number)[] = [];
  let found = value;
  for (const part of pointer.split('/').slice(1)) {
    const step = part.replaceAll('~1', '/').replaceAll('~0', '~');
    path.push(Array.isArray(found) ? Number(step) : step);
    found = Array.isArray(found) ? found[Number(step)] : isRecord(found) ? found[step] : undefined;
  }
  return { path, found };
}

function keyFault(
  { keyword, params }: ErrorObject,
  path: DocumentPath,
  map: unknown,
  place: string,
  shapes: Shapes,
): ValueFault | undefined {
  if (keyword === 'additionalProperties' && isRecord(map)) return unknownKey(String(params.additionalProperty), path, map, place, shapes);
  if (keyword !== 'required') return undefined;
  const key = String(params.missingProperty);
  if (path.length === 0 && key === 'version') return { code: 'version-missing', path, at: 'value', data: {} };
  return { code: 'missing-key', path: [...path, key], at: 'key', data: { key, place, reason: `means-${key}` } };
}

/** A closed object inside of a union is looked at once for each branch. */
function distinct(faults: readonly ValueFault[]): ValueFault[] {
  return [...new Map(faults.map(fault => [`${fault.code} ${fault.data.key}`, fault])).values()];
}

function wrongValue(group: readonly ErrorObject[], path: DocumentPath, found: unknown, shapes: Shapes): ValueFault | undefined {
  const values = group.flatMap(({ keyword, params }) =>
    keyword === 'enum' && Array.isArray(params.allowedValues) ? params.allowedValues : [],
  );
  const types = group.flatMap(({ keyword, params }) => (keyword === 'type' ? [params.type].flat().map(String) : []));
  const bound = group.find(({ keyword }) => keyword === 'minimum' || keyword === 'maximum');
  if (bound !== undefined) {
    const data = { key: keyOf(path), limit: String(bound.params.limit), value: String(found) };
    return { code: bound.keyword, path, at: 'value', data };
  }
  const isWrong = group.some(({ keyword }) => keyword === 'enum' || keyword === 'type' || keyword === 'pattern');
  if (!isWrong) return undefined;
  const shape = shapeAt(shapes, path) ?? '';
  const sentence = OWN_SENTENCE.get(shape);
  const isScalar = typeof found === 'string' || typeof found === 'number' || typeof found === 'boolean';
  // A list has the shape of its entries.
  if (sentence !== undefined && isScalar && !types.includes('array'))
    return { code: sentence, path, at: 'value', data: { value: String(found) } };
  const isList = values.some(value => typeof value === 'string') || (values.length > 0 && types.length === 0);
  return isScalar && isList ? notInList(values.map(String), path, String(found), shape) : wrongType(types, path, found);
}

function notInList(values: readonly string[], path: DocumentPath, value: string, shape: string): ValueFault {
  const near = nearOf(values)(value);
  const data = { value, key: keyOf(path), list: `list-${shape === '' ? 'of-key' : shape}`, values };
  const fault = { code: 'closed-list', path, at: 'value', data } as const;
  return near === undefined ? fault : { ...fault, data: { ...data, near: near.name }, isOnlyNear: near.isOnly };
}

function wrongType(types: readonly string[], path: DocumentPath, found: unknown): ValueFault {
  const allowed = [...new Set(types)].filter(type => type !== 'null').sort();
  const code = path.length === 0 ? 'type-file' : typeof path.at(-1) === 'number' ? 'type-entry' : 'type';
  const isUnquoted = allowed.join() === 'string' && (typeof found === 'number' || typeof found === 'boolean');
  const isGlued = allowed.join() === 'object' && typeof found === 'string' && keyWithoutBlank(found) !== undefined;
  const more = isUnquoted ? '-for-text' : isGlued ? '-for-map' : '';
  const data = { key: keyOf(path), allowed: `type-${allowed.join('-')}`, found: `found-${typeOf(found)}${more}` };
  const fault = { code, path, at: 'value', data } as const;
  // An empty map in place of a text keeps the name known to those who refer to it.
  if (allowed.includes('object')) return { ...fault, instead: {} };
  if (allowed.includes('array') && typeof found === 'string') return { ...fault, instead: [found] };
  return isUnquoted ? { ...fault, instead: String(found) } : fault;
}

/** The last step that is a key; of an entry of a list, the key of the list. */
function keyOf(path: DocumentPath): string {
  return String(path.findLast(step => typeof step === 'string') ?? '');
}

function typeOf(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value;
}
