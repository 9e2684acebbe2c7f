/** What is found while somebody types is what is found anew, whatever was changed in whatever order; and little is run again for a sentence. */
import { describe, expect, it } from 'vitest';
import { rules } from '../../../rules/index.js';
import { mergeFiles } from '../../../src/declarations/merge.js';
import { readFile } from '../../../src/declarations/read-file.js';
import { isRecord } from '../../../src/guards.js';
import { type LintInput, type LintResult, lint } from '../../../src/lint/lint.js';
import { purposesIn } from '../../../src/lint/policy.js';
import { rerun } from '../../../src/lint/rerun/rerun.js';
import type { Example, Rule } from '../../../src/lint/rule.js';
import { baselineOf, siteOf, snapshotOf } from '../../../src/output/example.js';
import { parseYaml } from '../../../src/text/yaml.js';

type Beside = Omit<LintInput, 'declarations'>;
type Texts = Readonly<Record<string, string>>;

const PLAIN = { now: '2026-11-25', preset: 'strict', rules, configured: new Map() } as const;

/** A session in which every file is being edited: each reading of its texts is held against a run that knows nothing of those before. */
function session(beside: Beside) {
  const { watched, lint: again } = rerun();
  const made = { entries: new WeakMap(), references: new WeakMap() };
  const read = new Map<string, { text: string; file: ReturnType<typeof readFile> }>();
  return (texts: Texts): LintResult => {
    const files = Object.entries(texts).map(([path, text]) => {
      const before = read.get(path);
      const now = before?.text === text ? before : { text, file: watched(readFile({ path, text })) };
      read.set(path, now);
      return now.file;
    });
    const result = again({ ...beside, declarations: mergeFiles(files, made) });
    const fresh = lint({ ...beside, declarations: mergeFiles(Object.entries(texts).map(([path, text]) => readFile({ path, text }))) });
    expect({ findings: result.findings, notRun: result.notRun }).toEqual({ findings: fresh.findings, notRun: fresh.notRun });
    return result;
  };
}

/** The same with one value gone, and with one value that is another, for each value at each depth. */
function* changes(value: unknown): Generator<unknown> {
  if (Array.isArray(value)) {
    if (value.length > 0) yield value.slice(1);
    for (const [index, one] of value.entries()) for (const other of changes(one)) yield value.with(index, other);
  } else if (isRecord(value)) {
    for (const [key, one] of Object.entries(value)) {
      const { [key]: _, ...others } = value;
      yield others;
      for (const other of changes(one)) yield { ...value, [key]: other };
    }
  } else if (typeof value === 'boolean') yield !value;
  else if (typeof value === 'number') yield value + 1;
  else if (typeof value === 'string') yield `${value}x`;
}

const besideOf = (example: Example): Beside => ({
  ...PLAIN,
  snapshot: snapshotOf(example),
  baseline: baselineOf(example),
  site: siteOf(example),
});

const EXAMPLES = rules.flatMap(({ id, examples }) => [
  { id: `${id}, bad`, example: examples.bad },
  { id: `${id}, good`, example: examples.good },
]);

describe('the same is found as anew', () => {
  it.each(EXAMPLES)('after each change to the example of $id', ({ example }) => {
    const at = session(besideOf(example));
    const text = `version: 1\n${example.declarations}`;
    at({ 'a.yaml': text });
    for (const change of changes(parseYaml(example.declarations).value)) {
      if (isRecord(change)) at({ 'a.yaml': JSON.stringify({ version: 1, ...change }) });
    }
    at({ 'a.yaml': text });
  });
});

describe('run again is', () => {
  /** A rule that tells what it reads, and how often it has been asked. */
  function counted(id: string, read: Rule['check']): { rule: Rule; runs: () => number } {
    const [first] = rules;
    if (first === undefined) throw new Error('no rules');
    let runs = 0;
    const check: Rule['check'] = context => {
      runs += 1;
      return read(context);
    };
    const { needs, per, stage, ...plain } = first;
    return { rule: { ...plain, id, check }, runs: () => runs };
  }

  const reasons = counted('reasons', ({ declarations }) =>
    declarations.items.tag.map(({ identity, place, value }) => ({ subject: identity, place, data: { text: value.why ?? '' } })),
  );
  const states = counted('states', ({ policy }) =>
    policy.entries.map(entry => ({ subject: entry.identity, place: entry.place, data: { reason: policy.standingOf(entry).state } })),
  );
  const purposes = counted('purposes', ({ policy }) =>
    policy.entries.map(entry => {
      const reason = purposesIn(policy.standingOf(entry)).join();
      return { subject: entry.identity, place: entry.place, data: { reason } };
    }),
  );
  const budgets = counted('budgets', ({ declarations }) =>
    declarations.budget.place === null ? [] : [{ subject: 'budget', place: declarations.budget.place, data: {} }],
  );
  const all = [reasons, states, purposes, budgets];
  const at = session({ ...PLAIN, rules: all.map(({ rule }) => rule), snapshot: null });
  const other = 'version: 1\nstages:\n  lead: {purposes: [news]}';
  const text = (tag: string, more = ''): Texts => ({ 'a.yaml': `version: 1\ntags:\n  vip: ${tag}\n${more}`, 'b.yaml': other });

  // Each is run twice for each change: once by the session, once anew.
  const runs = (change: () => void): number[] => {
    const before = all.map(counter => counter.runs());
    change();
    return all.map((counter, index) => counter.runs() - (before[index] ?? 0) - 1);
  };

  it.each<[string, Texts, number[]]>([
    ['everything at first', text('{why: Guests, purposes: [news]}'), [1, 1, 1, 1]],
    ['nothing, when nothing has changed', text('{why: Guests, purposes: [news]}'), [0, 0, 0, 0]],
    ['who reads the reason', text('{why: Guests of honour, purposes: [news]}'), [1, 0, 0, 0]],
    ['nobody, for what nobody reads', text('{why: Guests of honour, purposes: [news], note: x}'), [0, 0, 0, 0]],
    ['who reads the purposes', text('{why: Guests of honour, purposes: [menu], note: x}'), [0, 0, 1, 0]],
    ['who reads a block', text('{why: Guests of honour, purposes: [menu], note: x}', 'budget: {fields: 3}'), [0, 0, 0, 1]],
    [
      'all, for an entry more',
      text('{why: Guests of honour, purposes: [menu], note: x}\n  press: {}', 'budget: {fields: 3}'),
      [1, 1, 1, 1],
    ],
    [
      'all, for purposes where there were none',
      text('{purposes: [menu]}\n  press: {purposes: [menu]}', 'budget: {fields: 3}'),
      [1, 1, 1, 1],
    ],
    ['all, for a text that cannot be read', text('{why: ', ''), [1, 1, 1, 1]],
  ])('%s', (_, texts, expected) => {
    expect(runs(() => at(texts))).toEqual(expected);
  });
});
