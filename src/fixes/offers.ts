/** Fixes for those who show or offer them: what `--fix` would leave out is not offered. */
import type { Change, Fix, ResolvedFix } from '../finding.js';
import type { OpenFiles } from './changes.js';
import { resolveFix } from './resolve.js';
import { nothingTaken, sift, type Taken, take } from './sift.js';
import { itemsOf, withoutTwins } from './twins.js';

interface Offer {
  readonly fix: Fix;
  readonly changes: readonly Change[];
  readonly items: readonly string[];
  readonly resolved: ResolvedFix;
}

/** Those that can be made in the files as they are, as text edits. They are tried together, as many as do not meet: to try each takes long. */
export function offersFor(fixes: readonly Fix[], files: OpenFiles): ReadonlyMap<Fix, ResolvedFix> {
  const offers = fixes.flatMap((fix): Offer[] => {
    const one = withoutTwins(fix, files);
    const resolved = resolveFix(one, files);
    return resolved === undefined || resolved === 'shared' ? [] : [{ fix, changes: one.changes, items: itemsOf(one), resolved }];
  });
  const wrong = new Set(apart(offers).flatMap(together => sift(together, files).wrong));
  return new Map(offers.filter(offer => !wrong.has(offer)).map(({ fix, resolved }) => [fix, resolved]));
}

/** In as few parts as it takes that none meets another of its part. */
function apart(offers: readonly Offer[]): readonly (readonly Offer[])[] {
  const parts: { readonly taken: Taken; readonly offers: Offer[] }[] = [];
  for (const offer of offers) {
    const part = parts.find(({ taken }) => take(offer.resolved, offer.items, taken));
    if (part !== undefined) part.offers.push(offer);
    else {
      const taken = nothingTaken();
      take(offer.resolved, offer.items, taken);
      parts.push({ taken, offers: [offer] });
    }
  }
  return parts.map(part => part.offers);
}
