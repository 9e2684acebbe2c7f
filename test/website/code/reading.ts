/** Reads pieces of code and says what was found, a line for each send. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { linesOf } from '../../../src/text/position.js';
import { type CodeReading, readScripts } from '../../../src/website/code/index.js';
import { fileKind } from '../../../src/website/file-kinds.js';
import type { Script, Send } from '../../../src/website/site.js';

const FIXTURES = join(import.meta.dirname, '../../fixtures/website/code');

/** The text of a fixture: a file of a website whose name has `.txt` after it, so that no tool takes it for code of ours. */
export function fixture(name: string): string {
  return readFileSync(join(FIXTURES, `${name}.txt`), 'utf8');
}

export function scriptOf(path: string, text: string): Script {
  const kind = fileKind(path);
  return kind?.is === 'code' ? { path, text, dialect: kind.dialect } : { path, text, dialect: 'js', inline: true };
}

export interface Around {
  readonly helpers?: readonly string[];
  /** Files that are no scripts to be read, by path. */
  readonly others?: Readonly<Record<string, string>>;
  /** Gets the paths of those that were read. */
  readonly read?: Set<string>;
}

export function readAll(scripts: readonly Script[], { helpers = [], others = {}, read = new Set() }: Around = {}): CodeReading[] {
  const host = {
    readText: (path: string) => {
      if (Object.hasOwn(others, path)) read.add(path);
      return Object.hasOwn(others, path) ? others[path] : undefined;
    },
    exists: (path: string) => path in others,
  };
  const readings = readScripts(scripts, { helpers, host });
  return scripts.map(script => readings.get(script) ?? { sends: [], notes: [] });
}

/** What one file sends: `line:column what key how certainty`, then whatever else is said of it. */
export function told(path: string, text: string, around?: Around): string[] {
  return toldOf(scriptOf(path, text), around);
}

export function toldOf(script: Script, around?: Around): string[] {
  const lines = linesOf(script.text);
  return (readAll([script], around)[0]?.sends ?? []).map(send => line(send, lines.position(send.start)));
}

/** What several files send together, each line after the path. */
export function toldTogether(files: Readonly<Record<string, string>>, around?: Around): string[] {
  const scripts = Object.entries(files).map(([path, text]) => scriptOf(path, text));
  return readAll(scripts, around).flatMap(({ sends }, index) => {
    const { path, text } = scripts[index] ?? scriptOf('', '');
    return sends.map(send => `${path}:${line(send, linesOf(text).position(send.start))}`);
  });
}

/** Only the keys, with the certainty where they do not stand there as such; calls and addresses by themselves are left out. */
export function keysTold(path: string, text: string, around?: Around): string[] {
  const sends = readAll([scriptOf(path, text)], around)[0]?.sends ?? [];
  return sends.filter(({ what }) => what !== 'tracking').map(keyOf);
}

function keyOf({ what, key, certainty }: Send): string {
  const mark = what === 'tag' ? '#' : what === 'tag_removed' ? '#-' : '';
  return `${mark}${key}${certainty === 'literal' ? '' : ` (${certainty})`}`;
}

function line(send: Send, { line, column }: { readonly line: number; readonly column: number }): string {
  const { what, key, how, certainty, form, gate, inUrl, insecure, value, helper } = send;
  const more = [
    form === undefined ? '' : `form=${form}`,
    gate ?? '',
    inUrl === true ? 'in-url' : '',
    insecure === true ? 'insecure' : '',
    value === undefined ? '' : `value=${value}`,
    helper === undefined ? '' : `helper=${helper}`,
  ];
  return [`${line}:${column}`, what, key === '' ? '-' : key, how, certainty, ...more.filter(text => text !== '')].join(' ');
}
