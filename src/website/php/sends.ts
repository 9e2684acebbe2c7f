/** Arrays of PHP that go to Mautic → sends, one for each key. */
import type { TextRange } from '../../text/document.js';
import { aliasIn, CONTROL_NAMES } from '../form-keys.js';
import { bodyParametersOf, type Parameter, parametersOf } from '../parameters.js';
import type { Send } from '../site.js';
import { type ArrayKey, ArrayReader } from './arrays.js';
import { type PhpNode, part, partsOf } from './nodes.js';
import type { Program, Scope } from './program.js';
import type { Push } from './pushes.js';

/** What a push to the API, or to a form, sends. */
export function sendsOfPush(push: Push, program: Program, helpers: readonly string[]): Send[] {
  const { data, target, scope, isGuess } = push;
  if (target.of === 'form') return questionsIn(data, { scope, form: target.form }, push.isInner === true, new ArrayReader(program));
  const { of } = target;
  const meaning = (name: string, tags?: string): Parameter[] => bodyParametersOf(of, name, tags);
  const sends = sendsOfArray(data, scope, program, { how: 'rest-push', meaning, helpers });
  return isGuess === true && sends.every(({ certainty }) => certainty === 'open') ? [] : sends;
}

/** Answers to a form: `['mauticform' => ['city' => 1]]`, `['mauticform[city]' => 1]`, and inside of the first `['city' => 1]`. */
function questionsIn(
  data: PhpNode,
  around: { readonly scope: Scope; readonly form: string | undefined },
  isInner: boolean,
  reader: ArrayReader,
): Send[] {
  const { scope, form } = around;
  return reader.read(data, scope, true).keys.flatMap(({ key, certainty, value, start }): Send[] => {
    if (key === 'mauticform') return value === undefined ? [] : questionsIn(value, around, true, reader);
    const alias = aliasIn(key) ?? (isInner ? key : '');
    if (alias === '' || CONTROL_NAMES.has(alias)) return [];
    const from = start + key.indexOf(alias);
    const at = { start: from, end: from + alias.length };
    return [{ what: 'form_field', key: alias, how: 'form-post', certainty, ...(form === undefined ? {} : { form }), ...at }];
  });
}

/** What an array sends that becomes the parameters of a page view. */
export function sendsOfParameters(data: PhpNode, scope: Scope, program: Program, helpers: readonly string[]): Send[] {
  return sendsOfArray(data, scope, program, { how: 'mt', meaning: parametersOf, helpers });
}

interface Wish {
  readonly how: Send['how'];
  readonly meaning: (name: string, tags?: string) => readonly Parameter[];
  readonly helpers: readonly string[];
}

function sendsOfArray(data: PhpNode, scope: Scope, program: Program, { how, meaning, helpers }: Wish): Send[] {
  const { keys, isOpen } = new ArrayReader(program).read(data, scope, true);
  const known = keys.flatMap(key =>
    key.key === 'tags' ? tagSends(key, meaning, how) : meaning(key.key).map(one => placed(one, key, key.certainty, how)),
  );
  const helper = scope.name !== undefined && helpers.includes(scope.name) ? { helper: scope.name } : {};
  const open: Send = { what: 'contact_field', key: '', how, certainty: 'open', start: data.start, end: data.end, ...helper };
  return isOpen ? [...known, open] : known;
}

/** A list of tags, or a text with commas. */
function tagSends({ value, certainty, ...key }: ArrayKey, meaning: Wish['meaning'], how: Send['how']): Send[] {
  const entries =
    value?.kind === 'array' ? partsOf(value, 'items').map(item => part(item, 'value') ?? item) : value === undefined ? [] : [value];
  return entries.flatMap(entry => {
    const text = entry.kind === 'string' ? String(entry.parts.value) : undefined;
    return meaning('tags', text).map(tag => placed(tag, text === undefined ? key : placeOf(tag.key, text, entry), certainty, how));
  });
}

function placeOf(tag: string, text: string, entry: PhpNode): TextRange {
  const start = entry.start + 1 + text.indexOf(tag);
  return { start, end: start + tag.length };
}

function placed(parameter: Parameter, { start, end }: TextRange, certainty: Send['certainty'], how: Send['how']): Send {
  return { ...parameter, certainty: parameter.certainty === 'literal' ? certainty : parameter.certainty, how, start, end };
}
