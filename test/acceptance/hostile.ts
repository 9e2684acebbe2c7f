/** Texts that harm whoever prints them as they are, and saved answers in which everything is called so. */
import { isRecord } from '../../src/guards.js';
import { parseYaml } from '../../src/text/yaml.js';

export const HOSTILE: readonly string[] = [
  'red \u001b[31m and \u001b]8;;evil\u0007link',
  'two\nlines: {a: 1}',
  'mac\rline',
  '::error file=x,line=1::owned',
  '##vso[task.setvariable variable=x]y',
  'a | b | c',
  '`code` and ``more``',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[click](javascript:alert(1))',
  '%0A::warning::x',
  'gpj\u202egnp.exe',
  'no\u200bwidth and \ufeffmark',
  '=SUM(A1:A2)|x',
  '__proto__',
  'constructor',
  '*?\\ #3: "x" \'y\'',
  '- item',
  '? key',
  '&anchor *alias !tag',
  '{a: [b]}',
  'true',
  '2024-01-01',
  '@everyone',
];

/** What means something in YAML, in keys with ids and wildcards, or in Mautic's own encoding of names. */
export const AWKWARD: readonly string[] = [...'*?\\#12"\'&<>: {}[],|-\n\taAé~!%@`/', 'e\u0301', 'amp;', '&#38;', '0x', 'null', '#7'];

/** Characters that steer a terminal or turn the direction of a text; a line feed is layout. */
export const STEERING = /(?!\n)[\p{Control}\p{Bidi_Control}\u2028\u2029]/u;
/** These, and what cannot be seen. */
export const RAW = /(?!\n)[\p{Control}\p{Bidi_Control}\u200b\u2028\u2029\ufeff]/u;

const list = (key: string, rows: readonly unknown[]): string => JSON.stringify({ total: String(rows.length), [key]: rows });
const ADDED = '2026-01-01T00:00:00+00:00';

/** Saved answers of a Mautic with a tag, a field, a form with a question, and a segment of each name. */
export function hostileAnswers(): Readonly<Record<string, string>> {
  const tags = HOSTILE.map((tag, index) => ({ id: index + 1, tag, description: tag }));
  const fields = HOSTILE.map((label, index) => ({
    id: index + 1,
    label,
    alias: `field_${index}`,
    type: 'text',
    object: 'lead',
    isPublished: true,
    isPubliclyUpdatable: true,
    properties: {},
    dateAdded: ADDED,
  }));
  const forms = HOSTILE.map((name, index) => ({
    id: index + 1,
    name,
    alias: `form${index}`,
    description: name,
    isPublished: true,
    formType: 'standalone',
    fields: [{ id: index + 1, label: name, alias: 'secret', type: 'password', isRequired: true, saveResult: true, properties: [] }],
    actions: [],
  }));
  const lists = HOSTILE.map((name, index) => ({
    id: index + 1,
    name,
    alias: name,
    publicName: name,
    description: name,
    isPublished: true,
    filters: [],
  }));
  return {
    'answers/tags.json': list('tags', tags),
    'answers/fields.json': list('fields', fields),
    'answers/forms.json': list('forms', forms),
    'answers/segments.json': list('lists', lists),
  };
}

/** The keys of a section of a declaration file, without the backslashes that keep a star from being a wildcard. */
export function keysIn(text: string, section: string): readonly string[] {
  const { value, faults } = parseYaml(text);
  if (faults.length > 0 || !isRecord(value) || !isRecord(value[section])) throw new Error(`no ${section} in\n${text}`);
  return Object.keys(value[section]).map(key => key.replace(/\\([\\*?])/gu, '$1'));
}
