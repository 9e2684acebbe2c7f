import { describe, expect, it } from 'vitest';
import rule from '../../../rules/retention/overdue-contacts.js';
import type { Count, Item } from '../../../src/mautic/snapshot.js';
import { EXAMPLE_FILE, findingsOf, lintExample, subjectsOf } from '../examples.js';

const ACTIVE = 'contact_field:last_active';
const older = (year: number, n: Count['n'], of = ACTIVE): Count => ({ of, how: 'older', n, before: `${year}-01-01` });
const news = (retention: string, more = '') => `purposes:\n  news: {title: The news, retention: {${retention}}${more}}`;
const INACTIVE = [older(2021, 0), older(2022, 120), older(2023, 2000), older(2024, 4100), older(2025, 5200), older(2026, 7000)];
const find = (declarations: string, counts: readonly Count[] = INACTIVE, now = '2026-11-25') =>
  findingsOf(rule, { declarations, counts, now }).map(({ data }) => [data.purpose, data.people, data.year]);

describe('overdue-contacts', () => {
  it('says how many there are at least, and since when', () => {
    const [found] = findingsOf(rule, { declarations: news('period: P24M, from: last-action'), counts: INACTIVE, finds: [] });
    expect(found).toMatchObject({
      subject: 'purpose:news',
      severity: 'warn',
      place: { file: EXAMPLE_FILE, path: ['purposes', 'news', 'retention'], at: 'value' },
      data: { purpose: 'The news', people: 4100, year: 2023 },
    });
    expect(
      findingsOf(rule, { declarations: news('period: P24M, from: last-action'), counts: INACTIVE, finds: [] }, 'strict')[0]?.severity,
    ).toBe('error');
  });

  it.each([
    ['P12M', '2026-11-25', 5200, 2022],
    ['P11M', '2026-11-25', 5200, 2022],
    ['P36M', '2026-11-25', 2000, 2024],
    ['P5Y', '2026-11-25', 0, 0],
    ['P59M', '2026-12-25', 120, 2026],
    ['P24M', '2026-01-05', 4100, 2023],
    ['P24M', '2025-12-25', 2000, 2023],
  ])('kept for %s, seen on %s', (period, now, people, year) => {
    expect(find(news(`period: ${period}, from: last-action`), INACTIVE, now)).toEqual(people === 0 ? [] : [['The news', people, year]]);
  });

  it('counts from the day they came, or from a date field', () => {
    const counts = [older(2024, '<5', 'record:dates'), older(2024, 30, 'contact_field:visited_at')];
    expect(find(news('period: P24M, from: collected'), counts)).toEqual([['The news', '<5', 2025]]);
    expect(find(news('period: P24M, from: last-action, from_field: date_added'), counts)).toEqual([['The news', '<5', 2025]]);
    expect(find(news('period: P24M, from: event-date, from_field: visited_at'), counts)).toEqual([['The news', 30, 2025]]);
    expect(find(news('period: P24M, from: event-date, from_field: contact_field:visited_at'), counts)).toEqual([['The news', 30, 2025]]);
  });

  it.each([
    ['an end that Mautic does not know', 'period: P24M, from: contract-end'],
    ['criteria', 'criteria: Two years after the last stand they rented, from: last-action'],
    ['a field whose age was not counted', 'period: P24M, from: last-action, from_field: visited_at'],
    ['no start', 'period: P24M'],
  ])('says nothing about %s', (_, retention) => {
    expect(find(news(retention))).toEqual([]);
  });

  it('judges of the purposes with one clock the one that keeps longest', () => {
    const both = `${news('period: P12M, from: last-action')}\n  club: {title: The club, retention: {period: P36M, from: last-action}}`;
    expect(find(both)).toEqual([['The club', 2000, 2024]]);
    const apart = `${both}\n  desk: {title: The desk, retention: {period: P36M, from: collected}}`;
    expect(find(apart, [...INACTIVE, older(2023, 8, 'record:dates')])).toEqual([
      ['The club', 2000, 2024],
      ['The desk', 8, 2025],
    ]);
    expect(find(`${both.replace('36M, from: last-action', '36M, from: last-action, then: review')}`)).toEqual([]);
  });

  it.each(['anonymise', 'review'])('says nothing where the end is to %s', end => {
    expect(find(news(`period: P24M, from: last-action, then: ${end}`))).toEqual([]);
  });

  it.each([
    ['longer by another clock', 'subjects: [customer, member], retention: {period: P10Y, from: contract-end}', 0],
    ['by criteria', 'subjects: [customer], retention: {criteria: Until the season ticket of the member ends, from: contract-end}', 0],
    ['longer, of people it does not name', 'retention: {period: P10Y, from: contract-end}', 0],
    ['shorter by another clock', 'subjects: [customer], retention: {period: P12M, from: contract-end}', 1],
    ['longer, of other people', 'subjects: [press], retention: {period: P10Y, from: contract-end}', 1],
  ])('beside a purpose that keeps %s', (_, orders, findings) => {
    const both = `${news('period: P24M, from: last-action', ', subjects: [customer]')}\n  orders: {${orders}}`;
    expect(find(both)).toHaveLength(findings);
    // A date of its own is one of the people of the purpose.
    const dated = both.replace('from: last-action', 'from: event-date, from_field: visited_at');
    expect(find(dated, [older(2024, 30, 'contact_field:visited_at')])).toHaveLength(1);
  });

  it('is held back by a legal hold of the purpose or of the field, until it is over', () => {
    const counts = [older(2024, 30, 'contact_field:visited_at')];
    const hold = (until: string) => `legal_hold: {until: ${until}, document: docs/hold.md}`;
    const visits = 'period: P24M, from: event-date, from_field: visited_at';
    expect(find(news(visits, `, ${hold('2026-11-25')}`), counts)).toEqual([]);
    expect(find(news(visits, `, ${hold('2026-11-24')}`), counts)).toHaveLength(1);
    expect(find(`${news(visits)}\ncontact_fields: {visited_at: {${hold('2027-01-31')}}}`, counts)).toEqual([]);
    expect(find(`${news(visits)}\ncontact_fields: {visited_at: {${hold('2026-01-31')}}}`, counts)).toHaveLength(1);
  });

  it('is not run where nobody counted', () => {
    const items: Item[] = [{ kind: 'contact_field', id: 6, key: 'email' }];
    const { notRun } = lintExample({ declarations: news('period: P24M, from: last-action'), items, finds: [] });
    expect(notRun.filter(entry => entry.rule === rule.id)).toEqual([{ rule: rule.id, of: 'contact_field.counts', why: ['not-asked'] }]);
    expect(subjectsOf(rule, { declarations: news('period: P24M, from: last-action'), items, counts: INACTIVE })).toEqual(['purpose:news']);
  });
});
