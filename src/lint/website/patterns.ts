/** Names that are known in part: `evt-*` in code, held against names and globs. */
import { globOf } from '../../declarations/globs.js';
import type { Declarations } from '../../declarations/model.js';
import { aliasInKey, type Kind } from '../../items.js';
import { entriesOf } from '../entry-lookup.js';

/** Mautic cuts what is longer. */
const LONGEST = 255;

/** A test whether a pattern, or a whole name, can stand for a name; nothing fits a pattern that is absurdly long. */
export function fits(pattern: string): (name: string) => boolean {
  const glob = pattern.length > LONGEST ? null : globOf(pattern.replace(/[\\?]/gu, '\\$&'));
  return name => name === pattern || glob?.matches(name) === true;
}

/** Is a pattern, or a whole name, one that is declared: does a name fit it, or a glob cover it? */
export function isPatternDeclared(declarations: Declarations, kind: Kind, pattern: string): boolean {
  const isFitting = fits(pattern);
  return entriesOf(declarations, kind).some(({ key, glob }) => {
    const name = kind === 'form_field' ? aliasInKey(key) : key;
    return isFitting(name) || glob?.matches(pattern) === true;
  });
}
