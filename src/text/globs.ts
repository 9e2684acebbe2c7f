/** What globs choose, said of names alone: for the disk and for the history, which must choose the same. */
import { UnreadableFile } from './document.js';

const MAGIC = /[*?[\]{}!]|[@+]\(/u;

/** Is it more than a path? */
export function isPattern(glob: string): boolean {
  return MAGIC.test(glob);
}

/** @throws UnreadableFile (`outside`) for a pattern that leaves the root */
export function refuseOutside(globs: readonly string[]): void {
  for (const glob of globs) if (leavesRoot(glob)) throw new UnreadableFile(glob, 'outside');
}

function leavesRoot(glob: string): boolean {
  const path = glob.replace(/^!/u, '');
  return /^(?:[/\\]|[A-Za-z]:)/u.test(path) || path.split(/[/\\]/u).includes('..');
}

/** What one glob chooses below a folder. */
export interface Choice {
  /** Where to begin; '' for the root. */
  readonly base: string;
  /** May a folder below the base hold what is chosen? */
  readonly enters: (folder: string) => boolean;
  readonly matches: (name: string) => boolean;
}

/**
 * The choices of globs: all that any of them chooses is chosen.
 * @param patterns `!` in front leaves out of what stands before it
 */
export async function choicesOf(patterns: readonly string[]): Promise<Choice[]> {
  if (patterns.every(glob => glob.startsWith('!'))) return [];
  const expressionOf = patterns.every(glob => USUAL.test(glob)) ? usualExpression : await anyExpression();
  const test = (glob: string, dot: boolean): Test => {
    const expression = expressionOf(glob, dot);
    return name => expression.test(name);
  };
  const steps = await Promise.all(
    patterns.map(async glob => {
      const isNegative = glob.startsWith('!');
      return { isNegative, globs: await spelledOut(isNegative ? glob.slice(1).replace(/^!(?!\()/u, '') : glob) };
    }),
  );
  return steps.flatMap(({ isNegative, globs }, index) => {
    if (isNegative) return [];
    const leftOut = steps.slice(index + 1).flatMap(later => (later.isNegative ? later.globs : []));
    const leavesOut = leftOut.map(glob => test(glob, true));
    const closes = leftOut.filter(glob => !WILD.test(lastPart(glob))).map(glob => test(glob, false));
    return globs.map(glob => choice(glob, test(glob, false), leavesOut, closes));
  });
}

type Test = (name: string) => boolean;
type Expression = (glob: string, dot: boolean) => RegExp;

async function anyExpression(): Promise<Expression> {
  const { default: picomatch } = await import('picomatch/posix.js');
  return (glob, dot) => picomatch.makeRe(glob, { dot, posix: true, strictSlashes: false });
}

/** What most teams write: `privacy/**\/*.yaml`, `privacy/*.yaml`. To load a library for these and ask it takes more than a millisecond. */
const USUAL = /^(?:[\w-]+\/)*(?:\*\*\/)?\*\.\w+$/u;

/** The expression that the library has for it (a test holds that they choose the same). */
function usualExpression(glob: string): RegExp {
  const [folders = '', ending = ''] = glob.split('*.');
  return new RegExp(`^${folders.replace('**/', '(?:(?!\\.)[^/]+/)*')}(?!\\.)[^/]+\\.${ending}$`, 'u');
}

/** Never looked into. */
const LEFT_OUT = /(?:^|\/)(?:node_modules|\.git)(?:\/|$)/u;

/** In a part of a path that is more than a name. */
const WILD = /[*?[\](){}\\]/u;

/** Where a dot may stand first in the name of a folder, or the pattern is too clever to tell. */
const MAY_BE_HIDDEN = /(?:^|[^\w*?-])\.|[[\\]|!\(/u;

/**
 * @param leavesOut a name that one of them matches is not chosen
 * @param closes a folder that one of them matches is not entered
 */
function choice(glob: string, isWanted: Test, leavesOut: readonly Test[], closes: readonly Test[]): Choice {
  const parts = glob.split('/');
  const dynamic = parts.findIndex(part => WILD.test(part));
  const level = dynamic < 0 ? parts.length - 1 : dynamic;
  const depth = /\*\*|[*+!]\(/u.test(glob) ? Number.POSITIVE_INFINITY : parts.length;
  const mayBeHidden = MAY_BE_HIDDEN.test(parts.slice(level).join('/'));
  return {
    base: parts.slice(0, level).join('/'),
    enters: folder =>
      folder.split('/').length < depth &&
      (mayBeHidden || !lastPart(folder).startsWith('.')) &&
      !LEFT_OUT.test(folder) &&
      !closes.some(closed => closed(folder)),
    matches: name => isWanted(name) && !LEFT_OUT.test(name) && !leavesOut.some(matches => matches(name)),
  };
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** A glob for each way through its braces: what stands between them may hold slashes and wildcards. */
async function spelledOut(glob: string): Promise<string[]> {
  const isBraced = /\{.*\}/u.test(glob);
  const globs = isBraced ? (await import('braces')).default(glob, { expand: true, nodupes: true, keepEscaping: true }) : [glob];
  return globs.filter(one => one !== '').map(one => one.replace(/^\.\//u, '').replace(/(?!^)\/{2,}/gu, '/'));
}
