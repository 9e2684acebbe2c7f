/** Joining declarations with a snapshot: which entry speaks of which item, and what it inherits. */
import { describe, expect, it } from 'vitest';
import { buildDeclarations } from '../../src/declarations/build.js';
import { joinPolicy, type Policy, purposesIn } from '../../src/lint/policy.js';
import type { Example } from '../../src/lint/rule.js';
import { viewSnapshot } from '../../src/lint/snapshot-view.js';
import { indexUses } from '../../src/lint/use-index.js';
import type { Item, Use } from '../../src/mautic/snapshot.js';
import { snapshotOf } from '../../src/output/example.js';

const NOW = '2026-11-25';

type Seen = Pick<Example, 'coverage'>;

function join(
  yaml: string,
  items: readonly Item[],
  uses: readonly Use[] = [],
  seen: Seen = {},
): { policy: Policy; of: (reference: string) => Item } {
  const declarations = buildDeclarations([{ path: 'privacy/p.yaml', text: `version: 1\n${yaml}` }]);
  const snapshot = viewSnapshot(snapshotOf({ declarations: '', items, uses, ...seen }));
  const of = (reference: string): Item => {
    const item = snapshot.item(reference);
    if (item === undefined) throw new Error(`no ${reference}`);
    return item;
  };
  return { policy: joinPolicy(declarations, { snapshot, uses: indexUses(uses) }, NOW), of };
}

const PURPOSES = 'purposes: {a: {use: email-marketing}, b: {use: service-delivery}}\n';
const tag = (id: number, key: string): Item => ({ kind: 'tag', id, key });

describe('which entry speaks of an item', () => {
  const yaml = `${PURPOSES}tags:
  evt-*: {purposes: [a]}
  evt-2026-*: {purposes: [b]}
  evt-2026-11: {personal: false, reason: A label of the shop}
  "Q&A": {purposes: [a]}
`;
  it.each([
    ['evt-1', 'tag:evt-*'],
    ['evt-2026-12', 'tag:evt-2026-*'],
    ['evt-2026-11', 'tag:evt-2026-11'],
    ['Q&#38;A', 'tag:Q&A'],
    ['EVT-1', undefined],
    ['other', undefined],
  ])('%s → %s', (key, identity) => {
    const { policy, of } = join(yaml, [tag(1, key)]);
    expect(policy.entryOf(of(`tag:${key}`))?.identity).toBe(identity);
  });

  it('one entry speaks of both tags of one text', () => {
    const { policy } = join(`${PURPOSES}tags: {vip: {purposes: [a]}}`, [tag(1, 'vip'), tag(2, 'vip')]);
    const [entry] = [policy.entryFor('tag', 'vip')];
    expect(entry === undefined ? [] : policy.itemsOf(entry).map(item => item.id)).toEqual([1, 2]);
  });

  it('an id names one of two', () => {
    const forms: Item[] = [
      { kind: 'form', id: 1, key: 'Sign-up', published: true },
      { kind: 'form', id: 9, key: 'Sign-up', published: true },
      { kind: 'form_field', id: 3, key: 'Sign-up/email', form: 'form:Sign-up#9', position: 1 },
    ];
    const { policy, of } = join(`${PURPOSES}forms:\n  "Sign-up#9": {purposes: [a], fields: {email: {why: Where the answer goes}}}`, forms);
    expect(policy.entryOf(of('form:Sign-up#1'))).toBeUndefined();
    expect(policy.entryOf(of('form:Sign-up#9'))?.identity).toBe('form:Sign-up#9');
    expect(policy.entryOf(of('form_field:Sign-up#9/email'))?.identity).toBe('form_field:Sign-up#9/email');
  });

  it('a form that is declared by a glob has its questions', () => {
    const items: Item[] = [
      { kind: 'form', id: 1, key: 'Contest spring', published: true },
      { kind: 'form_field', id: 3, key: 'Contest spring/email', form: 'form:Contest spring', position: 1 },
    ];
    const { policy, of } = join(`${PURPOSES}forms:\n  "Contest *": {purposes: [a], fields: {email: {}}}`, items);
    expect(policy.entryOf(of('form_field:Contest spring/email'))?.place.path).toEqual(['forms', 'Contest *', 'fields', 'email']);
  });

  it('two globs that fit equally are a problem that names both', () => {
    const { policy } = join(`${PURPOSES}tags: {"abc*": {purposes: [a]}, "*xyz": {purposes: [b]}}`, [tag(1, 'abcxyz')]);
    expect(policy.problems).toMatchObject([{ code: 'glob-tie', data: { first: 'abc*', second: '*xyz', key: 'abcxyz' } }]);
  });
});

describe('inheritance', () => {
  const email: Item = { kind: 'email', id: 1, key: 'Menu', published: true, category: 'category:email/offers' };
  const category: Item = { kind: 'category', id: 1, key: 'email/offers', bundle: 'email' };
  const campaign: Item = { kind: 'campaign', id: 1, key: 'Welcome', published: true };
  const sends: Use = { from: 'campaign:Welcome', how: 'sends', to: 'email:Menu', at: 'campaign.event', id: 1, type: 'email.send' };

  it('content takes the purposes of its category before those of its campaigns, and its own before both', () => {
    const items = [category, campaign, email];
    const both = `${PURPOSES}categories: {email/offers: {purposes: [a]}}\ncampaigns: {Welcome: {purposes: [b]}}\n`;
    const of = (yaml: string) => {
      const joined = join(yaml, items, [sends]);
      const standing = joined.policy.standing(joined.of('email:Menu'));
      return standing.state === 'purposes' ? [standing.from, standing.by.identity, ...purposesIn(standing)] : standing.state;
    };
    expect(of(both)).toEqual(['inherited', 'category:email/offers', 'a']);
    expect(of(`${PURPOSES}campaigns: {Welcome: {purposes: [b]}}`)).toEqual(['inherited', 'campaign:Welcome', 'b']);
    expect(of(`${both}emails: {Menu: {purposes: [b, a]}}`)).toEqual(['own', 'email:Menu', 'b', 'a']);
    expect(of(`${both}emails: {Menu: {purposes: []}}`)).toBe('undecided');
    expect(of(`${both}emails: {Menu: {personal: false}}`)).toBe('not-personal');
    expect(of(`${both}emails: {Menu: {}}`)).toEqual(['inherited', 'category:email/offers', 'a']);
    expect(of(PURPOSES)).toBe('undecided');
  });

  it('is taken from the entry of what was not seen, not of what is gone', () => {
    const yaml = `${PURPOSES}categories: {email/offers: {purposes: [a]}}`;
    const by = (state: 'absent' | 'partial' | 'complete'): readonly string[] => {
      const joined = join(yaml, [email], [], { coverage: [{ of: 'category', state, rows: 0 }] });
      return joined.policy.purposesOf(joined.of('email:Menu'));
    };
    expect([by('absent'), by('partial'), by('complete')]).toEqual([['a'], ['a'], []]);
  });

  it('a variant takes what its parent has', () => {
    const variant: Item = { kind: 'email', id: 2, key: 'Menu B', variant_of: 'email:Menu' };
    const { policy, of } = join(`${PURPOSES}emails: {Menu: {purposes: [a]}}`, [{ ...email, published: false }, variant]);
    expect(policy.purposesOf(of('email:Menu B'))).toEqual(['a']);
    expect(policy.isLive(of('email:Menu B'))).toBe(false);
  });

  it('a question takes the purposes of the field it fills, else of its form', () => {
    const items: Item[] = [
      { kind: 'contact_field', id: 1, key: 'email' },
      { kind: 'form', id: 1, key: 'Book', published: true },
      { kind: 'form_field', id: 1, key: 'Book/email', form: 'form:Book', position: 1 },
      { kind: 'form_field', id: 2, key: 'Book/wish', form: 'form:Book', position: 2 },
    ];
    const collects: Use = { from: 'form_field:Book/email', how: 'collects', to: 'contact_field:email', at: 'form.field' };
    const { policy, of } = join(
      `${PURPOSES}contact_fields: {email: {purposes: [a]}}\nforms: {Book: {purposes: [b], fields: {email: {}, wish: {}}}}`,
      items,
      [collects],
    );
    expect(policy.purposesOf(of('form_field:Book/email'))).toEqual(['a']);
    expect(policy.purposesOf(of('form_field:Book/wish'))).toEqual(['b']);
  });

  it('a helper segment takes those of the segments it helps, also in a circle', () => {
    const segments: Item[] = ['readers', 'readers-nl', 'loop'].map((key, index) => ({
      kind: 'segment',
      id: index + 1,
      key,
      published: true,
    }));
    const yaml = `${PURPOSES}segments: {readers: {purposes: [a]}, readers-nl: {helper_for: [readers]}, loop: {helper_for: [loop]}}`;
    const { policy, of } = join(yaml, segments);
    expect(policy.purposesOf(of('segment:readers-nl'))).toEqual(['a']);
    expect(policy.standing(of('segment:loop'))).toEqual({ state: 'undecided' });
  });

  it.each(['first', 'second'])('in a circle it does not matter who is asked first (%s)', asked => {
    const segments: Item[] = ['first', 'second', 'readers'].map((key, index) => ({ kind: 'segment', id: index + 1, key, published: true }));
    const yaml = `${PURPOSES}segments: {first: {helper_for: [second, readers]}, second: {helper_for: [first]}, readers: {purposes: [a]}}`;
    const { policy, of } = join(yaml, segments);
    policy.standing(of(`segment:${asked}`));
    expect(['first', 'second'].map(key => policy.purposesOf(of(`segment:${key}`)))).toEqual([['a'], ['a']]);
  });

  it('a helper segment may name the one of two by its id', () => {
    const segments: Item[] = [3, 4, 5].map(id => ({ kind: 'segment', id, key: id === 5 ? 'helper' : 'readers', published: true }));
    const yaml = `${PURPOSES}segments: {"readers#3": {purposes: [a]}, "readers#4": {purposes: [b]}, helper: {helper_for: ["readers#4"]}}`;
    const { policy, of } = join(yaml, segments);
    expect(policy.purposesOf(of('segment:helper'))).toEqual(['b']);
  });
});

it('knows a purpose by a name that is written in another way', () => {
  const { policy } = join('purposes: {caffè & cena: {use: email-marketing}}', []);
  const keys = ['caffe\u0300 &amp; cena', 'caffè &amp; cena', 'caffè'];
  expect(keys.map(key => policy.purposes([key]).map(purpose => purpose.key))).toEqual([['caffè & cena'], ['caffè & cena'], []]);
});

describe('isLive', () => {
  it('ends where variants are said to be variants of each other', () => {
    const mail = (id: number, key: string, variant_of: string): Item => ({ kind: 'email', id, key, variant_of });
    const { policy, of } = join('', [mail(1, 'A', 'email:B'), mail(2, 'B', 'email:A')]);
    expect(policy.isLive(of('email:A'))).toBe(false);
    expect(policy.isLive(of('email:B'))).toBe(false);
  });

  it.each<[string, Partial<Extract<Item, { kind: 'email' }>>, boolean]>([
    ['published', { published: true }, true],
    ['not published', { published: false }, false],
    ['not known', {}, true],
    ['from today', { published: true, publish_up: NOW }, true],
    ['from tomorrow', { published: true, publish_up: '2026-11-26' }, false],
    ['until today', { published: true, publish_down: NOW }, true],
    ['until yesterday', { published: true, publish_down: '2026-11-24' }, false],
    ['without dates', { published: true, publish_up: '', publish_down: '' }, true],
  ])('%s', (_, properties, live) => {
    const { policy, of } = join(PURPOSES, [{ kind: 'email', id: 1, key: 'Menu', ...properties }]);
    expect(policy.isLive(of('email:Menu'))).toBe(live);
  });
});

it('lists of purposes are told apart whatever stands in their names', () => {
  const { policy } = join(PURPOSES, []);
  expect(policy.purposes(['a', 'b']).map(({ key }) => key)).toEqual(['a', 'b']);
  for (const odd of ['a\nb', 'a b', 'a,b', '["a","b"]']) expect(policy.purposes([odd]), odd).toEqual([]);
});
