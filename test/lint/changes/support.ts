/** Two small policies, compared. */
import { buildDeclarations } from '../../../src/declarations/build.js';
import { changesBetween } from '../../../src/lint/changes/changes.js';
import type { BranchChange } from '../../../src/lint/changes/model.js';
import { sideOf } from '../../../src/lint/changes/sides.js';
import type { Example } from '../../../src/lint/rule.js';
import { snapshotOf } from '../../../src/output/example.js';

/** What there was or is; `items` left out: no snapshot. */
export type Time = Pick<Example, 'items' | 'uses' | 'counts' | 'coverage' | 'made'> & { readonly yaml: string };

export function changesFrom(before: Time | string, after: Time | string): BranchChange[] {
  return changesBetween(sideAt(before), sideAt(after));
}

/** `kind subject` of each change, with what was added and from what to what. */
export function told(before: Time | string, after: Time | string): string[] {
  return changesFrom(before, after).map(({ kind, subject, values, before: was, after: is, bases }) =>
    [kind, subject, values?.map(({ key }) => key).join(), was ?? bases?.before.join(), is ?? bases?.after.join()]
      .filter(part => part !== undefined && part !== '')
      .join(' '),
  );
}

export function sideAt(time: Time | string) {
  const { yaml, ...rest }: Time = typeof time === 'string' ? { yaml: time } : time;
  const snapshot = rest.items === undefined ? null : snapshotOf({ ...rest, declarations: '', finds: [] });
  return sideOf(
    { declarations: buildDeclarations([{ path: 'a.yaml', text: `version: 1\n${yaml}` }]), snapshot, baseline: null },
    '2026-11-25',
  );
}
