import { describe, expect, it } from 'vitest';
import rule from '../../../rules/consent/consent-proof.js';
import type { Item } from '../../../src/mautic/snapshot.js';
import { EXAMPLE_FILE, findingsOf, lintExample, subjectsOf } from '../examples.js';
import { absent, box, collects, contactField, form, question, unseen } from '../form-items.js';

const purpose = (proof: string, collectors = 'form:Club') =>
  `purposes: {news: {title: Monthly letter, use: email-marketing, legal_basis: consent, consent: {field: news_ok, collected_by: [${collectors}]${proof}}}}\n`;
const LIST = purpose(', proof: [timestamp, wording, source]');
const MAP = purpose(', proof: {timestamp: contact_field:news_at, wording: contact_field:news_text, source: form-results}');
const yes = contactField('news_ok', { type: 'boolean' });
const at = contactField('news_at', { type: 'datetime' });
const text = contactField('news_text');
const club = form('Club');
const tick = box('Club/news', 'Letters', { saved: true });
const items: readonly Item[] = [yes, at, text, club, tick];
const uses = [collects('Club/news', 'news_ok')];
const found = (declarations: string, seen: readonly Item[] = items) => findingsOf(rule, { declarations, items: seen, uses });
const missing = (declarations: string, seen: readonly Item[] = items) => found(declarations, seen).map(({ data }) => data.missing);

describe('what is declared', () => {
  it('names the pieces without a place', () => {
    expect(found(purpose(', proof: [timestamp]'))).toMatchObject([
      {
        subject: 'purpose:news',
        severity: 'error',
        place: { file: EXAMPLE_FILE, path: ['purposes', 'news', 'consent', 'proof'], at: 'value' },
        data: { purpose: 'Monthly letter', missing: ['wording', 'source'] },
      },
    ]);
    expect(missing(purpose(', proof: {wording: form-results}'))).toEqual([['timestamp', 'source']]);
  });

  it('names all three at the consent when nothing is said', () => {
    expect(found(purpose(''))).toMatchObject([
      { place: { path: ['purposes', 'news', 'consent'] }, data: { missing: ['timestamp', 'wording', 'source'] } },
    ]);
  });

  it('is content with a system that keeps the proof, whatever Mautic has', () => {
    expect(missing(purpose(', proof: system:cmp'), [club, { ...tick, saved: false }])).toEqual([]);
  });

  it('leaves what is no proof, and a purpose without a consent, to others', () => {
    expect(missing(purpose(', proof: [timestamp, receipt]'))).toEqual([]);
    expect(missing('purposes: {news: {use: email-marketing, legal_basis: consent}}')).toEqual([]);
  });
});

describe('the results of forms', () => {
  it('hold nothing where the answer to the box is not saved', () => {
    const lost = ['timestamp', 'wording', 'source'];
    expect(found(LIST)).toEqual([]);
    expect(found(LIST, [yes, club, { ...tick, saved: false }])).toMatchObject([
      { data: { missing: lost }, related: [{ subject: 'form_field:Club/news', place: { item: 'form_field:Club/news' } }] },
    ]);
    expect(missing(MAP, [yes, at, text, club, { ...tick, saved: false }])).toEqual([['source']]);
    expect(missing(LIST, [yes, club, unseen(tick, 'saved')])).toEqual([]);
  });

  it('must be kept by each form that asks', () => {
    const both = purpose(', proof: [timestamp, wording, source]', 'form:Club, form:Visit');
    expect(missing(both, [...items, form('Visit'), question('Visit/email', 'email', { saved: true })])).toEqual([]);
    expect(missing(both, [...items, form('Visit'), question('Visit/email', 'email', { saved: false })])).toHaveLength(1);
  });

  it('are kept by any answer where the button is the consent', () => {
    const mail = question('Club/email', 'email', { saved: true });
    expect(missing(LIST, [yes, club, mail])).toEqual([]);
    expect(missing(LIST, [yes, club, { ...mail, saved: false }, question('Club/go', 'button', { saved: true })])).toHaveLength(1);
  });

  it('are not those of another system', () => {
    expect(missing(`${LIST}forms: {Club: {external: true}}`, [yes, club, { ...tick, saved: false }])).toEqual([]);
  });

  it('do not exist for a preference page; paper and other systems have their own', () => {
    const list = ', proof: [timestamp, wording, source]';
    const named = ', proof: {timestamp: form-results, wording: form-results, source: form-results}';
    expect(missing(purpose(list, 'page:preferences'))).toHaveLength(1);
    expect(missing(purpose(list, '"offline:fair desk"'))).toEqual([]);
    expect(missing(purpose(list, 'page:preferences, "system:crm"'))).toEqual([]);
    expect(missing(purpose(named, '"offline:fair desk"'))).toHaveLength(1);
  });
});

describe('a contact field', () => {
  const declared = 'contact_fields: {news_at: {}, news_text: {}}';

  it('must be there, be live, and hold more than yes or no', () => {
    expect(missing(MAP)).toEqual([]);
    expect(missing(MAP + declared, [yes, text, club, tick])).toEqual([['timestamp']]);
    expect(missing(MAP, [yes, { ...at, published: false }, text, club, tick])).toEqual([['timestamp']]);
    expect(found(MAP, [yes, at, { ...text, type: 'boolean' }, club, tick])).toMatchObject([
      { data: { missing: ['wording'] }, related: [{ subject: 'contact_field:news_text' }] },
    ]);
  });

  it('that nobody knows is told once, as a wrong reference', () => {
    const { findings } = lintExample({ declarations: MAP, items: [yes, text, club, tick], uses, finds: [] });
    const about = findings.filter(({ rule: id, place }) => id === rule.id || ('path' in place && place.path.includes('timestamp')));
    expect(about.map(({ rule: id }) => id)).toEqual(['schema-valid']);
  });
});

it('does not say that something is missing in a kind that was not seen', () => {
  const lost = [yes, club, { ...tick, saved: false }];
  const coverage = [absent('form_field'), absent('contact_field')];
  expect(subjectsOf(rule, { declarations: LIST, items: lost, uses, coverage: coverage.slice(0, 1) })).toEqual([]);
  expect(subjectsOf(rule, { declarations: MAP, items: [yes, club, tick], uses, coverage: coverage.slice(1) })).toEqual([]);
  const { notRun } = lintExample({ declarations: LIST, items: lost, uses, coverage, finds: [] });
  expect(notRun.filter(({ rule: id }) => id === rule.id).map(({ of }) => of)).toEqual(['contact_field', 'form_field']);
});
