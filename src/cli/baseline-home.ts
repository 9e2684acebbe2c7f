/** The declaration file that something belongs to, whether it is declared there or not. */
import { parseIdentity } from '../items.js';
import type { RuleContext } from '../lint/rule.js';
import { makeLocator } from '../output/locate.js';

/**
 * A function that gives the file a subject belongs to: where it is declared, else where its kind is declared; undefined for what stands
 * in no file.
 */
export function homesIn(context: RuleContext): (subject: string) => string | undefined {
  const { declarations, policy } = context;
  const locator = makeLocator(context);
  const maps = new Map<string, ReadonlyMap<string, { readonly place: { readonly file: string } | null }>>([
    ['purpose', declarations.purposes],
    ['recipient', declarations.recipients],
    ['system', declarations.systems],
    ['notice', declarations.notices],
  ]);
  return subject => {
    const identity = parseIdentity(subject);
    if (identity === null) return undefined;
    const { kind, key, id } = identity;
    if (kind === 'file') return key;
    const place = maps.get(kind)?.get(key)?.place ?? policy.entryFor(kind, key, id)?.place;
    return place?.file ?? locator.locate({ item: subject })?.file;
  };
}
