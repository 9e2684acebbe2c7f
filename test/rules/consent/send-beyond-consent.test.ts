import { describe, expect, it } from 'vitest';
import rule from '../../../rules/consent/send-beyond-consent.js';
import type { CampaignEvent, Item, Use } from '../../../src/mautic/snapshot.js';
import { adds, boxOf, decides, filters, item, NEWS, sends, step, targets, use } from '../../lint/paths-support.js';
import { EXAMPLE_FILE, findingsOf, lintExample } from '../examples.js';
import { absent } from '../form-items.js';
import { DECLARED, E, EMAIL, found, OK, yes } from './audiences.js';

const told = (uses: readonly Use[], items: readonly Item[] = [], declarations = DECLARED): string[] =>
  found(uses, items, declarations).map(
    ({ data, related = [] }) => `${data.email} > ${data.segment}: ${related.map(({ subject }) => subject).join(' ')}`,
  );

describe('a campaign that a form starts', () => {
  const form = item('form:F');
  const box = boxOf('F', 'news_ok');
  const campaign = (...events: readonly CampaignEvent[]) => item('campaign:C', { events });
  const starts = [targets('campaign:C', 'form:F'), sends('campaign:C', 'email:E', { id: 2 })];

  it('sends to those who left the box empty, too', () => {
    expect(found([...starts, ...box.uses], [form, ...box.items, campaign(step(2))])).toMatchObject([
      {
        subject: 'email:E',
        key: 'form:F',
        data: { detail: 'form', email: 'E', form: 'F', item: 'C' },
        related: [{ subject: 'form:F' }, { subject: 'campaign:C' }],
      },
    ]);
  });

  it('is fine where it looks at the answer first', () => {
    const looks = step(1, 0, '', { type: 'lead.field_value', kind: 'condition' });
    const condition = decides('campaign:C', 1, 'contact_field:news_ok', { op: 'is', value: 'yes' });
    expect(found([...starts, ...box.uses, condition], [form, ...box.items, campaign(looks, step(2, 1, 'yes'))])).toEqual([]);
  });

  it('is told as list-without-consent where the form has no box', () => {
    expect(found(starts, [form, campaign(step(2))])).toEqual([]);
  });
});

describe('a list e-mail', () => {
  it('to a segment that does not look for the yes', () => {
    expect(found([targets('email:E', 'segment:S'), filters('segment:S', 'tag:lead')])).toMatchObject([
      {
        subject: 'email:E',
        severity: 'error',
        place: { file: EXAMPLE_FILE, path: ['emails', 'E'] },
        data: { email: 'E', segment: 'Guests', people: 'unknown' },
        related: [{ subject: 'segment:S', place: { item: 'segment:S' } }],
        key: 'segment:S',
      },
    ]);
  });

  it('each segment is one finding', () => {
    const items = [item('segment:T'), item('segment:U', { filter_rows: 1 })];
    const uses = ['S', 'T', 'U'].map(key => targets('email:E', `segment:${key}`));
    expect(told([...uses, filters('segment:S', 'tag:lead'), yes('segment:U')], items)).toEqual([
      'E > Guests: segment:S',
      'E > T: segment:T',
    ]);
  });

  it.each<[name: string, rows: number, more: string, reason: string | undefined]>([
    ['filled by hand', 0, '', 'by-hand'],
    ['filled by a filter', 1, '', undefined],
    ['declared to hold them already', 0, 'segments: {S: {purposes: [news], membership: consent-only}}', undefined],
  ])('a segment %s is not told to be declared for members where that helps nothing', (_, rows, more, reason) => {
    const filter = rows === 0 ? [] : [filters('segment:S', 'tag:lead')];
    const uses = [targets('email:E', 'segment:S'), adds('form:G', 'segment:S'), ...filter];
    const items = [item('form:G'), item('segment:S', { filter_rows: rows })];
    expect(found(uses, items, `${DECLARED}\n${more}`).map(({ data }) => data.reason)).toEqual([reason]);
  });

  it.each<[name: string, uses: readonly Use[], items?: readonly Item[], declarations?: string]>([
    ['to people who said yes', [targets('email:E', 'segment:S'), yes('segment:S')]],
    [
      'to a segment filled by hand, with consents only',
      [targets('email:E', 'segment:S')],
      [item('segment:S')],
      `${DECLARED}\nsegments: {S: {purposes: [news], membership: consent-only}}`,
    ],
    [
      'to the segment that stands for the yes',
      [targets('email:E', 'segment:S')],
      [item('segment:S')],
      DECLARED.replace('field: news_ok', 'segment: S'),
    ],
    [
      'that leaves out all others',
      [
        targets('email:E', 'segment:S'),
        use('email:E', 'excludes', 'segment:N', 'email.audience'),
        filters('segment:N', 'contact_field:news_ok', 'is-not', { value: 'yes' }),
      ],
      [item('segment:S'), item('segment:N', { filter_rows: 1 })],
    ],
    [
      'of another purpose',
      [targets('email:E', 'segment:S')],
      [item('segment:S')],
      `purposes: {${NEWS}, pdf: {use: service-delivery, legal_basis: contract}}\nemails: {E: {purposes: [pdf]}}`,
    ],
    [
      'of advertising on another basis',
      [targets('email:E', 'segment:S')],
      [item('segment:S')],
      `purposes: {${NEWS}, b2b: {use: email-marketing, legal_basis: legitimate-interests}}\nemails: {E: {purposes: [news, b2b]}}`,
    ],
    [
      'for which nobody has said what holds the yes',
      [targets('email:E', 'segment:S')],
      [item('segment:S')],
      `purposes: {news: {use: email-marketing, legal_basis: consent}}\n${EMAIL}`,
    ],
    ['that is off', [targets('email:E', 'segment:S')], [item('segment:S'), item('email:E', { published: false })]],
    ['that was seen in part', [targets('email:E', 'segment:S')], [item('segment:S'), item('email:E', { thin: true })]],
    ['to a segment that is off', [targets('email:E', 'segment:S')], [item('segment:S', { published: false })]],
    ['to a segment whose filters were not seen', [targets('email:E', 'segment:S')], [item('segment:S', { filter_rows: undefined })]],
    ['to a segment that is gone', [targets('email:E', 'segment:gone')]],
  ])('nothing is found: %s', (_, uses, items, declarations) => {
    expect(told(uses, items, declarations)).toEqual([]);
  });

  it('to customers of a soft opt-in, if it is for them, too', () => {
    const soft = (email: string): string =>
      `purposes: {${NEWS}, sale: {use: email-marketing, legal_basis: soft-opt-in, soft_opt_in: {segment: T}}}\nemails: {E: {purposes: [${email}]}}`;
    const uses = [targets('email:E', 'segment:S'), yes('segment:S'), targets('email:E', 'segment:T')];
    expect(told(uses, [item('segment:T')], soft('news, sale'))).toEqual([]);
    expect(told(uses, [item('segment:T')], soft('news'))).toEqual(['E > T: segment:T']);
    expect(told([...uses, targets('email:E', 'segment:U')], [item('segment:T'), item('segment:U')], soft('news, sale'))).toEqual([
      'E > U: segment:U',
    ]);
  });

  describe('of a soft opt-in', () => {
    const soft = (rest = 'segment: T'): string =>
      `purposes: {sale: {use: email-marketing, legal_basis: soft-opt-in, soft_opt_in: {collected_by: [form:Order], ${rest}}}}\nemails: {E: {purposes: [sale]}}`;
    const filled = (key: string): Item => item(`segment:${key}`, { filter_rows: 1 });
    const bought = 'contact_field:last_order';
    const regular = filters('segment:T', 'tag:regular');

    it('to others than its customers', () => {
      expect(
        found([targets('email:E', 'segment:S'), filters('segment:S', 'tag:x')], [filled('S'), item('segment:T')], soft()),
      ).toMatchObject([
        {
          severity: 'error',
          data: { detail: 'customers', item: 'E', kind: 'email', other_item: 'S' },
          related: [{ subject: 'segment:S' }],
        },
      ]);
    });

    it.each<[name: string, uses: readonly Use[], declarations?: string]>([
      ['to their segment', [targets('email:E', 'segment:T')]],
      ['to some of them', [targets('email:E', 'segment:S'), filters('segment:S', 'segment:T')]],
      ['to who fulfils the condition of their segment', [targets('email:E', 'segment:S'), regular, filters('segment:S', 'tag:regular')]],
      [
        'to who fulfils more than that',
        [targets('email:E', 'segment:S'), filters('segment:T', bought, 'set'), filters('segment:S', bought, 'more')],
      ],
      [
        'to those of another language',
        ['segment:S', 'segment:T'].flatMap(segment => [
          targets('email:E', segment),
          filters(segment, bought, 'set'),
          filters(segment, 'contact_field:news_ok', 'is-not', { value: 'yes', n: 2 }),
          filters(segment, 'contact_field:preferred_locale', 'is', { n: 3 }),
        ]),
      ],
      ['to who has filled in a form where it collects them', [targets('email:E', 'segment:U'), adds('form:Order', 'segment:U')]],
      [
        'of which nobody has said who they are',
        [targets('email:E', 'segment:S'), filters('segment:S', 'tag:x')],
        soft('own_similar: true'),
      ],
    ])('nothing is found: %s', (_, uses, declarations = soft()) => {
      expect(found(uses, [filled('S'), filled('T'), item('segment:U'), item('form:Order'), item(bought)], declarations)).toEqual([]);
    });

    it.each<[name: string, uses: readonly Use[]]>([
      ['who lack one of two conditions', [regular, filters('segment:T', bought, 'set', { n: 2 }), filters('segment:S', 'tag:regular')]],
      ['who are left out there', [filters('segment:T', 'tag:regular', 'none-of'), filters('segment:S', 'tag:regular')]],
      ['whose value was not kept', [filters('segment:T', bought, 'more'), filters('segment:S', bought, 'less')]],
      [
        'whom their segment leaves out',
        [
          filters('segment:T', bought, 'set'),
          filters('segment:T', 'contact_field:news_ok', 'is-not', { value: 'yes', n: 2 }),
          filters('segment:S', bought, 'set'),
        ],
      ],
      ['of another form', [adds('form:Other', 'segment:S')]],
    ])('to people %s', (_, uses) => {
      const items = [filled('S'), filled('T'), item('form:Other'), item(bought)];
      expect(found([targets('email:E', 'segment:S'), ...uses], items, soft()).map(({ data }) => data.detail)).toEqual(['customers']);
    });
  });

  it('of two consents needs both', () => {
    const both = `purposes: {${NEWS}, ads: {use: email-marketing, legal_basis: consent, consent: {field: ads_ok, collected_by: ["offline:desk"]}}}\nemails: {E: {purposes: [news, ads]}}`;
    expect(told([targets('email:E', 'segment:S'), yes('segment:S')], [], both)).toEqual(['E > Guests: segment:S']);
    const ads = filters('segment:S', 'contact_field:ads_ok', 'is', { value: 'yes', n: 2 });
    expect(
      told([targets('email:E', 'segment:S'), yes('segment:S'), ads], [item('contact_field:ads_ok', { type: 'boolean' })], both),
    ).toEqual([]);
  });

  it('does not need the consent to be measured or sorted', () => {
    const measured = `purposes: {${NEWS}, opens: {use: email-measurement, legal_basis: consent, consent: {field: opens_ok, collected_by: ["offline:desk"]}}}\nemails: {E: {purposes: [news, opens]}}`;
    expect(told([targets('email:E', 'segment:S'), yes('segment:S')], [], measured)).toEqual([]);
  });

  it('past its filters: what puts people there is named', () => {
    const uses = [targets('email:E', 'segment:S'), yes('segment:S'), adds('form:F', 'segment:S')];
    expect(told(uses, [item('form:F')])).toEqual(['E > Guests: segment:S form:F']);
    expect(told(uses, [item('form:F')], `${DECLARED}\nforms: {F: {purposes: [news], consent: submit}}`)).toEqual([]);
  });
});

describe('an e-mail of a campaign', () => {
  const C = item('campaign:C', { events: [step(1)] });
  const base = [targets('campaign:C', 'segment:S'), filters('segment:S', 'tag:lead')];

  it('to the segments that it takes its people from', () => {
    expect(told([...base, sends('campaign:C', 'email:E')], [C])).toEqual(['E > Guests: segment:S campaign:C']);
    expect(
      told([...base, sends('campaign:C', 'email:E')], [C], `${DECLARED.replace('E:', 'Other:')}\ncampaigns: {C: {purposes: [news]}}`),
    ).toEqual(['E > Guests: segment:S campaign:C']);
  });

  it('also by a message', () => {
    const uses = [...base, sends('campaign:C', 'message:M'), use('message:M', 'sends', 'email:E', 'message.channel', { id: 9 })];
    expect(told(uses, [C, item('message:M')])).toEqual(['E > Guests: segment:S campaign:C']);
  });

  it('not behind a condition on the yes', () => {
    const events = [step(1, 0, '', { kind: 'condition', type: 'lead.field_value' }), step(2, 1, 'yes'), step(3, 1, 'no')];
    const asks = decides('campaign:C', 1, 'contact_field:news_ok', { op: 'is', value: 'yes' });
    const on = (id: number): string[] => told([...base, asks, sends('campaign:C', 'email:E', { id })], [item('campaign:C', { events })]);
    expect([on(2), on(3)]).toEqual([[], ['E > Guests: segment:S campaign:C']]);
  });

  it('not of the source whose people said yes', () => {
    const uses = [...base, targets('campaign:C', 'segment:T'), yes('segment:T'), sends('campaign:C', 'email:E')];
    expect(told(uses, [C, item('segment:T', { filter_rows: 1 })])).toEqual(['E > Guests: segment:S campaign:C']);
  });

  it.each<[name: string, campaign: Item, more: Partial<Use>, declarations?: string]>([
    ['that is off', item('campaign:C', { events: [step(1)], published: false }), {}],
    ['to staff', C, { staff: true }],
    ['whose steps were not seen', item('campaign:C', { events: undefined }), {}],
    ['that confirms the yes', C, {}, DECLARED.replace('collected_by', 'confirmed_by: campaign:C, collected_by')],
  ])('nothing is found: %s', (_, campaign, more, declarations) => {
    expect(told([...base, sends('campaign:C', 'email:E', more)], [campaign], declarations)).toEqual([]);
  });
});

it('is waived by the DPO alone, and not run for what was not seen as a whole', () => {
  expect(rule.waivable).toBe('dpo');
  const example = { declarations: DECLARED, items: [OK, E, item('segment:S')], uses: [targets('email:E', 'segment:S')], finds: [] };
  expect(findingsOf(rule, example)).toHaveLength(1);
  const { findings, notRun } = lintExample({ ...example, coverage: [absent('campaign')] });
  expect(findings.filter(finding => finding.rule === rule.id)).toEqual([]);
  expect(notRun).toContainEqual({ rule: rule.id, of: 'campaign', why: ['refused'] });
});

describe('a text message', () => {
  const declarations = `purposes: {texts: {use: message-marketing, legal_basis: consent, consent: {field: news_ok, collected_by: ["offline:desk"]}}}\ntext_messages: {M: {purposes: [texts]}}`;
  const M = item('text_message:M');
  const C = item('campaign:C', { events: [step(1, 0, '', { type: 'sms.send_text_sms' })] });
  const base = [targets('campaign:C', 'segment:S'), sends('campaign:C', 'text_message:M')];

  it('reaches whom the campaign takes, and may not', () => {
    expect(found([...base, filters('segment:S', 'tag:lead')], [M, C], declarations)).toMatchObject([
      {
        subject: 'text_message:M',
        severity: 'error',
        data: { detail: 'text', item: 'M', kind: 'text_message', other_item: 'Guests' },
        related: [{ subject: 'segment:S' }, { subject: 'campaign:C' }],
      },
    ]);
    expect(found([...base, yes('segment:S')], [M, C], declarations)).toEqual([]);
    expect(found([base[0] ?? yes('segment:S'), filters('segment:S', 'tag:lead')], [M, C], declarations)).toEqual([]);
    expect(found([...base, filters('segment:S', 'tag:lead')], [item('text_message:M', { published: false }), C], declarations)).toEqual([]);
  });
});
