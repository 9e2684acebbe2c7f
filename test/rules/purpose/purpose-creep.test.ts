import { describe, expect, it } from 'vitest';
import rule from '../../../rules/purpose/purpose-creep.js';
import type { Example } from '../../../src/lint/rule.js';
import type { Item } from '../../../src/mautic/snapshot.js';
import { renderMessage } from '../../../src/output/message.js';
import { plainText } from '../../../src/output/parts.js';
import { findingsOf, lintExample, subjectsOf } from '../examples.js';

const NOTICE = 'notices: {site: {url: "https://aurora.example/privacy", version: "1", date: 2026-03-01}}\n';
const MENU =
  '  menu: {use: email-marketing, title: Monthly menu, legal_basis: consent, retention: {period: P24M, from: last-action}, recipients: [mailhost]}\n';
const ADS = '  ads: {use: ad-audiences, title: Ads, legal_basis: consent}\n';
const EMAIL = 'contact_fields: {email: {purposes: [menu]}}\n';
const BEFORE = `${NOTICE}purposes:\n${MENU}${EMAIL}`;
const WIDER = BEFORE.replace(EMAIL, `${ADS}${EMAIL.replace('[menu]', '[menu, ads]')}`);
const ITEM: Item = { kind: 'contact_field', id: 6, key: 'email', title: 'E-mail', published: true };

type Now = Omit<Partial<Example>, 'finds'>;
const compared = (before: string, now: string, more: Now = {}): Example => ({
  base: { declarations: before },
  declarations: now,
  items: [ITEM],
  finds: [],
  ...more,
});
const found = (before: string, now: string, more: Now = {}): string[] => subjectsOf(rule, compared(before, now, more));

function message(before: string, now: string, language: 'en' | 'it' = 'en'): string {
  const [finding] = findingsOf(rule, compared(before, now));
  return finding === undefined ? '' : plainText(renderMessage(rule.text[language], finding.data, language));
}

describe('a new way', () => {
  it('is another purpose of the same field', () => {
    expect(found(BEFORE, WIDER)).toEqual(['contact_field:email']);
    expect(message(BEFORE, WIDER)).toContain("use 'E-mail (email)' in a new way: for 'Ads'. People have to be told first.");
  });

  it('is another recipient, a longer time, a weaker basis of the purpose, told once', () => {
    const now = BEFORE.replace('[mailhost]', '[mailhost, agency]').replace('P24M', 'P36M').replace('consent', 'legitimate-interests');
    expect(found(BEFORE, now)).toEqual(['purpose:menu']);
    expect(message(BEFORE, now)).toContain(
      "use the data for 'Monthly menu' in a new way: handing it to 'agency', keeping it for 36 months instead of 24 months and on another legal basis (legitimate interest).",
    );
    expect(message(BEFORE, now, 'it')).toContain(
      "usare i dati per «Monthly menu» in un modo nuovo: con una comunicazione a «agency», con una conservazione di 36 mesi invece di 24 mesi e su un'altra base giuridica (legittimo interesse).",
    );
  });

  it('is what a field says apart from its purposes, and no end at all', () => {
    expect(found(BEFORE, BEFORE.replace('{purposes: [menu]}', '{purposes: [menu], recipients: [mailhost, agency]}'))).toEqual([
      'contact_field:email',
    ]);
    const endless = BEFORE.replace('period: P24M', 'criteria: for as long as somebody finds it useful');
    expect(message(BEFORE, endless)).toContain('new way: keeping it without a fixed end.');
  });

  it('is another purpose of tracking', () => {
    const tracked = (purposes: string): string => `${BEFORE.replace(EMAIL, ADS)}tracking: {website: {purposes: ${purposes}}}`;
    expect(message(tracked('[menu]'), tracked('[menu, ads]'))).toContain("use what tracking.website records in a new way: for 'Ads'");
  });

  it('is a pattern for more, in the place of an entry of its own; not where it holds nobody', () => {
    const tags = (entries: string): string => `${BEFORE.replace(EMAIL, ADS)}tags: {${entries}}`;
    const before = tags('evt-2026: {purposes: [menu], retention: P1M}');
    const now = tags('"evt-*": {purposes: [menu, ads], retention: P3M}');
    const items: Item[] = [
      { kind: 'tag', id: 1, key: 'evt-2025' },
      { kind: 'tag', id: 2, key: 'evt-2026' },
    ];
    expect(found(before, now, { items })).toEqual(['tag:evt-2026']);
    const [finding] = findingsOf(rule, compared(before, now, { items }));
    expect(finding?.place).toMatchObject({ path: ['tags', 'evt-*', 'purposes'] });
    expect(finding?.data).toMatchObject({ new_purposes: ['Ads'], limit: 'P1M', period: 'P3M' });
    const counts = (n: number) => items.map(({ key }) => ({ of: `tag:${key}`, how: 'people', n: key === 'evt-2026' ? n : 9 }) as const);
    expect(found(before, now, { items, counts: counts(0) })).toEqual([]);
    expect(found(before, now, { items, counts: counts(1) })).toEqual(['tag:evt-2026']);
  });

  it('is placed at the key that was changed', () => {
    const [finding] = findingsOf(rule, compared(BEFORE, WIDER));
    expect(finding?.place).toMatchObject({ path: ['contact_fields', 'email', 'purposes'], at: 'value' });
  });
});

describe('is fine', () => {
  it.each([
    ['a new version of the notice', WIDER.replace('version: "1"', 'version: "2"')],
    [
      'a new notice that the new purpose names',
      WIDER.replace('notices: {', 'notices: {ads: {url: "https://aurora.example/ads", date: 2026-11-01}, ').replace(
        'use: ad-audiences',
        'use: ad-audiences, notice: ads',
      ),
    ],
    [
      'a compatibility note at the new purpose',
      WIDER.replace('use: ad-audiences', 'use: ad-audiences, compatibility: The same people see the same menu'),
    ],
    ['a shorter time', BEFORE.replace('P24M', 'P12M')],
    ['fewer recipients', BEFORE.replace('[mailhost]', '[]')],
    ['another name of the purpose', BEFORE.replace('  menu: {', '  letters: {renamed_from: menu, ').replace('[menu]', '[letters]')],
    ['a new field', BEFORE.replace('{email:', '{shoe_size: {purposes: [menu]}, email:')],
    ['other words', BEFORE.replace('title: Monthly menu', 'title: Menu of the month, description: Sent once a month')],
  ])('%s', (_, now) => {
    expect(found(BEFORE, now)).toEqual([]);
  });

  it('a notice that has only its day, which is later now', () => {
    const dated = (text: string): string => text.replace('version: "1", ', '');
    expect(found(dated(BEFORE), dated(WIDER))).toEqual(['contact_field:email']);
    expect(found(dated(BEFORE), dated(WIDER).replace('2026-03-01', '2026-11-01'))).toEqual([]);
    // A version that stayed as it was is no new one, whatever its day says.
    expect(found(BEFORE, WIDER.replace('2026-03-01', '2026-11-01'))).toEqual(['contact_field:email']);
  });

  it('legitimate interest that becomes consent', () => {
    const interest = BEFORE.replace('consent', 'legitimate-interests');
    expect(found(interest, BEFORE)).toEqual([]);
    expect(found(BEFORE, interest)).toEqual(['purpose:menu']);
  });

  it('data that nobody has given yet; what was not counted may be there', () => {
    expect(found(BEFORE, WIDER, { counts: [{ of: 'contact_field:email', how: 'filled', n: 0 }] })).toEqual([]);
    expect(found(BEFORE, WIDER, { counts: [{ of: 'contact_field:email', how: 'filled', n: '<5' }] })).toEqual(['contact_field:email']);
  });

  it('a purpose that no data served, a decision at last, a field that was planned, the first declaration', () => {
    const unused = `${NOTICE}purposes:\n${MENU}`;
    expect(found(unused, unused.replace('P24M', 'P36M'))).toEqual([]);
    expect(found(BEFORE.replace('[menu]', '[]'), WIDER)).toEqual([]);
    expect(found(BEFORE.replace('{purposes: [menu]}', '{purposes: [menu], status: planned}'), WIDER)).toEqual([]);
    expect(found('', WIDER)).toEqual([]);
  });

  it('criteria in other words: nobody can tell which are longer', () => {
    const words = (text: string): string => BEFORE.replace('period: P24M', `criteria: ${text}`);
    expect(
      found(words('until the season ends, and the report is written'), words('until the season is over and its report is written')),
    ).toEqual([]);
  });
});

it('old notes and half of the new ones do not count', () => {
  const noted = (text: string): string =>
    text.replace('use: email-marketing', 'use: email-marketing, compatibility: Written long ago, for something else');
  expect(found(noted(BEFORE), noted(BEFORE).replace('P24M', 'P36M'))).toEqual(['purpose:menu']);
  const two = WIDER.replace(
    ADS,
    `${ADS.replace('use:', 'compatibility: The same menu, use:')}  survey: {use: survey-feedback, legal_basis: consent}\n`,
  ).replace('[menu, ads]', '[menu, ads, survey]');
  expect(found(BEFORE, two)).toEqual(['contact_field:email']);
});

it('runs without a snapshot, and not without a time to compare with', () => {
  const { findings } = lintExample(compared(BEFORE, WIDER), 'recommended', false);
  expect(findings.filter(({ rule: id }) => id === rule.id)).toHaveLength(1);
  const { notRun } = lintExample({ declarations: WIDER, finds: [] });
  expect(notRun.filter(({ rule: id }) => id === rule.id)).toEqual([{ rule: rule.id, of: 'base', why: ['no-base'] }]);
});
