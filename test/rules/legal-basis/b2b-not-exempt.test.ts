import { describe, expect, it } from 'vitest';
import rule from '../../../rules/legal-basis/b2b-not-exempt.js';
import type { Item, Use } from '../../../src/mautic/snapshot.js';
import { EXAMPLE_FILE, findingsOf, lintExample, subjectsOf } from '../examples.js';
import { absent, form } from '../form-items.js';

const NOTICE = 'notices: {site: {url: "https://aurora.example/privacy", date: 2026-10-01}}\n';
const purpose = (more: string) => `purposes: {press: {title: Press list, use: press-relations, ${more}}}\n`;
const INTEREST = 'subjects: [press], legal_basis: legitimate-interests';
const segment = (key: string, title = key): Item => ({ kind: 'segment', id: 1, key, title, published: true });
const found = (declarations: string, items: readonly Item[] = []) => findingsOf(rule, { declarations, items });

describe('a purpose about people at work', () => {
  it('needs a notice', () => {
    expect(found(purpose(INTEREST))).toMatchObject([
      {
        subject: 'purpose:press',
        severity: 'warn',
        place: { file: EXAMPLE_FILE, path: ['purposes', 'press'] },
        data: { item: 'Press list', kind: 'purpose', missing: ['notice'] },
      },
    ]);
  });

  it('takes the only notice there is, and the one that it names among several', () => {
    const two = NOTICE.replace('}}', '}, press: {url: "https://aurora.example/press", date: 2026-10-01}}');
    expect(found(NOTICE + purpose(INTEREST))).toEqual([]);
    expect(found(two + purpose(INTEREST))).toHaveLength(1);
    expect(found(two + purpose(`${INTEREST}, notice: press`))).toEqual([]);
  });

  it('needs a way to say no where no rule for a basis asks for it', () => {
    expect(found(NOTICE + purpose('subjects: [business-contact]'))[0]?.data.missing).toEqual(['objection']);
    expect(found(NOTICE + purpose('subjects: [business-contact], legal_basis: public-task'))[0]?.data.missing).toEqual(['objection']);
    expect(found(NOTICE + purpose('subjects: [business-contact], legal_basis: public-task, objection: Link'))).toEqual([]);
    expect(found(NOTICE + purpose('subjects: [business-contact], legal_basis: contract'))).toEqual([]);
  });

  it('is none when only addresses like info@ are written to, or when it is about others', () => {
    expect(found(purpose(`${INTEREST}, generic_addresses_only: true`))).toEqual([]);
    expect(found(purpose('subjects: [customer], legal_basis: legitimate-interests'))).toEqual([]);
  });

  const other = (countries: string, use: string) =>
    `organisation: {countries: [${countries}]}\n${NOTICE}purposes: {b2b: {${use}, subjects: [business-contact], legal_basis: legitimate-interests, basis_note: Only what concerns their work}}`;
  const OWN = 'use: other, dpv: "dpv:DirectMarketing", traits: [marketing], channels: [email]';

  it('needs a yes where companies must agree', () => {
    expect(found(other('FR, IT', OWN))).toMatchObject([{ data: { missing: ['consent'], country: 'IT' } }]);
    expect(found(other('FR', OWN))).toEqual([]);
    expect(found(other('IT', OWN.replace('email', 'post')))).toEqual([]);
    expect(found(other('IT', OWN.replace('marketing]', 'segmentation]')))).toEqual([]);
  });

  it('is left to basis-mismatch where that says so', () => {
    const { findings } = lintExample({ declarations: other('IT', 'use: email-marketing'), items: [], finds: [] });
    const about = findings.filter(({ rule: id }) => [rule.id, 'basis-mismatch'].includes(id));
    expect(about.map(({ rule: id }) => id)).toEqual(['basis-mismatch']);
  });
});

describe('a list of people at work', () => {
  const list = (entry: string, rest = '') => `${NOTICE}${purpose(INTEREST)}segments: {giornalisti: {${entry}}}\n${rest}`;
  const italian = 'organisation: {countries: [IT]}\n';

  it('needs a source', () => {
    expect(found(italian + list('purposes: [press]'), [segment('giornalisti', 'Giornalisti')])).toMatchObject([
      {
        subject: 'segment:giornalisti',
        place: { path: ['segments', 'giornalisti'] },
        data: { item: 'Giornalisti', kind: 'segment', missing: ['source'] },
      },
    ]);
  });

  it.each([
    ['with a source', italian + list('purposes: [press], source: ["public:imprint"]'), segment('giornalisti')],
    ['that nobody has declared', italian + NOTICE + purpose(INTEREST), segment('giornalisti')],
    ['that is not personal', italian + list('personal: false, reason: Names of papers only'), segment('giornalisti')],
    ['with another name', italian + list('purposes: [press]'), segment('espresso')],
    ['in a language nobody speaks here', list('purposes: [press]'), segment('giornalisti')],
    ['that is off', italian + list('purposes: [press]'), { ...segment('giornalisti'), published: false }],
    [
      'of addresses like info@',
      italian + list('purposes: [press]').replace('press-relations', 'press-relations, generic_addresses_only: true'),
      segment('giornalisti'),
    ],
  ] as const)('is not found: %s', (_, declarations, item) => {
    expect(found(declarations, [item])).toEqual([]);
  });

  it('is found by the name on the screen, and as a tag', () => {
    const declarations = `${NOTICE}${purpose(INTEREST)}segments: {list-7: {purposes: [press]}}\ntags: {"type:Press": {purposes: [press]}}`;
    const items: Item[] = [{ kind: 'tag', id: 1, key: 'type:Press' }, segment('list-7', 'Media contacts 2026')];
    expect(found(declarations, items).map(({ subject }) => subject)).toEqual(['tag:type:Press', 'segment:list-7']);
  });

  it.each([
    ['b2b', true],
    ['B2B contacts', true],
    ['Bed & Breakfast', false],
    ['B&B guests', false],
    ['Local press 2026', true],
    ['french-press', false],
    ['French press coffee', false],
  ])('is known by words of its name: %s', (name, isOne) => {
    const example = { declarations: `tags: {${name}: {purposes: [press]}}`, items: [{ kind: 'tag', id: 1, key: name } as const] };
    expect(subjectsOf(rule, example)).toEqual(isOne ? [`tag:${name}`] : []);
  });

  it('has its people from where its filter looks, or from a form', () => {
    const subjects = (use: Use) =>
      subjectsOf(rule, {
        declarations: italian + list('purposes: [press]'),
        items: [segment('giornalisti'), form('Accredito')],
        uses: [use],
      });
    const adds: Use = { from: 'form:Accredito', how: 'adds', to: 'segment:giornalisti', at: 'form.action', id: 1 };
    expect(subjects({ from: 'segment:giornalisti', how: 'filters', to: 'tag:x', at: 'segment.filter', n: 1, group: 1 })).toEqual([]);
    expect(subjects(adds)).toEqual([]);
    expect(subjects({ ...adds, from: 'campaign:Welcome', at: 'campaign.event' })).toEqual(['segment:giornalisti']);
  });

  it('is not looked at where its kind was not seen', () => {
    const example = {
      declarations: italian + list('purposes: [press]'),
      items: [segment('giornalisti')],
      coverage: [absent('segment')],
      finds: [],
    };
    const { findings, notRun } = lintExample(example);
    expect(findings.filter(({ rule: id }) => id === rule.id)).toEqual([]);
    expect(notRun.filter(({ rule: id }) => id === rule.id)).toEqual([{ rule: rule.id, of: 'segment', why: ['refused'] }]);
  });
});
