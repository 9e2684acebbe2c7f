/** Stepping over what cannot matter finds the same as reading everything. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMarkup } from '../../src/mautic/texts/html.js';
import { sieve, skimMarkup } from '../../src/mautic/texts/skim.js';
import { ATTRIBUTES, markup, TAGS, wantedOf } from './markup.js';

describe.each([true, false])('with slashes in texts wanted: %s', slashes => {
  const wanted = sieve({ tags: TAGS, attributes: ATTRIBUTES, slashes });

  it('tells the same of any markup, in the same order', () => {
    fc.assert(
      fc.property(markup(25), text => {
        const skimmed = wantedOf(events => skimMarkup(text, wanted, events), slashes);
        expect(skimmed).toEqual(wantedOf(events => readMarkup(text, events), slashes));
      }),
      { numRuns: 3000 },
    );
  });

  it('steps over what nobody wants', () => {
    const seen: string[] = [];
    skimMarkup('<table width="600"><tr><td style="padding:12px">plain</td></tr></table><a href="x">y</a>', wanted, {
      tag: name => void seen.push(name),
    });
    expect(seen).toEqual(['a']);
  });
});
