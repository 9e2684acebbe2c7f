import { describe, expect, it } from 'vitest';
import rule from '../../../rules/consent/consent-hidden.js';
import type { CampaignEvent, Item, Use } from '../../../src/mautic/snapshot.js';
import { item, step } from '../../lint/paths-support.js';
import { EXAMPLE_FILE, findingsOf, lintExample, subjectsOf } from '../examples.js';
import { absent, box, collects, contactField, form, question } from '../form-items.js';

const purpose = (consent: string) =>
  `purposes: {news: {title: Monthly letter, use: email-marketing, legal_basis: consent, consent: {${consent}}}}\n`;
const FIELD = purpose('field: news_ok');
const field = contactField('news_ok', { type: 'boolean' });
const campaign: Item = { kind: 'campaign', id: 1, key: 'Welcome', published: true };
const trigger: Item = { kind: 'point_trigger', id: 1, key: 'Hot', published: true };
const tag: Item = { kind: 'tag', id: 1, key: 'agreed' };
const segment: Item = { kind: 'segment', id: 1, key: 'readers', title: 'Readers', published: true };
const writes = (value: string, from = 'campaign:Welcome', at: Use['at'] = 'campaign.event'): Use => ({
  from,
  how: 'writes',
  to: 'contact_field:news_ok',
  at,
  id: 1,
  value,
});
const adds = (from: string, to: string, at: Use['at']): Use => ({ from, how: 'adds', to, at, id: 1 });

describe('a campaign that writes a yes', () => {
  it('is found, once for one field', () => {
    const declarations = `${FIELD}campaigns: {Welcome: {purposes: [news]}}`;
    const uses = [writes('yes'), { ...writes('yes'), id: 7 }];
    expect(findingsOf(rule, { declarations, items: [field, campaign], uses, finds: [] })).toMatchObject([
      {
        subject: 'campaign:Welcome',
        severity: 'error',
        place: { file: EXAMPLE_FILE, path: ['campaigns', 'Welcome'] },
        data: { item: 'Welcome', kind: 'campaign', purpose: 'Monthly letter' },
        key: 'contact_field:news_ok',
      },
    ]);
  });

  it.each([
    ['a no', FIELD, campaign, 'no'],
    ['the declared confirmation', purpose('field: news_ok, confirmed_by: campaign:Welcome'), campaign, 'yes'],
    ['the declared confirmation by its id', purpose("field: news_ok, confirmed_by: 'campaign:Welcome#1'"), campaign, 'yes'],
    ['a campaign that is off', FIELD, { ...campaign, published: false }, 'yes'],
  ] as const)('is not found: %s', (_, declarations, item, value) => {
    expect(subjectsOf(rule, { declarations, items: [field, item], uses: [writes(value)] })).toEqual([]);
  });

  it.each<[type: string, value: string, expected: readonly string[]]>([
    ['boolean', 'no', []],
    ['boolean', 'token', ['warn unseen']],
    ['select', 'constant', ['warn unseen']],
    ['text', 'constant', ['warn unseen']],
    ['number', 'token', ['warn unseen']],
    ['date', 'constant', ['error undefined']],
    ['datetime', 'constant', ['error undefined']],
    ['date', 'token', ['warn unseen']],
  ])('in a field of type %s: %s', (type, value, expected) => {
    const seen = (declarations: string, campaign: Item, uses: readonly Use[]) =>
      findingsOf(rule, { declarations, items: [contactField('news_ok', { type }), campaign], uses, finds: [] }).map(
        ({ severity, data }) => `${severity} ${data.detail}`,
      );
    expect(seen(FIELD, campaign, [writes(value)])).toEqual(expected);
    const confirms = purpose('field: news_ok, confirmed_by: campaign:Welcome');
    expect(seen(confirms, campaign, [writes(value)])).toEqual([]);
    // What it writes for people who did not confirm may be the no.
    const events = [step(2, 0, '', { kind: 'decision', type: 'email.click' }), step(1, 2, 'no')];
    if (type !== 'date' && type !== 'datetime') expect(seen(confirms, item('campaign:Welcome', { events }), [writes(value)])).toEqual([]);
  });

  it('is told as that where another step writes what is not known', () => {
    const uses = [writes('constant'), { ...writes('yes'), id: 7 }, { ...writes('token'), id: 8 }];
    expect(findingsOf(rule, { declarations: FIELD, items: [field, campaign], uses, finds: [] })).toMatchObject([
      { severity: 'error', data: { purpose: 'Monthly letter' } },
    ]);
  });

  it('is found beside the declared confirmation', () => {
    const declarations = purpose('field: news_ok, confirmed_by: campaign:Confirm');
    expect(subjectsOf(rule, { declarations, items: [field, campaign], uses: [writes('yes')] })).toEqual(['campaign:Welcome']);
  });
});

describe('the campaign that is declared to confirm', () => {
  const declarations = purpose('tag: agreed, confirmed_by: campaign:Welcome');
  const given = (events: readonly CampaignEvent[] | undefined, id = 3) =>
    findingsOf(rule, {
      declarations,
      items: [tag, item('campaign:Welcome', { events })],
      uses: [{ ...adds('campaign:Welcome', 'tag:agreed', 'campaign.event'), id }],
      finds: [],
    }).map(({ subject, data }) => `${subject} ${data.detail}`);
  const click = step(2, 1, '', { kind: 'decision', type: 'email.click' });

  it('is found where it gives the yes to those who did not confirm', () => {
    expect(given([step(1), click, step(3, 2, 'no')])).toEqual(['campaign:Welcome unconfirmed']);
    expect(given([step(1), click, step(4, 2, 'no'), step(3, 4)])).toEqual(['campaign:Welcome unconfirmed']);
  });

  it.each<[name: string, events: readonly CampaignEvent[] | undefined]>([
    ['to those who did', [step(1), click, step(3, 2, 'yes')]],
    ['to those who did after a reminder', [step(1), click, step(4, 2, 'no'), { ...click, id: 5, parent: 4 }, step(3, 5, 'yes')]],
    ['to all who come, confirmed elsewhere', [step(3)]],
    ['when a condition does not hold', [step(1), { ...click, kind: 'condition', type: 'lead.field_value' }, step(3, 2, 'no')]],
    ['at steps that were not seen', undefined],
  ])('is not found: %s', (_, events) => {
    expect(given(events)).toEqual([]);
  });
});

describe('what stands for a consent', () => {
  it.each([
    ['a tag', purpose('tag: agreed'), adds('point_trigger:Hot', 'tag:agreed', 'trigger.event'), 'point_trigger:Hot'],
    [
      'a tag that Mautic has not seen yet',
      purpose('tag: later'),
      adds('campaign:Welcome', 'tag:later', 'campaign.event'),
      'campaign:Welcome',
    ],
    ['a tag with a colon', purpose('tag: "tag:a:b"'), adds('campaign:Welcome', 'tag:a:b', 'campaign.event'), 'campaign:Welcome'],
    ['a segment', purpose('segment: readers'), adds('campaign:Welcome', 'segment:readers', 'campaign.event'), 'campaign:Welcome'],
  ])('is found: %s', (_, declarations, use, subject) => {
    expect(subjectsOf(rule, { declarations, items: [campaign, trigger, tag, segment], uses: [use] })).toEqual([subject]);
  });

  it('is not found: a tag or segment that stands for none, one that is taken away, a page', () => {
    const declarations = purpose('tag: agreed');
    const page: Item = { kind: 'page', id: 1, key: 'thanks', published: true };
    const uses: Use[] = [
      adds('campaign:Welcome', 'segment:readers', 'campaign.event'),
      { ...adds('campaign:Welcome', 'tag:agreed', 'campaign.event'), how: 'removes' },
      adds('page:thanks', 'tag:agreed', 'content'),
    ];
    expect(subjectsOf(rule, { declarations, items: [campaign, tag, segment, page], uses })).toEqual([]);
  });
});

describe('a form', () => {
  const by = 'segment: readers, collected_by: [form:Club]';
  const use = adds('form:Club', 'segment:readers', 'form.action');
  const subjects = (declarations: string, items: readonly Item[] = [], uses: readonly Use[] = []) =>
    subjectsOf(rule, { declarations, items: [form('Club'), segment, ...items], uses: [use, ...uses] });

  it('is found when its action gives what nobody was asked for', () => {
    expect(subjects(purpose('segment: readers'))).toEqual(['form:Club']);
    expect(subjects(purpose(by))).toEqual(['form:Club']);
    expect(subjects(`${purpose('segment: readers')}forms: {Club: {consent: submit}}`)).toEqual(['form:Club']);
  });

  it('is not found when it collects the consent by its button', () => {
    expect(subjects(`${purpose(by)}forms: {Club: {consent: submit}}`)).toEqual([]);
  });

  it('is not found when it collects the consent by a box that must be ticked', () => {
    for (const more of [', purposes: [news]', '']) {
      const declarations = `${purpose(by)}forms: {Club: {fields: {news: {role: consent${more}}}}}`;
      expect(subjects(declarations, [box('Club/news', 'Letters', { required: true })])).toEqual([]);
      expect(subjects(declarations, [box('Club/news', 'Letters')])).toEqual(['form:Club']);
    }
    const other = `${purpose(by)}forms: {Club: {fields: {news: {role: consent, purposes: [fair]}}}}`;
    expect(subjects(other, [box('Club/news', 'Letters', { required: true })])).toEqual(['form:Club']);
  });

  it('is found when it writes a yes into the field, whatever its button means', () => {
    const declarations = `${purpose('field: news_ok, collected_by: [form:Club]')}forms: {Club: {}}`;
    expect(subjectsOf(rule, { declarations, items: [form('Club'), field], uses: [writes('yes', 'form:Club', 'form.action')] })).toEqual([
      'form:Club',
    ]);
  });
});

describe('a hidden question', () => {
  const uses = [collects('Club/news', 'news_ok')];

  it('is found when it fills a consent field', () => {
    const items = [form('Club'), field, question('Club/news', 'hidden', { title: 'optin', default: 'constant' })];
    expect(findingsOf(rule, { declarations: FIELD, items, uses, finds: [] })).toMatchObject([
      { subject: 'form_field:Club/news', data: { item: 'optin', kind: 'form_field', purpose: 'Monthly letter' } },
    ]);
  });

  it('is no other mistake beside', () => {
    const items = [form('Club'), field, question('Club/news', 'hidden', { title: 'optin', default: 'empty' })];
    const { findings } = lintExample({ declarations: FIELD, items, uses, finds: [] });
    const about = findings.filter(({ subject, rule: id }) => subject === 'form_field:Club/news' && !id.startsWith('undeclared'));
    expect(about.map(({ rule: id }) => id)).toEqual([rule.id]);
  });

  it('is not found in a form that is off, or where people see it', () => {
    expect(
      subjectsOf(rule, { declarations: FIELD, items: [form('Club', { published: false }), field, question('Club/news', 'hidden')], uses }),
    ).toEqual([]);
    expect(subjectsOf(rule, { declarations: FIELD, items: [form('Club'), field, box('Club/news', 'Letters')], uses })).toEqual([]);
  });
});

it('names the purpose whose sensitive data the yes is for', () => {
  const declarations = `${FIELD}contact_fields: {diet: {purposes: [news], special: {categories: [health], condition: explicit-consent, consent: {field: diet_ok}}}}`;
  const diet = contactField('diet_ok', { type: 'boolean' });
  const uses = [{ ...writes('yes'), to: 'contact_field:diet_ok' }];
  expect(findingsOf(rule, { declarations, items: [diet, campaign], uses, finds: [] })).toMatchObject([
    { data: { purpose: 'Monthly letter' } },
  ]);
});

it('goes kind by kind', () => {
  const example = { declarations: FIELD, items: [field, campaign], uses: [writes('yes')], coverage: [absent('campaign')], finds: [] };
  const { findings, notRun } = lintExample(example);
  expect(findings.filter(finding => finding.rule === rule.id)).toEqual([]);
  expect(notRun.filter(entry => entry.rule === rule.id)).toEqual([{ rule: rule.id, of: 'campaign', why: ['refused'] }]);
});

it('finds what confirms one of two consents that one tag stands for, in whatever order they are declared', () => {
  const consents = ['news: {use: email-marketing, legal_basis: consent, consent: {tag: agreed, confirmed_by: campaign:Welcome}}'];
  consents.push('sms: {use: sms-marketing, legal_basis: consent, consent: {tag: agreed}}');
  const confirm: Item = { ...campaign, events: [step(1)] };
  const uses = [adds('campaign:Welcome', 'tag:agreed', 'campaign.event')];
  for (const purposes of [consents, [...consents].reverse()]) {
    const example = { declarations: `purposes: {${purposes.join(', ')}}`, items: [tag, confirm], uses, finds: [] };
    expect(findingsOf(rule, example)).toMatchObject([{ subject: 'campaign:Welcome', data: { purpose: 'sms' } }]);
  }
});
