/** Recorded answers of real instances, and what tests make of them. */
import { readdirSync, readFileSync } from 'node:fs';
import { writeSnapshot } from '../../src/mautic/canonical.js';
import { type AnswerFile, type Reading, type ReadOptions, readAnswers } from '../../src/mautic/read-answers.js';
import type { Coverage, Item, Snapshot, Use } from '../../src/mautic/snapshot.js';

const FIXTURES = new URL('../fixtures/', import.meta.url);
export const MODIFIED = '2026-11-25T03:30:00.000Z';

export function fixture(path: string): Buffer {
  return readFileSync(new URL(path, FIXTURES));
}

export function file(path: string, modified = MODIFIED): AnswerFile {
  return { path, bytes: fixture(path), modified };
}

/** Files of a folder below the fixtures, without folders inside. */
export function folder(path: string, wanted: (name: string) => boolean = () => true): AnswerFile[] {
  const entries = readdirSync(new URL(`${path}/`, FIXTURES), { withFileTypes: true });
  const names = entries.filter(entry => entry.isFile() && wanted(entry.name)).map(entry => entry.name);
  return names.sort().map(name => file(`${path}/${name}`));
}

export function bodies(scenario: string, wanted?: (name: string) => boolean): AnswerFile[] {
  return folder(`recorded/${scenario}/bodies`, wanted);
}

export function answer(value: unknown, path = 'answer.json'): AnswerFile {
  return { path, bytes: new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value)), modified: MODIFIED };
}

export function read(files: Iterable<AnswerFile>, options?: ReadOptions): Promise<Reading> {
  return readAnswers(files, options);
}

/** A snapshot of values as API answers, one file each. */
export async function snapshotOf(...values: readonly unknown[]): Promise<Snapshot> {
  return (await readAnswers(values.map((value, position) => answer(value, `answer-${position}.json`)))).snapshot;
}

export function textOf(snapshot: Snapshot): string {
  return [...writeSnapshot(snapshot)].join('');
}

/** All lines but the circumstances. */
export function contentOf(snapshot: Snapshot): string {
  return textOf(snapshot).replace(/^"made":.*\n/mu, '');
}

export function entryOf(snapshot: Snapshot, of: string): Coverage | undefined {
  return snapshot.coverage.find(entry => entry.of === of);
}

/** `kind:#id`, the item or a failed test. */
export function itemOf(snapshot: Snapshot, kind: string, id: number): Item {
  const item = snapshot.items.find(entry => entry.kind === kind && entry.id === id);
  if (item === undefined) throw new Error(`no ${kind} ${id}`);
  return item;
}

export function usesOf(snapshot: Snapshot, from: string): Use[] {
  return snapshot.uses.filter(use => use.from === from);
}
