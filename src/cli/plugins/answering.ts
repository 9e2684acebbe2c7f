/** Questions to the team's own rules → answers. Runs in the thread. */
import { rules as builtIn } from '../../../rules/index.js';
import { buildDeclarations } from '../../declarations/build.js';
import type { Declarations } from '../../declarations/model.js';
import type { RuleFinding } from '../../finding.js';
import { isRecord } from '../../guards.js';
import type { Baseline } from '../../lint/baseline/baseline.js';
import { readBaseline } from '../../lint/baseline/read.js';
import type { SideInput } from '../../lint/changes/sides.js';
import { type LintResult, lint } from '../../lint/lint.js';
import type { Rule, RuleContext } from '../../lint/rule.js';
import { lintExample, presetOf } from '../../output/example.js';
import type { SourceText } from '../../text/document.js';
import { areFindings, filesOf, findingMisfits } from './finding-shape.js';
import type { Answer, BaseInput, PolicyInput, Question } from './protocol.js';
import { type Described, isDescribed, ruleMisfits } from './rule-shape.js';
import type { Running } from './run-modules.js';
import { below, type Misfit } from './shapes.js';

/** Only their names and settings are of matter to the others. */
const SILENT: readonly Rule[] = builtIn.map(rule => ({ ...rule, check: () => [] }));

class Misfitting extends Error {
  constructor(readonly misfits: readonly Misfit[]) {
    super('what was returned does not fit');
  }
}

/** A function that answers, and keeps what was loaded. */
export function answering({ defaultOf, detailOf }: Running): (question: Question) => Answer {
  const known = new Map<string, Rule>();
  let contexts: ReadonlyMap<string, RuleContext> = new Map();

  function load(path: string): readonly Described[] {
    const exported = defaultOf(path);
    const list = Array.isArray(exported) ? exported : [exported];
    const described = list.map((raw: unknown, index) => {
      const at = Array.isArray(exported) ? `default[${index}]` : '';
      if (!isRecord(raw)) throw new Misfitting([{ at: at || 'default', expected: 'rule' }]);
      const { check, ...rest } = raw;
      const plain: unknown = asData(rest);
      if (typeof check !== 'function') throw new Misfitting([{ at: below(at, 'check'), expected: 'function' }]);
      if (!isDescribed(plain)) throw new Misfitting(ruleMisfits(plain).map(misfit => ({ ...misfit, at: below(at, misfit.at) })));
      const rule: Rule = { ...plain, check: context => checked(asData(Reflect.apply(check, raw, [context])), context) };
      // The first one of two: the program tells that there are two.
      if (!known.has(plain.id)) known.set(plain.id, rule);
      return plain;
    });
    if (described.length === 0) throw new Misfitting([{ at: 'default', expected: 'rule' }]);
    return described;
  }

  /** Makes the context of each rule, as the program would, without running any. */
  function take(input: PolicyInput, ids: readonly string[]): readonly string[] {
    const found = new Map<string, RuleContext>();
    const listening = ids.flatMap(id => known.get(id) ?? []).map(rule => listener(rule, context => found.set(rule.id, context)));
    const { preset, configured, now, snapshot } = input;
    lint({
      declarations: { ...buildDeclarations(input.sources), problems: input.problems },
      snapshot,
      now,
      preset,
      configured,
      rules: [...SILENT, ...listening],
      baseline: baselineIn(input.baseline),
      ...(input.site === undefined ? {} : { site: input.site }),
      ...(input.url === undefined ? {} : { url: input.url }),
      ...(input.base === undefined ? {} : { base: sideIn(input.base) }),
    });
    contexts = found;
    return [...found.keys()];
  }

  function check(id: string): readonly RuleFinding[] {
    const [rule, context] = [known.get(id), contexts.get(id)];
    return rule === undefined || context === undefined ? [] : rule.check(context);
  }

  function example(id: string, which: 'bad' | 'good'): readonly RuleFinding[] {
    const rule = known.get(id);
    if (rule === undefined) return [];
    const result: LintResult = lintExample(rule.examples[which], [...SILENT, rule], { preset: presetOf(rule) });
    const failure = result.failures.at(0);
    if (failure !== undefined) throw failure.cause;
    return result.findings;
  }

  function answer(question: Question): unknown {
    switch (question.do) {
      case 'start':
        return null;
      case 'load':
        return load(question.path);
      case 'policy':
        return take(question.input, question.rules);
      case 'check':
        return check(question.rule);
      case 'example':
        return example(question.rule, question.which);
    }
  }

  return question => {
    try {
      return { ok: answer(question) };
    } catch (error) {
      return { fault: error instanceof Misfitting ? { is: 'misfits', misfits: error.misfits } : { is: 'threw', detail: detailOf(error) } };
    }
  };
}

/** A rule that takes its context, and finds nothing. */
function listener(rule: Rule, take: (context: RuleContext) => void): Rule {
  return {
    ...rule,
    check: context => {
      take(context);
      return [];
    },
  };
}

function checked(value: unknown, context: RuleContext): readonly RuleFinding[] {
  const files = filesOf(context);
  if (!areFindings(value, files)) throw new Misfitting(findingMisfits(value, files));
  return value;
}

/** As data, without code and what else cannot be sent. */
function asData(value: unknown): unknown {
  const text = JSON.stringify(value);
  return text === undefined ? undefined : JSON.parse(text);
}

function baselineIn(source: SourceText | null): Baseline | null {
  return source === null ? null : readBaseline(source);
}

function sideIn({ sources, snapshot, baseline, severities }: BaseInput): SideInput {
  const declarations: Declarations = buildDeclarations(sources);
  return { declarations, snapshot, baseline: baselineIn(baseline), ...(severities === undefined ? {} : { severities }) };
}
