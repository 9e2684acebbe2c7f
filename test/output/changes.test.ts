/** A comparison in every format: golden files over a rich example, and labels that try to do harm. */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/finding.js';
import { type BranchChange, type ChangeKind, LESS, MORE } from '../../src/lint/changes/model.js';
import { changesJson } from '../../src/output/changes/json.js';
import { changesMarkdown } from '../../src/output/changes/markdown.js';
import type { Comparison } from '../../src/output/changes/sections.js';
import { changesText } from '../../src/output/changes/text.js';
import { PLAIN } from '../../src/output/palette.js';
import { changesFrom } from '../lint/changes/support.js';
import { HOSTILE } from './made-up.js';

const UNSEEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200b-\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;
const COMMIT = '4e0d373a1f0c6a7a3f1e2f8b9d2a6c5e4f3b2a10';
const LOOK = { colour: PLAIN, columns: 100 };

const BEFORE = `
recipients:
  mailhost: {name: Mail relay, role: processor, country: DE}
  old: {name: Old relay, role: processor, country: DE}
purposes:
  menu: {use: email-marketing, title: Monthly menu, legal_basis: consent, retention: {period: P24M, from: last-action}, recipients: [mailhost], subjects: [customer]}
  booking: {use: service-delivery, title: Booking, legal_basis: legitimate-interests, retention: {period: P12M, from: event-date}}
contact_fields:
  email: {purposes: [menu]}
  fax: {purposes: [menu]}
  mobile: {purposes: [menu, booking]}
  loyalty_card: {purposes: []}
tags: {evt-dinner: {purposes: [booking]}}
forms:
  Newsletter: {purposes: [menu], fields: {email: {}, phone: {}}}
tracking: {website: {purposes: [menu], gate: consent-tool, cookies: {mtc_id: {lifetime: P1M}}}}
waivers: [{rule: no-owner, item: "tag:evt-*", until: 2026-12-20}]
budget: {contact_fields: 24}
`;

const AFTER = `
recipients:
  mailhost: {name: Mail relay, role: processor, country: US}
  ads: {name: Ad network, role: controller, country: US}
purposes:
  menu: {use: email-marketing, title: Monthly menu, legal_basis: legitimate-interests, retention: {period: P36M, from: collected, then: review}, recipients: [mailhost, ads], subjects: [customer, child], channels: [phone], profiling: simple}
  booking: {use: service-delivery, title: Booking, legal_basis: consent, retention: {period: P6M, from: event-date}}
  ads: {use: ad-audiences, title: Ads on other sites, legal_basis: consent}
contact_fields:
  email: {purposes: [menu, ads]}
  allergies: {purposes: [booking], special: {categories: [health]}}
  mobile: {purposes: [booking]}
  loyalty_card: {purposes: [ads]}
tags: {"evt-*": {purposes: [booking, menu]}}
forms:
  Newsletter: {purposes: [menu], fields: {email: {required: true}, phone: {}, birthday: {required: true}}}
  Contest: {purposes: [menu], fields: {}}
tracking:
  website: {purposes: [menu], cookies: {mtc_id: {lifetime: P1Y}, mautic_device_id: {lifetime: session}}}
  email_opens: {purposes: [menu], mode: individual}
waivers: [{rule: no-owner, item: "tag:evt-*", until: 2027-03-20}, {rule: form-overask, item: form:Contest, until: 2027-01-31}]
budget: {contact_fields: 30}
`;

const compared = (changes: readonly BranchChange[]): Comparison => ({ base: 'origin/main', commit: COMMIT, isFirst: false, changes });
const RICH = compared(changesFrom(BEFORE, AFTER));
const NONE = compared([]);

/** One change of every kind, in which every text is the same. */
function everywhere(text: string): Comparison {
  const change = (kind: ChangeKind): BranchChange => ({
    kind,
    subject: `tag:${text}`,
    name: text,
    of: kind.startsWith('waiver') ? 'waiver' : text.length % 2 === 0 ? 'tag' : text,
    form: text,
    values: Array.from({ length: 7 }, () => ({ key: text, name: text })),
    before: text,
    after: text,
    place: { item: text },
  });
  return { ...compared([...MORE, ...LESS].map(change)), base: text };
}

describe('the golden files', () => {
  it.each(LANGUAGES)('look as they did (%s)', async language => {
    const ending = language === 'en' ? '' : `.${language}`;
    await expect(changesMarkdown(RICH, language)).toMatchFileSnapshot(`../golden/changes${ending}.md`);
    await expect(changesText(RICH, language, LOOK)).toMatchFileSnapshot(`../golden/changes${ending}.txt`);
  });

  it('as data', async () => {
    await expect(changesJson(RICH)).toMatchFileSnapshot('../golden/changes.json');
  });

  it('say every change once', () => {
    const entries = changesMarkdown(RICH, 'en').match(/^- /gmu) ?? [];
    expect(entries).toHaveLength(RICH.changes.length);
    expect(changesText(RICH, 'en', LOOK).match(/^ {2}- /gmu)).toHaveLength(RICH.changes.length);
  });
});

it('says that nothing changes, or that there was nothing', () => {
  expect(changesMarkdown(NONE, 'en')).toBe(
    '## What this branch changes for people\n\nThis branch changes nothing for people.\n\nCompared with origin/main, where this branch left it (4e0d373a1f).\n',
  );
  expect(changesText({ ...NONE, isFirst: true }, 'it', LOOK)).toMatch(/^Prima dichiarazione: .*\n.*\nConfronto con origin\/main/u);
});

describe('hostile labels', () => {
  const validate = new Ajv2020().compile(JSON.parse(readFileSync('schemas/diff.v1.json', 'utf8')));

  it.each(HOSTILE.map((text, index) => [index, text] as const))('%i do no harm', (_, label) => {
    const comparison = everywhere(label);
    for (const language of LANGUAGES) {
      const [text, markdown] = [changesText(comparison, language, LOOK), changesMarkdown(comparison, language)];
      for (const line of [...text.split('\n'), ...markdown.split('\n')]) expect(line).not.toMatch(UNSEEN);
      expect(text).not.toMatch(/^\s*::|##\w*\[/mu);
      const typed = markdown.replaceAll(/(`+)(?!`).*?(?<!`)\1(?!`)/gu, '');
      expect(typed.replaceAll(/<\/?(?:details|summary|code)>/gu, '')).not.toMatch(/<\w|\]\(|(?<!\\)\[x|@octocat|#12\b|https?:\/\//u);
      expect(markdown.match(/^- /gmu)).toHaveLength(comparison.changes.length);
    }
    const json = changesJson(comparison);
    for (const line of json.split('\n')) expect(line).not.toMatch(UNSEEN);
    const file = JSON.parse(json);
    expect(validate({ ...file, base: { ...file.base, commit: COMMIT } }), JSON.stringify(validate.errors)).toBe(true);
    expect(file.changes[0].name).toBe(label);
  });

  it('are cut, and a comment on a pull request holds them', () => {
    const { changes } = everywhere('x'.repeat(10_000));
    const many = compared(Array.from({ length: 100 }, () => changes).flat());
    const markdown = changesMarkdown(many, 'en');
    expect(markdown.length).toBeLessThanOrEqual(65_536);
    expect(markdown).toMatch(/\d[\d,]* more changes are left out here for want of room\./u);
    expect(markdown).not.toContain('x'.repeat(200));
  });
});
