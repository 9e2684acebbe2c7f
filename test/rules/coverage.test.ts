/** What holds for every rule when Mautic does not show all: what it then does not find, it is said to have not looked for. */
import { expect, it } from 'vitest';
import { rules } from '../../rules/index.js';
import { KINDS, type Kind } from '../../src/items.js';
import type { Rule } from '../../src/lint/rule.js';
import type { Coverage } from '../../src/mautic/snapshot.js';
import { type ExampleInput, presetOf } from '../../src/output/example.js';
import { lintExample } from './examples.js';

type State = 'absent' | 'partial';

/** The example as it looks when a kind was not shown, or when nobody knows whether all of it was. Questions come with their forms. */
function without(example: ExampleInput, kind: Kind, state: State): ExampleInput {
  const hidden: ReadonlySet<string> = new Set(kind === 'form' ? ['form', 'form_field'] : [kind]);
  const { items = [], uses = [], coverage = [] } = example;
  const short = KINDS.filter(of => hidden.has(of)).map((of): Coverage => ({ of, state, rows: 0, why: ['refused'] }));
  const all = { ...example, coverage: [...coverage.filter(({ of }) => !hidden.has(of)), ...short] };
  if (state === 'partial') return all;
  return {
    ...all,
    items: items.filter(item => !hidden.has(item.kind)),
    uses: uses.filter(({ from }) => !hidden.has(from.slice(0, from.indexOf(':')))),
  };
}

function judged(rule: Rule, example: ExampleInput): { found: number; isTold: boolean } {
  const { findings, notRun } = lintExample(example, presetOf(rule), true, [rule]);
  return { found: findings.length, isTold: notRun.some(entry => entry.rule === rule.id) };
}

it.each(['absent', 'partial'] as const)('a rule that finds less because a kind was %s says so', state => {
  // Rules of the last stage judge what others found.
  const silent = rules.flatMap(rule => {
    const { bad } = rule.examples;
    if (rule.stage === 'last') return [];
    const all = judged(rule, bad).found;
    return KINDS.flatMap(kind => {
      const { found, isTold } = judged(rule, without(bad, kind, state));
      return found < all && !isTold ? [`${rule.id} without ${kind}`] : [];
    });
  });
  expect(silent).toEqual([]);
});
