/** Classes of default values: what kind of value is there, never the value itself (docs/snapshot-format.md, section 3.5). */
import { isRecord } from '../../guards.js';
import type { ItemOf, Option } from '../snapshot.js';
import { clean } from './clean.js';
import { isPersonal } from './mask.js';
import { textOf } from './values.js';

export type DefaultClass = NonNullable<ItemOf<'form_field'>['default']>;

export interface DefaultContext {
  /** Type of the field itself. */
  readonly type: string;
  /** All its options. */
  readonly options?: readonly Option[];
  /** Options and type of the contact or company field that a form field fills. */
  readonly mappedOptions?: readonly Option[];
  readonly mappedType?: string;
}

export interface DefaultReading {
  readonly default: DefaultClass;
  readonly default_option?: string;
}

const CHOICES: ReadonlySet<string> = new Set(['boolean', 'select', 'multiselect', 'lookup', 'checkboxgrp', 'radiogrp', 'country']);
const NO: ReadonlySet<string> = new Set(['0', 'no', 'false']);
/** In this order, after `empty` and `option`; the first that fits. */
const CLASSES: readonly { readonly name: DefaultClass; readonly fits: (text: string) => boolean }[] = [
  { name: 'token', fits: text => /\{[^}]*\}|%7B/iu.test(text) },
  { name: 'personal', fits: isPersonal },
  { name: 'number', fits: text => /^[+-]?\d+(?:[.,]\d+)?$/u.test(text) },
  { name: 'url', fits: text => /^(?:[a-z][a-z0-9+.-]*:\/\/|www\.)\S+$/iu.test(text) },
];

/** The class of a default value; undefined when the answer has no such key. */
export function classOfDefault(value: unknown, context: DefaultContext): DefaultReading | undefined {
  if (value === undefined) return undefined;
  const text = Array.isArray(value) || isRecord(value) ? '[]' : textOf(value);
  if (text === '') return { default: 'empty' };
  const option = CHOICES.has(context.type) ? optionOf(text, context) : undefined;
  if (option !== undefined) return { default: 'option', default_option: option };
  return { default: CLASSES.find(entry => entry.fits(text))?.name ?? 'constant' };
}

/** Which option a text chooses: one of the field's own, else of the field it fills. */
function optionOf(text: string, { type, options = [], mappedOptions = [], mappedType }: DefaultContext): string | undefined {
  if (type === 'boolean') return yesOrNo(text);
  const wanted = clean(text, 120).text;
  const found = [...options, ...mappedOptions].find(option => option.value === wanted)?.value;
  return found ?? (mappedType === 'boolean' ? yesOrNo(text) : undefined);
}

function yesOrNo(text: string): string {
  return NO.has(text.toLowerCase()) ? 'no' : 'yes';
}
