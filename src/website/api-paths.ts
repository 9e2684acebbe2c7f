/** Addresses of Mautic that take data about people: what an address writes, in whatever language it stands. */
import type { BodyOf } from './parameters.js';

/** What is written: of a form its id, where it is known; of contacts and companies whether a list of them is. */
export type Target = { readonly of: 'form'; readonly form: string | undefined } | { readonly of: BodyOf; readonly isBatch?: true };

/**
 * Paths of the API that write (v1, Mautic 5.1 to 7.0); the host and `/api` may be added elsewhere, the method may stand before it. With
 * more behind it, it is a route that Mautic does not have (404); with a slash it is one that redirects, after the data were sent.
 */
const WRITES = /(?:^(?:(?:POST|PUT|PATCH)\s+)?|[/\u2d63])(contacts|companies)\/(?:(batch)\/(?:new|edit)|new|[\d\u2d63]+\/edit)\/?(?:\?|$)/u;
/** Where Mautic's own form pages send answers. */
const SUBMIT = /(?:^|[/\u2d63])form\/submit(?:\?|$)/u;

/**
 * What is written at an address.
 * @param address whole or the end of one, holes in it marked with `HOLE`
 * @returns undefined when it is none of those
 */
export function targetOf(address: string): Target | undefined {
  if (SUBMIT.test(address)) return { of: 'form', form: /[?&]formId=(\d+)(?:&|$)/u.exec(address)?.[1] };
  const found = WRITES.exec(address);
  if (found === null) return undefined;
  const of = found[1] === 'companies' ? 'company' : 'contact';
  return found[2] === undefined ? { of } : { of, isBatch: true };
}
