import { readFileSync } from 'node:fs';
import { createServer as createPlainServer } from 'node:http';
import { createServer } from 'node:https';
import { describe, expect, it } from 'vitest';
import { parseBase } from '../../../src/mautic/client/address.js';
import { connect } from '../../../src/mautic/client/client.js';
import { faultOfError } from '../../../src/mautic/client/transport-errors.js';
import { BASIC, brief, english, listen, NOW, server, session } from './server.js';

const failed = (cause: unknown): TypeError => new TypeError('fetch failed', { cause });

describe('errors of the network', () => {
  it.each([
    ['CERT_HAS_EXPIRED', 'certificate/expired'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate/self-signed'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'certificate/unknown-issuer'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate/unknown-issuer'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'certificate/unknown-issuer'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate/wrong-host'],
    ['CERT_NOT_YET_VALID', 'certificate/other'],
    ['CERT_REVOKED', 'certificate/other'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'certificate/other'],
    ['EPROTO', 'certificate/other'],
    ['ENOTFOUND', 'unreachable/dns'],
    ['EAI_AGAIN', 'unreachable/dns'],
    ['ECONNREFUSED', 'unreachable/refused'],
    ['EHOSTUNREACH', 'unreachable/network'],
    ['ETIMEDOUT', 'unreachable/network'],
    ['ECONNRESET', 'broken/connection'],
    ['ERR_STREAM_PREMATURE_CLOSE', 'broken/connection'],
    ['Z_DATA_ERROR', 'broken/connection'],
  ])('%s', (code, expected) => {
    expect(brief(faultOfError(failed({ code })))).toBe(`fault ${expected}`);
    expect(brief(faultOfError(failed({ errors: [{ code }, { code: 'X' }] })))).toBe(`fault ${expected}`);
  });

  it('that are none at all', () => {
    const ring: { cause?: unknown } = {};
    ring.cause = ring;
    for (const error of [undefined, null, 'x', 3, {}, ring, failed(undefined)])
      expect(brief(faultOfError(error))).toBe('fault broken/connection');
  });
});

describe('a server', () => {
  it('with a certificate signed by itself gets nothing', async () => {
    const pem = (name: string): Buffer => readFileSync(new URL(name, import.meta.url));
    let asked = 0;
    const secure = createServer({ key: pem('sample-key.pem'), cert: pem('sample-certificate.pem') }, (_, response) => {
      asked++;
      response.end('{}');
    });
    const url = `https://127.0.0.1:${await listen(secure)}`;
    const { client, slept } = session(url);
    const answer = await client.get('/api/tags');
    expect(brief(answer)).toBe('fault certificate/self-signed');
    expect(english(answer)).toContain('NODE_EXTRA_CA_CERTS');
    expect([asked, slept]).toEqual([0, []]);
  });

  it('that speaks no TLS gets nothing', async () => {
    const { url, asked } = await server(() => ({}));
    const { client } = session(url.replace('http:', 'https:'));
    expect(brief(await client.get('/api/tags'))).toBe('fault certificate/other');
    expect(asked).toEqual([]);
  });

  it('that is not there is not waited for', async () => {
    const gone = createPlainServer();
    const host = `127.0.0.1:${await listen(gone)}`;
    await new Promise(resolve => gone.close(resolve));
    const { client, slept } = session(`http://${host}`);
    const answer = await client.get('/api/tags');
    expect(brief(answer)).toBe('fault unreachable/refused');
    expect(answer).toMatchObject({ fault: { data: { host } } });
    expect(slept).toEqual([]);
  });

  it('that goes away after an answer is waited for', async () => {
    const slept: number[] = [];
    let count = 0;
    const fetch = async (): Promise<Response> => {
      if (count++ % 3 === 0) return new Response('{"total":0}');
      throw failed({ code: 'ECONNREFUSED' });
    };
    const sleep = async (ms: number): Promise<void> => void slept.push(ms);
    const client = connect({ base: parseBase('https://h.example'), login: BASIC, now: () => NOW, sleep, random: () => 1, exchange: fetch });
    expect([await client.get('/api/tags'), await client.get('/api/tags')].map(brief)).toEqual(['json 200', 'json 200']);
    expect(slept).toEqual([1000, 2000]);
  });
});
