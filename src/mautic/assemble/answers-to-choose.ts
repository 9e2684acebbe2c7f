/** Options, defaults and consent wording: what needs the item as a whole, or the field that a question fills. */

import { isRecord } from '../../guards.js';
import type { DraftUse } from '../draft.js';
import type { Known } from '../merge.js';
import type { Option } from '../snapshot.js';
import { classOfDefault, limitOptions, wordingHash } from '../texts.js';

export type Properties = Readonly<Record<string, unknown>>;

/** Options (at most 100), and the class of the default value, which is not kept itself. */
export function choiceProperties(item: Known, mapped?: Known): Properties {
  const options = optionsOf(item);
  const type = item.properties.type;
  const mappedOptions = mapped === undefined ? undefined : optionsOf(mapped);
  const mappedType = mapped?.properties.type;
  const context = {
    type: typeof type === 'string' ? type : '',
    ...(options === undefined ? {} : { options }),
    ...(mappedOptions === undefined ? {} : { mappedOptions }),
    ...(typeof mappedType === 'string' ? { mappedType } : {}),
  };
  return { ...(options === undefined ? {} : limitOptions(options)), ...classOfDefault(item.properties._default, context) };
}

function optionsOf(item: Known): readonly Option[] | undefined {
  const options = item.properties.options;
  return Array.isArray(options) ? options.filter(isOption) : undefined;
}

function isOption(value: unknown): value is Option {
  return isRecord(value) && typeof value.value === 'string' && typeof value.label === 'string';
}

const WORDED: readonly unknown[] = ['select', 'checkboxgrp', 'radiogrp'];

/** The hash that tells a change of a consent sentence; not without options, because they are part of the sentence. */
export function wording(item: Known): Properties {
  const options = optionsOf(item);
  if (options === undefined || !WORDED.includes(item.properties.type)) return {};
  const [label, help] = [item.properties.title, item.properties.help];
  const labels = options.map(option => option.label);
  return { wording: wordingHash(typeof label === 'string' ? label : '', typeof help === 'string' ? help : '', labels) };
}

export interface MappedField {
  readonly alias: string;
  readonly object: 'contact' | 'company' | undefined;
}

/** The field that a question fills, as its uses name it. */
export function mappedField(item: Known): MappedField | undefined {
  const use = item.uses.field?.find((entry: DraftUse) => entry.how === 'collects' && 'field' in entry.to);
  return use !== undefined && 'field' in use.to ? { alias: use.to.field, object: use.to.object } : undefined;
}
