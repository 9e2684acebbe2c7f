import { describe, expect, it } from 'vitest';
import rule from '../../../rules/tracking/cookie-lifetime.js';
import type { FindingData } from '../../../src/finding.js';
import type { Item } from '../../../src/mautic/snapshot.js';
import { renderMessage } from '../../../src/output/message.js';
import { plainText } from '../../../src/output/parts.js';
import { EXAMPLE_FILE, findingsOf } from '../examples.js';

const ALL = {
  mautic_device_id: '{lifetime: P12M, local_storage: cleared by the consent tool}',
  mtc_id: '{lifetime: session, local_storage: cleared by the consent tool}',
  mautic_referer_id: '{lifetime: PT30M}',
};

/** The cookies of Mautic as they are, with others in their place or beside them. */
function website(own: Readonly<Record<string, string | undefined>>): string {
  const cookies = Object.entries({ ...ALL, ...own }).flatMap(([name, value]) => (value === undefined ? [] : [`      ${name}: ${value}\n`]));
  return `tracking:\n  website:\n    purposes: [visits]\n    cookies:\n${cookies.join('')}`;
}
const find = (own: Readonly<Record<string, string | undefined>>, items: readonly Item[] = []) =>
  findingsOf(rule, { declarations: website(own), items }).map(({ data }) => [data.key, data.live, data.declared]);

describe('cookie-lifetime', () => {
  it('says where the wrong time stands', () => {
    const declarations = website({ mautic_device_id: '{lifetime: P6M}' });
    expect(findingsOf(rule, { declarations, finds: [] })).toMatchObject([
      {
        subject: 'tracking:website',
        severity: 'warn',
        place: { file: EXAMPLE_FILE, path: ['tracking', 'website', 'cookies', 'mautic_device_id', 'lifetime'], at: 'value' },
        data: { key: 'mautic_device_id', live: 'unlimited', declared: 'P6M' },
        key: 'mautic_device_id',
      },
    ]);
    expect(findingsOf(rule, { declarations, finds: [] }, 'strict')[0]?.severity).toBe('error');
  });

  it.each([
    ['mautic_device_id', '{lifetime: P365D, local_storage: cleared by us}', undefined],
    ['mautic_device_id', '{lifetime: P52W, local_storage: cleared by us}', undefined],
    ['mautic_device_id', '{lifetime: P6M, local_storage: cleared by our own script}', undefined],
    ['mautic_device_id', '{lifetime: P12M, local_storage: " "}', 'unlimited'],
    ['mautic_device_id', '{lifetime: P12M}', 'unlimited'],
    ['mautic_device_id', '{lifetime: session}', 'unlimited'],
    ['mautic_device_id', '{lifetime: P13M, local_storage: cleared by us}', 'P12M'],
    ['mautic_device_id', '{lifetime: soon}', undefined],
    ['mautic_device_id', '{}', undefined],
    ['mtc_id', '{lifetime: session}', 'unlimited'],
    ['mtc_id', '{lifetime: P1D, local_storage: cleared by us}', 'session'],
    ['mautic_referer_id', '{lifetime: session}', 'PT30M'],
    ['mautic_referer_id', '{lifetime: PT31M}', 'PT30M'],
    ['mautic_focus_3', '{lifetime: P6M}', 'unlimited'],
    ['mautic_focus_3', '{lifetime: P6M, local_storage: our script deletes it}', undefined],
    ['_pk_id', '{lifetime: P13M}', undefined],
    ['_pk_id', '{lifetime: session}', undefined],
  ])('%s declared as %s', (name, declared, live) => {
    expect(find({ [name]: declared }).map(([key, is]) => [key, is])).toEqual(live === undefined ? [] : [[name, live]]);
  });

  it('says of any cookie that it stays longer than the yardstick', () => {
    expect(find({ _pk_id: '{lifetime: P14M}' })).toEqual([['_pk_id', 'P14M', 'same-but-long']]);
    const [found] = findingsOf(rule, { declarations: website({ _pk_id: '{lifetime: P14M}' }), finds: [] });
    expect(found?.data).toMatchObject({ authority: 'CNIL', limit: 'P13M' });
  });

  it('misses what Mautic leaves on devices: of focus items, where one is live', () => {
    const missing = { mautic_device_id: undefined, mtc_id: undefined, mautic_referer_id: undefined };
    const expected = [
      ['mautic_device_id', 'unlimited', null],
      ['mtc_id', 'unlimited', null],
      ['mautic_referer_id', 'PT30M', null],
    ];
    expect(find(missing)).toEqual(expected);
    const bar: Item = { kind: 'focus_item', id: 3, key: 'Bar', published: true };
    expect(find(missing, [bar])).toEqual([...expected, ['mautic_focus_*', 'unlimited', null]]);
    expect(find(missing, [{ ...bar, published: false }])).toEqual(expected);
    expect(find({ mautic_focus_3: '{lifetime: P6M, local_storage: our script deletes it}' }, [bar])).toEqual([]);
    const [first] = findingsOf(rule, { declarations: 'tracking: {website: {purposes: [visits]}}', finds: [] });
    expect(first?.place).toEqual({ file: EXAMPLE_FILE, path: ['tracking', 'website'], at: 'key' });
  });

  it('asks what clears a copy that stays, for which no lifetime can be written', () => {
    const steps = (own: Readonly<Record<string, string | undefined>>) =>
      findingsOf(rule, { declarations: website(own) }).map(({ data }) => data.detail);
    expect(steps({ mautic_device_id: '{lifetime: P12M}', mtc_id: undefined })).toEqual(['copy', 'copy']);
    expect(steps({ mautic_device_id: '{lifetime: P13M, local_storage: cleared by us}', mautic_referer_id: undefined })).toEqual([
      'cookie',
      'cookie',
    ]);
  });

  it('says nothing where no website is tracked', () => {
    expect(findingsOf(rule, { declarations: 'tracking: {email_opens: {mode: off}}', finds: [] })).toEqual([]);
  });

  it('puts lifetimes into words', () => {
    const said = (data: FindingData, language: 'en' | 'it') => plainText(renderMessage(rule.text[language], data, language));
    const long = { key: '_pk_id', live: 'P14M', declared: 'same-but-long', authority: 'CNIL', limit: 'P13M' };
    expect(said({ key: 'mtc_id', live: 'unlimited', declared: 'session' }, 'en')).toMatch(
      /^'mtc_id' stays on people's devices for an unlimited time; the declaration says a browser session\. /u,
    );
    expect(said(long, 'it')).toMatch(
      /resta sui dispositivi delle persone per 14 mesi; dichiarato: lo stesso, ma il valore di riferimento \(CNIL\) è 13 mesi\. /u,
    );
    expect(said({ key: 'mtc_id', live: 'session', declared: 'P12M', detail: 'cookie' }, 'en')).toContain('Correct lifetime and the notice');
    expect(said({ key: 'mtc_id', live: 'unlimited', declared: null }, 'it')).toContain('; dichiarato: nulla.');
  });
});
