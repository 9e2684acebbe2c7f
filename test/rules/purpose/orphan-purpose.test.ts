import { describe, expect, it } from 'vitest';
import rule from '../../../rules/purpose/orphan-purpose.js';
import type { Item } from '../../../src/mautic/snapshot.js';
import { campaign, content, email, off, page, segment, sends } from '../content-items.js';
import { EXAMPLE_FILE, findingsOf, lintExample, subjectsOf } from '../examples.js';
import { absent, contactField, form } from '../form-items.js';

const declared = (film = 'use: email-marketing, legal_basis: consent', more = '') =>
  `purposes:\n  film: {${film}}\n  news: {use: email-marketing}\nemails: {Letter: {purposes: [news]}}\n${more}`;
const found = (declarations: string, items: readonly Item[] = [], now = '2026-11-25') =>
  subjectsOf(rule, { declarations, items: [email('Letter'), ...items], now });

describe('orphan-purpose', () => {
  it('names the purpose and the fields that only it keeps', () => {
    const fields =
      'contact_fields: {film: {purposes: [film]}, hobby: {purposes: [film, news]}, gone: {purposes: [film]}}\ncompany_fields: {who: {personal: true, purposes: [film]}}';
    const items: Item[] = [
      email('Letter'),
      contactField('film', { title: 'Favourite film' }),
      contactField('hobby'),
      { kind: 'company_field', id: 1, key: 'who', title: 'Contact person' },
    ];
    expect(
      findingsOf(rule, { declarations: declared('use: email-marketing, title: Film night', fields), items, finds: [] }, 'strict'),
    ).toMatchObject([
      {
        subject: 'purpose:film',
        severity: 'warn',
        place: { file: EXAMPLE_FILE, path: ['purposes', 'film'], at: 'key' },
        data: { purpose: 'Film night', fields: ['Favourite film', 'Contact person'] },
      },
    ]);
  });

  it('finds a purpose that nothing at all names', () => {
    expect(findingsOf(rule, { declarations: declared(), items: [email('Letter')], finds: [] })).toMatchObject([{ data: { fields: [] } }]);
  });

  it.each<[string, Item, string]>([
    ['a form', form('F'), 'forms: {F: {purposes: [film]}}'],
    ['a segment', segment('s'), 'segments: {s: {purposes: [film]}}'],
    ['a campaign', campaign('C'), 'campaigns: {C: {purposes: [film]}}'],
    ['a landing page', page('p'), 'pages: {p: {purposes: [news, film]}}'],
    ['a dynamic content', content('dynamic_content', 'd'), 'dynamic_contents: {d: {purposes: [film]}}'],
    ['a focus item', content('focus_item', 'b'), 'focus_items: {b: {purposes: [film]}}'],
    ['a webhook', content('webhook', 'W'), 'webhooks: {W: {purposes: [film]}}'],
    ['a point action', { kind: 'point_action', id: 1, key: 'P', published: true }, 'point_actions: {P: {purposes: [film]}}'],
  ])('is silent where %s serves it, and speaks when that is off or gone', (_, item, more) => {
    expect(found(declared(undefined, more), [item])).toEqual([]);
    expect(found(declared(undefined, more), [off(item)])).toEqual(['purpose:film']);
    expect(found(declared(undefined, more))).toEqual(['purpose:film']);
  });

  it('counts what inherits its purposes', () => {
    const more = 'campaigns: {C: {purposes: [film]}}';
    const items = [email('Letter'), email('Tickets'), campaign('C', { published: false })];
    const uses = [sends('campaign:C', 'email:Tickets')];
    expect(subjectsOf(rule, { declarations: declared(undefined, more), items, uses })).toEqual([]);
  });

  it.each([
    ['tracking', 'tracking: {website: {purposes: [film]}}'],
    ['a plugin', 'instance: {plugins: {Films: {does: [other], purposes: [film]}}}'],
    ['what is planned', 'pages: {night: {purposes: [film], status: planned, planned_for: 2026-12-15}}'],
    ['a form of another system', 'forms: {Shop: {purposes: [film], external: true}}'],
  ])('is silent where the declaration names %s', (_, more) => {
    expect(found(declared(undefined, more))).toEqual([]);
  });

  it('is silent where a live form or page asks for its consent', () => {
    const consent = 'use: email-marketing, consent: {field: f, collected_by: [form:F]}';
    expect(found(declared(consent), [form('F')])).toEqual([]);
    expect(found(declared(consent), [form('F', { published: false })])).toEqual(['purpose:film']);
    const sold = 'use: email-marketing, soft_opt_in: {collected_by: [page:shop]}';
    expect(found(declared(sold), [page('shop')])).toEqual([]);
  });

  it('is silent where somebody outside Mautic needs what only it keeps', () => {
    const items = [contactField('film')];
    const keeps = (entry: string) => `contact_fields: {film: {purposes: [film]${entry}}}`;
    expect(found(declared(undefined, keeps(', used_by: [people:cinema], owner: cinema')), items)).toEqual([]);
    expect(found(declared(undefined, keeps(', used_by: [people:cinema]')), items)).toEqual(['purpose:film']);
    expect(found(declared(undefined, `${keeps('')}\nsystems: {box-office: {gets: [film]}}`), items)).toEqual([]);
    const shared = 'contact_fields: {film: {purposes: [film, news], used_by: [system:box-office]}}';
    expect(found(declared(undefined, shared), items)).toEqual(['purpose:film']);
  });

  it.each(['use: proof-and-objection', 'use: site-operation', 'use: service-delivery, legal_basis: legal-obligation'])(
    'is silent for what needs no message: %s',
    film => {
      expect(found(declared(film))).toEqual([]);
    },
  );

  it.each([
    ['2026-11-25', '["12-01/01-31"]', 0],
    ['2026-12-01', '["12-01/01-31"]', 1],
    ['2027-01-31', '["12-01/01-31"]', 1],
    ['2027-02-01', '["12-01/01-31"]', 0],
    ['2026-07-14', '["06-01/08-31"]', 1],
    ['2026-09-01', '["06-01/08-31", "12-01/01-31"]', 0],
  ])('on %s, with the season %s: %i', (now, active, number) => {
    expect(found(declared(`use: email-marketing, active: ${active}`), [], now)).toHaveLength(number);
  });

  it.each(['campaign', 'webhook', 'category', 'segment'] as const)('is not run where %s was not seen', of => {
    const { findings, notRun } = lintExample({ ...rule.examples.bad, coverage: [absent(of)] });
    expect(notRun).toContainEqual({ rule: rule.id, of, why: ['refused'] });
    expect(findings.filter(finding => finding.rule === rule.id)).toEqual([]);
  });
});
