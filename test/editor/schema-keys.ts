/** The keys that a schema allows at a place, by following it as an editor does. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRecord, type UnknownRecord } from '../../src/guards.js';
import { ROOT } from './yaml-server.js';

/** Steps are keys of ours, `*` for any name, `0` for an entry of a list. */
export function keysAllowedAt(name: string, path: readonly string[]): string[] {
  const whole: UnknownRecord = JSON.parse(readFileSync(join(ROOT, 'schemas', name), 'utf8'));
  let schema = whole;
  for (const step of path) {
    const next = childOf(resolved(schema, whole), step);
    if (!isRecord(next)) throw new Error(`${path.join('/')}: nothing at ${step}`);
    schema = next;
  }
  return Object.keys(Object(resolved(schema, whole).properties));
}

function childOf({ properties, additionalProperties, items }: UnknownRecord, step: string): unknown {
  if (step === '*') return additionalProperties;
  return step === '0' ? items : isRecord(properties) ? properties[step] : undefined;
}

/** Follows references, and into the branch of a choice that is a map. */
function resolved(schema: UnknownRecord, whole: UnknownRecord): UnknownRecord {
  const { $ref, $defs: _, anyOf, oneOf } = schema;
  if (typeof $ref === 'string') {
    const target: unknown = Object(whole.$defs)[$ref.replace('#/$defs/', '')];
    if (!isRecord(target)) throw new Error(`no ${$ref}`);
    return resolved(target, whole);
  }
  const branches = [anyOf, oneOf].flatMap(list => (Array.isArray(list) ? list : [])).filter(isRecord);
  const map = branches.map(branch => resolved(branch, whole)).find(({ properties }) => properties !== undefined);
  return schema.properties === undefined && map !== undefined ? map : schema;
}
