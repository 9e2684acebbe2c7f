import { describe, expect, it } from 'vitest';
import rule from '../../../rules/hygiene/review-overdue.js';
import { buildDeclarations } from '../../../src/declarations/build.js';
import { lint } from '../../../src/lint/lint.js';
import { EXAMPLE_FILE, findingsOf } from '../examples.js';
import { contactField } from '../form-items.js';

const found = (declarations: string) => findingsOf(rule, { declarations }).map(({ subject, data }) => [subject, data.date]);
const FILE = `file:${EXAMPLE_FILE}`;
const OLD = '2025-11-24';
const JUST = '2025-11-25';

/** The findings of the rule alone, over files of one's own. */
function lintFiles(files: Readonly<Record<string, string>>, after?: string) {
  const sources = Object.entries(files).map(([path, text]) => ({ path, text: `version: 1\n${text}` }));
  const configured = new Map(after === undefined ? [] : [['review-overdue', { options: { after } }] as const]);
  const { findings } = lint({
    declarations: buildDeclarations(sources),
    snapshot: null,
    now: '2026-11-25',
    preset: 'recommended',
    rules: [rule],
    configured,
  });
  return findings.map(({ subject, data }) => [subject, data.date, data.period]);
}

it('finds an entry whose own day is more than a year ago, at that day', () => {
  const declarations = `contact_fields: {email: {purposes: [news], reviewed: ${OLD}}}`;
  expect(findingsOf(rule, { declarations, items: [contactField('email', { title: 'E-mail' })], finds: [] })).toMatchObject([
    {
      subject: 'contact_field:email',
      severity: 'warn',
      place: { file: EXAMPLE_FILE, path: ['contact_fields', 'email', 'reviewed'], at: 'value' },
      data: { item: 'E-mail', kind: 'contact_field', period: 'P12M', date: OLD },
    },
  ]);
  expect(findingsOf(rule, { declarations, finds: [] }, 'strict')).toMatchObject([{ severity: 'error' }]);
  expect(found(`contact_fields: {email: {purposes: [news], reviewed: ${JUST}}}`)).toEqual([]);
});

describe('a whole file', () => {
  const MANY = `tags: {${Array.from({ length: 40 }, (_, index) => `tag-${index}: {purposes: [news]}`).join(', ')}}`;

  it('is one finding where nobody ever wrote a day, however much it holds', () => {
    expect(findingsOf(rule, { declarations: MANY, finds: [] })).toMatchObject([
      {
        subject: FILE,
        place: { file: EXAMPLE_FILE, path: [] },
        data: { item: EXAMPLE_FILE, kind: 'file', period: 'P12M', detail: 'file' },
      },
    ]);
    expect(found(MANY)).toEqual([[FILE, undefined]]);
  });

  it('is one finding where its day is old, at that day', () => {
    expect(findingsOf(rule, { declarations: `defaults: {reviewed: ${OLD}}\n${MANY}`, finds: [] })).toMatchObject([
      { subject: FILE, place: { path: ['defaults', 'reviewed'] }, data: { date: OLD } },
    ]);
    expect(found(`defaults: {reviewed: ${JUST}}\n${MANY}`)).toEqual([]);
  });

  it('has those of its own day apart', () => {
    const declarations = (own: string) =>
      `defaults: {reviewed: ${OLD}}\ntags: {a: {purposes: [news]}, b: {purposes: [news], reviewed: ${own}}}`;
    expect(found(declarations('2026-11-02'))).toEqual([[FILE, OLD]]);
    expect(found(declarations('2024-01-01'))).toEqual([
      ['tag:b', '2024-01-01'],
      [FILE, OLD],
    ]);
  });

  it('is not meant where most have a day of their own: then one was forgotten', () => {
    const dated = (name: string) => `${name}: {purposes: [news], reviewed: 2026-11-02}`;
    expect(found(`tags: {${dated('a')}, ${dated('b')}, c: {purposes: [news]}}`)).toEqual([['tag:c', undefined]]);
    expect(found(`tags: {${dated('a')}, c: {purposes: [news]}}`)).toEqual([[FILE, undefined]]);
  });

  it('is not asked for where there is nothing to look at', () => {
    expect(found('organisation: {name: Pizzeria Aurora srl}\ntracking: {email_opens: {mode: off}}')).toEqual([]);
    expect(found('')).toEqual([]);
  });

  it('has a day of its own', () => {
    expect(
      lintFiles({
        'privacy/a.yaml': `defaults: {reviewed: ${JUST}}\ntags: {a: {purposes: [news]}}`,
        'privacy/b.yaml': 'tags: {b: {purposes: [news]}}',
      }),
    ).toEqual([['file:privacy/b.yaml', undefined, 'P12M']]);
  });
});

describe('sensitive data', () => {
  const special = (keys: string, defaults = '') =>
    found(`${defaults}contact_fields: {diet: {purposes: [dinner], special: {categories: [health], condition: explicit-consent}${keys}}}`);

  it('are looked at twice a year, also when the file is fine', () => {
    expect(special(', reviewed: 2026-05-26')).toEqual([]);
    expect(special(', reviewed: 2026-05-25')).toEqual([['contact_field:diet', '2026-05-25']]);
    expect(special('', 'defaults: {reviewed: 2026-05-25}\n')).toEqual([['contact_field:diet', '2026-05-25']]);
  });

  it('go with the file where that is overdue', () => {
    expect(special('', `defaults: {reviewed: ${OLD}}\n`)).toEqual([[FILE, OLD]]);
    expect(special('')).toEqual([[FILE, undefined]]);
  });
});

describe('what is looked at', () => {
  it.each([
    ['purposes: {news: {title: News, reviewed: 2024-01-01}}', 'purpose:news'],
    ['recipients: {crm: {name: CRM, reviewed: 2024-01-01}}', 'recipient:crm'],
    ['systems: {crm: {reviewed: 2024-01-01}}', 'system:crm'],
    ['notices: {site: {url: "https://aurora.example/privacy", reviewed: 2024-01-01}}', 'notice:site'],
    ['webhooks: {Hook: {purposes: [sales], reviewed: 2024-01-01}}', 'webhook:Hook'],
  ])('%s', (declarations, subject) => {
    expect(found(declarations)).toEqual([[subject, '2024-01-01']]);
  });

  it('a question with its form, unless it has a day of its own or is sensitive', () => {
    const form = (reviewed: string, question: string) =>
      found(`forms: {Club: {purposes: [news], reviewed: ${reviewed}, fields: {diet: {${question}}}}}`);
    expect(form('2026-11-02', '')).toEqual([]);
    expect(form('2024-01-01', '')).toEqual([['form:Club', '2024-01-01']]);
    expect(form('2026-11-02', 'reviewed: 2024-01-01')).toEqual([['form_field:Club/diet', '2024-01-01']]);
    expect(form('2026-05-01', 'special: {categories: [health]}')).toEqual([['form_field:Club/diet', '2026-05-01']]);
  });

  it.each([
    'tags: {a: {personal: false, reason: Number of a branch, reviewed: 2024-01-01}}',
    'tags: {a: {purposes: [news], status: retired, reviewed: 2024-01-01}}',
    'tags: {a: {purposes: [news], status: planned, reviewed: 2024-01-01}}',
    'tags: {a: {purposes: [news], reviewed: last year}}',
    'defaults: {reviewed: last year}\ntags: {a: {purposes: [news]}}',
    'default: {reviewed: 2026-11-02}\ntags: {a: {purposes: [news]}}',
  ])('not %s', declarations => {
    expect(found(declarations)).toEqual([]);
  });
});

it('tells the ten oldest, the oldest first', () => {
  const tags = Array.from({ length: 15 }, (_, index) => `t${index}: {purposes: [news], reviewed: 2024-01-${String(28 - index)}}`);
  expect(found(`tags: {${tags.join(', ')}, plain: {purposes: [news]}}`)).toEqual([
    ['tag:plain', undefined],
    ...[14, 15, 16, 17, 18, 19, 20, 21, 22].map(day => [`tag:t${28 - day}`, `2024-01-${day}`]),
  ]);
});

it('takes another period from the configuration', () => {
  const files = {
    'privacy/a.yaml':
      'tags: {a: {purposes: [news], reviewed: 2026-07-01}, b: {purposes: [news], special: {categories: [health]}, reviewed: 2026-10-01}}',
  };
  expect(lintFiles(files)).toEqual([]);
  expect(lintFiles(files, 'P3M')).toEqual([['tag:a', '2026-07-01', 'P3M']]);
  expect(lintFiles(files, 'P1M')).toEqual([
    ['tag:a', '2026-07-01', 'P1M'],
    ['tag:b', '2026-10-01', 'P1M'],
  ]);
});
