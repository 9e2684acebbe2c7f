/** The start that `init` writes: an entry for every item that has none, ready to be decided. Pure: texts in, texts out. */
import { group } from '../collections.js';
import type { DocumentPath } from '../finding.js';
import { DECLARED_KINDS } from '../items.js';
import { isBuiltInColumn } from '../lint/declared/core-fields.js';
import { entryKey, questionLines, stubOf } from '../lint/declared/stubs.js';
import { entriesOf } from '../lint/entry-lookup.js';
import { isEntryOf } from '../lint/policy.js';
import type { RuleContext } from '../lint/rule.js';
import { bringsAnswer } from '../mautic/question-types.js';
import type { Item } from '../mautic/snapshot.js';

/** Entries to add to a section, as block YAML without indentation. */
export interface Stub {
  readonly section: string;
  readonly text: string;
  /** Number of items in it that are to be decided; the questions of a form follow their form. */
  readonly items: number;
  /** Where it goes when that is in an entry which is there already. */
  readonly into?: { readonly file: string; readonly path: DocumentPath };
}

type Known = Pick<RuleContext, 'declarations' | 'snapshot' | 'uses' | 'policy' | 'indexes'>;

/** Stubs for all items without an entry, in snapshot order. Variants and translations are their parent's; untouched core fields need none. */
export function stubsFor(context: Known): Stub[] {
  const untouched = context.indexes.untouchedCoreFields;
  const declared = new Set(DECLARED_KINDS.flatMap(({ kind }) => entriesOf(context.declarations, kind).map(entry => entry.identity)));
  const stubs = DECLARED_KINDS.flatMap(({ kind, section }): Stub[] => {
    const missing = context.snapshot
      .items(kind)
      .filter(
        item => !untouched.has(item) && !isBuiltInColumn(item) && !belongsToAnother(item) && context.policy.entryOf(item) === undefined,
      );
    // Two tags of one text are one entry.
    const byKey = [...group(missing, item => entryKey(context, item)).entries()].filter(([key]) => !declared.has(`${kind}:${key}`));
    if (byKey.length === 0) return [];
    const entries = byKey.flatMap(([key, [item]]) => (item === undefined ? [] : [stubOf(context, key, item)]));
    return [{ section, text: entries.join('\n'), items: entries.length }];
  });
  return [...stubs, ...questionStubs(context)];
}

/** Questions that a declared form has and does not list. They take the purposes of their form: nothing is left to decide. */
function questionStubs(context: Known): Stub[] {
  const { policy, snapshot } = context;
  const missing = snapshot.items('form_field').filter(field => bringsAnswer(field) && policy.entryOf(field) === undefined);
  const byEntry = group(missing, field => policy.entryOf(snapshot.item(field.form ?? '') ?? field));
  return [...byEntry].flatMap(([entry, questions]) => {
    if (entry === undefined || !isEntryOf(entry, 'form')) return [];
    const lines = questionLines(context, questions);
    const { file, path } = entry.place;
    return [{ section: 'forms', text: lines.join('\n'), items: 0, into: { file, path: [...path, 'fields'] } }];
  });
}

function belongsToAnother(item: Item): boolean {
  return ('variant_of' in item && item.variant_of !== undefined) || ('translation_of' in item && item.translation_of !== undefined);
}
