/** The recorded exchanges of one version and scenario. */
import { existsSync, readFileSync } from 'node:fs';
import { isRecord } from '../../../src/guards.js';

const RECORDED = new URL('../../fixtures/recorded/', import.meta.url);

export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly as: string;
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly accept: string | undefined;
  readonly note: string | undefined;
  readonly setting: string | undefined;
  /** Of a list of people whose body was not kept. */
  readonly total: string | undefined;
  readonly file: string | undefined;
  readonly body: () => string | undefined;
}

const text = (value: unknown): string | undefined => (value === undefined || value === null ? undefined : String(value));

/** All exchanges in the order of asking; none when there is no such recording. */
export function exchanges(version: string, scenario: string): Exchange[] {
  const folder = new URL(`${version}/${scenario}/`, RECORDED);
  const index = new URL('exchanges.json', folder);
  if (!existsSync(index)) return [];
  const list: unknown = JSON.parse(readFileSync(index, 'utf8'));
  return Array.isArray(list) ? list.filter(isRecord).map(entry => exchange(entry, folder)) : [];
}

function exchange(entry: Readonly<Record<string, unknown>>, folder: URL): Exchange {
  const file = text(entry.file);
  let body: string | undefined;
  return {
    method: String(entry.method),
    path: String(entry.path),
    as: String(entry.as),
    status: Number(entry.status),
    headers: new Map(Object.entries(isRecord(entry.headers) ? entry.headers : {}).map(([name, value]) => [name, String(value)])),
    accept: text(entry.accept),
    note: text(entry.note),
    setting: text(entry.setting),
    total: text(entry.total),
    file,
    body: () => {
      if (file !== undefined) body ??= readFileSync(new URL(file, folder), 'utf8');
      return body;
    },
  };
}
