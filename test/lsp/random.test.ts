/** Whatever people type, the server answers: no text and no position makes a feature fail. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { answers } from '../../src/lsp/answers.js';
import { cursorAt } from '../../src/lsp/cursor.js';
import { placesIn } from '../../src/lsp/positions.js';
import { repository } from './repository.js';

const EXAMPLE = join(import.meta.dirname, '../../examples/pizzeria/privacy');
const FILES = Object.fromEntries(
  ['organisation', 'purposes', 'fields', 'forms', 'tags-and-segments', 'messages', 'waivers'].map(name => [
    `privacy/${name}.yaml`,
    readFileSync(join(EXAMPLE, `${name}.yaml`), 'utf8'),
  ]),
);
const SNAPSHOT = readFileSync(join(EXAMPLE, 'mautic.snapshot.json'), 'utf8');

/** What people type, and what breaks a YAML text. */
const PIECE = fc.oneof(
  fc.constantFrom(
    '[',
    ']',
    '{',
    '}',
    ': ',
    ':',
    ', ',
    '- ',
    '\n',
    '\r\n',
    '  ',
    '\t',
    '"',
    "'",
    '#',
    ' # ',
    '|\n',
    '>',
    '&a ',
    '*a',
    '!!x ',
    '---\n',
    '...\n',
    '? ',
    '<<: *a',
    '🍕',
    '\u202e',
    '\u0000',
    '\ufeff',
    '%',
    '`',
    '@',
    'purposes: [',
    'waivers:\n  - ',
    '__proto__: 1',
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const EDIT = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), gone: fc.nat(30), piece: PIECE });

function edited(text: string, { at, gone, piece }: { at: number; gone: number; piece: string }): string {
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + piece + text.slice(start + gone);
}

it('random edits of a repository never fail a feature', async () => {
  const repo = await repository({ ...FILES, 'privacy/mautic.snapshot.json': SNAPSHOT });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...Object.keys(FILES)), fc.array(EDIT, { minLength: 1, maxLength: 4 }), async (path, edits) => {
      const text = edits.reduce(edited, FILES[path] ?? '');
      const offset = Math.floor((edits[0]?.at ?? 0) * text.length);
      const { asked, position } = repo.at(path, `${text.slice(0, offset).replaceAll('¦', '')}¦${text.slice(offset)}`);
      answers.completion(asked, position);
      answers.hover(asked, position);
      answers.definition(asked, position);
      answers.codeActions(asked, { start: { line: 0, character: 0 }, end: position });
      repo.type(path, FILES[path] ?? '');
    }),
    { numRuns: 150 },
  );
  await repo.settle();
  expect(repo.logged).toEqual([]);
}, 300_000);

it('the cursor is found in any text in no time, inside of the text', () => {
  fc.assert(
    fc.property(fc.array(PIECE, { maxLength: 60 }), fc.double({ min: 0, max: 1, noNaN: true }), (pieces, at) => {
      const text = pieces.join('');
      const cursor = cursorAt(text, Math.floor(at * text.length));
      if (cursor === undefined) return;
      expect(cursor.start).toBeLessThanOrEqual(cursor.end);
      expect(cursor.end).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 2000 },
  );
});

it('offsets and positions are each other’s inverse, with and without a byte order mark', () => {
  fc.assert(
    fc.property(
      fc.array(PIECE).map(pieces => pieces.join('').replace(/\r(?!\n)/gu, '')),
      fc.boolean(),
      (text, isMarked) => {
        const places = placesIn(text, isMarked);
        for (let offset = 0; offset <= text.length; offset++) {
          // Inside of a Windows line end there is no position.
          if (text[offset - 1] === '\r') continue;
          expect(places.offset(places.position(offset))).toBe(offset);
        }
      },
    ),
  );
});
