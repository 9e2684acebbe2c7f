/** What an editor shows with our schemas: help for every key, every key to choose from, nothing on what is right. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import glob from 'fast-glob';
import { expect, it } from 'vitest';
import type { DocumentPath } from '../../src/finding.js';
import { isRecord } from '../../src/guards.js';
import { linesOf } from '../../src/text/position.js';
import { parseYaml } from '../../src/text/yaml.js';
import { openYamlServer, type Position, ROOT } from './yaml-server.js';

const FILES = glob.sync('examples/*/{purposelint.yaml,privacy/**/*.yaml}', { cwd: ROOT }).sort();

/** Paths of all keys of a document. */
function keysIn(value: unknown, path: DocumentPath = []): DocumentPath[] {
  if (Array.isArray(value)) return value.flatMap((entry, index) => keysIn(entry, [...path, index]));
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => [[...path, key], ...keysIn(inner, [...path, key])]);
}

/** Where each key stands, in the positions of the protocol; the examples have no character outside of the basic plane. */
function positionsOf(text: string): Map<string, Position> {
  const document = parseYaml(text);
  const lines = linesOf(text);
  const places = keysIn(document.value).map((path): [string, Position] => {
    const { line, column } = lines.position((document.rangeOf(path, 'key')?.start ?? 0) + 1);
    return [path.join('/'), { line: line - 1, character: column - 1 }];
  });
  return new Map(places);
}

it('the examples have no fault, and every key in them its help', async () => {
  const editor = await openYamlServer();
  const faults: unknown[] = [];
  const without: string[] = [];
  let keys = 0;
  for (const file of FILES) {
    const text = readFileSync(join(ROOT, file), 'utf8');
    for (const { message, range } of await editor.open(file, text)) faults.push([file, range.start.line + 1, message]);
    for (const [path, position] of positionsOf(text)) {
      keys += 1;
      const help = await editor.hover(file, position);
      // A title, and a sentence below it.
      if (!/^#### .+\n\n.+\./su.test(help)) without.push(`${file}: ${path}: ${help}`);
    }
  }
  expect(FILES.length).toBeGreaterThan(25);
  expect(keys).toBeGreaterThan(1000);
  expect(faults).toEqual([]);
  expect(without).toEqual([]);
});
