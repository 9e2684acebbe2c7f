import { describe, expect, it } from 'vitest';
import rule from '../../../rules/tracking/stale-embed.js';
import type { Example } from '../../../src/lint/rule.js';
import type { Coverage, Item } from '../../../src/mautic/snapshot.js';
import { findingsOf, lintExample } from '../examples.js';
import { absent, form } from '../form-items.js';
import { codeFile, send } from '../site-files.js';

const ITEMS: readonly Item[] = [
  form('Open Day!', { id: 7 }),
  form('Old', { id: 8, published: false }),
  { kind: 'focus_item', id: 3, key: 'Bar', published: true },
  { kind: 'dynamic_content', id: 4, key: 'hello', published: true },
  { kind: 'dynamic_content', id: 5, key: 'hello', published: true },
];
const found = (sends: readonly ReturnType<typeof send>[], more: Partial<Example> = {}) =>
  findingsOf(rule, { declarations: '', items: ITEMS, ...more, site: [codeFile(sends)] });

it.each([
  ['a form by its id', send('form', '14'), 'form:#14', '#14'],
  ['a form by its name in the HTML', send('form', 'newsletter', { how: 'form-post' }), 'form:newsletter', 'newsletter'],
  ['a focus item', send('focus_item', '9', { how: 'script' }), 'focus_item:#9', '#9'],
  ['a slot', send('slot', 'goodbye', { how: 'slot' }), 'dynamic_content:goodbye', 'goodbye'],
])('tells %s that is gone', (_, sent, subject, item) => {
  expect(found([sent, sent])).toMatchObject([
    { subject, severity: 'error', key: 'site/page.js gone', data: { item, reason: 'gone' }, related: [{}] },
  ]);
});

it.each([
  ['https://forms.agency.example/form/generate.js?id=14', 'warn', 'elsewhere'],
  ['//mautic.aurora.example/form/generate.js?id=14', 'error', 'gone'],
  ['/form/generate.js?id=14', 'error', 'gone'],
])('of %s: %s, %s', (text, severity, reason) => {
  const sends = [{ ...send('form', '14', { how: 'form-embed' }).send, text }];
  const [finding] = findingsOf(rule, { declarations: '', items: ITEMS, site: [{ path: 'site/a.html', text, sends }], finds: [] });
  expect(finding).toMatchObject({ severity, data: { reason, ...(reason === 'gone' ? {} : { host: 'forms.agency.example' }) } });
});

it('only warns of what is switched off', () => {
  expect(found([send('form', '8')])).toMatchObject([
    { subject: 'form:Old', severity: 'warn', data: { item: 'Old', kind: 'form', reason: 'switched-off' } },
  ]);
});

it.each([
  ['a form by its id', send('form', '7')],
  ['a form by its name in the HTML', send('form', 'openday', { how: 'form-post' })],
  ['a focus item', send('focus_item', '3')],
  ['a slot that two contents wait for', send('slot', 'hello', { how: 'slot' })],
  ['an id that the code makes up', send('form', '1*', { certainty: 'pattern' })],
  ['an id that nobody knows', send('form', '', { certainty: 'open' })],
  ['questions, which go with their form', send('form_field', 'email', { form: '14' })],
])('is silent about %s', (_, sent) => {
  expect(found([sent])).toEqual([]);
});

describe('a slot that a campaign fills', () => {
  const campaign: Item = { kind: 'campaign', id: 1, key: 'Welcome', published: true };
  const uses = [{ from: 'campaign:Welcome', how: 'shows', to: 'dynamic_content:goodbye', at: 'campaign.event' }] as const;

  it('is there', () => {
    expect(found([send('slot', 'goodbye')], { items: [...ITEMS, campaign], uses })).toEqual([]);
  });

  it('may be there where campaigns were not seen', () => {
    expect(found([send('slot', 'goodbye')], { coverage: [absent('campaign')] })).toEqual([]);
  });
});

it('does not judge a kind that was seen in part, and is not run without a website', () => {
  const coverage: Coverage[] = [{ of: 'form', state: 'partial', rows: 2, total: 9, why: ['rows-missing'] }];
  const partly = { declarations: '', items: ITEMS, coverage, site: [codeFile([send('form', '14'), send('focus_item', '9')])], finds: [] };
  expect(findingsOf(rule, partly).map(({ subject }) => subject)).toEqual(['focus_item:#9']);
  expect(lintExample(partly).notRun).toContainEqual({ rule: rule.id, of: 'form', why: ['rows-missing'] });
  expect(lintExample({ declarations: '', items: ITEMS, finds: [] }).notRun).toContainEqual({
    rule: rule.id,
    of: 'website',
    why: ['no-website'],
  });
});
