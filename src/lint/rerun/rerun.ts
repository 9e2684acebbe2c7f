/** Lint again and again while somebody types: a rule is run again only when something has changed that it read. */
import type { Content, DeclarationFile, Declarations, ReadFile } from '../../declarations/model.js';
import { type Lint, type LintInput, type LintResult, lint } from '../lint.js';
import { type Seen, seenIn } from '../seen.js';
import { changedMembers, changedParts } from './changed.js';
import { readLog } from './read-log.js';
import { watchedContent, watchedMembers } from './watched.js';

export interface Rerun {
  /** The file with its reads noted: for those that are being edited. What is made of it goes to `lint`. */
  watched(file: ReadFile): ReadFile;
  /** Finds the same as `lint`, and faster when only some keys of watched files have changed since the last call. */
  readonly lint: Lint;
}

/** A session that remembers the last run. It holds what it has read for good: one for each repository in the editor. */
export function rerun(): Rerun {
  const log = readLog();
  const contents = new WeakMap<DeclarationFile, Content>();
  let last: { readonly input: LintInput; readonly seen: Seen; readonly found: LintResult['found'] } | undefined;

  /** Parts that differ; undefined: much does. */
  function changed(before: Declarations, after: Declarations): ReadonlySet<string> | undefined {
    if (before.files.length !== after.files.length) return undefined;
    const pairs = after.files.flatMap((file, index) => (file === before.files[index] ? [] : [{ file, old: before.files[index] }]));
    const parts = pairs.map(({ file, old }) => {
      const [one, other] = [old === undefined ? undefined : contents.get(old), contents.get(file)];
      return one === undefined || other === undefined || old?.path !== file.path ? undefined : changedParts(one, other);
    });
    if (!parts.every(part => part !== undefined)) return undefined;
    const members = pairs.length === 0 ? [] : changedMembers(before, after, new Set(pairs.map(({ file }) => file.path)));
    return new Set([...parts.flat(), ...members]);
  }

  /** Rules whose findings are what they were. */
  function kept(input: LintInput): LintResult['found'] {
    if (last === undefined || !isSame(last.input, input, BESIDE)) return new Map();
    const parts = changed(last.input.declarations, input.declarations);
    if (parts === undefined) return new Map();
    const readers = log.readersOf(parts);
    // Whatever it is made of, every rule has it.
    if (readers.has('policy')) return new Map();
    const before = new Set(last.input.rules);
    const still = input.rules.filter(rule => before.has(rule) && rule.stage !== 'last' && !readers.has(rule.id));
    const ids = new Set(still.map(({ id }) => id));
    return new Map([...last.found].filter(([id]) => ids.has(id)));
  }

  return {
    watched: read => {
      if (read.content === null) return read;
      contents.set(read.file, read.content);
      return { ...read, content: watchedContent(read.content, log.note) };
    },
    lint: input => {
      const seen = last !== undefined && isSame(last.input, input, EVIDENCE) ? last.seen : seenIn(input);
      const declarations = watchedMembers(input.declarations, log.note);
      const result = lint({ ...input, declarations, seen, watch: log, kept: kept(input) });
      last = { input, seen, found: result.found };
      return result;
    },
  };
}

/** What findings rest on besides the declarations, each read anew only when it has changed. */
const EVIDENCE = ['snapshot', 'site', 'url'] as const;
const BESIDE = [...EVIDENCE, 'now', 'preset', 'configured', 'baseline', 'base'] as const;

function isSame(one: LintInput, other: LintInput, keys: readonly (keyof LintInput)[]): boolean {
  return keys.every(key => one[key] === other[key]);
}
