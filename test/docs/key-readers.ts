/** Which rules read which key of declarations: a run over the examples of all rules, in which every read is noted. */
import { rules } from '../../rules/index.js';
import { mergeFiles } from '../../src/declarations/merge.js';
import type { Block, Declarations } from '../../src/declarations/model.js';
import { readFile } from '../../src/declarations/read-file.js';
import { isRecord } from '../../src/guards.js';
import { DECLARED_KINDS } from '../../src/items.js';
import { lint } from '../../src/lint/lint.js';
import { readLog } from '../../src/lint/rerun/read-log.js';
import { baselineOf, baseOf, type ExampleInput, siteOf, snapshotOf } from '../../src/output/example.js';

type Note = (key: string) => void;

/** Where names stand, and no keys of ours. */
const OF_NAMES: ReadonlySet<string> = new Set([
  ...DECLARED_KINDS.map(({ section }) => section),
  ...['purposes', 'notices', 'recipients', 'systems', 'forms.*.fields', 'instance.plugins', 'instance.themes', 'tracking.website.cookies'],
]);

/** The same value, in which each read of a key is noted, however deep: `purposes.*.consent.proof`. */
function watched<T>(value: T, path: string, note: Note): T {
  if (Array.isArray(value) || isRecord(value)) {
    const noted = (key: string | symbol): string => {
      if (typeof key === 'symbol' || Array.isArray(value)) return path;
      const own = OF_NAMES.has(path) ? `${path}.*` : path === '' ? key : `${path}.${key}`;
      note(own);
      return own;
    };
    return new Proxy(value, {
      get: (target, key) => {
        const own = noted(key);
        const inner: unknown = Reflect.get(target, key);
        return watched(inner, own, note);
      },
      has: (target, key) => {
        noted(key);
        return Reflect.has(target, key);
      },
    });
  }
  return value;
}

/** Blocks are made of copies of what files hold. */
function watchedBlock<T>(block: Block<T>, path: string, note: Note): Block<T> {
  return { ...block, value: watched(block.value, path, note) };
}

function watchedDeclarations(text: string, note: Note): Declarations {
  const read = readFile({ path: 'example.yaml', text });
  const merged = mergeFiles([{ ...read, content: watched(read.content, '', note) }]);
  return {
    ...merged,
    organisation: watchedBlock(merged.organisation, 'organisation', note),
    instance: watchedBlock(merged.instance, 'instance', note),
    rights: watchedBlock(merged.rights, 'rights', note),
    budget: watchedBlock(merged.budget, 'budget', note),
  };
}

export interface KeyReaders {
  /** Rules that read a key, however it is asked for: `purposes.*.consent.proof`. */
  of(key: string): ReadonlySet<string>;
  /** Every key that was read below one. */
  below(key: string): readonly string[];
}

/** The rules that read each key, in whatever they share. What `schema-valid` reads is whether something is written at all. */
export function keyReaders(examples: readonly ExampleInput[]): KeyReaders {
  const log = readLog();
  const keys = new Set<string>();
  const note: Note = key => {
    keys.add(key);
    log.note(key);
  };
  for (const example of examples) {
    const base = baseOf(example);
    lint({
      declarations: watchedDeclarations(`version: 1\n${example.declarations}`, note),
      snapshot: snapshotOf(example),
      baseline: baselineOf(example),
      site: siteOf(example),
      ...(base === undefined ? {} : { base }),
      now: example.now ?? '2026-11-25',
      preset: 'strict',
      rules,
      configured: new Map(),
      watch: log,
    });
  }
  const judging = new Set(rules.map(({ id }) => id).filter(id => id !== 'schema-valid'));
  return {
    of: key => new Set([...log.readersOf(new Set([key]))].filter(name => judging.has(name))),
    below: key => [...keys].filter(other => other.startsWith(`${key}.`)),
  };
}
