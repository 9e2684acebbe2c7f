/** What the schema expects at a path: a definition, a map of names, or nothing that has a name. */
import type { DocumentPath } from '../finding.js';
import type { Shapes } from '../generated/declaration.shapes.js';

/** Shape of the value at a path; `*` in front: a map whose keys are names. Undefined where the schema knows no such key. */
export function shapeAt(shapes: Shapes, path: DocumentPath): string | undefined {
  let shape: string | undefined = '';
  for (const step of path) {
    if (shape === undefined) return undefined;
    shape = stepInto(shapes, shape, step);
  }
  return shape;
}

/** Shape one step further in. Entries of a list have the shape of the list, unless the definition says otherwise. */
export function stepInto(shapes: Shapes, shape: string, step: string | number): string | undefined {
  if (shape.startsWith('*')) return shape.slice(1);
  const keys = shapes[shape];
  if (typeof step === 'number') return keys?.['[]'] ?? shape;
  return keys !== undefined && Object.hasOwn(keys, step) ? keys[step] : undefined;
}

/** The keys that a map of ours may have. */
export function keysOf(shapes: Shapes, shape: string): readonly string[] {
  return Object.keys(shapes[shape] ?? {}).filter(key => key !== '[]');
}
