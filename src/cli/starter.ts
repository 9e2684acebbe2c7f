/** The start that `init` writes: an entry for every item that has none, ready to be decided. Pure: texts in, texts out. */

import type { DocumentPath } from '../finding.js';
import { DECLARED_KINDS } from '../items.js';
import { isBuiltInColumn } from '../lint/declared/core-fields.js';
import { entriesOf } from '../lint/entry-lookup.js';
import { isEntryOf } from '../lint/policy.js';
import type { RuleContext } from '../lint/rule.js';
import { group } from '../lint/use-index.js';
import { aliasOf, type Item, type ItemOf } from '../mautic/snapshot.js';

/** The file in which each section starts, below the folder of the declarations. */
export const HOMES: Readonly<Record<string, string>> = {
  contact_fields: 'fields.yaml',
  company_fields: 'fields.yaml',
  forms: 'forms.yaml',
  tags: 'tags.yaml',
  segments: 'segments.yaml',
  point_actions: 'scoring.yaml',
  point_triggers: 'scoring.yaml',
  point_groups: 'scoring.yaml',
  stages: 'scoring.yaml',
  categories: 'content.yaml',
  campaigns: 'content.yaml',
  emails: 'content.yaml',
  pages: 'content.yaml',
  dynamic_contents: 'content.yaml',
  focus_items: 'content.yaml',
  messages: 'content.yaml',
  text_messages: 'content.yaml',
  webhooks: 'content.yaml',
};

/** Entries to add to a section, as block YAML without indentation. */
export interface Stub {
  readonly section: string;
  readonly text: string;
  /** Number of items in it that are to be decided; the questions of a form follow their form. */
  readonly items: number;
  /** Where it goes when that is an entry which is there already. */
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
  const missing = snapshot.items('form_field').filter(field => isQuestion(field) && policy.entryOf(field) === undefined);
  const byEntry = group(missing, field => policy.entryOf(snapshot.item(field.form ?? '') ?? field));
  return [...byEntry].flatMap(([entry, questions]) => {
    if (entry === undefined || !isEntryOf(entry, 'form')) return [];
    const lines = questionLines(context, questions);
    const { file, path } = entry.place;
    const hasFields = Object.keys(entry.value.fields ?? {}).length > 0;
    const stub = hasFields ? lines : ['fields:', ...lines.map(line => `  ${line}`)];
    return [{ section: 'forms', text: stub.join('\n'), items: 0, into: { file, path: hasFields ? [...path, 'fields'] : path } }];
  });
}

/** A line for each alias. */
function questionLines(context: Known, questions: readonly ItemOf<'form_field'>[]): string[] {
  const byAlias = [...group(questions, question => fieldKey(context, question))];
  return byAlias.map(([alias, [question]]) => `${yamlText(alias)}: {}${question === undefined ? '' : comment(question)}`);
}

function belongsToAnother(item: Item): boolean {
  return ('variant_of' in item && item.variant_of !== undefined) || ('translation_of' in item && item.translation_of !== undefined);
}

/** The key of an entry: as the item is referred to, but a tag by its text alone; stars and question marks of a name are no wildcards. */
function entryKey({ snapshot }: Known, item: Item): string {
  const reference = snapshot.reference(item).slice(item.kind.length + 1);
  const key = item.kind === 'tag' && item.masked === undefined && item.key !== '' ? item.key : reference;
  return key.replace(/[\\*?]/gu, '\\$&');
}

function stubOf(context: Known, key: string, item: Item): string {
  if (item.kind !== 'form') return `${yamlText(key)}: {purposes: []}${comment(item)}`;
  const lines = questionLines(context, context.snapshot.fieldsOf(item).filter(isQuestion)).map(line => `    ${line}`);
  const fields = lines.length === 0 ? '' : `\n  fields:\n${lines.join('\n')}`;
  return `${yamlText(key)}:${comment(item)}\n  purposes: []${fields}`;
}

/** Alias of a question, with its id where the form has the alias twice. */
function fieldKey({ snapshot }: Known, question: ItemOf<'form_field'>): string {
  const id = /#\d+$/u.exec(snapshot.reference(question))?.[0] ?? '';
  return `${aliasOf(question)}${id}`.replace(/[\\*?]/gu, '\\$&');
}

const NO_QUESTION: ReadonlySet<string> = new Set(['button', 'captcha', 'pagebreak', 'freetext', 'freehtml']);

function isQuestion(field: ItemOf<'form_field'>): boolean {
  return !NO_QUESTION.has(field.type ?? '');
}

/** What Mautic calls it, for the person who decides. */
function comment(item: Item): string {
  const title = 'title' in item && item.title !== undefined && item.title !== item.key ? item.title : '';
  const facts = [
    'type' in item ? item.type : undefined,
    item.kind === 'form_field' && item.required === true ? 'required' : undefined,
    'published' in item && item.published === false ? 'not published' : undefined,
    'id' in item && title === '' && item.kind !== 'tag' ? `id ${item.id}` : undefined,
  ].filter(fact => fact !== undefined && fact !== '');
  const description = 'description' in item && item.description !== undefined && item.description !== '' ? ` - ${item.description}` : '';
  const text = `${title}${facts.length === 0 ? '' : `${title === '' ? '' : ' '}(${facts.join(', ')})`}${description}`.trim();
  return text === '' ? '' : ` # ${oneLine(text)}`;
}

/** A comment ends at the line end; control characters and direction marks of a name do not belong in a file that people read. */
function oneLine(text: string): string {
  return text.replace(/[\p{Control}\p{Bidi_Control}\u200b\u2028\u2029\ufeff]+/gu, ' ').trim();
}

const PLAIN = /^[A-Za-z_][\w-]*(?:[ ./][\w-]+)*$/u;
const WORDS = /^(?:true|false|null|yes|no|on|off|y|n)$/iu;

/** Marks that turn or hide what a person reads; in double quotes they can be written out. */
const UNSEEN = /[\p{Bidi_Control}\u007f-\u009f\u200b\u2028\u2029\ufeff]/gu;

/** A text as a YAML key: plain where every reader takes it as text, else in double quotes (JSON strings are YAML). */
export function yamlText(text: string): string {
  if (PLAIN.test(text) && !WORDS.test(text)) return text;
  return JSON.stringify(text).replace(UNSEEN, mark => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
