/** Exceptions and limits: waivers, the baseline, the budget. */
import type { Entry } from '../../declarations/model.js';
import type { Budget, Waiver } from '../../generated/declaration.js';
import { type Baseline, textOf } from '../baseline/baseline.js';
import type { BranchChange } from './model.js';
import { listChange } from './own-values.js';
import type { Joined } from './sides.js';
import { named, ownSubject } from './subjects.js';

/** What `budget` counts, in its order. */
export const BUDGET_KEYS = [
  'contact_fields',
  'company_fields',
  'tags',
  'segments',
  'questions_per_form',
] as const satisfies readonly (keyof Budget)[];

/** Changes of waivers, of the baseline and of the budget. */
export function exceptionChanges({ before, after }: Joined): BranchChange[] {
  const [old, now] = [byKey(before.declarations.waivers), byKey(after.declarations.waivers)];
  const current = [...now].flatMap(([key, waiver]): BranchChange[] => {
    const subject = waiverSubject(waiver);
    if (subject === undefined) return [];
    const until = waiver.value.until;
    const known = old.get(key);
    if (known === undefined) return [{ ...subject, kind: 'waiver-added', ...(until === undefined ? {} : { after: until }) }];
    const was = known.value.until;
    // Days are written so that their order is that of their texts; without a day, it never ends.
    if (was === undefined || (until !== undefined && until <= was)) return [];
    return [{ ...subject, kind: 'waiver-longer', before: was, ...(until === undefined ? {} : { after: until }) }];
  });
  const gone = [...old].flatMap(([key, waiver]): BranchChange[] => {
    const subject = waiverSubject(waiver);
    return subject === undefined || now.has(key) ? [] : [{ ...subject, kind: 'waiver-gone' }];
  });
  return [
    ...current,
    ...gone,
    ...baselineChanges(before.baseline, after.baseline),
    ...budgetChanges(before.declarations.budget.value, after),
  ];
}

/** By identity: one that goes while another comes is both. */
function baselineChanges(before: Baseline | null, after: Baseline | null): BranchChange[] {
  const [old, now] = [before, after].map(baseline => new Set((baseline?.accepted ?? []).map(textOf)));
  const rulesOf = (baseline: Baseline | null, known: ReadonlySet<string> | undefined): string[] =>
    (baseline?.accepted ?? []).filter(accepted => known?.has(textOf(accepted)) !== true).map(({ rule }) => rule);
  const numbers = { before: old?.size ?? 0, after: now?.size ?? 0 };
  const about = (baseline: Baseline | null) => {
    const place = baseline === null ? { item: 'baseline' } : ({ file: baseline.file.path, path: [], at: 'value' } as const);
    return { subject: 'baseline', name: baseline?.file.path ?? '', of: 'baseline', place, ...numbers };
  };
  return [
    ...listChange(about(after), 'baseline-grown', named([...new Set(rulesOf(after, old))].sort())),
    ...listChange(about(before), 'baseline-shrunk', named([...new Set(rulesOf(before, now))].sort())),
  ];
}

/** The longest of two for the same rule and item. */
function byKey(waivers: readonly Entry<Waiver>[]): ReadonlyMap<string, Entry<Waiver>> {
  const sorted = [...waivers].sort((one, other) => ((one.value.until ?? '9') < (other.value.until ?? '9') ? -1 : 1));
  return new Map(sorted.map(waiver => [waiver.key, waiver]));
}

function waiverSubject(waiver: Entry<Waiver>) {
  const { rule = '', item = '' } = waiver.value;
  const subject = ownSubject('waiver', waiver, item);
  return subject === undefined ? undefined : { ...subject, subject: `waiver:${rule}/${item}`, values: [{ key: rule, name: rule }] };
}

/** A limit that is set for the first time is no change; one that is given up is raised without end. */
function budgetChanges(old: Budget, { declarations }: Joined['after']): BranchChange[] {
  const { value, places, place } = declarations.budget;
  return BUDGET_KEYS.flatMap((key): BranchChange[] => {
    const [was, is] = [old[key], value[key]];
    if (was === undefined || was === is) return [];
    const about = { subject: `budget:${key}`, name: key, of: 'budget', place: places.get(key) ?? place ?? { item: 'budget' }, before: was };
    if (is === undefined) return [{ ...about, kind: 'budget-raised' }];
    return [{ ...about, kind: is > was ? 'budget-raised' : 'budget-lowered', after: is }];
  });
}
