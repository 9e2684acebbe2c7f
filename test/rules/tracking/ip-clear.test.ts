import { expect, it } from 'vitest';
import rule from '../../../rules/tracking/ip-clear.js';
import { EXAMPLE_FILE, findingsOf, unstatedIn } from '../examples.js';

const find = (settings: string, preset: 'recommended' | 'strict' = 'recommended') =>
  findingsOf(rule, { declarations: `instance: {settings: {${settings}}}` }, preset);

it('says what is kept, at the setting', () => {
  expect(find('hosted: x, anonymize_ip: false')).toMatchObject([
    {
      subject: 'instance',
      severity: 'warn',
      place: { file: EXAMPLE_FILE, path: ['instance', 'settings', 'anonymize_ip'], at: 'value' },
      data: { what: ['anonymize_ip'] },
    },
  ]);
  expect(find('anonymize_ip: false', 'strict')).toMatchObject([{ severity: 'error' }]);
});

it.each([
  ['track_contact_by_ip: true', ['track_contact_by_ip'], 'error'],
  ['track_by_fingerprint: true', ['track_by_fingerprint'], 'error'],
  ['ip_lookup_create_organization: true', ['ip_lookup_create_organization'], 'warn'],
  ['anonymize_ip: true, track_contact_by_ip: true', ['track_contact_by_ip'], 'error'],
])('%s', (settings, what, severity) => {
  expect(find(settings)).toMatchObject([{ data: { what }, severity }]);
});

it('is one finding for all of them, at the worst', () => {
  expect(find('anonymize_ip: false, ip_lookup_create_organization: true, track_by_fingerprint: true')).toMatchObject([
    {
      data: { what: ['anonymize_ip', 'track_by_fingerprint', 'ip_lookup_create_organization'] },
      severity: 'error',
      place: { path: ['instance', 'settings', 'track_by_fingerprint'] },
    },
  ]);
});

it.each([
  ['anonymize_ip: true, track_contact_by_ip: false, track_by_fingerprint: false, ip_lookup_create_organization: false'],
  ['track_by_tracking_url: true'],
  [''],
])('has nothing to say of %j: what is not stated is not known', settings => {
  expect(find(settings)).toEqual([]);
});

it('says that it does not know of addresses, where there are purposes and nobody has stated it', () => {
  const news = 'purposes: {news: {use: email-marketing}}\n';
  expect(unstatedIn(rule, { declarations: news })).toEqual(['setting.anonymize_ip']);
  expect(unstatedIn(rule, { declarations: `${news}instance: {settings: {anonymize_ip: true}}` })).toEqual([]);
  expect(unstatedIn(rule, { declarations: '' })).toEqual([]);
});
