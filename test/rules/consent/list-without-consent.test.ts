import { describe, expect, it } from 'vitest';
import rule from '../../../rules/consent/list-without-consent.js';
import type { Item, Use } from '../../../src/mautic/snapshot.js';
import { adds, boxOf, decides, filters, item, NEWS, sends, step, targets, use } from '../../lint/paths-support.js';
import { EXAMPLE_FILE, findingsOf, lintExample } from '../examples.js';
import { absent, box } from '../form-items.js';

const SERVICE = 'pdf: {use: service-delivery, legal_basis: contract}';
const PURPOSES = `purposes: {${NEWS}, ${SERVICE}}\nforms: {F: {purposes: [pdf]}}`;
const OK = item('contact_field:news_ok', { type: 'boolean' });
const BASE: readonly Item[] = [OK, item('form:F', { id: 1 }), item('tag:lead'), item('email:E'), item('campaign:C', { events: [step(1)] })];
const EMAIL = 'emails: {E: {purposes: [news]}}';

function found(declarations: string, items: readonly Item[], uses: readonly Use[]) {
  const named = new Set(items.map(({ kind, key }) => `${kind}:${key}`));
  const others = BASE.filter(({ kind, key }) => !named.has(`${kind}:${key}`));
  return findingsOf(rule, { declarations, items: [...others, ...items], uses, finds: [] });
}

/** `form > what people end up in`, and the way. */
const told = (declarations: string, items: readonly Item[], uses: readonly Use[]): string[] =>
  found(declarations, items, uses).map(
    ({ data, related = [] }) => `${data.form} > ${data.item}: ${related.map(({ subject }) => subject).join(' ')}`,
  );

const S = item('segment:S', { title: 'Letter' });
const list = `${PURPOSES}\nsegments: {S: {purposes: [news]}}`;

describe('a form that puts people on a list', () => {
  it('is found at its declaration, with the way', () => {
    expect(found(list, [S], [adds('form:F', 'segment:S')])).toMatchObject([
      {
        subject: 'form:F',
        severity: 'error',
        place: { file: EXAMPLE_FILE, path: ['forms', 'F'] },
        data: { form: 'F', item: 'Letter', kind: 'segment' },
        related: [{ subject: 'segment:S', place: { path: ['segments', 'S'] } }],
        key: 'segment:S',
      },
    ]);
  });

  it('once for each list, however many consents it needs', () => {
    const other = 'ads: {use: email-marketing, legal_basis: consent, consent: {field: ads_ok, collected_by: ["offline:desk"]}}';
    const both = `purposes: {${NEWS}, ${other}}\nsegments: {S: {purposes: [news, ads]}}`;
    expect(told(both, [S], [adds('form:F', 'segment:S'), adds('form:F', 'segment:S', { id: 2 })])).toEqual(['F > Letter: segment:S']);
  });

  it('by a tag', () => {
    const declarations = `${PURPOSES}\ntags: {lead: {purposes: [news]}}`;
    expect(told(declarations, [], [adds('form:F', 'tag:lead')])).toEqual(['F > lead: tag:lead']);
    expect(told(`${PURPOSES}\ntags: {lead: {purposes: [pdf, news]}}`, [], [adds('form:F', 'tag:lead')])).toEqual([]);
    const beside = `${PURPOSES}\ntags: {lead: {purposes: [security-antispam, news]}}`;
    expect(told(beside, [], [adds('form:F', 'tag:lead')])).toEqual(['F > lead: tag:lead']);
  });

  it('by a list that is declared to hold only people who said yes, into which the form puts others', () => {
    const declarations = `${PURPOSES}\n${EMAIL}\nsegments: {S: {membership: consent-only}}`;
    const uses = [targets('email:E', 'segment:S')];
    const byHand = item('segment:S', { title: 'Letter', filter_rows: 0 });
    expect(told(declarations, [byHand], [...uses, adds('form:F', 'segment:S')])).toEqual(['F > Letter: segment:S email:E']);
    expect(told(declarations, [byHand], uses)).toEqual([]);
  });

  it('by tag, segment, campaign and e-mail', () => {
    const T = item('segment:T', { filter_rows: 1 });
    const uses = [
      adds('form:F', 'tag:lead'),
      filters('segment:T', 'tag:lead'),
      targets('campaign:C', 'segment:T'),
      sends('campaign:C', 'email:E'),
    ];
    expect(told(`${PURPOSES}\n${EMAIL}`, [T], uses)).toEqual(['F > C: tag:lead segment:T campaign:C email:E']);
    expect(told(`${PURPOSES}\n${EMAIL}\nsegments: {T: {purposes: [news]}}`, [T], uses)).toEqual([
      'F > T: tag:lead segment:T campaign:C email:E',
    ]);
  });

  it('because everybody with an address is on it, but not for an answer that only some give', () => {
    const T = item('segment:T', { filter_rows: 1 });
    const email = item('contact_field:email', { type: 'email' });
    const asked = [
      item('form_field:F/email', { type: 'email' }),
      use('form_field:F/email', 'collects', 'contact_field:email', 'form.field'),
    ] as const;
    const by = (op: Use['op']): string[] =>
      told(
        `${PURPOSES}\n${EMAIL}`,
        [T, email, asked[0]],
        [asked[1], filters('segment:T', 'contact_field:email', op), targets('email:E', 'segment:T')],
      );
    expect(by('set')).toEqual(['F > T: form_field:F/email contact_field:email segment:T email:E']);
    expect(by('matches')).toEqual([]);
  });

  it('nearest first, the same whatever the order of uses', () => {
    const uses = [
      adds('form:F', 'segment:T'),
      targets('campaign:C', 'segment:T'),
      sends('campaign:C', 'email:E'),
      adds('form:F', 'segment:S'),
      targets('email:E', 'segment:S'),
    ];
    const items = [S, item('segment:T')];
    expect(told(`${PURPOSES}\n${EMAIL}`, items, uses)).toEqual(['F > Letter: segment:S email:E']);
    expect(told(`${PURPOSES}\n${EMAIL}`, items, [...uses].reverse())).toEqual(['F > Letter: segment:S email:E']);
  });

  it('shows eight places of a long way', () => {
    const segments = Array.from({ length: 12 }, (_, n) => item(`segment:s${n}`, { filter_rows: 1 }));
    const chain = segments.slice(1).map((_, n) => filters(`segment:s${n + 1}`, `segment:s${n}`));
    const [finding] = found(`${PURPOSES}\n${EMAIL}`, segments, [adds('form:F', 'segment:s0'), ...chain, targets('email:E', 'segment:s11')]);
    expect(finding?.related?.map(({ subject }) => subject)).toEqual([0, 1, 2, 3, 4, 5, 6].map(n => `segment:s${n}`).concat('email:E'));
  });
});

describe('nothing is found', () => {
  const inCampaign = [targets('campaign:C', 'form:F'), sends('campaign:C', 'email:E', { id: 2 })];
  const condition = item('campaign:C', { events: [step(1, 0, '', { kind: 'condition', type: 'lead.field_value' }), step(2, 1, 'yes')] });
  const asks = decides('campaign:C', 1, 'contact_field:news_ok', { op: 'is', value: 'yes' });
  const ask = boxOf('F', 'news_ok');
  const soft = 'sale: {use: email-marketing, legal_basis: soft-opt-in, soft_opt_in: {segment: buyers}}';

  it.each<[name: string, declarations: string, items: readonly Item[], uses: readonly Use[]]>([
    ['where an optional box asks', list, [S, ...ask.items], [...ask.uses, adds('form:F', 'segment:S')]],
    [
      'where a box of its own is declared for it',
      `${list}\n`.replace('{purposes: [pdf]}', '{purposes: [pdf], fields: {yes: {role: consent, purposes: [news]}}}'),
      [S, box('F/yes', 'The letter')],
      [adds('form:F', 'segment:S')],
    ],
    ['where pressing the button is the yes', list.replace('[pdf]}', '[news], consent: submit}'), [S], [adds('form:F', 'segment:S')]],
    ['of a list that rests on something else', `${PURPOSES}\nsegments: {S: {purposes: [pdf]}}`, [S], [adds('form:F', 'segment:S')]],
    [
      'of customers, who may be written to',
      `purposes: {${NEWS}, ${soft}}\nsegments: {S: {purposes: [news, sale]}}`,
      [S],
      [adds('form:F', 'segment:S')],
    ],
    [
      'of an e-mail to customers, too',
      `purposes: {${NEWS}, ${soft}}\nemails: {E: {purposes: [news, sale]}}`,
      [item('segment:T')],
      [adds('form:F', 'segment:T'), targets('email:E', 'segment:T')],
    ],
    [
      'where an address is only one of the conditions, and nothing leads to the other',
      `${PURPOSES}\n${EMAIL}`,
      [
        item('segment:T', { filter_rows: 2 }),
        item('form_field:F/email', { type: 'email' }),
        item('contact_field:email'),
        item('tag:buyer'),
      ],
      [
        use('form_field:F/email', 'collects', 'contact_field:email', 'form.field'),
        filters('segment:T', 'contact_field:email', 'set'),
        filters('segment:T', 'tag:buyer', 'any-of', { n: 2 }),
        targets('email:E', 'segment:T'),
      ],
    ],
    ['by a form that is off', list, [S, item('form:F', { published: false })], [adds('form:F', 'segment:S')]],
    ['by a form that was seen in part', list, [S, item('form:F', { thin: true })], [adds('form:F', 'segment:S')]],
    ['of a list that is off', list, [item('segment:S', { published: false })], [adds('form:F', 'segment:S')]],
    [
      'where the campaign looks for the yes first',
      `${PURPOSES}\n${EMAIL}\ncampaigns: {C: {purposes: [news]}}`,
      [condition],
      [...inCampaign, asks],
    ],
    [
      'of a list that leads only to such a campaign',
      `${list}\n${EMAIL}`,
      [S, condition],
      [adds('form:F', 'segment:S'), targets('campaign:C', 'segment:S'), sends('campaign:C', 'email:E', { id: 2 }), asks],
    ],
    [
      'where the segment looks for it',
      `${PURPOSES}\n${EMAIL}`,
      [item('segment:T', { filter_rows: 2 })],
      [
        adds('form:F', 'tag:lead'),
        filters('segment:T', 'tag:lead'),
        filters('segment:T', 'contact_field:news_ok', 'is', { value: 'yes', n: 2 }),
        targets('email:E', 'segment:T'),
      ],
    ],
    ['where the steps of the campaign were not seen', `${PURPOSES}\n${EMAIL}`, [item('campaign:C', { events: undefined })], inCampaign],
    ['where the form sends the e-mail itself, which is told elsewhere', `${PURPOSES}\n${EMAIL}`, [], [sends('form:F', 'email:E')]],
    [
      'where it gives what stands for the yes, which is told elsewhere',
      `${PURPOSES}\ntags: {lead: {purposes: [news]}}`.replace('field: news_ok', 'tag: lead'),
      [],
      [adds('form:F', 'tag:lead')],
    ],
    ['where nobody has said what the list is for', PURPOSES, [S], [adds('form:F', 'segment:S')]],
    [
      'by a field that is gone',
      `${PURPOSES}\n${EMAIL}`,
      [item('segment:T', { filter_rows: 1 }), item('form_field:F/x', { type: 'text' })],
      [
        use('form_field:F/x', 'collects', 'contact_field:gone', 'form.field'),
        filters('segment:T', 'contact_field:gone', 'set'),
        targets('email:E', 'segment:T'),
      ],
    ],
  ])('%s', (_, declarations, items, uses) => {
    expect(told(declarations, items, uses)).toEqual([]);
  });
});

describe('a box that does not ask', () => {
  const given = adds('form:F', 'segment:S');
  const severities = (declarations: string, ...items: readonly Item[]): string[] =>
    found(declarations, [S, ...items], [given, ...boxOf('F', 'news_ok').uses]).map(({ severity }) => severity);

  it('must be ticked, in a form for something else', () => {
    expect(severities(list, ...boxOf('F', 'news_ok', { required: true }).items)).toEqual(['error']);
    expect(severities(list.replace('[pdf]', '[news]'), ...boxOf('F', 'news_ok', { required: true }).items)).toEqual([]);
  });

  it('is hidden, or the button of a form that does other things, too', () => {
    expect(severities(list, item('form_field:F/news_ok', { type: 'hidden' }))).toEqual(['error']);
    expect(severities(list.replace('[pdf]}', '[news, pdf], consent: submit}'))).toEqual(['error']);
  });

  it('is such a button, and told as that: with what else people press it for, or that the form is not for it', () => {
    const button = (purposes: string): object[] =>
      found(list.replace('[pdf]}', `${purposes}, consent: submit}`), [S], [given]).map(({ data }) => data);
    const said = { form: 'F', other_item: 'Letter', kind: 'segment' };
    expect(button('[news, pdf]')).toEqual([{ ...said, detail: 'other-purposes', purposes: ['pdf'] }]);
    expect(button('[pdf]')).toEqual([{ ...said, detail: 'other-purposes', purposes: ['pdf'] }]);
    const ads = 'ads: {use: email-marketing, legal_basis: consent, consent: {field: ads_ok, collected_by: ["offline:desk"]}}';
    const other = list.replace(SERVICE, ads).replace('[pdf]}', '[ads], consent: submit}');
    expect(found(other, [S], [given]).map(({ data }) => data)).toEqual([{ ...said, detail: 'not-named', purposes: ['Monthly letter'] }]);
  });

  it('is one by its words alone: less certain', () => {
    expect(found(list, [S, box('F/maybe', 'I agree to receive offers')], [given]).map(({ severity }) => severity)).toEqual(['warn']);
  });
});

it('is not run for what was not seen as a whole', () => {
  const example = {
    declarations: list,
    items: [...BASE, S],
    uses: [adds('form:F', 'segment:S')],
    coverage: [absent('segment')],
    finds: [],
  };
  const { findings, notRun } = lintExample(example);
  expect(findings.filter(finding => finding.rule === rule.id)).toEqual([]);
  expect(notRun).toContainEqual({ rule: rule.id, of: 'segment', why: ['refused'] });
});
