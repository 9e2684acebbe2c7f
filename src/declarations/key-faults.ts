/** A key that the format does not know → what was meant: a key that is near, or an entry that lost its indent. */
import type { DocumentPath } from '../finding.js';
import type { Shapes } from '../generated/declaration.shapes.js';
import { isRecord } from '../guards.js';
import { nearOf } from '../text/near.js';
import { keysOf, shapeAt, stepInto } from './shapes.js';
import { keyWithoutBlank } from './slips.js';
import type { ValueFault } from './value-faults.js';

type Keyed = Readonly<Record<string, unknown>>;

/**
 * The fault of an unknown key.
 * @param map what it stands in
 * @param place what the sentence calls the map
 */
export function unknownKey(key: string, path: DocumentPath, map: Keyed, place: string, shapes: Shapes): ValueFault {
  const fault = { path: [...path, key], at: 'key' } as const;
  const data = { key, place };
  const shape = shapeAt(shapes, path) ?? '';
  const known = keysOf(shapes, shape);
  if (known.some(name => name === keyWithoutBlank(key))) return { ...fault, code: 'glued-key', data };
  const near = nearOf(known)(key);
  const value = map[key];
  const above = mapAbove(key, map, shape, shapes);
  const names = above?.shape.startsWith('*') === true ? above.shape.slice(1) : '';
  const nearShape = near === undefined ? '' : (stepInto(shapes, shape, near.name) ?? '');
  const fits = near !== undefined && couldBe(value, nearShape, names, shapes);
  if (above !== undefined && (above.isEmpty || (!fits && hasKeyOf(value, names, shapes)))) {
    const outdented = { ...fault, code: 'outdented-key', data: { ...data, section: above.key } };
    return fits ? { ...outdented, data: { ...outdented.data, near: near.name }, isOnlyNear: false } : outdented;
  }
  // A name that looks like a section, and holds no names, is none.
  const isMeant = fits || !nearShape.startsWith('*') || isEmpty(value);
  if (near === undefined || !isMeant) return { ...fault, code: 'unknown-key', data };
  return { ...fault, code: 'unknown-key', data: { ...data, near: near.name }, isOnlyNear: near.isOnly && fits };
}

interface Above {
  readonly key: string;
  readonly shape: string;
  readonly isEmpty: boolean;
}

/** The last known key before this one, if this one may stand under it: as a name, or as a key of it. */
function mapAbove(key: string, map: Keyed, shape: string, shapes: Shapes): Above | undefined {
  const keys = Object.keys(map);
  const known = new Set(keysOf(shapes, shape));
  const above = keys.slice(0, keys.indexOf(key)).findLast(other => known.has(other));
  const inner = above === undefined ? undefined : stepInto(shapes, shape, above);
  if (above === undefined || inner === undefined) return undefined;
  const isNull = map[above] === null;
  const isOfNames = inner.startsWith('*');
  return isOfNames || (isNull && keysOf(shapes, inner).includes(key)) ? { key: above, shape: inner, isEmpty: isNull } : undefined;
}

/**
 * Whether a value could stand under a key with this shape. A map of names holds entries, and none of its names is a key of an entry
 * itself: that would be an entry.
 */
function couldBe(value: unknown, shape: string, namesAbove: string, shapes: Shapes): boolean {
  if (shape === '') return true;
  if (!shape.startsWith('*')) return isRecord(value) ? hasKeyOf(value, shape, shapes) : value !== null;
  return (
    isRecord(value) &&
    !isEmpty(value) &&
    Object.values(value).every(entry => entry === null || isRecord(entry)) &&
    ![shape.slice(1), namesAbove].some(entry => hasKeyOf(value, entry, shapes))
  );
}

/** Of what has no keys of ours, none is there. */
function hasKeyOf(value: unknown, shape: string, shapes: Shapes): boolean {
  return shape !== '' && isRecord(value) && keysOf(shapes, shape).some(key => Object.hasOwn(value, key));
}

function isEmpty(value: unknown): boolean {
  return value === null || (isRecord(value) && Object.keys(value).length === 0);
}
