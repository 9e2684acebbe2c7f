/** Rows out of the answers taken from real life. */
import { readFileSync } from 'node:fs';
import { isRecord } from '../../../src/guards.js';
import { keyOf, rowsOf } from '../../../src/mautic/texts.js';

function answer(name: string, call: string): unknown {
  const file: unknown = JSON.parse(readFileSync(new URL(`../../fixtures/cases/${name}.json`, import.meta.url), 'utf8'));
  return keyOf(file, call);
}

/** The filter rows of a segment: of the only one, or of the id given. */
export function caseRows(name: string, id?: string): unknown {
  const lists = keyOf(answer(name, 'GET /api/segments'), 'lists');
  const segment = id === undefined ? rowsOf(lists)[0] : isRecord(lists) ? lists[id] : undefined;
  return keyOf(segment, 'filters');
}

export function caseAnswer(name: string, call: string, ...path: readonly string[]): unknown {
  return path.reduce((value, key) => (Array.isArray(value) ? value[Number(key)] : keyOf(value, key)), answer(name, call));
}
