/** Every mistake in the declaration files that `schema-valid` tells, each once. */
import type { Declarations, Problem } from '../../declarations/model.js';
import { missingKeyProblems } from '../../declarations/required.js';
import type { DocumentPath } from '../../finding.js';
import { catalogue } from '../../generated/data.js';
import { nearOf } from '../../text/near.js';
import { valueAt } from '../places.js';
import { fittingDoubts } from '../purposes/basis-doubts.js';
import { retentionPeriodProblems } from '../retention/periods.js';
import type { RuleContext } from '../rule.js';
import { waiverSubject } from '../waivers/waivers.js';
import { itemReferenceProblems } from './references.js';

type Known = Pick<RuleContext, 'declarations' | 'snapshot' | 'policy' | 'indexes' | 'settings' | 'notRun'>;

/** Problems of the texts and values, of references to items, of keys that are missing, of periods, of rules that do not exist. */
export function fileProblems(context: Known): readonly Problem[] {
  const { declarations, policy, indexes, settings, notRun } = context;
  const explained = sensitiveWithoutGround(context);
  // Without a snapshot some rules that ask for a key do not run: then it is told here.
  const silent = new Set(notRun.filter(({ of }) => of === 'snapshot').map(({ rule }) => rule));
  return withoutEchoes([
    ...declarations.problems,
    ...policy.problems,
    ...itemReferenceProblems(declarations, indexes.byKey),
    ...missingKeyProblems(declarations, id => settings.has(id) && !silent.has(id)).filter(
      ({ subject, place }) => !(isCondition(place.path) && explained.has(subject)),
    ),
    ...retentionPeriodProblems(context),
    ...ruleProblems(declarations, settings.keys()),
  ]);
}

/** A value of the wrong type is looked at as if it had the right one; what is found inside of it then is the same mistake. */
function withoutEchoes(problems: readonly Problem[]): readonly Problem[] {
  const wrong = problems.filter(({ code }) => code === 'type').map(({ place }) => place);
  if (wrong.length === 0) return problems;
  return problems.filter(({ place }) => !wrong.some(({ file, path }) => file === place.file && isBelow(place.path, path)));
}

function isBelow(path: DocumentPath, above: DocumentPath): boolean {
  return path.length > above.length && above.every((step, index) => path[index] === step);
}

/** Items whose missing `special.condition` is explained better by basis-mismatch. */
function sensitiveWithoutGround(context: Known): ReadonlySet<string> {
  if ((context.settings.get('basis-mismatch')?.severity ?? 'off') === 'off') return new Set();
  return new Set(fittingDoubts(context).flatMap(({ subject, item }) => (item === undefined ? [] : [subject])));
}

function isCondition(path: readonly (string | number)[]): boolean {
  return path.at(-1) === 'condition' && path.at(-2) === 'special';
}

/** A waiver may also name a rule of the catalogue that this version does not have yet. */
function ruleProblems({ waivers }: Declarations, known: Iterable<string>): Problem[] {
  if (waivers.length === 0) return [];
  const ids = new Set([...known, ...Object.values(catalogue().rules).flat()]);
  const find = nearOf(ids);
  return waivers.flatMap(({ value, place }) => {
    if (place === null || value.rule === undefined || ids.has(value.rule)) return [];
    const near = find(value.rule);
    const problem = { code: 'rule', subject: waiverSubject(value), place: valueAt(place, 'rule') };
    if (near === undefined) return [{ ...problem, data: { key: value.rule } }];
    return [{ ...problem, data: { key: value.rule, near: near.name }, isOnlyNear: near.isOnly }];
  });
}
