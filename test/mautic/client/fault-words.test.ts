import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../src/finding.js';
import { faultText } from '../../../src/mautic/client/fault-words.js';
import { type FaultCode, type FaultData, isFatal } from '../../../src/mautic/client/faults.js';

/** Every fault with every reason that has a sentence of its own, what it carries, and what its sentence has to name. */
const ALL: readonly (readonly [FaultCode, readonly string[], FaultData, RegExp])[] = [
  ['login-wrong', ['wrong', 'weak', 'header'], { status: 401 }, /MAUTIC_USER.*MAUTIC_PASSWORD/u],
  ['client-wrong', [''], { status: 400 }, /API Credentials.*MAUTIC_CLIENT_ID/u],
  ['client-grant', [''], { status: 400 }, /client_credentials.*API Credentials/u],
  ['token-refused', ['token'], { status: 401 }, /API Credentials.*Settings > Roles/u],
  ['token-refused', ['header'], { status: 401 }, /`Authorization`/u],
  ['api-off', [''], { status: 403 }, /Configuration > API Settings > .API enabled\?/u],
  ['basic-off', [''], { status: 403 }, /API Settings > .Enable HTTP basic auth\?/u],
  ['redirect-elsewhere', ['host'], { status: 301, to: 'other.example' }, /other\.example.*`mautic\.url`.*`site_url`/u],
  ['redirect-elsewhere', ['path', 'scheme', 'nowhere'], { status: 301, to: 'h.example' }, /`mautic\.url`/u],
  ['login-page', [''], { status: 200 }, /`mautic\.url`/u],
  ['not-mautic', ['address'], { status: 404 }, /\/index\.php/u],
  ['not-mautic', ['front-login'], { status: 401 }, /`\/api`/u],
  ['not-installed', [''], { status: 302 }, /local\.php/u],
  ['certificate', ['self-signed', 'unknown-issuer', 'other'], {}, /NODE_EXTRA_CA_CERTS/u],
  ['certificate', ['expired', 'wrong-host'], {}, /certifica/u],
  ['unreachable', ['dns', 'refused', 'network'], {}, /h\.example/u],
  ['proxy', ['away'], { proxy: 'p.example:3128' }, /p\.example:3128.*HTTPS_PROXY.*NO_PROXY/u],
  ['proxy', ['refused'], { proxy: 'p.example:3128', status: 403 }, /p\.example:3128.*403.*NO_PROXY/u],
  ['proxy', ['login'], { proxy: 'p.example:3128', status: 407 }, /p\.example:3128.*HTTPS_PROXY/u],
  ['proxy', ['address'], {}, /HTTPS_PROXY.*NO_PROXY/u],
  ['php-version', [''], { status: 500 }, /PHP/u],
  ['stopped', [''], {}, /h\.example/u],
  ['rate-limit', ['known', 'unknown'], { status: 429, seconds: 1800, minutes: 30 }, /api_rate_limiter_limit/u],
  ['timeout', [''], { seconds: 60 }, /60 s/u],
  ['broken', ['connection', 'json'], {}, /prox/u],
  ['too-large', [''], { megabytes: 64 }, /64 MB/u],
  ['html-in-front', ['around', 'instead'], { status: 200 }, /`display_errors`.*System Info/u],
  ['html-error', ['server'], { status: 500 }, /500.*System Info/u],
  ['html-error', ['refused'], { status: 403 }, /403.*purposelint/u],
  ['empty', [''], { status: 200 }, /200.*memory_limit/u],
];
const CASES = ALL.flatMap(([code, reasons, data, names]) =>
  reasons.map(reason => [code, reason, { host: 'h.example', ...data, ...(reason === '' ? {} : { reason }) }, names] as const),
);

describe('the words of a fault', () => {
  it.each(CASES)('%s %s', (code, _, data, names) => {
    const texts = LANGUAGES.map(language => faultText({ code, data }, language));
    for (const text of texts) {
      expect(text).toMatch(names);
      expect(text).toContain('h.example');
      expect(text).not.toMatch(/[{}?]{2}|\{|\n|compliant|illegal/u);
      expect(text).toMatch(/\.$/u);
    }
    expect(new Set(texts).size).toBe(2);
  });

  it('differ for every code and reason that asks for another step', () => {
    const texts = CASES.map(([code, , data]) => faultText({ code, data }, 'en'));
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('have no place for what a server could make up', () => {
    const data = { host: 'h.example', to: 'a\u001b[31m`<b>::%0A\nb', status: 301, reason: 'host' };
    expect(faultText({ code: 'redirect-elsewhere', data }, 'en')).toContain('on to a?[31m??b?::?0A?b, which');
    expect(faultText({ code: 'empty', data: { host: 'h.example', reason: '__proto__' } }, 'it')).toContain('(?)');
  });

  it('end everything, or one request', () => {
    expect(ALL.filter(([code]) => !isFatal(code)).map(([code]) => code)).toEqual([
      'rate-limit',
      'timeout',
      'broken',
      'too-large',
      'html-in-front',
      'html-error',
      'html-error',
      'empty',
    ]);
  });
});
