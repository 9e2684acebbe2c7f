import { describe, expect, it } from 'vitest';
import rule from '../../../rules/rights/suppression-lost.js';
import type { Item, Use } from '../../../src/mautic/snapshot.js';
import { EXAMPLE_FILE, findingsOf, lintExample } from '../examples.js';
import { absent } from '../form-items.js';

const cleanup = (published = true): Item => ({ kind: 'campaign', id: 1, key: 'Cleanup', published });
const DELETES: Use = {
  from: 'campaign:Cleanup',
  how: 'removes',
  to: 'record:contact',
  at: 'campaign.event',
  id: 2,
  type: 'lead.deletecontact',
};
const LIST = 'where: Hash list, content: hashed-email, retention: P5Y';
const retention = (keys: string) => `purposes: {news: {retention: {period: P24M, from: last-action${keys}}}}\n`;
const found = (declarations: string, items: readonly Item[] = []) =>
  findingsOf(rule, { declarations, items, uses: [DELETES] }).map(({ subject, data }) => [subject, data.reason]);

it('finds a campaign that deletes, at the rights', () => {
  const declarations = 'rights: {contact: privacy@aurora.example}';
  expect(findingsOf(rule, { declarations, items: [cleanup()], uses: [DELETES], finds: [] })).toMatchObject([
    {
      subject: 'rights',
      severity: 'error',
      place: { file: EXAMPLE_FILE, path: ['rights'] },
      data: { reason: 'campaign-deletes', places: [{ name: 'Cleanup', kind: 'campaign' }] },
    },
  ]);
});

describe('without a list', () => {
  it.each([
    [retention(', enforced_by: cleanup-command'), 'deletes'],
    [retention(', enforced_by: campaign:Old'), 'deletes'],
    [retention(', enforced_by: cleanup-command, then: delete'), 'deletes'],
    [retention(', enforced_by: campaign:Old, then: anonymise'), undefined],
    [retention(''), undefined],
    ['purposes: {news: {retention: P24M}}', undefined],
    ['systems: {crm: {feeds: [email]}}', 'synced'],
    ['systems: {crm: {gets: [email]}}', undefined],
    ['', undefined],
  ])('%s: %s', (declarations, reason) => {
    expect(found(declarations, [cleanup(false)])).toEqual(reason === undefined ? [] : [['rights', reason]]);
  });

  it('a sentence says why there is none', () => {
    const not = (text: string) => found(`rights: {suppression: {not_needed: ${text}}}`, [cleanup()]);
    expect(not('Nobody is imported and nothing is synced')).toEqual([]);
    expect(not('no need')).toEqual([['rights', 'campaign-deletes']]);
  });

  it('is told at the key, where it stands there', () => {
    const declarations = 'rights: {suppression: {not_needed: no need}}';
    expect(findingsOf(rule, { declarations, items: [cleanup()], uses: [DELETES], finds: [] })).toMatchObject([
      { place: { path: ['rights', 'suppression'] } },
    ]);
  });
});

describe('with a list', () => {
  const CRM = 'systems: {crm: {feeds: [email]}, shop: {feeds: [email]}, stats: {gets: [email]}}\n';
  const list = (checkedBy: string) => `${CRM}rights: {suppression: {${LIST}${checkedBy}}}`;

  it('finds each system that does not look into it', () => {
    const declarations = list(', checked_by: [imports, "system:shop"]');
    expect(findingsOf(rule, { declarations, items: [cleanup()], uses: [DELETES], finds: [] })).toMatchObject([
      { subject: 'system:crm', place: { path: ['systems', 'crm', 'feeds'] }, data: { reason: 'unchecked', system: 'crm' } },
    ]);
    expect(found(list('')).map(([subject]) => subject)).toEqual(['system:crm', 'system:shop']);
  });

  it('is fine when all look into it, and when nothing comes in', () => {
    expect(found(list(', checked_by: ["system:crm", "system:shop"]'), [cleanup()])).toEqual([]);
    expect(found(`rights: {suppression: {${LIST}}}`, [cleanup()])).toEqual([]);
  });
});

it('leaves what is written wrong to schema-valid', () => {
  expect(found(`rights: {supression: {${LIST}}}`, [cleanup()])).toEqual([]);
  expect(found(`rights: {suppression: {${LIST}, checked_by: crm}}\nsystems: {crm: {feeds: [email]}}`)).toEqual([]);
});

it('is not run where campaigns were not seen', () => {
  const example = { declarations: 'systems: {crm: {feeds: [email]}}', coverage: [absent('campaign')], finds: [] };
  expect(findingsOf(rule, example)).toEqual([]);
  expect(lintExample(example, 'recommended', true, [rule]).notRun).toEqual([
    { rule: 'suppression-lost', of: 'campaign', why: ['refused'] },
  ]);
});
