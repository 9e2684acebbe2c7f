/** Texts made of what makes trouble, for properties. */
import fc from 'fast-check';

/** What makes trouble, more often than chance would have it; halves of characters included. */
const PIECES = [
  '::',
  '::error::',
  '##[',
  '\n',
  '\r',
  '\u001b[',
  '|',
  '`',
  '``',
  '\\',
  '<',
  '>',
  '&',
  '%',
  '%0A',
  ':',
  ',',
  '@',
  '#1',
  '](',
  '\u202e',
  '\u200b',
  ' ',
  '\t',
];
const piece = fc.oneof(
  fc.constantFrom(...PIECES),
  fc.string({ unit: 'binary', maxLength: 3 }),
  fc.integer({ min: 0, max: 0xffff }).map(unit => String.fromCharCode(unit)),
);
/** Any text. */
export const anyText = fc.array(piece, { maxLength: 12 }).map(pieces => pieces.join(''));
