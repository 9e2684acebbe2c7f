/** Sentences of the command line: values as they are, and words that fit their number. */
import { expect, it } from 'vitest';
import { say } from '../../src/cli/messages.js';

const DATA = { path: 'a.json', items: 1, uses: 0, files: 12, left: '' };

it.each<['en' | 'it', Record<string, string | number>, string]>([
  ['en', DATA, 'a.json written: 1 item and 0 uses from 12 files.'],
  ['en', { ...DATA, items: 21, uses: 1, files: 1 }, 'a.json written: 21 items and 1 use from 1 file.'],
  ['it', { ...DATA, uses: 1 }, 'Scritto a.json: 1 elemento e 1 uso da 12 file.'],
  ['it', { ...DATA, items: 2, uses: 11 }, 'Scritto a.json: 2 elementi e 11 usi da 12 file.'],
  ['en', { ...DATA, path: '\u001b[31m{items|a|b}' }, String.raw`\u001b[31m{items|a|b} written: 1 item and 0 uses from 12 files.`],
])('say it in %s: %o', (language, data, sentence) => {
  expect(say('pull-done', language, data)).toBe(sentence);
});
