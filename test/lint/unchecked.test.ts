import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NotRun } from '../../src/lint/rule.js';
import { uncheckedByCause } from '../../src/lint/unchecked.js';

const entry = (rule: string, of: NotRun['of'], ...why: string[]): NotRun => ({ rule, of, why });

describe('what was not checked', () => {
  it('is told by the reason that explains the others', () => {
    expect(uncheckedByCause([entry('a', 'form', 'own-only', 'rows-missing')])).toEqual([
      { reason: 'own-only', what: ['form'], rules: ['a'] },
    ]);
    expect(uncheckedByCause([entry('a', 'form', 'rows-missing', 'thin-answer')])[0]?.reason).toBe('rows-missing');
    expect(uncheckedByCause([entry('a', 'form')])[0]?.reason).toBe('unknown');
  });

  it('takes numbers of people that nobody asked for as a cause of their own', () => {
    expect(uncheckedByCause([entry('a', 'tag.counts', 'not-asked'), entry('b', 'tag', 'not-asked')])).toEqual([
      { reason: 'not-counted', what: ['counts'], rules: ['a'] },
      { reason: 'not-asked', what: ['tag'], rules: ['b'] },
    ]);
    expect(uncheckedByCause([entry('a', 'tag.counts', 'refused')])[0]?.reason).toBe('refused');
  });

  it('names questions beside forms only where the forms were seen, and numbers of people once', () => {
    const what = (...ofs: NotRun['of'][]) => uncheckedByCause(ofs.map(of => entry('a', of, 'refused')))[0]?.what;
    expect(what('form', 'form_field')).toEqual(['form']);
    expect(what('form_field')).toEqual(['form_field']);
    expect(what('form_field.mapping', 'form')).toEqual(['form']);
    expect(what('form_field.mapping', 'form_field')).toEqual(['form_field']);
    expect(what('form_field.mapping', 'form.counts')).toEqual(['form_field.mapping', 'form.counts']);
    expect(what('tag.counts', 'segment.counts', 'tag')).toEqual(['counts', 'tag']);
    expect(what('snapshot')).toEqual([]);
  });

  it('names settings as they are stated', () => {
    const [cause] = uncheckedByCause([
      entry('a', 'setting.anonymize_ip', 'not-stated'),
      entry('b', 'setting.facebook_pixel', 'not-stated'),
    ]);
    expect(cause).toEqual({ reason: 'not-stated', what: ['anonymize_ip', 'facebook_pixel'], rules: ['a', 'b'] });
  });

  it('loses no rule, and tells each reason once', () => {
    const kinds = fc.constantFrom<NotRun['of']>('form', 'form_field', 'tag', 'segment', 'category.published', 'tag.counts', 'snapshot');
    const reasons = fc.subarray(['refused', 'own-only', 'rows-missing', 'not-in-files', 'no-total', 'no-snapshot']);
    const notRuns = fc.array(fc.record({ rule: fc.constantFrom('a', 'b', 'c', 'd'), of: kinds, why: reasons }));
    fc.assert(
      fc.property(notRuns, notRun => {
        const found = uncheckedByCause(notRun);
        expect(new Set(found.flatMap(({ rules }) => rules))).toEqual(new Set(notRun.map(({ rule }) => rule)));
        expect(new Set(found.map(({ reason }) => reason)).size).toBe(found.length);
        for (const { rules, what } of found) {
          expect(new Set(rules).size).toBe(rules.length);
          expect(new Set(what).size).toBe(what.length);
        }
      }),
    );
  });
});
