/** What counts as a change for people, kind by kind. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildDeclarations } from '../../../src/declarations/build.js';
import { changesBetween } from '../../../src/lint/changes/changes.js';
import { LESS, MORE } from '../../../src/lint/changes/model.js';
import { sideOf } from '../../../src/lint/changes/sides.js';
import { changesFrom, told } from './support.js';

const MENU =
  'purposes:\n  menu: {use: email-marketing, legal_basis: consent, retention: {period: P24M, from: last-action}, recipients: [mailhost]';
const OTHER = '\n  ads: {use: ad-audiences, legal_basis: consent}\n';
const EMAIL = 'contact_fields: {email: {purposes: [menu]}}';
const PLAIN = `${MENU}}${OTHER}${EMAIL}`;
const purpose = (from: string, to: string): string => PLAIN.replace(from, to);
const field = (value: string): string => `${MENU}}${OTHER}contact_fields: {email: ${value}}`;

describe('a purpose', () => {
  it.each([
    ['P24M', 'P36M', 'retention-longer purpose:menu P24M P36M'],
    ['P24M', 'P12M', 'retention-shorter purpose:menu P24M P12M'],
    ['P24M', 'P2Y', undefined],
    [
      'period: P24M',
      'criteria: until the season after the next one ends',
      'retention-longer purpose:menu P24M until the season after the next one ends',
    ],
    ['last-action', 'collected', 'clock-changed purpose:menu last-action collected'],
    ['last-action', 'last-action, then: review', 'end-weaker purpose:menu delete review'],
    ['[mailhost]', '[mailhost, agency]', 'recipient-added purpose:menu agency'],
    ['[mailhost]', '[]', 'recipient-dropped purpose:menu mailhost'],
    ['consent,', 'legitimate-interests,', 'basis-weaker purpose:menu consent legitimate-interests'],
    ['[mailhost]', '[mailhost], profiling: extensive', 'profiling-raised purpose:menu none extensive'],
    ['[mailhost]', '[mailhost], subjects: [child]', 'subjects-added purpose:menu child'],
    ['[mailhost]', '[mailhost], channels: [phone]', 'channels-added purpose:menu phone'],
    ['[mailhost]', '[mailhost], title: Other, description: Another text of it', undefined],
  ])('%s → %s', (from, to, change) => {
    expect(told(PLAIN, purpose(from, to))).toEqual(change === undefined ? [] : [change]);
  });

  it('is new or gone, and what follows it is not told again', () => {
    const now = `${PLAIN}\n`.replace('\n  ads:', '\n  survey: {use: survey-feedback, legal_basis: consent}\n  ads:');
    expect(told(PLAIN, now)).toEqual(['new-purpose purpose:survey consent']);
    expect(told(now, PLAIN)).toEqual(['purpose-gone purpose:survey']);
  });

  it('that is built in was there before it was written down', () => {
    expect(
      told(PLAIN, PLAIN.replace('\n  ads:', '\n  legal-claims: {use: legal-claims, legal_basis: legitimate-interests}\n  ads:')),
    ).toEqual([]);
  });
});

describe('an item', () => {
  it.each([
    ['{purposes: [menu, ads]}', 'purpose-added contact_field:email ads'],
    ['{purposes: [ads]}', 'purpose-added contact_field:email ads|purpose-dropped contact_field:email menu'],
    ['{purposes: [menu], retention: P36M}', 'retention-longer contact_field:email P24M P36M'],
    [
      '{purposes: [menu], recipients: [agency]}',
      'recipient-added contact_field:email agency|recipient-dropped contact_field:email mailhost',
    ],
    ['{purposes: [menu], recipients: [mailhost]}', ''],
    ['{purposes: [menu], legal_basis: contract}', 'basis-weaker contact_field:email consent contract'],
    ['{purposes: [menu], special: {categories: [health]}}', 'special-added contact_field:email health'],
    ['{purposes: [menu], not_special: Only sounds like it to a machine}', 'not-special contact_field:email'],
    ['{personal: false, reason: Says nothing of anybody at all}', 'not-personal contact_field:email'],
    ['{purposes: [menu], status: retired}', 'data-gone contact_field:email'],
    ['{purposes: [menu], why: A better sentence of why, note: x}', ''],
  ])('becomes %s', (value, changes) => {
    expect(told(PLAIN, field(value))).toEqual(changes === '' ? [] : changes.split('|'));
  });

  it('that was planned, or about nobody, is new when it is in use', () => {
    for (const before of ['{purposes: [menu], status: planned}', '{personal: false, reason: Says nothing of anybody at all}'])
      expect(told(field(before), PLAIN)).toEqual(['new-data contact_field:email menu']);
  });

  it('that was undecided is decided: what for is told', () => {
    expect(told(field('{purposes: []}'), PLAIN)).toEqual(['decided contact_field:email menu']);
    expect(told(field('{}'), PLAIN)).toEqual(['decided contact_field:email menu']);
    expect(told(field('{}'), field('{purposes: []}'))).toEqual([]);
    const form = (value: string): string => `${MENU}}${OTHER}forms: {Newsletter: {purposes: ${value}, fields: {email: {}}}}`;
    expect(told(form('[]'), form('[ads]'))).toEqual(['decided form:Newsletter ads']);
    const letter = (value: string): string => `${MENU}}${OTHER}emails: {December: {purposes: ${value}}}`;
    expect(told(letter('[]'), letter('[menu]'))).toEqual([]);
  });

  it('is rated as the strictest of its purposes says, where it says nothing itself', () => {
    const rated = (purposes: string, stage: string): string =>
      `purposes: {menu: {use: email-marketing, legal_basis: consent}, ${purposes}}\nstages: {Regular: {purposes: [menu, loyalty]${stage}}}`;
    const [simple, extensive] = ['simple', 'extensive'].map(profiling => `loyalty: {use: lead-scoring, profiling: ${profiling}}`);
    expect(told(rated(simple ?? '', ''), rated(simple ?? '', ', profiling: simple'))).toEqual([]);
    expect(told(rated(extensive ?? '', ', profiling: simple'), rated(extensive ?? '', ''))).toEqual([
      'profiling-raised stage:Regular simple extensive',
    ]);
    expect(told(rated(simple ?? '', ''), rated(simple ?? '', ', profiling: none'))).toEqual([
      'profiling-lowered stage:Regular simple none',
    ]);
  });

  it.each([
    ['{period: P24M, from: collected}', 'from: last-action', ['clock-changed contact_field:email collected last-action']],
    ['{period: P24M, then: review}', 'from: last-action', []],
    ['P24M', 'from: last-action', []],
    ['P3M', 'from: last-action', ['retention-longer contact_field:email P3M P24M']],
    ['P3M', 'criteria', ['retention-longer contact_field:email P3M until the season after the next one ends']],
    ['P3M', 'nothing', ['retention-longer contact_field:email P3M']],
  ])('with retention %s, taken back, is kept as its purposes say: %s', (retention, how, changes) => {
    const menu = how === 'criteria' ? MENU.replace('period: P24M', 'criteria: until the season after the next one ends') : MENU;
    const purposes = how === 'nothing' ? menu.replace(/, retention: [^}]*\}/u, '') : menu;
    const at = (value: string): string => `${purposes}}${OTHER}contact_fields: {email: {purposes: [menu]${value}}}`;
    expect(told(at(`, retention: ${retention}`), at(''))).toEqual(changes);
  });

  it('loses a purpose or a recipient that is gone by its name', () => {
    const named = PLAIN.replace('use: ad-audiences', 'title: Ads on other sites, use: ad-audiences');
    const before = `${named.replace('[menu]', '[menu, ads], recipients: [mailhost, agency]')}\nrecipients: {agency: {name: Agency in Turin}}`;
    const names = changesFrom(before, `${MENU}}\n${EMAIL}`).flatMap(({ values = [] }) => values.map(({ name }) => name));
    expect(names).toEqual(['Ads on other sites', 'Agency in Turin']);
  });

  it('that a pattern stands for, before or now, is no other item', () => {
    const tags = (keys: string): string => `${MENU}}${OTHER}tags: {${keys}}`;
    const exact = tags('evt-2026: {purposes: [menu]}');
    const glob = tags('"evt-*": {purposes: [menu]}');
    expect([told(exact, glob), told(glob, exact)]).toEqual([[], []]);
    expect(told(glob, tags('evt-2026: {purposes: [menu, ads]}'))).toEqual(['purpose-added tag:evt-2026 ads']);
  });

  it('that only sends or shows comes and goes without a word', () => {
    expect(told(PLAIN, `${PLAIN}\nemails: {December: {purposes: [menu]}}\npages: {menu: {purposes: [menu]}}`)).toEqual([]);
    expect(told(PLAIN, `${PLAIN}\nwebhooks: {Bookings: {purposes: [menu]}}`)).toEqual(['new-item webhook:Bookings menu']);
  });
});

describe('recipients, tracking, exceptions', () => {
  const recipient = (country: string): string =>
    `${PLAIN}\nrecipients: {mailhost: {name: Mail relay, role: processor, country: ${country}}}`;
  const website = (value: string): string => `${PLAIN}\ntracking: {website: ${value}}`;
  const waiver = (until: string): string => `${PLAIN}\nwaivers: [{rule: no-owner, item: tag:x, until: ${until}}]`;

  it.each([
    [PLAIN, recipient('US'), 'new-recipient recipient:mailhost US'],
    [recipient('IT'), recipient('US'), 'recipient-abroad recipient:mailhost IT US'],
    [recipient('IT'), recipient('NO'), ''],
    [recipient('US'), PLAIN, 'recipient-gone recipient:mailhost'],
    [PLAIN, website('{purposes: [menu]}'), 'tracking-added tracking:website menu'],
    [website('{purposes: [menu]}'), PLAIN, 'tracking-gone tracking:website'],
    [website('{purposes: [menu], gate: consent-tool}'), website('{purposes: [menu]}'), 'gate-opened tracking:website consent-tool'],
    [website('{purposes: [menu]}'), website('{purposes: [menu, ads]}'), 'purpose-added tracking:website ads'],
    [
      website('{cookies: {a: {lifetime: session}}}'),
      website('{cookies: {a: {lifetime: P1Y}, b: {}}}'),
      'cookie-added tracking:website b|cookie-longer tracking:website a session P1Y',
    ],
    [
      `${PLAIN}\ntracking: {email_opens: {mode: off}}`,
      `${PLAIN}\ntracking: {email_opens: {mode: aggregate}}`,
      'tracking-added tracking:email_opens',
    ],
    [
      `${PLAIN}\ntracking: {email_opens: {mode: aggregate}}`,
      `${PLAIN}\ntracking: {email_opens: {mode: individual}}`,
      'tracking-raised tracking:email_opens aggregate individual',
    ],
    [PLAIN, waiver('2027-01-01'), 'waiver-added waiver:no-owner/tag:x no-owner 2027-01-01'],
    [waiver('2027-01-01'), waiver('2027-06-01'), 'waiver-longer waiver:no-owner/tag:x no-owner 2027-01-01 2027-06-01'],
    [waiver('2027-06-01'), waiver('2027-01-01'), ''],
    [waiver('2027-06-01'), PLAIN, 'waiver-gone waiver:no-owner/tag:x no-owner'],
    [PLAIN, `${PLAIN}\nbudget: {tags: 5}`, ''],
    [`${PLAIN}\nbudget: {tags: 5}`, `${PLAIN}\nbudget: {tags: 6}`, 'budget-raised budget:tags 5 6'],
    [`${PLAIN}\nbudget: {tags: 5}`, `${PLAIN}\nbudget: {tags: 4}`, 'budget-lowered budget:tags 5 4'],
    [`${PLAIN}\nbudget: {tags: 5}`, PLAIN, 'budget-raised budget:tags 5'],
  ])('%#', (before, after, changes) => {
    expect(told(before, after)).toEqual(changes === '' ? [] : changes.split('|'));
  });
});

describe('laws', () => {
  const lines = [
    '  a: {purposes: [menu, ads]}',
    '  b: {purposes: [ads], special: {categories: [health]}}',
    '  c: {personal: false, reason: Nothing about anybody}',
    '  d: {purposes: [menu], retention: P1Y}',
    '  e: {purposes: []}',
  ];
  const some = fc.subarray(lines, { minLength: 1 });
  const policy = (fields: readonly string[]): string => `${MENU}}${OTHER}contact_fields:\n${fields.join('\n')}`;
  const side = (files: readonly string[], tail = '') =>
    sideOf(
      {
        declarations: buildDeclarations(files.map((text, index) => ({ path: `${index}${tail}.yaml`, text: `version: 1\n${text}` }))),
        snapshot: null,
        baseline: null,
      },
      '2026-11-25',
    );

  it('nothing changes between a policy and itself, however it is split into files', () => {
    fc.assert(
      fc.property(some, fc.integer({ min: 0, max: 5 }), (fields, at) => {
        const head = `${MENU}}${OTHER}`;
        const parts = [fields.slice(0, at), fields.slice(at)]
          .filter(part => part.length > 0)
          .map(part => `contact_fields:\n${part.join('\n')}`);
        expect(changesBetween(side([policy(fields)]), side([...parts, head]))).toEqual([]);
        expect(changesBetween(side([head, ...parts].reverse(), 'x'), side([policy(fields)]))).toEqual([]);
      }),
    );
  });

  it('what came one way goes the other way, and the order is that of the lists', () => {
    const rank = new Map<string, number>([...MORE, ...LESS].map((kind, index) => [kind, index]));
    fc.assert(
      fc.property(some, some, (before, after) => {
        const forth = changesFrom(policy(before), policy(after));
        const back = changesFrom(policy(after), policy(before));
        const of = (changes: typeof forth, kind: string): string[] =>
          changes.filter(change => change.kind === kind).map(({ subject }) => subject);
        expect(of(forth, 'new-data')).toEqual(of(back, 'data-gone'));
        const ranks = forth.map(({ kind }) => rank.get(kind) ?? -1);
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
      }),
    );
  });
});
