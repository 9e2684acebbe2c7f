import { describe, expect, it } from 'vitest';
import rule from '../../../rules/minimisation/dead-personalisation.js';
import type { Item, Use } from '../../../src/mautic/snapshot.js';
import { campaign, content, decides, email, filters, off, page, reads, segment } from '../content-items.js';
import { EXAMPLE_FILE, findingsOf, lintExample, subjectsOf } from '../examples.js';
import { absent, collects, contactField, form, question } from '../form-items.js';

const FILM = 'contact_field:film';
const declared = (film = 'purposes: [greet]', more = '') =>
  `purposes: {greet: {use: content-personalisation}, news: {use: email-marketing}}\ncontact_fields: {film: {${film}}}\n${more}`;
const found = (items: readonly Item[] = [], uses: readonly Use[] = [], declarations = declared()) =>
  subjectsOf(rule, { declarations, items: [contactField('film'), ...items], uses });

describe('dead-personalisation', () => {
  it('finds a field that is kept for personalisation and that no message uses', () => {
    const items = [contactField('film', { title: 'Favourite film' }), form('F'), question('F/film', 'text')];
    const example = { declarations: declared(), items, uses: [collects('F/film', 'film')], finds: [] };
    expect(findingsOf(rule, example)).toMatchObject([
      {
        subject: FILM,
        severity: 'warn',
        place: { file: EXAMPLE_FILE, path: ['contact_fields', 'film'], at: 'key' },
        data: { field: { label: 'Favourite film', alias: 'film' } },
      },
    ]);
    expect(findingsOf(rule, example, 'strict')).toMatchObject([{ severity: 'error' }]);
  });

  it.each<[string, Item, Use]>([
    ['an e-mail', email('E'), reads('email:E', FILM)],
    ['a dynamic part of an e-mail', email('E'), filters('email:E', FILM, { at: 'content.filter' })],
    ['a landing page', page('p'), reads('page:p', FILM)],
    ['a dynamic content', content('dynamic_content', 'slot'), filters('dynamic_content:slot', FILM, { at: 'content.filter' })],
    ['a focus item', content('focus_item', 'bar'), reads('focus_item:bar', FILM, { part: 'headline' })],
    ['a condition of a campaign', campaign('C'), decides('campaign:C', FILM)],
    ['a segment', segment('s'), filters('segment:s', FILM)],
  ])('is silent where %s uses it, and speaks when that is off', (_, item, use) => {
    expect(found([item], [use])).toEqual([]);
    expect(found([off(item)], [use])).toEqual([FILM]);
  });

  it('counts reports and data handed to other systems as no message', () => {
    const report: Item = { kind: 'report', id: 1, key: 'R' };
    const handed = reads('campaign:C', FILM, { at: 'campaign.event', id: 1, type: 'campaign.sendwebhook', in: 'data' });
    expect(found([report, campaign('C')], [reads('report:R', FILM, { at: 'report.column' }), handed])).toEqual([FILM]);
  });

  it.each([
    ['another purpose', declared('purposes: [greet, news]')],
    ['a use outside Mautic', declared('purposes: [greet], used_by: [system:website]')],
    ['a system that gets it', declared('purposes: [greet]', 'systems: {website: {gets: [film]}}')],
    ['a purpose that nobody has defined', declared('purposes: [greet, gret]')],
    ['no purpose', declared('why: Asked at the film night')],
  ])('is silent by the declaration: %s', (_, declarations) => {
    expect(found([], [], declarations)).toEqual([]);
  });

  it('says nothing of a field that holds nothing', () => {
    const example = { declarations: declared(), items: [contactField('film')] };
    expect(subjectsOf(rule, { ...example, counts: [{ of: FILM, how: 'filled', n: 0 }] })).toEqual([]);
    expect(subjectsOf(rule, { ...example, counts: [{ of: FILM, how: 'filled', n: '<5' }] })).toEqual([FILM]);
  });

  it.each(['email', 'page', 'dynamic_content', 'focus_item', 'text_message', 'campaign', 'segment'] as const)(
    'is not run where %s could use it and was not seen',
    of => {
      const { findings, notRun } = lintExample({ ...rule.examples.bad, coverage: [absent(of)] });
      expect(notRun).toContainEqual({ rule: rule.id, of, why: ['refused'] });
      expect(findings.filter(finding => finding.rule === rule.id)).toEqual([]);
    },
  );
});
