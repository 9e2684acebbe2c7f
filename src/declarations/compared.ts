/** References in the form in which names are compared, so that nobody after has to think of prefixes, entities or composed letters. */
import validate from '../generated/declaration.validate.js';
import { comparableKey } from '../items.js';
import { type Correction, corrected } from './correct.js';
import type { ReadFile } from './model.js';
import type { Reference } from './references.js';

/** The files with their references so written; the same files where all are already, as nearly always. */
export function asCompared(files: readonly ReadFile[], references: readonly Reference[]): readonly ReadFile[] {
  const corrections = new Map<string, Correction[]>();
  for (const reference of references) {
    const instead = comparableText(reference);
    if (instead === reference.text) continue;
    const { file, path } = reference.place;
    const known = corrections.get(file) ?? [];
    corrections.set(file, [...known, { path, instead }]);
  }
  return corrections.size === 0 ? files : files.map(read => withTexts(read, corrections.get(read.file.path) ?? []));
}

/** Without the prefix that its place implies anyway: `notice:site` is `site` where only notices can stand. */
function comparableText({ text, named, spot: { bare } }: Reference): string {
  if (named.is !== 'named') return text;
  const isImplied = named.kind === bare && bare !== 'tag' && text.startsWith(`${bare}:`);
  return comparableKey(isImplied ? text.slice(bare.length + 1) : text);
}

function withTexts(read: ReadFile, corrections: readonly Correction[]): ReadFile {
  const content = corrected(read.content, corrections);
  return corrections.length > 0 && validate(content) ? { ...read, content } : read;
}
