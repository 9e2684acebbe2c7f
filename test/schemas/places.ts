/** Nodes of our own schemas, and their words. */
import { readFileSync } from 'node:fs';
import { isRecord, type UnknownRecord } from '../../src/guards.js';

/** A node of a schema, and where it stands as a JSON pointer. */
export interface Place {
  readonly pointer: string;
  readonly schema: UnknownRecord;
}

export function read(path: string): string {
  return readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
}

export function schemaOf(name: string): UnknownRecord {
  const schema: unknown = JSON.parse(read(`schemas/${name}.v1.json`));
  if (!isRecord(schema)) throw new Error(`${name} is no schema`);
  return schema;
}

export function child(schema: UnknownRecord, key: string): UnknownRecord {
  const value = schema[key];
  return isRecord(value) ? value : {};
}

function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** Every subschema: those of maps (`properties`, `$defs`), of lists (`anyOf`) and single ones. */
export function places(schema: UnknownRecord, pointer = ''): Place[] {
  const found: Place[] = [{ pointer, schema }];
  for (const keyword of ['properties', '$defs', 'patternProperties', 'anyOf']) {
    for (const [key, value] of Object.entries(schema[keyword] ?? {})) {
      if (isRecord(value)) found.push(...places(value, `${pointer}/${keyword}/${escaped(key)}`));
    }
  }
  for (const keyword of ['items', 'additionalProperties']) {
    if (isRecord(schema[keyword])) found.push(...places(schema[keyword], `${pointer}/${keyword}`));
  }
  return found;
}

export function isProperty({ pointer }: Place): boolean {
  return /\/properties\/[^/]+$/u.test(pointer);
}

export function isDefinition({ pointer }: Place): boolean {
  return /^\/\$defs\/[^/]+$/u.test(pointer);
}

/** The text of a place: its own, else that of the definition it refers to. */
export function withText(root: UnknownRecord, schema: UnknownRecord): UnknownRecord {
  const name = typeof schema.$ref === 'string' ? schema.$ref.replace('#/$defs/', '') : undefined;
  return name === undefined ? schema : { ...withText(root, child(child(root, '$defs'), name)), ...schema };
}
