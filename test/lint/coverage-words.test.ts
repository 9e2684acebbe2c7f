import { describe, expect, it } from 'vitest';
import snapshotSchema from '../../schemas/snapshot.v1.json' with { type: 'json' };
import { LANGUAGES } from '../../src/finding.js';
import { isRecord } from '../../src/guards.js';
import { coverageWords } from '../../src/lint/coverage-words.js';
import { SURFACES } from '../../src/lint/tracking/surfaces.js';
import { TRACKING_WORDS } from '../../src/lint/tracking/words.js';

/** Every list of values below a key of the schema. */
function enumsOf(node: unknown, found: string[][] = []): string[][] {
  if (Array.isArray(node)) for (const entry of node) enumsOf(entry, found);
  if (!isRecord(node)) return found;
  if (Array.isArray(node.enum)) found.push(node.enum.map(String));
  for (const value of Object.values(node)) enumsOf(value, found);
  return found;
}

const lists = enumsOf(snapshotSchema);
const reasons = lists.find(list => list.includes('rows-missing')) ?? [];
const seen = lists.find(list => list.includes('contact_field') && list.includes('form.progressive')) ?? [];

describe.each(LANGUAGES)('words of coverage, %s', language => {
  it('has every reason code of the snapshot, as half a sentence', () => {
    expect(reasons).toHaveLength(21);
    for (const code of [...reasons, 'no-snapshot', 'unknown']) {
      expect(coverageWords(language)[code]).toMatch(code === 'no-snapshot' ? /./u : /\{what\}/u);
      expect(coverageWords(language)[code]).not.toMatch(/\.$/u);
    }
  });

  it('has every kind and part that can be missing', () => {
    const named = new Set(seen.map(of => (of.endsWith('.counts') ? 'counts' : of)));
    expect([...named].filter(of => coverageWords(language)[of] === undefined)).toEqual([]);
  });

  it('has the same codes as the other language', () => {
    expect(Object.keys(coverageWords(language))).toEqual(Object.keys(coverageWords('en')));
    expect(Object.keys(TRACKING_WORDS[language])).toEqual(Object.keys(TRACKING_WORDS.en));
  });
});

it('knows four surfaces', () => {
  expect(SURFACES).toEqual(['website', 'email_opens', 'email_clicks', 'videos']);
});
