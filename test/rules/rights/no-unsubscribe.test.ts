import { describe, expect, it } from 'vitest';
import rule from '../../../rules/rights/no-unsubscribe.js';
import type { CampaignEvent, Item, ItemOf, Use } from '../../../src/mautic/snapshot.js';
import { campaign, email, sends, targets } from '../content-items.js';
import { EXAMPLE_FILE, findingsOf, lintExample, subjectsOf } from '../examples.js';
import { absent, form } from '../form-items.js';

const PURPOSES = `purposes:
  menu: {use: email-marketing}
  orders: {use: service-messages}
  fans: {use: other, dpv: "dpv:Marketing", traits: [marketing], description: Tell the fan club about the next match and its tickets}
`;
const declared = (entry = 'purposes: [menu]', more = '') => `${PURPOSES}emails: {E: {${entry}}}\ntext_messages: {T: {${entry}}}\n${more}`;
const text = (more: Partial<ItemOf<'text_message'>> = {}): Item => ({ kind: 'text_message', id: 3, key: 'T', published: true, ...more });
const found = (items: readonly Item[], declarations = declared(), uses: readonly Use[] = []) =>
  subjectsOf(rule, { declarations, items, uses });
const none = { exits: [] };

describe('no-unsubscribe', () => {
  it('names the message and what to add', () => {
    const items = [email('E', none), text({ stop_word: false })];
    expect(findingsOf(rule, { declarations: declared(), items, finds: [] })).toMatchObject([
      {
        subject: 'email:E',
        severity: 'error',
        place: { file: EXAMPLE_FILE, path: ['emails', 'E'], at: 'key' },
        data: { item: 'E', kind: 'email', token: '{unsubscribe_text}', section: 'instance.themes' },
      },
      {
        subject: 'text_message:T',
        severity: 'error',
        place: { path: ['text_messages', 'T'] },
        data: { item: 'T', kind: 'text_message', token: 'STOP' },
      },
    ]);
    // A text message has no theme.
    expect(findingsOf(rule, { declarations: declared(), items: [items[1] ?? email('E')], finds: [] })[0]?.data).not.toHaveProperty(
      'section',
    );
  });

  it.each<[NonNullable<ItemOf<'email'>['exits']>, number]>([
    [['html.unsubscribe_text'], 0],
    [['text.unsubscribe_url'], 0],
    [['html.dnc_url'], 0],
    [['dynamic.unsubscribe_url'], 0],
    [['html.resubscribe_url'], 1],
    [['subject.unsubscribe_url'], 1],
    [[], 1],
  ])('with the exits %j: %i', (exits, number) => {
    expect(found([email('E', { exits })])).toHaveLength(number);
  });

  it('is silent for a text message with a word to stop it', () => {
    expect(found([text({ stop_word: true })])).toEqual([]);
  });

  it('knows marketing by the trait, also of one of several purposes, and by what is inherited', () => {
    expect(found([email('E', none)], declared('purposes: [orders]'))).toEqual([]);
    expect(found([email('E', none)], declared('purposes: [orders, menu]'))).toEqual(['email:E']);
    expect(found([email('E', none)], declared('purposes: [fans]'))).toEqual(['email:E']);
    expect(found([email('E', none)], declared('purposes: []'))).toEqual([]);
    const inherits = `${PURPOSES}categories: {email/news: {purposes: [menu]}}`;
    const category: Item = { kind: 'category', id: 1, key: 'email/news', bundle: 'email' };
    expect(
      findingsOf(rule, { declarations: inherits, items: [category, email('E', { ...none, category: 'category:email/news' })], finds: [] }),
    ).toMatchObject([{ subject: 'email:E', place: { item: 'email:E' } }]);
  });

  it('judges only what is live and written, and what was seen', () => {
    expect(found([email('E', { ...none, published: false })])).toEqual([]);
    expect(found([email('E', { ...none, has_html: false, has_text: false })])).toEqual([]);
    expect(found([email('E', { ...none, has_html: false, has_text: true })])).toEqual(['email:E']);
    expect(found([email('E')])).toEqual([]);
    expect(found([text()])).toEqual([]);
  });

  it('is silent where the theme brings the link', () => {
    const themed = (has: string) => declared('purposes: [menu]', `instance: {themes: {house: {has: ${has}}}}`);
    expect(found([email('E', { ...none, theme: 'house' })], themed('[unsubscribe]'))).toEqual([]);
    expect(found([email('E', { ...none, theme: 'house' })], themed('[required-marks]'))).toEqual(['email:E']);
    expect(found([email('E', { ...none, theme: 'other' })], themed('[unsubscribe]'))).toEqual(['email:E']);
    expect(found([email('E', { ...none, theme: 'constructor' })], themed('[unsubscribe]'))).toEqual(['email:E']);
  });

  it('leaves alone what goes to colleagues only', () => {
    const items = [campaign('C'), email('E', none)];
    const staff = sends('campaign:C', 'email:E', { staff: true });
    expect(found(items, declared(), [staff])).toEqual([]);
    expect(found(items, declared(), [staff, sends('campaign:C', 'email:E', { id: 2 })])).toEqual(['email:E']);
    expect(found(items, declared(), [staff, targets('email:E', 'segment:s')])).toEqual(['email:E']);
  });

  it('takes variants and translations for sent where their original is', () => {
    const versions = [email('B', { ...none, variant_of: 'email:E' }), email('I', { ...none, translation_of: 'email:E' })];
    const items = [campaign('C'), email('E', none), ...versions, email('IB', { ...none, variant_of: 'email:I' })];
    const staff = sends('campaign:C', 'email:E', { staff: true });
    expect(found(items, declared(), [staff])).toEqual([]);
    expect(found(items, declared(), [staff, sends('campaign:C', 'email:I', { id: 2 })])).toEqual(['email:I', 'email:IB']);
    expect(found(items, declared(), [staff, targets('email:E', 'segment:s')])).toEqual(['email:E', 'email:B', 'email:I', 'email:IB']);
  });

  describe('a question to confirm the address', () => {
    const confirmed = declared().replace(
      'menu: {use: email-marketing',
      'menu: {use: email-marketing, consent: {confirmed_by: "campaign:C"}',
    );
    const step = (id: number, kind: 'action' | 'decision', parent: number): CampaignEvent => ({
      id,
      name: '',
      type: '',
      kind,
      parent,
      path: '',
      delay: 'P0D',
    });
    const events = [step(1, 'action', 0), step(2, 'decision', 1), step(3, 'action', 2), step(4, 'action', 1)];
    const first = [campaign('C', { events }), email('E', none)];

    it('needs no way out: it comes before people have done anything', () => {
      expect(found(first, confirmed, [sends('campaign:C', 'email:E')])).toEqual([]);
      expect(found(first, confirmed, [sends('campaign:C', 'email:E', { id: 4 })])).toEqual([]);
    });

    it('is one in all its variants and languages', () => {
      const versions = [email('B', { ...none, variant_of: 'email:E' }), email('I', { ...none, translation_of: 'email:E' })];
      expect(found([...first, ...versions], confirmed, [sends('campaign:C', 'email:E')])).toEqual([]);
      const later = sends('campaign:C', 'email:I', { id: 3 });
      expect(found([...first, ...versions], confirmed, [sends('campaign:C', 'email:E'), later])).toEqual(['email:I']);
    });

    it('is not what follows the confirmation, what others send, too, or what nobody declared as one', () => {
      expect(found(first, confirmed, [sends('campaign:C', 'email:E', { id: 3 })])).toEqual(['email:E']);
      const others = [...first, form('F')];
      expect(found(others, confirmed, [sends('campaign:C', 'email:E'), sends('form:F', 'email:E', { at: 'form.action' })])).toEqual([
        'email:E',
      ]);
      expect(found(first, declared(), [sends('campaign:C', 'email:E')])).toEqual(['email:E']);
      expect(found(first, confirmed)).toEqual(['email:E']);
    });

    it('is known by the token of a plugin', () => {
      expect(found([email('E', { ...none, other_tokens: ['doi_link'] })])).toEqual([]);
      expect(found([email('E', { ...none, other_tokens: ['weather'] })])).toEqual(['email:E']);
    });
  });

  it('is not run where e-mails were not seen, and runs for text messages', () => {
    const items = [email('E', none), text({ stop_word: false })];
    const { findings, notRun } = lintExample({ declarations: declared(), items, coverage: [absent('email')], finds: [] });
    expect(notRun).toContainEqual({ rule: rule.id, of: 'email', why: ['refused'] });
    expect(findings.filter(finding => finding.rule === rule.id).map(({ subject }) => subject)).toEqual(['text_message:T']);
  });
});
