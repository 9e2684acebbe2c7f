/** Errors of Node's network and TLS → faults, by code. */
import { isRecord } from '../../guards.js';
import { type Faulty, faulty } from './faults.js';
import { ProxyError } from './proxy.js';

/** Codes of Node's TLS (OpenSSL's names of what is wrong with a certificate). */
const CERTIFICATES: ReadonlyMap<string, string> = new Map([
  ['CERT_HAS_EXPIRED', 'expired'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'self-signed'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'wrong-host'],
  // The chain ends in a root that is not known here: mostly the own authority of a company.
  ['SELF_SIGNED_CERT_IN_CHAIN', 'unknown-issuer'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'unknown-issuer'],
  ['UNABLE_TO_GET_ISSUER_CERT', 'unknown-issuer'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'unknown-issuer'],
  ['CERT_UNTRUSTED', 'unknown-issuer'],
  ['EPROTO', 'other'],
]);
const OTHER_TLS = /^(?:CERT_|CRL_|ERR_TLS_|ERR_SSL_|UNABLE_TO_|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED|HOSTNAME_MISMATCH)/u;

const UNREACHABLE: ReadonlyMap<string, string> = new Map([
  ['ENOTFOUND', 'dns'],
  ['EAI_AGAIN', 'dns'],
  ['EAI_FAIL', 'dns'],
  ['ECONNREFUSED', 'refused'],
  ['ENETUNREACH', 'network'],
  ['EHOSTUNREACH', 'network'],
  ['ENETDOWN', 'network'],
  ['EADDRNOTAVAIL', 'network'],
  ['EACCES', 'network'],
  ['EPERM', 'network'],
  ['ETIMEDOUT', 'network'],
]);

/** What an error of an exchange, or of reading its body, means. The text of the error is never looked at. */
export function faultOfError(error: unknown): Faulty {
  if (error instanceof ProxyError) return faulty('proxy', { ...error.data, reason: error.reason });
  const code = codes(error).find(known) ?? '';
  const certificate = CERTIFICATES.get(code) ?? (OTHER_TLS.test(code) ? 'other' : undefined);
  if (certificate !== undefined) return faulty('certificate', { reason: certificate });
  const reason = UNREACHABLE.get(code);
  return reason === undefined ? faulty('broken', { reason: 'connection' }) : faulty('unreachable', { reason });
}

function known(code: string): boolean {
  return CERTIFICATES.has(code) || UNREACHABLE.has(code) || OTHER_TLS.test(code);
}

/** Codes of an error and of its causes; several attempts (IPv6, IPv4) are the causes of one error. */
function codes(error: unknown, depth = 0): string[] {
  if (!isRecord(error) || depth > 4) return [];
  const own = typeof error.code === 'string' ? [error.code] : [];
  const attempts = Array.isArray(error.errors) ? error.errors.slice(0, 8) : [];
  return [...own, ...[error.cause, ...attempts].flatMap(cause => codes(cause, depth + 1))];
}
