import { describe, expect, it } from 'vitest';
import rule from '../../../rules/retention/leftover-history.js';
import type { Item, Use } from '../../../src/mautic/snapshot.js';
import { EXAMPLE_FILE, findingsOf, lintExample } from '../examples.js';
import { absent, form, question, unseen } from '../form-items.js';

const UNSEEN = 'audit_log: P3M, imports: P0D, exports: P1M, backups: P1M';
const covers = (more: string) => `rights: {erasure: {covers: {${more}}}}\n`;
const mail = question('F/email', 'email', { saved: true });
const page: Item = { kind: 'page', id: 1, key: 'spring', published: true, visited: true };
const email: Item = { kind: 'email', id: 1, key: 'Letter', published: true, sent: true };
const asset: Item = { kind: 'asset', id: 1, key: 'Menu' };
const stores = (declarations: string, items: readonly Item[] = [], uses: readonly Use[] = []) =>
  findingsOf(rule, { declarations, items, uses }).flatMap(({ data }) => data.stores ?? []);

it('names all stores that nobody empties, in one finding', () => {
  const items = [form('F'), mail, page, email, asset];
  expect(findingsOf(rule, { declarations: 'rights: {contact: a@b.example}', items, finds: [] })).toMatchObject([
    {
      subject: 'rights',
      severity: 'warn',
      place: { file: EXAMPLE_FILE, path: ['rights'] },
      data: { stores: ['form_results', 'email_stats', 'page_hits', 'downloads', 'audit_log', 'imports', 'exports', 'backups'] },
    },
  ]);
});

it('points to the nearest key there is', () => {
  const placeIn = (declarations: string) => findingsOf(rule, { declarations })[0]?.place;
  expect(placeIn('')).toEqual({ file: EXAMPLE_FILE, path: [], at: 'value' });
  expect(placeIn('rights: {erasure: {how: The owner does it}}')).toMatchObject({ path: ['rights', 'erasure'] });
  expect(placeIn(covers('backups: P1M'))).toMatchObject({ path: ['rights', 'erasure', 'covers'], at: 'value' });
});

it('is silent when every store that can hold something has a time', () => {
  expect(stores(covers(UNSEEN))).toEqual([]);
  const all = `form_results: P0D, email_stats: P1M, page_hits: P1M, downloads: P1M, ${UNSEEN}`;
  expect(stores(covers(all), [form('F'), mail, page, email, asset])).toEqual([]);
});

describe('a store', () => {
  it('of forms is there where answers are saved, also of a form that is off', () => {
    expect(stores(covers(UNSEEN), [form('F', { published: false }), mail])).toEqual(['form_results']);
    expect(stores(covers(UNSEEN), [form('F'), question('F/source', 'hidden', { saved: true })])).toEqual(['form_results']);
    expect(stores(covers(UNSEEN), [form('F'), { ...mail, saved: false }])).toEqual([]);
    expect(stores(covers(UNSEEN), [form('F'), unseen(mail, 'saved')])).toEqual([]);
    expect(stores(covers(UNSEEN), [form('F'), question('F/send', 'button', { saved: true })])).toEqual([]);
  });

  it('of forms is emptied where each form says how long it keeps answers', () => {
    const declarations = `${covers(UNSEEN)}forms: {F: {results_retention: P6M}}`;
    expect(stores(declarations, [form('F'), mail])).toEqual([]);
    expect(stores(declarations, [form('F'), mail, form('G'), question('G/email', 'email', { saved: true })])).toEqual(['form_results']);
  });

  it('of e-mails is there when one was sent', () => {
    expect(stores(covers(UNSEEN), [email])).toEqual(['email_stats']);
    expect(stores(covers(UNSEEN), [{ ...email, sent: false }])).toEqual([]);
  });

  it('of page visits is there with a visited page, a declared or a seen tracking', () => {
    expect(stores(covers(UNSEEN), [page])).toEqual(['page_hits']);
    expect(stores(covers(UNSEEN), [{ ...page, visited: false }])).toEqual([]);
    expect(stores(`${covers(UNSEEN)}tracking: {website: {purposes: [visits]}}`)).toEqual(['page_hits']);
    const tracks: Use = { from: 'page:spring', how: 'tracks', to: 'tracking:page_hit', at: 'page' };
    expect(stores(covers(UNSEEN), [{ ...page, visited: false }], [tracks])).toEqual(['page_hits']);
  });

  it('of downloads is there with an asset', () => {
    expect(stores(covers(UNSEEN), [asset])).toEqual(['downloads']);
  });

  it('with a mistake in its time is told once, by schema-valid', () => {
    const { findings } = lintExample({ declarations: covers(`${UNSEEN.replace('backups: P1M', 'backups: soon')}`), finds: [] });
    expect(findings.filter(finding => finding.rule === rule.id)).toEqual([]);
  });
});

it('is silent where a plugin deletes history', () => {
  const plugin = (does: string) => `instance: {plugins: {Eraser: {does: [${does}]}}}`;
  expect(stores(plugin('erasure'), [form('F'), mail])).toEqual([]);
  expect(stores(plugin('crm'))).toEqual(['audit_log', 'imports', 'exports', 'backups']);
});

it('is an error in strict', () => {
  expect(findingsOf(rule, { declarations: '', finds: [] }, 'strict')).toMatchObject([{ severity: 'error' }]);
});

it('goes kind by kind', () => {
  const coverage = [absent('asset')];
  const { findings, notRun } = lintExample({ declarations: covers(UNSEEN), items: [email], coverage, finds: [] });
  expect(notRun.filter(entry => entry.rule === rule.id)).toEqual([{ rule: rule.id, of: 'asset', why: ['refused'] }]);
  expect(findings.filter(finding => finding.rule === rule.id)).toMatchObject([{ data: { stores: ['email_stats'] } }]);
});
