import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AddressReason, BadAddress, parseBase, urlOf } from '../../../src/mautic/client/address.js';
import { addressText } from '../../../src/mautic/client/address-words.js';

describe('the address of a Mautic', () => {
  it.each([
    ['https://h.example', 'https://h.example', '', false, 'h.example'],
    [' HTTPS://H.Example/ ', 'https://h.example', '', false, 'h.example'],
    ['https://h.example/crm/', 'https://h.example', '/crm', false, 'h.example'],
    ['https://h.example//crm//mautic', 'https://h.example', '/crm/mautic', false, 'h.example'],
    ['https://h.example/index.php', 'https://h.example', '', true, 'h.example'],
    ['https://h.example/crm/index.php', 'https://h.example', '/crm', true, 'h.example'],
    ['https://h.example/index.php/s/dashboard', 'https://h.example', '', true, 'h.example'],
    ['https://h.example/crm/s/dashboard', 'https://h.example', '/crm', false, 'h.example'],
    ['https://h.example/s/contacts#top', 'https://h.example', '', false, 'h.example'],
    ['https://h.example/api', 'https://h.example', '', false, 'h.example'],
    ['https://h.example/crm/api/tags', 'https://h.example', '/crm', false, 'h.example'],
    ['https://h.example:443/', 'https://h.example', '', false, 'h.example'],
    ['https://h.example:8443', 'https://h.example:8443', '', false, 'h.example:8443'],
    ['https://müsli.example/crm', 'https://xn--msli-0ra.example', '/crm', false, 'xn--msli-0ra.example'],
  ])('%s', (text, origin, folder, index, host) => {
    expect(parseBase(text)).toEqual({ origin, folder, index, host, loopback: false });
  });

  it.each(['http://localhost:8080/crm', 'http://127.0.0.1', 'http://127.9.9.9:1', 'http://[::1]:8080', 'https://localhost'])(
    '%s is this computer',
    text => {
      expect(parseBase(text).loopback).toBe(true);
    },
  );

  it.each<[string, AddressReason]>([
    ['', 'no-url'],
    ['mautic.example', 'no-url'],
    ['mautic.example:8080/x', 'no-url'],
    ['localhost:8080', 'no-url'],
    ['ftp://h.example', 'no-url'],
    ['https://', 'no-url'],
    ['https://h.example:99999', 'no-url'],
    ['http://h.example', 'plain-http'],
    ['http://localhost.h.example', 'plain-http'],
    ['http://127.0.0.1.h.example', 'plain-http'],
    ['http://10.0.0.1', 'plain-http'],
    ['https://ann:hidden-1@h.example', 'with-login'],
    ['http://ann@h.example', 'with-login'],
    ['https://h.example/api/tags?access_token=hidden-1', 'with-query'],
  ])('%s is refused', (text, reason) => {
    const bad = caught(() => parseBase(text));
    expect(bad).toBeInstanceOf(BadAddress);
    expect(bad).toMatchObject({ reason, message: `unusable address of Mautic: ${reason}` });
  });

  it('has words for what is wrong', () => {
    expect(addressText('plain-http', 'en')).toContain('https://');
    expect(addressText('with-login', 'it')).toContain('MAUTIC_PASSWORD');
  });
});

describe('the address of a request', () => {
  const plain = parseBase('https://h.example');
  const folder = parseBase('https://h.example/crm/index.php');

  it.each([
    [plain, '/api/tags?start=0&limit=2', 'https://h.example/api/tags?start=0&limit=2'],
    [plain, '/api/tags/', 'https://h.example/api/tags'],
    [plain, '//api//tags//?a=/&b=?/', 'https://h.example/api/tags?a=/&b=?/'],
    [plain, '/oauth/v2/token', 'https://h.example/oauth/v2/token'],
    [folder, '/api/tags?x=1', 'https://h.example/crm/index.php/api/tags?x=1'],
    [folder, '/oauth/v2/token', 'https://h.example/crm/index.php/oauth/v2/token'],
  ])('%o %s', (base, path, url) => {
    expect(urlOf(base, path)).toBe(url);
  });

  it('is refused for a path that could change the host', () => {
    for (const path of ['@evil.example/api', '.evil.example', ':1/api', 'https://evil.example', ''])
      expect(() => urlOf(plain, path)).toThrow(RangeError);
  });

  it('never leaves the host, whatever the path', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), rest => {
        const url = new URL(urlOf(plain, `/${rest}`));
        expect(url.origin).toBe('https://h.example');
        expect(url.username + url.password).toBe('');
      }),
    );
  });
});

function caught(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}
