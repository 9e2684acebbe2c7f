/** A comparison as data: schemas/diff.v1.json. */
import type { Change, DiffFile } from '../../generated/diff.js';
import { type BranchChange, isMore } from '../../lint/changes/model.js';
import { toHarmlessJson } from '../escape.js';
import type { Comparison } from './sections.js';

/** JSON that ends with a line end: `purposelint-diff`, version 1. */
export function changesJson(comparison: Comparison): string {
  return `${toHarmlessJson(fileOf(comparison))}\n`;
}

function fileOf({ base, commit, isFirst, changes }: Comparison): DiffFile {
  const more = changes.filter(({ kind }) => isMore(kind)).length;
  return {
    format: 'purposelint-diff',
    version: 1,
    base: { name: base, commit },
    first: isFirst,
    summary: { more, less: changes.length - more },
    changes: changes.map(changeOf),
  };
}

function changeOf({ kind, subject, name, form, values, bases, before, after, undeclared, required }: BranchChange): Change {
  const [old, now] = [listed(bases?.before) ?? before, listed(bases?.after) ?? after];
  return {
    kind,
    direction: isMore(kind) ? 'more' : 'less',
    subject,
    name,
    ...(form === undefined ? {} : { form }),
    ...(values === undefined ? {} : { values: values.map(named => ({ ...named })) }),
    ...(old === undefined ? {} : { before: old }),
    ...(now === undefined ? {} : { after: now }),
    ...(undeclared === undefined ? {} : { undeclared }),
    ...(required === undefined ? {} : { required }),
  };
}

function listed(entries: readonly string[] = []): string[] | undefined {
  return entries.length === 0 ? undefined : [...entries];
}
