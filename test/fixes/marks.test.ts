/** Marks that are written so that later changes of Mautic are noticed, and entries that are not taken out because too many are gone. */
import { describe, expect, it } from 'vitest';
import { fixed, type Mautic } from './fix-example.js';

const BOX = {
  kind: 'form_field',
  id: 1,
  key: 'Menu/news',
  form: 'form:Menu',
  type: 'checkboxgrp',
  title: 'Send me the menu',
  wording: '458b36567012',
} as const;
const MENU: Mautic = {
  items: [
    { kind: 'contact_field', id: 44, key: 'news_ok', title: 'Newsletter', type: 'boolean', published: true },
    { kind: 'form', id: 1, key: 'Menu', published: true },
    BOX,
  ],
  uses: [{ from: 'form_field:Menu/news', how: 'collects', to: 'contact_field:news_ok', at: 'form.field' }],
};
const consent = (wording: string) =>
  `version: 1\npurposes:\n  news:\n    legal_basis: consent\n    consent:\n      field: news_ok\n      collected_by: [form:Menu]\n      wording: ${wording}\n`;

describe('the mark of the words that people agree to', () => {
  it('is added to a version that has none, as text, and not again', () => {
    const { text } = fixed(consent('{version: v3}'), MENU, 'safe', 'consent-text-drift');
    expect(text).toBe(consent('{version: v3, hash: "458b36567012"}'));
    expect(fixed(text, MENU, 'safe', 'consent-text-drift').fixed).toBe(0);
  });

  it.each([
    ['one that is there stays until somebody has looked', '{version: v3, hash: 9f2c11aa04be}'],
    ['words that stand elsewhere have none', '{version: v3, text: Yes please}'],
    ['without a version there is nothing to mark', '{material: false}'],
  ])('%s', (_, wording) => {
    expect(fixed(consent(wording), MENU, 'safe', 'consent-text-drift').text).toBe(consent(wording));
  });

  it('is not added where the words were not seen', () => {
    const { wording: _, ...unseen } = BOX;
    const items = (MENU.items ?? []).map(item => (item.kind === 'form_field' ? unseen : item));
    expect(fixed(consent('{version: v3}'), { ...MENU, items }, 'safe', 'consent-text-drift').text).toBe(consent('{version: v3}'));
  });
});

describe('the mark of a name that was looked at', () => {
  const race = { kind: 'contact_field', id: 7, key: 'race', title: 'Race', type: 'text', published: true } as const;
  const declared = (answer: string) => `version: 1\ncontact_fields:\n  race:\n    purposes: []\n    not_special:\n${answer}`;
  const reason = '      reason: The distance that somebody runs\n';

  it('is added below its reason, and opens the question again when the name changes', () => {
    const { text } = fixed(declared(reason), { items: [race] }, 'safe', 'special-field');
    expect(text).toMatch(/^ {6}reason: The distance that somebody runs\n {6}seen: "[0-9a-f]{12}"\n$/mu);
    const about = (items: Mautic['items']) => fixed(text, { items: items ?? [] }, 'safe').findings.map(({ rule }) => rule);
    expect(about([race])).not.toContain('special-field');
    expect(about([{ ...race, title: 'Race or ethnic group' }])).toContain('special-field');
  });

  it('is not added to an answer for many names', () => {
    const many = 'version: 1\ntags:\n  race-*: {purposes: [], not_special: {reason: The distance that somebody runs}}\n';
    expect(fixed(many, { items: [{ kind: 'tag', id: 1, key: 'race-10' }] }, 'safe', 'special-field').text).toBe(many);
  });
});

describe('entries of what is gone', () => {
  const entries = (count: number) => Array.from({ length: count }, (_, at) => `  old-${at}: {purposes: []}\n`).join('');
  const kept = [1, 2, 3].map(id => ({ kind: 'tag', id, key: `kept-${id}` }) as const);
  const keptEntries = kept.map(({ key }) => `  ${key}: {purposes: []}\n`).join('');

  it('are taken out, be it all of a few', () => {
    expect(fixed(`version: 1\ntags:\n${entries(10)}${keptEntries}`, { items: kept }, 'safe').text).toBe(
      `version: 1\ntags:\n${keptEntries}`,
    );
  });

  it('are left to a person where most of a kind would go: the snapshot may be that of another Mautic', () => {
    const text = `version: 1\ntags:\n${entries(11)}${keptEntries}`;
    expect(fixed(text, { items: kept }, 'safe')).toMatchObject({ text, unsafeLeft: 11 });
    expect(fixed(text, { items: kept }, 'unsafe').text).toBe(`version: 1\ntags:\n${keptEntries}`);
  });
});
