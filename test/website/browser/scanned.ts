/** What the scan says of the source of a site, in the words of what arrives at Mautic. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { CodeHost } from '../../../src/website/code/index.js';
import { readFiles } from '../../../src/website/read.js';
import type { Send, SentKind } from '../../../src/website/site.js';
import { AUTOMATIC, FORMS } from './arrivals.js';

export interface Prediction {
  /** As in `arrivals.ts`; `*` stands for what is not known. Of an open set: only its first word. */
  readonly sent: string;
  readonly open: boolean;
  /** Of the tracking script or pixel: what holds it. */
  readonly gate?: Send['gate'];
  /** Where the source says so: file and what stands there. */
  readonly where: string;
}

/** The files of a folder, by their paths in it. */
export function filesOf(folder: string): ReadonlyMap<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return new Map(paths.filter(path => statSync(join(folder, path)).isFile()).map(path => [path, readFileSync(join(folder, path), 'utf8')]));
}

/** @throws when a file cannot be read as hoped: then nothing is known about it */
export async function scanned(files: ReadonlyMap<string, string>): Promise<Prediction[]> {
  const host: CodeHost = { readText: path => files.get(path), exists: path => files.has(path) };
  const sources = [...files].map(([path, text]) => ({ path, text }));
  const read = (await readFiles(sources, { helpers: [], host })).map(({ file }) => file);
  const notes = read.flatMap(file => file.notes.map(note => `${file.path}: ${note.code} ${note.detail ?? ''}`));
  if (notes.length > 0) throw new Error(notes.join('\n'));
  return read.flatMap(({ path, sends }) => sends.flatMap(send => predicted(send, path, files.get(path) ?? '')));
}

/** What each kind is called when it arrives; other kinds never reach Mautic. */
const WORDS: Readonly<Partial<Record<SentKind, string>>> = {
  contact_field: 'field',
  company_field: 'field',
  page_data: 'field',
  opaque: 'field',
  tag: 'tag',
  tag_removed: 'untag',
  form: 'form',
  form_field: 'question',
  tracking: 'tracking',
  slot: 'slot',
  focus_item: 'focus',
};

function predicted(send: Send, path: string, text: string): Prediction[] {
  const word = WORDS[send.what];
  if (word === undefined) return [];
  const where = `${path}: ${text.slice(send.start, send.end).slice(0, 60)}`;
  if (send.certainty === 'open') return [{ sent: word, open: true, where }];
  // The page view itself, and what the tracking script sends with it anyway, cannot be told apart on arrival.
  if (send.how === 'mt' && (send.key === '' || AUTOMATIC.has(send.key))) return [];
  if (send.what === 'tracking') return [{ sent: send.how === 'pixel' ? 'pixel' : 'script', open: false, where, gate: send.gate }];
  const key = send.what === 'form' ? idOf(send.key) : send.what === 'form_field' ? `${idOf(send.form ?? '*')}/${send.key}` : send.key;
  return [{ sent: `${word} ${key}`, open: false, where }];
}

/** A form by its id, or by the name in its HTML. */
const idOf = (form: string): string => [...FORMS].find(([, name]) => name === form)?.[0] ?? form;
