import { describe, expect, it } from 'vitest';
import rule from '../../../rules/rights/hidden-list.js';
import type { Item, ItemOf, Use } from '../../../src/mautic/snapshot.js';
import { campaign, email, segment, sends, targets } from '../content-items.js';
import { EXAMPLE_FILE, findingsOf, lintExample, subjectsOf } from '../examples.js';
import { absent } from '../form-items.js';

const PURPOSES = 'purposes: {offers: {use: email-marketing}, orders: {use: service-messages}}\n';
const EMAILS = 'emails: {E: {purposes: [offers]}, O: {purposes: [orders]}}\n';
const HIDDEN = { in_preference_centre: false, public_name: 'Offers for regulars' };
const MAILED = [targets('email:E', 'segment:s')];
const found = (items: readonly Item[], uses: readonly Use[] = MAILED, more = '') =>
  subjectsOf(rule, { declarations: PURPOSES + EMAILS + more, items: [email('E'), email('O'), ...items], uses });

describe('hidden-list', () => {
  it('finds a segment that marketing goes to and that people cannot see', () => {
    const example = {
      declarations: `${PURPOSES}${EMAILS}segments: {s: {purposes: [offers]}}`,
      items: [email('E'), segment('s', { ...HIDDEN, title: 'High spenders' })],
      uses: MAILED,
      finds: [],
    };
    expect(findingsOf(rule, example)).toMatchObject([
      {
        subject: 'segment:s',
        severity: 'warn',
        place: { file: EXAMPLE_FILE, path: ['segments', 's'], at: 'key' },
        data: { item: 'High spenders', kind: 'segment' },
      },
    ]);
    expect(findingsOf(rule, example, 'strict')).toMatchObject([{ severity: 'error' }]);
  });

  it.each([
    ['Offers for regulars', 's', 0],
    ['newsletter', 'newsletter', 0],
    ['Wein-News', 's', 0],
    ['Version for schools', 's', 0],
    ['', 's', 1],
    ['  ', 's', 1],
    ['seg_nl_v2', 's', 1],
    ['Readers v2', 's', 1],
    ['Test', 's', 1],
    ['Test drive offers', 's', 0],
    ['V8 engine news', 's', 0],
    ['Crash-test news', 's', 0],
    ['menu-readers', 'menu-readers', 1],
  ])('with the public name %j and the alias %s: %i', (public_name, alias, number) => {
    const item = segment(alias, { in_preference_centre: true, public_name });
    expect(found([item], [targets('email:E', `segment:${alias}`)])).toHaveLength(number);
  });

  it('judges only what was seen', () => {
    expect(found([segment('s')])).toEqual([]);
    expect(found([segment('s', { in_preference_centre: true })])).toEqual([]);
  });

  it('asks who gets marketing: by a live e-mail, or by a live campaign that sends people something', () => {
    const items = [segment('s', HIDDEN), campaign('C')];
    const more = 'campaigns: {C: {purposes: [offers]}}';
    const reached = targets('campaign:C', 'segment:s');
    expect(found(items, [reached], more)).toEqual([]);
    expect(found(items, [reached, sends('campaign:C', 'email:E', { staff: true })], more)).toEqual([]);
    expect(found(items, [reached, sends('campaign:C', 'email:E')], more)).toEqual(['segment:s']);
    expect(found([segment('s', HIDDEN)], [targets('email:O', 'segment:s')])).toEqual([]);
    expect(found([segment('s', HIDDEN)], [])).toEqual([]);
    expect(found([segment('s', { ...HIDDEN, published: false })])).toEqual([]);
    const off = { declarations: PURPOSES + EMAILS, items: [email('E', { published: false }), segment('s', HIDDEN)], uses: MAILED };
    expect(subjectsOf(rule, off)).toEqual([]);
  });

  it('goes by the purposes of the segment where nobody has said what the e-mail is for', () => {
    const uses = [targets('email:N', 'segment:s')];
    const items = [email('N'), segment('s', HIDDEN)];
    expect(found(items, uses, 'segments: {s: {purposes: [offers]}}')).toEqual(['segment:s']);
    expect(found(items, uses, 'segments: {s: {purposes: [orders]}}')).toEqual([]);
  });

  it('asks for the topic where a segment only serves others', () => {
    const items = (topic: Partial<ItemOf<'segment'>>) => [segment('s', HIDDEN), segment('readers', topic)];
    const helper = 'segments: {s: {helper_for: [readers]}}';
    expect(found(items({ in_preference_centre: true, public_name: 'Monthly menu' }), MAILED, helper)).toEqual([]);
    expect(found(items(HIDDEN), MAILED, helper)).toEqual(['segment:readers']);
    expect(found(items({ ...HIDDEN, published: false }), MAILED, helper)).toEqual([]);
    const chain = 'segments: {s: {helper_for: [between]}, between: {helper_for: [readers]}}';
    const seen = items({ in_preference_centre: true, public_name: 'Monthly menu' });
    expect(found([...seen, segment('between', HIDDEN)], MAILED, chain)).toEqual([]);
  });

  it('leaves choices on the own website alone', () => {
    const centre = (where: string) => found([segment('s', HIDDEN)], MAILED, `rights: {preference_centre: "${where}"}`);
    expect(centre('https://aurora.example/choices')).toEqual([]);
    expect(centre('page:choices')).toEqual(['segment:s']);
  });

  it('is not run for lists whose senders were not seen, and is for the others', () => {
    const items = [campaign('C'), segment('s', HIDDEN)];
    const uses = [sends('campaign:C', 'email:E'), targets('campaign:C', 'segment:s')];
    const declarations = `${PURPOSES}campaigns: {C: {purposes: [offers]}}`;
    const { findings, notRun } = lintExample({ declarations, items, uses, coverage: [absent('email')] });
    expect(findings.filter(finding => finding.rule === rule.id).map(({ subject }) => subject)).toEqual(['segment:s']);
    expect(notRun).toContainEqual({ rule: rule.id, of: 'email', why: ['refused'] });
  });

  it('is not run where segments were not seen', () => {
    const { notRun } = lintExample({ declarations: '', coverage: [absent('segment')], finds: [] });
    expect(notRun).toContainEqual({ rule: rule.id, of: 'segment', why: ['refused'] });
  });
});
