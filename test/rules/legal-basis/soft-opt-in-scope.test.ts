import { describe, expect, it } from 'vitest';
import rule from '../../../rules/legal-basis/soft-opt-in-scope.js';
import type { Item, ItemOf, Use } from '../../../src/mautic/snapshot.js';
import { adds, filters, item, step, targets } from '../../lint/paths-support.js';
import { EXAMPLE_FILE, findingsOf, lintExample, subjectsOf } from '../examples.js';
import { absent, box, form, question, unseen } from '../form-items.js';

const STATED =
  'sale_context: Dinner in our place, own_similar: true, opt_out_at_collection: [form_field:Order/no_mail], collected_by: [form:Order], segment: regulars';

interface Policy {
  readonly stated?: string;
  readonly more?: string;
  readonly countries?: string;
  readonly rest?: string;
}

const policy = ({ stated = STATED, more = '', countries = 'IT', rest = '' }: Policy = {}) =>
  `organisation: {countries: [${countries}]}
purposes: {regulars: {title: Regular guests, use: email-marketing, legal_basis: soft-opt-in, soft_opt_in: {${stated}}${more}}}
emails: {Menu: {purposes: [regulars]}}
${rest}`;
const order = form('Order');
const mail = question('Order/email', 'email', { title: 'E-mail' });
const refuse = box('Order/no_mail', 'No offers, please');
const menu: ItemOf<'email'> = {
  kind: 'email',
  id: 1,
  key: 'Menu',
  published: true,
  has_html: true,
  has_text: false,
  exits: ['html.unsubscribe_text'],
};
const regulars: ItemOf<'segment'> = { kind: 'segment', id: 1, key: 'regulars', title: 'Regulars', published: true };
const items: readonly Item[] = [order, mail, refuse, regulars, menu];
const found = (parts: Policy = {}, seen: readonly Item[] = items, uses: readonly Use[] = []) =>
  findingsOf(rule, { declarations: policy(parts), items: seen, uses });
const missing = (...of: Parameters<typeof found>) => found(...of).map(({ data }) => data.missing);

it('is silent when everything is stated and Mautic shows it', () => {
  expect(found()).toEqual([]);
});

describe('as declared', () => {
  it('names each condition that is not stated, at the block', () => {
    expect(found({ stated: 'sale_context: TODO, own_similar: false, collected_by: []' }, [])).toMatchObject([
      {
        subject: 'purpose:regulars',
        severity: 'error',
        place: { file: EXAMPLE_FILE, path: ['purposes', 'regulars', 'soft_opt_in'], at: 'value' },
        data: { purpose: 'Regular guests', missing: ['sale_context', 'own_similar', 'opt_out_at_collection', 'collected_by'] },
      },
    ]);
  });

  it('names them all at the legal basis when there is no block', () => {
    const declarations = 'purposes: {regulars: {use: email-marketing, legal_basis: soft-opt-in}}';
    const { findings } = lintExample({ declarations, items: [], finds: [] });
    expect(findings.filter(({ rule: id }) => id === rule.id)).toMatchObject([
      { place: { path: ['purposes', 'regulars', 'legal_basis'] }, data: { missing: { length: 4 } } },
    ]);
    expect(findings.filter(({ rule: id, data }) => id === 'schema-valid' && data.key === 'soft_opt_in')).toEqual([]);
  });

  it('leaves the missing block to schema-valid when there is no snapshot', () => {
    const declarations = 'purposes: {regulars: {use: email-marketing, legal_basis: soft-opt-in}}';
    const { findings } = lintExample({ declarations, finds: [] }, 'recommended', false);
    const about = findings.filter(({ rule: id, data }) => id === rule.id || data.key === 'soft_opt_in');
    expect(about.map(({ rule: id }) => id)).toEqual(['schema-valid']);
  });

  it('leaves a block that is no block, and other legal bases, alone', () => {
    const declarations = 'purposes: {regulars: {use: email-marketing, legal_basis: soft-opt-in, soft_opt_in: yes please}}';
    expect(subjectsOf(rule, { declarations, items: [] })).toEqual([]);
    expect(subjectsOf(rule, { declarations: 'purposes: {regulars: {use: email-marketing, legal_basis: consent}}', items: [] })).toEqual([]);
  });
});

describe('by channel', () => {
  it.each([
    ['IT', 'email', undefined],
    ['IT', 'email, web', undefined],
    ['IT', 'email, text-message', { channels: ['text-message'], country: 'IT' }],
    ['FR', 'email, text-message', undefined],
    ['FR, IT', 'email, text-message', { channels: ['text-message'], country: 'IT' }],
    ['FR', 'email, phone', { channels: ['phone'], country: 'EU' }],
    ['IT', 'phone, push', { channels: ['phone', 'push'], country: 'IT' }],
  ])('%s: %s', (countries, channels, data) => {
    const [finding] = found({ countries, more: `, channels: [${channels}]` });
    expect(finding?.data).toEqual(data === undefined ? undefined : { purpose: 'Regular guests', missing: ['channel'], ...data });
  });

  it('is left to basis-mismatch where the whole use is refused', () => {
    const declarations = policy().replace('email-marketing', 'message-marketing');
    const { findings } = lintExample({ declarations, items, finds: [] });
    expect(findings.filter(({ subject }) => subject === 'purpose:regulars').map(({ rule: id }) => id)).toContain('basis-mismatch');
    expect(findings.filter(({ rule: id }) => id === rule.id)).toEqual([]);
  });
});

describe('where the address is given', () => {
  it('wants a visible way to say no, in each form', () => {
    const other = form('Booking');
    const stated = STATED.replace('[form:Order]', '[form:Order, form:Booking]');
    expect(found({ stated }, [...items, other])).toMatchObject([
      { data: { missing: ['opt-out'] }, related: [{ subject: 'form:Booking', place: { item: 'form:Booking' } }] },
    ]);
    expect(missing({}, [order, mail])).toEqual([['opt-out']]);
    expect(missing({}, [order, mail, { ...refuse, type: 'hidden' }])).toEqual([['opt-out']]);
  });

  it('tells forms of one name apart by their ids', () => {
    const one = form('Order', { id: 3 });
    const other = form('Order', { id: 4 });
    const seen = [one, other, { ...refuse, key: 'Order#3/no_mail', form: 'form:Order#3' }];
    const stated = STATED.replace('form_field:Order/', 'form_field:Order#3/');
    const collectedBy = (collector: string) => missing({ stated: stated.replace('[form:Order]', `["${collector}"]`) }, seen);
    expect(collectedBy('form:Order#3')).toEqual([]);
    expect(collectedBy('form:Order#4')).toEqual([['opt-out']]);
    expect(collectedBy('form:Order')).toEqual([['opt-out']]);
  });

  it('takes a question that is declared as the way out', () => {
    const seen = [order, mail, box('Order/quiet', 'No letters')];
    expect(missing({ rest: 'forms: {Order: {fields: {quiet: {role: opt-out}}}}' }, seen)).toEqual([]);
  });

  it('asks nothing of a form that is off, of paper, or when forms were not seen', () => {
    expect(missing({}, [{ ...order, published: false }, mail])).toEqual([]);
    expect(missing({ stated: STATED.replace('form:Order', '"offline:till"') }, [])).toEqual([]);
    const coverage = [absent('form_field')];
    expect(subjectsOf(rule, { declarations: policy(), items: [order, mail], coverage })).toEqual([]);
  });
});

describe('in its e-mails', () => {
  const others = items.filter(({ kind }) => kind !== 'email');
  const withExits = (exits: string[], more: Partial<ItemOf<'email'>> = {}) => [...others, { ...menu, exits, ...more }];

  it('wants a way out', () => {
    expect(found({}, withExits([]))).toMatchObject([
      { data: { missing: ['exit'] }, related: [{ subject: 'email:Menu', place: { path: ['emails', 'Menu'] } }] },
    ]);
    expect(missing({}, withExits(['html.resubscribe_url']))).toEqual([['exit']]);
  });

  it.each([
    ['in the text', withExits(['text.unsubscribe_url'])],
    ['by a link that stops everything', withExits(['html.dnc_url'])],
    ['not seen', [...others, unseen(menu, 'exits')]],
    ['not written yet', withExits([], { has_html: false })],
    ['off', withExits([], { published: false })],
  ] as const)('is content: %s', (_, seen) => {
    expect(missing({}, seen)).toEqual([]);
  });

  it('is content with a theme that has the link, and only with that one', () => {
    const rest = 'instance: {themes: {house: {has: [unsubscribe]}}}';
    expect(missing({ rest }, withExits([], { theme: 'house' }))).toEqual([]);
    expect(missing({ rest }, withExits([], { theme: 'blank' }))).toEqual([['exit']]);
  });
});

describe('to whom', () => {
  const rest = 'segments: {regulars: {purposes: [regulars], source: ["third-party:List Seller"]}}';

  it('refuses people who never gave their address themselves', () => {
    expect(found({ rest })).toMatchObject([{ data: { missing: ['own-contacts'] }, related: [{ subject: 'segment:regulars' }] }]);
    expect(missing({ rest: rest.replace('"third-party:List Seller"', '"public:register of firms"') })).toEqual([['own-contacts']]);
    expect(missing({ rest: rest.replace('"third-party:List Seller"', 'form:Order') })).toEqual([]);
  });

  it('looks at the audience of the e-mails, too', () => {
    const uses: Use[] = [{ from: 'email:Menu', how: 'targets', to: 'segment:regulars', at: 'email.audience' }];
    const stated = STATED.replace(', segment: regulars', '');
    expect(missing({ rest, stated }, items, uses)).toEqual([['own-contacts']]);
    expect(missing({ rest, stated })).toEqual([]);
  });

  describe('looks at what fills them', () => {
    const stated = STATED.replace(', segment: regulars', '');
    const from = '["third-party:List Seller"]';
    const declared = `tags: {rented: {purposes: [regulars], source: ${from}}, leads: {purposes: [regulars]}}\nsegments: {Rented: {purposes: [regulars], source: ${from}}}`;
    const S = item('segment:S', { filter_rows: 1 });
    const others = [item('tag:rented'), item('tag:leads'), item('segment:Rented'), item('segment:Own'), S];
    const sent = targets('email:Menu', 'segment:S');
    const told = (uses: readonly Use[], more: readonly Item[] = [], parts: Policy = {}): string[] =>
      found({ rest: declared, stated, ...parts }, [...items, ...others, ...more], [sent, ...uses]).flatMap(({ data, related = [] }) =>
        [`${data.missing}`, ...related.map(({ subject }) => subject)].join(' '),
      );

    it.each<[name: string, uses: readonly Use[], more: readonly Item[], expected: string]>([
      ['a tag', [filters('segment:S', 'tag:rented')], [], 'segment:S tag:rented'],
      [
        'a tag beside another',
        [filters('segment:S', 'tag:rented'), filters('segment:S', 'tag:leads', 'any-of', { n: 2 })],
        [],
        'segment:S tag:rented',
      ],
      ['another segment', [filters('segment:S', 'segment:Rented')], [], 'segment:S segment:Rented'],
      [
        'a segment in a segment',
        [filters('segment:S', 'segment:Inner'), filters('segment:Inner', 'tag:rented')],
        [item('segment:Inner', { filter_rows: 1 })],
        'segment:S tag:rented',
      ],
      [
        'a campaign',
        [targets('campaign:C', 'segment:Rented'), adds('campaign:C', 'segment:S')],
        [item('campaign:C', { events: [step(1)] })],
        'segment:S segment:Rented',
      ],
    ])('%s', (_, uses, more, expected) => {
      expect(told(uses, more)).toEqual([`own-contacts ${expected}`]);
    });

    it.each<[name: string, uses: readonly Use[], more?: readonly Item[], parts?: Policy]>([
      ['who has the tag is left out', [filters('segment:S', 'tag:rented', 'none-of')]],
      ['the tag is of people whom one knows', [filters('segment:S', 'tag:leads')]],
      [
        'who has the tag must be a customer, too',
        [filters('segment:S', 'tag:rented'), filters('segment:S', 'segment:regulars', 'any-of', { n: 2 })],
        [],
        { stated: STATED },
      ],
      [
        'a campaign that is off',
        [targets('campaign:C', 'segment:Rented'), adds('campaign:C', 'segment:S')],
        [item('campaign:C', { published: false })],
      ],
      [
        'only a datum comes from elsewhere',
        [filters('segment:S', 'contact_field:size', 'set')],
        [item('contact_field:size')],
        { rest: `${declared}\ncontact_fields: {size: {purposes: [regulars], source: ${from}}}` },
      ],
    ])('not where %s', (_, uses, more, parts) => {
      expect(told(uses, more, parts)).toEqual([]);
    });

    it('of the segment of its customers, too', () => {
      expect(told([filters('segment:regulars', 'tag:rented')], [], { stated: STATED })).toEqual([
        'own-contacts segment:regulars tag:rented',
      ]);
    });
  });

  it('looks at the campaigns that send them, too', () => {
    const stated = STATED.replace(', segment: regulars', '');
    const step = { id: 1, name: 'Menu', kind: 'action', type: 'email.send', parent: 0, path: '', delay: 'P0D' } as const;
    const push: ItemOf<'campaign'> = { kind: 'campaign', id: 9, key: 'Push', published: true, events: [step] };
    const sends: Use = { from: 'campaign:Push', how: 'sends', to: 'email:Menu', at: 'campaign.event', id: 1 };
    const targets: Use = { from: 'campaign:Push', how: 'targets', to: 'segment:regulars', at: 'campaign.source' };
    const seen = (campaign: Item): Item[] => [order, mail, refuse, { ...regulars, filter_rows: 0 }, menu, campaign];
    expect(missing({ rest, stated }, seen(push), [sends, targets])).toEqual([['own-contacts']]);
    expect(missing({ rest, stated }, seen({ ...push, published: false }), [sends, targets])).toEqual([]);
    expect(missing({ rest, stated }, seen(push), [targets])).toEqual([]);
  });
});

it('goes kind by kind', () => {
  const { notRun } = lintExample({ ...rule.examples.bad, coverage: [absent('email')] });
  expect(notRun.filter(({ rule: id }) => id === rule.id)).toEqual([{ rule: rule.id, of: 'email', why: ['refused'] }]);
});
