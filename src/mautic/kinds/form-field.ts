/** Questions of forms: inside forms, v2 also `/fields`, export `form_field`. */
import { isRecord, type UnknownRecord } from '../../guards.js';
import { compareBytes } from '../texts/values.js';
import { asFlag, asId, clean, keyOf, openWord, readOptions, rowsOf } from '../texts.js';
import { formFieldUses } from '../uses/index.js';
import { orderOf } from './actions.js';
import { flag, text, word } from './columns.js';
import { always, type KindReader, type More } from './reader.js';

const COLUMNS = [
  text('title', 'label', 191),
  word('type', 'type'),
  flag('show_label', 'showLabel'),
  flag('required', 'isRequired'),
  text('help', 'helpMessage', 200),
  flag('saved', 'saveResult'),
  flag('autofill', 'isAutoFill', false),
  flag('locked', 'isReadOnly'),
];

/** Types that show answers to choose from; a country list has them only when somebody wrote them. */
const CHOICES: readonly unknown[] = ['select', 'checkboxgrp', 'radiogrp'];
const TEXT_BLOCKS: readonly unknown[] = ['freetext', 'freehtml'];

function more(row: UnknownRecord): More {
  const type = keyOf(row, 'type');
  const properties = keyOf(row, 'properties');
  const options = typeof type === 'string' ? readOptions(properties, type) : undefined;
  const { texts, links } = textsOf(row, type);
  const mapped = formFieldUses(row);
  const initial = keyOf(row, 'defaultValue');
  const known = mapped.mapping !== undefined && mapped.mapping !== 'unknown';
  return {
    properties: {
      ...Object.fromEntries(texts.map(entry => [entry.property, entry.text])),
      links: unique([...links, ...(options?.links ?? [])]),
      ...(options === undefined ? {} : { options: options.options }),
      ...choiceSettings(type, properties, options !== undefined),
      ...(type === 'file' ? { upload: upload(properties) } : {}),
      ...later(row),
      ...(initial === undefined ? {} : { _default: initial }),
      ...(known ? { mapping: mapped.mapping } : {}),
      _order: orderOf(row),
    },
    masked: [...texts.filter(entry => entry.masked).map(entry => entry.property), ...(options?.masked === true ? ['options'] : [])],
    links: mapped.other_mapping === undefined ? {} : { other_mapping: mapped.other_mapping },
    uses: { field: mapped.uses },
  };
}

interface KeptText {
  readonly property: string;
  readonly text: string;
  readonly masked: boolean;
}

/** Placeholder and text block, and the addresses in all texts that people read. */
function textsOf(row: UnknownRecord, type: unknown): { readonly texts: readonly KeptText[]; readonly links: readonly string[] } {
  const properties = keyOf(row, 'properties');
  const placeholder = keyOf(properties, 'placeholder');
  const hasPlaceholder = Array.isArray(properties) || isRecord(properties);
  const block = TEXT_BLOCKS.includes(type) ? clean(keyOf(properties, 'text'), 600) : undefined;
  const empty = clean(placeholder ?? '', 100);
  const texts = [
    ...(hasPlaceholder ? [{ property: 'placeholder', text: empty.text, masked: empty.masked }] : []),
    ...(block === undefined ? [] : [{ property: 'text', text: block.text, masked: block.masked }]),
  ];
  const links = [clean(keyOf(row, 'label'), 191), clean(keyOf(row, 'helpMessage'), 200), ...(block === undefined ? [] : [block])];
  return { texts, links: links.flatMap(entry => entry.links) };
}

function choiceSettings(type: unknown, properties: unknown, hasList: boolean): Readonly<Record<string, unknown>> {
  const synced = asFlag(keyOf(properties, 'syncList'));
  const multiple = asFlag(keyOf(properties, 'multiple'));
  const chooses = CHOICES.includes(type) || (type === 'country' && hasList);
  return {
    ...(chooses && synced !== undefined ? { synced } : {}),
    ...((type === 'select' || type === 'country') && multiple !== undefined ? { multiple } : {}),
  };
}

function upload(properties: unknown): Readonly<Record<string, unknown>> {
  const extensions = keyOf(properties, 'allowedFileExtensions');
  const open = asFlag(keyOf(properties, 'public'));
  const words = rowsOf(extensions).map(openWord);
  return {
    ...(extensions === undefined ? {} : { extensions: unique(words.filter(word => word !== '' && word.length <= 20)) }),
    ...(open === undefined ? {} : { public: open }),
  };
}

/** Settings of progressive profiling: v2 (nulls left out) and exports only. */
function later(row: UnknownRecord): Readonly<Record<string, unknown>> {
  const settings = {
    when_known: asFlag(keyOf(row, 'showWhenValueExists')),
    after: asId(keyOf(row, 'showAfterXSubmissions')),
    always: asFlag(keyOf(row, 'alwaysDisplay')),
  };
  const set = Object.entries(settings).filter(([, value]) => value !== undefined);
  return set.length === 0 ? {} : { later: Object.fromEntries(set) };
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort(compareBytes);
}

export const formField: KindReader = {
  kind: 'form_field',
  key: row => keyOf(row, 'alias'),
  columns: COLUMNS,
  full: always,
  nulls: {
    helpMessage: { properties: { help: '' } },
    defaultValue: { properties: { _default: null } },
    mappedField: { properties: { mapping: 'none' } },
  },
  more,
};
