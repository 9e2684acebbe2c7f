/** Every placeholder in both languages, and what a template can do. */
import { describe, expect, it } from 'vitest';
import type { FindingData } from '../../src/finding.js';
import { renderMessage, renderTemplate } from '../../src/output/message.js';
import { plainText, write } from '../../src/output/parts.js';
import { PLACEHOLDERS } from '../../src/output/placeholders.js';

const WORDS = { lost: 'nobody knows where', 'not-asked': "'{label}' was not asked", circle: 'round {reason}', size: 'the size of {form}' };

const places = [
  { name: 'Menu', kind: 'email' },
  { name: 'Readers', kind: 'segment' },
  { name: 'Price', kind: 'point_action' },
  { name: 'Hot', kind: 'stage' },
];

type Row = readonly [name: keyof FindingData, data: FindingData, en: string, it: string];

const ROWS: readonly Row[] = [
  ['item', { item: 'Newsletter' }, 'Newsletter', 'Newsletter'],
  ['other_item', { other_item: 'City' }, 'City', 'City'],
  ['kind', { kind: 'point_action' }, 'point action', 'azione punti'],
  ['kind', { kind: 'purpose' }, 'purpose', 'finalità'],
  ['kind', { kind: 'toString' }, 'toString', 'toString'],
  [
    'field',
    { field: { label: 'Favourite film', alias: 'favourite_film' } },
    'Favourite film (favourite_film)',
    'Favourite film (favourite_film)',
  ],
  ['field', { field: { label: 'email', alias: 'email' } }, 'email', 'email'],
  ['field', { field: { label: '', alias: 'email' } }, 'email', 'email'],
  ['label', { label: 'Your name' }, 'Your name', 'Your name'],
  ['form', { form: 'Newsletter' }, 'Newsletter', 'Newsletter'],
  ['segment', { segment: 'Readers' }, 'Readers', 'Readers'],
  ['tag', { tag: 'evt-2026' }, 'evt-2026', 'evt-2026'],
  ['email', { email: 'Menu' }, 'Menu', 'Menu'],
  ['notice', { notice: 'site' }, 'site', 'site'],
  ['purpose', { purpose: 'Monthly menu' }, 'Monthly menu', 'Monthly menu'],
  ['purposes', { purposes: ['menu'] }, "'menu'", '«menu»'],
  ['new_purposes', { new_purposes: ['a', 'b', 'c'] }, "'a', 'b' and 'c'", '«a», «b» e «c»'],
  ['recipient', { recipient: 'Mail relay' }, 'Mail relay', 'Mail relay'],
  ['system', { system: 'crm' }, 'crm', 'crm'],
  ['key', { key: 'contact_field:email' }, 'contact_field:email', 'contact_field:email'],
  ['section', { section: 'contact_fields' }, 'contact_fields', 'contact_fields'],
  ['people', { people: 812 }, '812 people', '812 persone'],
  ['people', { people: 12_345 }, '12,345 people', '12.345 persone'],
  ['people', { people: '<5' }, 'fewer than 5 people', 'meno di 5 persone'],
  ['people', { people: 3 }, 'fewer than 5 people', 'meno di 5 persone'],
  ['people', { people: 'unknown' }, 'people', 'persone'],
  ['people', { people: 0 }, '', ''],
  ['count', { count: 1_234_567 }, '1,234,567', '1.234.567'],
  ['count', { count: 999 }, '999', '999'],
  ['count', { count: 41_200 }, '41,200', '41.200'],
  ['limit', { limit: 5 }, '5', '5'],
  ['limit', { limit: 'P12M' }, '12 months', '12 mesi'],
  ['percent', { percent: 0.3 }, '0.3%', '0,3%'],
  ['percent', { percent: 0.04 }, 'less than 0.1%', 'meno dello 0,1%'],
  ['percent', { percent: 12 }, '12%', '12%'],
  ['period', { period: 'P24M' }, '24 months', '24 mesi'],
  ['period', { period: 'P1Y6M' }, '1 year and 6 months', '1 anno e 6 mesi'],
  [
    'period',
    { period: 'P1W2DT3H4M5S' },
    '1 week, 2 days, 3 hours, 4 minutes and 5 seconds',
    '1 settimana, 2 giorni, 3 ore, 4 minuti e 5 secondi',
  ],
  ['date', { date: '2026-11-02' }, '2 November 2026', '02/11/2026'],
  ['date', { date: '2026-11' }, 'November 2026', '11/2026'],
  ['date', { date: 'soon' }, 'soon', 'soon'],
  ['year', { year: 2026 }, '2026', '2026'],
  ['version', { version: '2026-03' }, '2026-03', '2026-03'],
  ['age', { age: 14 }, '14', '14'],
  ['line', { line: 1200 }, '1200', '1200'],
  ['missing', { missing: ['why', 'lost'] }, '`why` and nobody knows where', '`why` e nobody knows where'],
  ['reason', { reason: 'not-asked', label: 'City' }, "'City' was not asked", "'City' was not asked"],
  ['reason', { reason: 'unheard-of' }, '`unheard-of`', '`unheard-of`'],
  ['reason', { reason: '__proto__' }, '`__proto__`', '`__proto__`'],
  ['reason', { reason: 'circle' }, 'round round round `circle`', 'round round round `circle`'],
  ['detail', { detail: 'size', form: 'A4' }, 'the size of A4', 'the size of A4'],
  ['changes', { changes: ['lost', 'size'], form: 'A4' }, 'nobody knows where and the size of A4', 'nobody knows where e the size of A4'],
  ['what', { what: ['lost'] }, 'nobody knows where', 'nobody knows where'],
  ['criteria', { criteria: ['lost'] }, 'nobody knows where', 'nobody knows where'],
  ['stores', { stores: ['lost'] }, 'nobody knows where', 'nobody knows where'],
  ['places', { places: places.slice(0, 2) }, "'Menu' (e-mail) and 'Readers' (segment)", '«Menu» (e-mail) e «Readers» (segmento)'],
  [
    'places',
    { places },
    "'Menu' (e-mail), 'Readers' (segment), 'Price' (point action) and 1 more",
    '«Menu» (e-mail), «Readers» (segmento), «Price» (azione punti) e un altro',
  ],
  ['fields', { fields: ['a', 'b', 'c', 'd', 'e'] }, "'a', 'b', 'c', 'd' and 'e'", '«a», «b», «c», «d» e «e»'],
  ['rules', { rules: [...'abcdefgh'] }, 'a, b, c, d, e, f, g and h', 'a, b, c, d, e, f, g e h'],
  ['rules', { rules: [...'abcdefghijkl'] }, 'a, b, c, d, e, f, g, h and 4 more', 'a, b, c, d, e, f, g, h e altri 4'],
  ['labels', { labels: [...'abcdefghi'] }, "'a', 'b', 'c', 'd', 'e' and 4 more", '«a», «b», «c», «d», «e» e altri 4'],
  ['options', { options: ['Sì'] }, "'Sì'", '«Sì»'],
  ['value', { value: 'forever' }, 'forever', 'forever'],
  ['text', { text: 'x'.repeat(61) }, `${'x'.repeat(59)}…`, `${'x'.repeat(59)}…`],
  ['live', { live: true }, 'yes', 'sì'],
  ['live', { live: null }, 'nothing', 'nulla'],
  ['live', { live: 1200.5 }, '1,200.5', '1.200,5'],
  ['live', { live: ['a', 'b'] }, 'a and b', 'a e b'],
  ['live', { live: [] }, 'nothing', 'nulla'],
  ['declared', { declared: false }, 'no', 'no'],
  ['declared', { declared: 'P12M' }, '12 months', '12 mesi'],
  ['declared', { declared: 'tel' }, 'tel', 'tel'],
  ['near', { near: 'newsletter' }, 'newsletter', 'newsletter'],
  ['basis', { basis: 'legitimate-interests' }, 'legitimate interest', 'legittimo interesse'],
  ['basis', { basis: ['consent', 'soft-opt-in'] }, 'consent and soft opt-in', 'consenso e soft spam'],
  ['category', { category: 'union' }, 'union membership', 'sindacato'],
  ['channel', { channel: 'phone' }, 'phone', 'telefono'],
  ['channels', { channels: ['email', 'text-message'] }, 'e-mail and SMS', 'e-mail e SMS'],
  ['precise', { precise: 'size', form: 'A4' }, 'the size of A4', 'the size of A4'],
  ['coarse', { coarse: 'lost' }, 'nobody knows where', 'nobody knows where'],
  ['country', { country: 'DE' }, 'Germany', 'Germania'],
  ['country', { country: 'Italy' }, 'Italy', 'Italy'],
  ['authority', { authority: 'CNIL' }, 'CNIL', 'CNIL'],
  ['host', { host: 'crm.example' }, 'crm.example', 'crm.example'],
  ['rules', { rules: ['a', 'b'] }, 'a and b', 'a e b'],
  ['token', { token: '{unsubscribe_url}' }, '`{unsubscribe_url}`', '`{unsubscribe_url}`'],
  ['allowed', { allowed: 'lost' }, 'nobody knows where', 'nobody knows where'],
  ['found', { found: 'lost' }, 'nobody knows where', 'nobody knows where'],
  ['place', { place: 'forms.Newsletter' }, '`forms.Newsletter`', '`forms.Newsletter`'],
  ['list', { list: 'lost' }, 'nobody knows where', 'nobody knows where'],
  ['values', { values: ['a', 'b'] }, '`a` and `b`', '`a` e `b`'],
  ['file', { file: 'privacy/a.yaml' }, 'privacy/a.yaml', 'privacy/a.yaml'],
  ['first', { first: 'Form#1' }, 'Form#1', 'Form#1'],
  ['second', { second: 'Form#2' }, 'Form#2', 'Form#2'],
];

const told = (template: string, data: FindingData, language: 'en' | 'it' = 'en', line?: number): string =>
  write(renderTemplate(template, data, language, WORDS, line), { escape: value => value, code: typed => `\`${typed}\`` });

describe('placeholders', () => {
  it.each(ROWS)('{%s} of %j', (name, data, en, it) => {
    expect(told(`a {${name}}`, data)).toBe(`a ${en}`);
    expect(told(`a {${name}}`, data, 'it')).toBe(`a ${it}`);
  });

  it('are all tested', () => {
    const tested = new Set<string>(ROWS.map(([name]) => name));
    expect(Object.keys(PLACEHOLDERS).filter(name => !tested.has(name))).toEqual([]);
  });

  it.each(ROWS.map(([name]) => name))('{%s} without a value is empty', name => {
    expect(told(`a{${name}}`, {})).toBe('a');
  });
});

describe('templates', () => {
  it('leave out what is in brackets when a placeholder in it is empty', () => {
    const template = "The field '{field}'[, filled in for {people},] is not declared.[ Did you mean `{near}`?]";
    const field = { label: 'Film', alias: 'film' };
    expect(told(template, { field })).toBe("The field 'Film (film)' is not declared.");
    expect(told(template, { field, people: 0, near: 'x' })).toBe("The field 'Film (film)' is not declared. Did you mean `x`?");
    expect(told(template, { field, people: 810 })).toBe("The field 'Film (film)', filled in for 810 people, is not declared.");
  });

  it('leave out brackets in brackets by themselves', () => {
    const template = '[{detail}][{form} passes {people}[; this is missing: `a: [b]`, {near}]. End.]';
    expect(told(template, { form: 'F', people: 810 })).toBe('F passes 810 people. End.');
    expect(told(template, { form: 'F', people: 810, near: 'x' })).toBe('F passes 810 people; this is missing: `a: [b]`, x. End.');
    expect(told(template, { detail: 'lost', near: 'x' })).toBe('Nobody knows where');
    expect(told('a [b [c] d', {})).toBe('a [b c d');
  });

  it('keep brackets and braces of text to type', () => {
    const template = 'Declare `has: [unsubscribe]` or `{period: P24M}`[ in {form} with `a: [b]`].';
    expect(told(template, {})).toBe('Declare `has: [unsubscribe]` or `{period: P24M}`.');
    expect(told(template, { form: 'F' })).toBe('Declare `has: [unsubscribe]` or `{period: P24M}` in F with `a: [b]`.');
  });

  it('fill placeholders in text to type', () => {
    expect(told('Add it under `{section}`.', { section: 'tags' })).toBe('Add it under `tags`.');
  });

  it('take values as they are: nothing in a value is a placeholder, a bracket or code', () => {
    expect(told("'{label}' `{key}`", { label: '{form} [x] `y`', key: '{label}', form: 'F' })).toBe("'{form} [x] `y`' `{label}`");
  });

  it('give a value at the start of a sentence a capital, but not one in quotes or in code', () => {
    expect(told('{people} wait. {reason}. Then {reason}.', { people: '<5', reason: 'lost' })).toBe(
      'Fewer than 5 people wait. Nobody knows where. Then nobody knows where.',
    );
    expect(told("'{item}' is. `{key}` is.", { item: 'été', key: 'key' })).toBe("'été' is. `key` is.");
    expect(told('{label} is.', { label: 'élan' })).toBe('Élan is.');
  });

  it('show a placeholder that nobody knows as it is', () => {
    expect(told('a {nonsense} {constructor}', {})).toBe('a {nonsense} {constructor}');
  });

  it('tell the own line in the message, and that of the data in the words of the rule', () => {
    const text = { title: '', why: '', next: '', message: 'Line {line}: {detail} End.', words: { twice: 'First in line {line}.' } };
    expect(plainText(renderMessage(text, { detail: 'twice', line: 3 }, 'en', 9))).toBe('Line 9: First in line 3. End.');
  });

  it('mark what is ours, what is a value and what is to be typed', () => {
    expect(renderTemplate("'{tag}' under `{section}`", { tag: 'a', section: 'tags' }, 'en')).toEqual([
      { kind: 'text', text: "'" },
      { kind: 'value', text: 'a' },
      { kind: 'text', text: "' under " },
      { kind: 'code', text: 'tags' },
    ]);
  });

  it('cut names at sixty characters, not in the middle of one', () => {
    const emoji = '😀'.repeat(61);
    expect(told('a {label}', { label: emoji })).toBe(`a ${'😀'.repeat(59)}…`);
    expect(told('a {label}', { label: '😀'.repeat(60) })).toBe(`a ${'😀'.repeat(60)}`);
  });
});
