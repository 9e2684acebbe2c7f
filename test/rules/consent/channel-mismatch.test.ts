import { describe, expect, it } from 'vitest';
import rule from '../../../rules/consent/channel-mismatch.js';
import type { Item, Use } from '../../../src/mautic/snapshot.js';
import { item, sends, targets, use } from '../../lint/paths-support.js';
import { EXAMPLE_FILE, findingsOf, lintExample, subjectsOf } from '../examples.js';
import { absent } from '../form-items.js';

const news = (channels: string, basis = 'consent'): string =>
  `news: {title: Monthly letter, use: email-marketing, legal_basis: ${basis}${channels}}`;
const C = item('campaign:C');
const T = item('text_message:T', { id: 1 });
const subjects = (declarations: string, items: readonly Item[], uses: readonly Use[]): string[] =>
  findingsOf(rule, { declarations, items, uses }).map(({ subject, data }) => `${subject} ${data.channel}`);
const texts = (purposes: string): string => `purposes: {${purposes}}\ntext_messages: {T: {purposes: [news]}}`;

describe('a text message', () => {
  it('for which people said yes to e-mail', () => {
    const declarations = texts(news(', channels: [email, post]'));
    const uses = [sends('campaign:C', 'text_message:T'), sends('campaign:C', 'text_message:T', { id: 2 })];
    expect(findingsOf(rule, { declarations, items: [C, T], uses, finds: [] })).toMatchObject([
      {
        subject: 'text_message:T',
        severity: 'error',
        place: { file: EXAMPLE_FILE, path: ['text_messages', 'T'] },
        data: { item: 'T', kind: 'text_message', channel: 'text-message', purpose: 'Monthly letter', channels: ['email', 'post'] },
        related: [{ subject: 'campaign:C', place: { item: 'campaign:C' } }],
        key: 'text-message',
      },
    ]);
  });

  it.each<[name: string, declarations: string, items: readonly Item[], uses: readonly Use[]]>([
    [
      'for which people said yes to it, too',
      texts(news(', channels: [email, text-message]')),
      [C, T],
      [sends('campaign:C', 'text_message:T')],
    ],
    ['that rests on something else', texts(news('', 'soft-opt-in')), [C, T], [sends('campaign:C', 'text_message:T')]],
    [
      'for another purpose that comes that way',
      `purposes: {${news('')}, texts: {use: message-marketing, legal_basis: consent}}\ntext_messages: {T: {purposes: [news, texts]}}`,
      [C, T],
      [sends('campaign:C', 'text_message:T')],
    ],
    [
      'of a purpose that names no channel',
      `purposes: {news: {use: other, legal_basis: consent}}\ntext_messages: {T: {purposes: [news]}}`,
      [C, T],
      [sends('campaign:C', 'text_message:T')],
    ],
    ['that nothing sends', texts(news('')), [C, T], []],
    ['that is off', texts(news('')), [C, item('text_message:T', { published: false })], [sends('campaign:C', 'text_message:T')]],
    ['of a campaign that is off', texts(news('')), [item('campaign:C', { published: false }), T], [sends('campaign:C', 'text_message:T')]],
    ['that nobody has declared', `purposes: {${news('')}}`, [C, T], [sends('campaign:C', 'text_message:T')]],
  ])('nothing is found: %s', (_, declarations, items, uses) => {
    expect(subjects(declarations, items, uses)).toEqual([]);
  });

  it('takes the purposes of its campaign, or of its marketing message; what has none is told at what sends it', () => {
    const declarations = `purposes: {${news('')}}\ncampaigns: {C: {purposes: [news]}}\nmessages: {M: {purposes: [news]}}`;
    expect(subjects(declarations, [C, T], [sends('campaign:C', 'text_message:T')])).toEqual(['text_message:T text-message']);
    expect(subjects(declarations, [C, item('notification:N')], [sends('campaign:C', 'notification:N')])).toEqual(['campaign:C push']);
    const inMessage = use('message:M', 'sends', 'text_message:T', 'message.channel');
    expect(subjects(declarations, [item('message:M'), T], [inMessage])).toEqual(['text_message:T text-message']);
  });

  it('in a marketing message that is for something else: it is told once', () => {
    const texts = 'texts: {use: message-marketing, legal_basis: consent}';
    const by = (message: string, text: string): string[] =>
      subjects(
        `purposes: {${news('')}, ${texts}}\nmessages: {M: {purposes: [${message}]}}\ntext_messages: {T: {purposes: [${text}]}}`,
        [item('message:M'), T],
        [use('message:M', 'sends', 'text_message:T', 'message.channel')],
      );
    expect(by('news', 'texts')).toEqual(['message:M text-message']);
    expect(by('news, texts', 'texts')).toEqual([]);
    expect(by('texts', 'texts')).toEqual([]);
    expect(by('news', 'news')).toEqual(['text_message:T text-message']);
  });
});

describe('an e-mail', () => {
  const declared = 'purposes: {texts: {use: message-marketing, legal_basis: consent}}\nemails: {E: {purposes: [texts]}}';
  it.each<[name: string, items: readonly Item[], uses: readonly Use[], expected: readonly string[]]>([
    ['to a segment', [], [targets('email:E', 'segment:S')], ['email:E email']],
    ['by a form', [item('form:F')], [sends('form:F', 'email:E')], ['email:E email']],
    ['to staff', [item('form:F')], [sends('form:F', 'email:E', { staff: true })], []],
    ['that nothing sends', [], [], []],
  ])('for which people said yes to text messages: %s', (_, items, uses, expected) => {
    expect(subjects(declared, [item('email:E'), ...items], uses)).toEqual(expected);
  });

  it('that is off', () => {
    expect(subjects(declared, [item('email:E', { published: false })], [targets('email:E', 'segment:S')])).toEqual([]);
  });
});

it('is not run for what was not seen as a whole', () => {
  const example = { declarations: texts(news('')), items: [C, T], uses: [sends('campaign:C', 'text_message:T')], finds: [] };
  expect(subjectsOf(rule, example)).toEqual(['text_message:T']);
  const { findings, notRun } = lintExample({ ...example, coverage: [absent('text_message')] });
  expect(findings.filter(finding => finding.rule === rule.id)).toEqual([]);
  expect(notRun).toContainEqual({ rule: rule.id, of: 'text_message', why: ['refused'] });
});
