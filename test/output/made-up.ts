/** A made-up run: declarations, a Mautic and findings whose every placeholder may hold something hostile. */
import { buildDeclarations } from '../../src/declarations/build.js';
import type { FindingData, Language, RuleFinding } from '../../src/finding.js';
import { type LintResult, lint } from '../../src/lint/lint.js';
import { type Rule, rule } from '../../src/lint/rule.js';
import type { Item } from '../../src/mautic/snapshot.js';
import { snapshotOf } from '../../src/output/example.js';
import { PLAIN } from '../../src/output/palette.js';
import { makeReport, type Report } from '../../src/output/report.js';
import type { SourceText } from '../../src/text/document.js';

export const OPTIONS = { columns: 80, palette: PLAIN, anchor: 'purposelint.yaml', failOn: 'error' } as const;

/** What labels from Mautic may try. */
export const HOSTILE: readonly string[] = [
  '\u001b[31mred\u001b[0m\u001b]8;;https://evil.example\u0007link',
  'two\nlines\r\nand\ttab',
  '::error file=a.yaml,line=1::pwned',
  'x\n::error::pwned',
  ' ::stop-commands::token',
  '##[error]pwned ##vso[task.setvariable]x ##teamcity[x]',
  'a | b | c',
  '`code` ``more`` ```',
  '<script>alert(1)</script><img src=x onerror=y>]]>',
  '%0A::error::%25 100%',
  '=HYPERLINK("https://evil.example")',
  '\u202egnirts desrever\u202c \u2066isolate\u2069',
  'ze\u200bro\u200d\u2060\ufeffwidth',
  '@octocat #12 https://evil.example www.evil.example [x](javascript:x) ![y](z)',
  '{item} [left out] `{key}`',
  '\ud800 half \u0085\u2028 \u009b31m',
  '- # 1. **bold** _it_ ~~no~~ $x$ :smile:',
  '__proto__',
  'x'.repeat(300),
];

/** Every placeholder that holds text from outside, in quotes, in code, in lists. */
const TEMPLATE = [
  "'{item}' ({kind}), '{other_item}', '{field}', '{label}', '{form}', '{segment}', '{tag}', '{email}', '{notice}', '{purpose}', {purposes},",
  "{new_purposes}, '{recipient}', '{system}', `{key}`, '{key}', `{section}`, {missing}, {reason}, {what}, {stores}, {changes}, {criteria},",
  '{places}, {fields}, {labels}, {options}, {value}, {text}, {live}, {declared}, {near}, {basis}, {category}, {channel}, {channels}, {country},',
  '{authority}, {host}, {rules}, {token}, {allowed}, {found}, {place}, {list}, {values}, {file}, {first}, {second}, {date}, {version}[; {detail}].',
  'Now {label} starts a sentence. {label} too.',
].join(' ');

/** The same text in every placeholder that takes text. */
export function everywhere(text: string): FindingData {
  const list = [text, text];
  return {
    ...{
      item: text,
      other_item: text,
      kind: text,
      field: { label: text, alias: `${text}!` },
      label: text,
      form: text,
      segment: text,
      tag: text,
    },
    ...{
      email: text,
      notice: text,
      purpose: text,
      purposes: list,
      new_purposes: list,
      recipient: text,
      system: text,
      key: text,
      section: text,
    },
    ...{ missing: list, reason: text, detail: text, what: list, stores: list, changes: list, criteria: list, fields: list, labels: list },
    ...{
      places: [{ name: text, kind: text }],
      options: [...list, ...list, ...list],
      value: text,
      text,
      live: list,
      declared: text,
      near: text,
    },
    ...{ basis: list, category: text, channel: text, channels: list, country: text, authority: text, host: text, rules: list, token: text },
    ...{
      allowed: text,
      found: text,
      place: text,
      list: text,
      values: list,
      file: text,
      first: text,
      second: text,
      date: text,
      version: text,
    },
  };
}

const shared = { since: '1.0.0', waivable: true, fix: 'none', law: [{ cite: 'GDPR Art. 5(2)', kind: 'law' }] } as const;
const example = { declarations: '', finds: [] };

/** A rule that says what it is told to. */
export function madeUpRule(id: string, message: string, findings: readonly RuleFinding[], title = 'Made up'): Rule {
  const text = { title, message, why: 'It matters to people.', next: 'Look at it in `Mautic`.' };
  return rule({
    ...shared,
    id,
    family: 'declaration',
    evidence: 'certain',
    severity: { recommended: 'error', strict: 'error' },
    text: { en: text, it: text },
    examples: { bad: example, good: example },
    check: () => findings,
  });
}

const FILES: readonly SourceText[] = [
  {
    path: 'privacy/fields.yaml',
    text: 'version: 1\ncontact_fields:\n  email: {purposes: [newsletter]}\n  città: {purposes: [], why: "perché sì"}\nwaivers:\n  - {rule: told, item: contact_field:fax, reason: Needed until the move is over, until: 2027-01-31}\n',
  },
  {
    path: 'privacy/forms.yaml',
    text: 'version: 1\nforms:\n  Newsletter:\n    purposes: [newsletter]\n    fields:\n      email: {required: true}\n',
  },
];

const ITEMS: readonly Item[] = [
  { kind: 'contact_field', id: 44, key: 'favourite_film', title: 'Favourite film', published: true },
  { kind: 'contact_field', id: 45, key: 'fax', title: 'Fax', published: true, added: '2026-03-02' },
  { kind: 'contact_field', id: 6, key: 'address1', title: 'Address', published: true, fixed: true },
  { kind: 'form', id: 3, key: 'Newsletter', published: true },
  { kind: 'form_field', id: 8, key: 'Newsletter/mobile', title: 'Mobile', form: 'form:Newsletter', type: 'tel' },
];

/** Lints made-up files with made-up rules. */
export function lintMadeUp(rules: readonly Rule[], files: readonly SourceText[] = FILES, items: readonly Item[] = ITEMS): LintResult {
  return lint({
    declarations: buildDeclarations(files),
    snapshot: snapshotOf({
      declarations: '',
      items,
      finds: [],
      coverage: [{ of: 'tag', state: 'partial', rows: 30, total: 62, why: ['rows-missing'] }],
    }),
    now: '2026-11-25',
    preset: 'recommended',
    rules,
    configured: new Map(),
  });
}

/** Findings as people meet them: in files, at items, in Mautic as a whole, waived, with and without a next step. */
const USUAL: readonly RuleFinding[] = [
  {
    subject: 'contact_field:favourite_film',
    place: { item: 'contact_field:favourite_film' },
    data: { field: { label: 'Favourite film', alias: 'favourite_film' }, people: 810, section: 'contact_fields' },
  },
  {
    subject: 'contact_field:città',
    place: { file: 'privacy/fields.yaml', path: ['contact_fields', 'città', 'purposes'], at: 'value' },
    data: { field: { label: 'Città', alias: 'città' }, section: 'contact_fields' },
    severity: 'warn',
    related: [{ subject: 'form:Newsletter', place: { file: 'privacy/forms.yaml', path: ['forms', 'Newsletter'], at: 'key' } }],
  },
  {
    subject: 'form_field:Newsletter/mobile',
    place: { item: 'form_field:Newsletter/mobile' },
    data: { field: { label: 'Mobile', alias: 'mobile' }, people: '<5', section: 'forms' },
  },
  {
    subject: 'contact_field:fax',
    place: { item: 'contact_field:fax' },
    data: { field: { label: 'Fax', alias: 'fax' }, section: 'contact_fields' },
  },
  { subject: 'snapshot', place: { item: 'snapshot' }, data: { field: { label: 'all', alias: 'all' }, section: 'x' }, severity: 'info' },
];

/** A few placeholders of each sort, so that a golden file can be read. */
const SHORT = "'{item}' ({kind}) is at {places}, with {options}, {missing} and `{key}`: {text}. {label} does it.";

function somewhere(text: string): FindingData {
  const { item, kind, places, options, missing, key, label } = everywhere(text);
  return Object.fromEntries(Object.entries({ item, kind, places, options, missing, key, text, label }));
}

const TOLD =
  "The field '{field}'[, filled in for {people},] is not declared: nobody can tell people what it is for. Add it under `{section}`.";

/** The set behind the golden files. */
export function goldenRules(): Rule[] {
  const hostile = HOSTILE.map((text, index): RuleFinding => {
    const place = { file: 'privacy/fields.yaml', path: ['contact_fields', 'email'], at: 'key' } as const;
    return { subject: `tag:${text}`, key: String(index), place, data: somewhere(text), related: [{ subject: text, place }] };
  });
  const unread: RuleFinding = {
    subject: 'form:x',
    place: { file: hostilePath(), path: [], at: 'value' },
    data: { label: 'Mobile' },
    severity: 'warn',
  };
  return [
    madeUpRule('told', TOLD, USUAL, 'Field without a declaration'),
    madeUpRule('hostile', SHORT, hostile, 'Everything | <b>hostile</b>, at: once%0A'),
    madeUpRule('unread', "There is something about '{label}'", [unread]),
    { ...madeUpRule('blind', 'Never said.', []), per: ['tag'], evidence: 'needs-complete-snapshot' },
  ];
}

function hostilePath(): string {
  return 'privacy/::error::,file=x:\u001b[31m|`<b>\u202e%0A\n.yaml';
}

export function goldenReport(language: Language = 'en'): Report {
  const rules = goldenRules();
  return makeReport(lintMadeUp(rules), rules, { language, version: '1.0.0' });
}

/** A report of one finding whose every text is the same, in a rule and a file that are called so, too. */
export function reportAbout(text: string): Report {
  const rules = [
    madeUpRule(
      text,
      TEMPLATE,
      [
        {
          subject: text,
          place: { file: text, path: [], at: 'value' },
          data: everywhere(text),
          related: [{ subject: text, place: { item: text } }],
        },
        { subject: text, place: { item: text }, data: everywhere(text), severity: 'info' },
      ],
      text,
    ),
  ];
  return makeReport(lintMadeUp(rules), rules, { language: 'en', version: text });
}
