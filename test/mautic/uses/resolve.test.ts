import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DraftUse } from '../../../src/mautic/draft.js';
import type { Item } from '../../../src/mautic/snapshot.js';
import { indexItems, referenceTo, usesResolver } from '../../../src/mautic/uses/index.js';
import { INDEX, ITEMS, item } from './support.js';

describe('references', () => {
  it.each([
    [{ kind: 'segment', id: 1 }, 'segment:readers'],
    [{ kind: 'segment', id: 28 }, 'segment:#28'],
    [{ kind: 'segment', any: true }, 'segment:*'],
    [{ kind: 'tag', key: 'donor' }, 'tag:donor'],
    [{ kind: 'tag', key: '3' }, 'tag:donor'],
    [{ kind: 'tag', key: '2024' }, 'tag:2024'],
    [{ kind: 'tag', key: 'Q&A evening' }, 'tag:Q&A evening#5'],
    [{ kind: 'tag', key: 'Q&#38;A evening' }, 'tag:Q&A evening#6'],
    [{ kind: 'tag', key: 'Q&amp;A evening' }, 'tag:Q&A evening#5'],
    [{ kind: 'tag', key: 'anna@visitors.example' }, 'tag:[email]'],
    [{ kind: 'tag', key: '__proto__' }, 'tag:__proto__'],
    [{ field: 'email' }, 'contact_field:email'],
    [{ field: 'companyname' }, 'company_field:companyname'],
    [{ field: 'companyname', object: 'contact' }, 'contact_field:companyname'],
    [{ field: 'email', object: 'company' }, 'company_field:email'],
    [{ field: 'lost' }, 'contact_field:lost'],
    [{ field: '347 1234567' }, 'contact_field:other'],
    [{ kind: 'dynamic_content', key: 'hero' }, 'dynamic_content:hero#1'],
    [{ kind: 'dynamic_content', key: 'nowhere' }, 'dynamic_content:nowhere'],
    [{ question: 'email', form: 2 }, 'form_field:School visit/email'],
    [{ question: 12, form: 1 }, 'form_field:Newsletter/needs_bus'],
    [{ question: 'lost', form: 1 }, 'form_field:Newsletter/lost'],
    [{ question: 'lost', form: 9 }, 'form_field:#9/lost'],
    [{ pseudo: 'record:dnc' }, 'record:dnc'],
  ] as const)('%j is %s', (target, reference) => {
    expect(referenceTo(INDEX, target)).toBe(reference);
  });

  it('two tags that look alike masked are told apart by their own text', () => {
    const items: Item[] = [
      { kind: 'tag', id: 76, key: '[email]', masked: ['key'] },
      { kind: 'tag', id: 77, key: '[email]', masked: ['key'] },
    ];
    const index = indexItems(items, {
      tags: new Map([
        [76, 'anna@visitors.example'],
        [77, 'bruno@visitors.example'],
      ]),
    });
    expect(referenceTo(index, { kind: 'tag', key: 'bruno@visitors.example' })).toBe('tag:[email]#77');
    expect(referenceTo(index, { kind: 'tag', key: 'carla@visitors.example' })).toBe('tag:[email]');
  });

  it('two forms of one name, one question twice in a form', () => {
    const items: Item[] = [
      { kind: 'form', id: 1, key: 'Sign-up' },
      { kind: 'form', id: 14, key: 'Sign-up' },
      { kind: 'form_field', id: 5, key: 'Sign-up/email', form: 'form:Sign-up#1' },
      { kind: 'form_field', id: 93, key: 'Sign-up/email', form: 'form:Sign-up#14' },
      { kind: 'form_field', id: 94, key: 'Sign-up/email', form: 'form:Sign-up#14' },
    ];
    const index = indexItems(items);
    expect(referenceTo(index, { question: 'email', form: 1 })).toBe('form_field:Sign-up#1/email');
    expect(referenceTo(index, { question: 94, form: 14 })).toBe('form_field:Sign-up#14/email#94');
    expect(referenceTo(index, { question: 'email', form: 14 })).toBe('form_field:Sign-up#14/email#93');
  });
});

const CONTENT = { at: 'content', part: 'html' } as const;
const DRAFTS: readonly DraftUse[] = [
  { at: 'segment.filter', n: 1, group: 1, how: 'filters', to: { kind: 'tag', id: 3 }, op: 'any-of' },
  { at: 'segment.filter', n: 2, group: 1, how: 'filters', to: { kind: 'segment', any: true }, op: 'set' },
  { at: 'segment.filter', n: 10, group: 2, how: 'filters', to: { field: 'diet' }, op: 'any-of', candidates: ['vegan', 'halal', 'vegan'] },
  { at: 'segment.filter', n: 9, group: 2, how: 'filters', to: { field: 'newsletter_optin' }, op: 'is', flag: 'yes', candidates: ['yes'] },
  { at: 'form.action', id: 10, type: 'x', how: 'adds', to: { kind: 'tag', key: '😀' } },
  { at: 'form.action', id: 10, type: 'x', how: 'adds', to: { kind: 'tag', key: '\ufb01' } },
  { at: 'form.action', id: 9, type: 'x', how: 'removes', to: { pseudo: 'record:dnc' } },
  { ...CONTENT, how: 'shows', to: { kind: 'dynamic_content', key: 'hero' } },
  { ...CONTENT, how: 'writes', in: 'url', to: { field: 'colour' } },
  { ...CONTENT, how: 'reads', in: 'url', url: 'mautic.aurora.example/x', to: { field: 'city' } },
  { ...CONTENT, how: 'shares', to: { pseudo: 'recipient:mautic.aurora.example' } },
  { at: 'content', how: 'tracks', to: { pseudo: 'tracking:page_hit' } },
];

describe('resolving', () => {
  const lines = (drafts: readonly DraftUse[]) => usesResolver(INDEX, 'mautic.aurora.example:8443')(item('segment'), drafts);

  it('gives canonical order: numbers as numbers, absent first, texts by bytes', () => {
    expect(lines(DRAFTS)).toEqual([
      { from: 'segment:readers', how: 'tracks', to: 'tracking:page_hit', at: 'content' },
      { from: 'segment:readers', how: 'reads', to: 'contact_field:city', at: 'content', part: 'html', in: 'url' },
      { from: 'segment:readers', how: 'shows', to: 'dynamic_content:hero#1', at: 'content', part: 'html' },
      { from: 'segment:readers', how: 'shows', to: 'dynamic_content:hero#2', at: 'content', part: 'html' },
      { from: 'segment:readers', how: 'removes', to: 'record:dnc', at: 'form.action', id: 9, type: 'x' },
      { from: 'segment:readers', how: 'adds', to: 'tag:\ufb01', at: 'form.action', id: 10, type: 'x' },
      { from: 'segment:readers', how: 'adds', to: 'tag:😀', at: 'form.action', id: 10, type: 'x' },
      { from: 'segment:readers', how: 'filters', to: 'tag:donor', at: 'segment.filter', n: 1, group: 1, op: 'any-of' },
      { from: 'segment:readers', how: 'filters', to: 'segment:*', at: 'segment.filter', n: 2, group: 1, op: 'set' },
      {
        from: 'segment:readers',
        how: 'filters',
        to: 'contact_field:newsletter_optin',
        at: 'segment.filter',
        n: 9,
        group: 2,
        op: 'is',
        value: 'yes',
      },
      {
        from: 'segment:readers',
        how: 'filters',
        to: 'contact_field:diet',
        at: 'segment.filter',
        n: 10,
        group: 2,
        op: 'any-of',
        values: ['halal', 'vegan'],
      },
    ]);
  });

  it('whatever the order of drafts, repeated or not', () => {
    const expected = JSON.stringify(lines(DRAFTS));
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...DRAFTS, ...DRAFTS], { minLength: DRAFTS.length * 2 }),
        drafts => JSON.stringify(lines(drafts)) === expected,
      ),
    );
  });

  it('whatever the order of items', () => {
    const expected = JSON.stringify(lines(DRAFTS));
    fc.assert(
      fc.property(fc.shuffledSubarray([...ITEMS], { minLength: ITEMS.length }), items => {
        return JSON.stringify(usesResolver(indexItems(items), 'mautic.aurora.example')(item('segment'), DRAFTS)) === expected;
      }),
      { numRuns: 30 },
    );
  });

  it('columns of reports are kept while no field was seen', () => {
    const drafts: DraftUse[] = [{ at: 'report.column', how: 'reads', to: { field: 'shoe_size', object: 'contact' } }];
    const report = item('report');
    expect(usesResolver(INDEX)(report, drafts)).toEqual([]);
    expect(usesResolver(indexItems([report]))(report, drafts).map(use => use.to)).toEqual(['contact_field:shoe_size']);
  });
});
