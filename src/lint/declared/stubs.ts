/** Entries for what nobody has declared, ready to be decided: what `init` and fixes write. Pure. */
import { group } from '../../collections.js';
import type { Fix } from '../../finding.js';
import { sectionOf } from '../../items.js';
import { bringsAnswer } from '../../mautic/question-types.js';
import { aliasOf, type Item, type ItemOf } from '../../mautic/snapshot.js';
import { keyText } from '../../text/scalars.js';
import type { RuleContext } from '../rule.js';

type Known = Pick<RuleContext, 'snapshot' | 'policy'>;

/** The fix that adds an entry for an item; none when it has one that says too little, or takes purposes from others and needs none. */
export function declareItem(context: Known, item: Item): Fix[] {
  const section = sectionOf(item.kind);
  const { policy } = context;
  const inherits = item.kind !== 'form' && policy.standing(item).state === 'purposes';
  if (section === null || inherits || policy.entryOf(item) !== undefined) return [];
  const lines = stubOf(context, entryKey(context, item), item);
  return [{ id: 'declare-item', safe: true, changes: [{ do: 'declare', section, lines }] }];
}

/** The fix that lists a question in the entry of its form. It takes the purposes of its form or field: nothing is left to decide. */
export function declareQuestion(context: Known, question: ItemOf<'form_field'>): Fix[] {
  const form = context.snapshot.item(question.form ?? '');
  const entry = form === undefined ? undefined : context.policy.entryOf(form);
  if (entry === undefined || entry.glob !== undefined) return [];
  const place = { file: entry.place.file, path: [...entry.place.path, 'fields'], at: 'value' } as const;
  const lines = questionLines(context, [question]).join('\n');
  return [{ id: 'declare-question', safe: true, changes: [{ do: 'add', place, lines }] }];
}

/** Entries for questions of one form, a line for each alias. */
export function questionLines(context: Known, questions: readonly ItemOf<'form_field'>[]): string[] {
  const byAlias = [...group(questions, question => fieldKey(context, question))];
  return byAlias.map(([alias, [question]]) => `${keyText(alias)}: {}${question === undefined ? '' : comment(question)}`);
}

/** The key of an entry: as the item is referred to, but a tag by its text alone; stars and question marks of a name are no wildcards. */
export function entryKey({ snapshot }: Known, item: Item): string {
  const reference = snapshot.reference(item).slice(item.kind.length + 1);
  const key = item.kind === 'tag' && item.masked === undefined && item.key !== '' ? item.key : reference;
  return key.replace(/[\\*?]/gu, '\\$&');
}

/** The entry of an item that nobody has decided about, as block YAML without indentation. */
export function stubOf(context: Known, key: string, item: Item): string {
  if (item.kind !== 'form') return `${keyText(key)}: {purposes: []}${comment(item)}`;
  const lines = questionLines(context, context.snapshot.fieldsOf(item).filter(bringsAnswer)).map(line => `    ${line}`);
  const fields = lines.length === 0 ? '' : `\n  fields:\n${lines.join('\n')}`;
  return `${keyText(key)}:${comment(item)}\n  purposes: []${fields}`;
}

/** Alias of a question, with its id where the form has the alias twice. */
export function fieldKey({ snapshot }: Known, question: ItemOf<'form_field'>): string {
  const id = /#\d+$/u.exec(snapshot.reference(question))?.[0] ?? '';
  return `${aliasOf(question)}${id}`.replace(/[\\*?]/gu, '\\$&');
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
  return /^[ -~]*$/u.test(text) ? text.trim() : text.replace(/[\p{Control}\p{Bidi_Control}\u200b\u2028\u2029\ufeff]+/gu, ' ').trim();
}
