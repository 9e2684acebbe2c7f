/** Fixing: pass by pass, all fixes that do not meet, until nothing is left to fix. Pure: texts in, texts out. */
import type { DeclarationFile, Declarations } from '../declarations/model.js';
import type { Change, Fix, ResolvedFix } from '../finding.js';
import type { SourceText } from '../text/document.js';
import { type OpenFiles, openFiles, placeChanges } from './changes.js';
import type { Fixable } from './fixable.js';
import { resolveFix } from './resolve.js';
import { nothingTaken, sift, take, together } from './sift.js';
import { itemsOf, withoutTwins } from './twins.js';

/** As far as fixes lead to fixes. */
const MOST_PASSES = 10;

export interface FixRun {
  readonly declarations: Declarations;
  /** Reads the files anew after a pass. */
  readonly build: (sources: readonly SourceText[]) => Declarations;
  /** What is open, with its fixes. */
  readonly judge: (declarations: Declarations) => readonly Fixable[];
  /** `unsafe`: also those that lose or state something. */
  readonly wanted: 'safe' | 'unsafe';
  /** Whether a file may be changed. */
  readonly covers: (file: string) => boolean;
}

export interface FixOutcome {
  /** The files that changed, with their new texts. */
  readonly changed: readonly SourceText[];
  /** Number of findings that were fixed. */
  readonly fixed: number;
  /** Those whose fix was left out because it would have changed more than it should: it came out wrong, or an anchor shares the value. */
  readonly refused: readonly Fixable[];
  /** Number of findings left that only an unsafe fix would end. */
  readonly unsafeLeft: number;
}

/** Fixes what can be fixed of what is open. */
export function fixAll({ declarations, build, judge, wanted, covers }: FixRun): FixOutcome {
  const refused = new Map<string, Fixable>();
  const openFindings = (now: Declarations) => judge(now).filter(({ fingerprint }) => !refused.has(fingerprint));
  let current = declarations;
  let open = openFindings(current);
  let fixed = 0;
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const files = openFiles(current.files);
    const { right, wrong } = sift(choose(open, files, { wanted, covers }).chosen, files);
    for (const { finding } of wrong) refused.set(finding.fingerprint, finding);
    if (right.length + wrong.length === 0) break;
    fixed += right.length;
    const changed = new Map((together(right, files) ?? []).map(file => [file.path, file]));
    current = build(current.files.map(file => sourceOf(changed.get(file.path) ?? file)));
    open = openFindings(current);
  }
  const files = openFiles(current.files);
  for (const finding of choose(open, files, { wanted, covers }).shared) refused.set(finding.fingerprint, finding);
  const left = choose(open, files, { wanted: 'unsafe', covers }).chosen;
  const before = new Map(declarations.files.map(({ path, text }) => [path, text]));
  const changed = current.files.filter(({ path, text }) => before.get(path) !== text).map(sourceOf);
  return { changed, fixed, refused: [...refused.values()], unsafeLeft: left.length };
}

function sourceOf({ path, text, mark }: DeclarationFile): SourceText {
  return { path, text, ...(mark === undefined ? {} : { mark }) };
}

interface Chosen {
  readonly finding: Fixable;
  readonly changes: readonly Change[];
}

interface Choice {
  readonly chosen: readonly Chosen[];
  /** Those whose fix would change other values, too, which an anchor shares. */
  readonly shared: readonly Fixable[];
}

/** For each finding the best fix that may be made, as long as its edits do not meet those of an earlier one. */
function choose(open: readonly Fixable[], files: OpenFiles, run: Pick<FixRun, 'wanted' | 'covers'>): Choice {
  const taken = nothingTaken();
  const chosen: Chosen[] = [];
  const shared: Fixable[] = [];
  for (const finding of [...open].sort((one, other) => rank(one) - rank(other))) {
    const best = bestOf(finding, files, run);
    if (best === 'shared') shared.push(finding);
    else if (best !== undefined && take(best.resolved, itemsOf(best.fix), taken)) chosen.push({ finding, changes: best.fix.changes });
  }
  return { chosen, shared };
}

interface Best {
  readonly fix: Fix;
  readonly resolved: ResolvedFix;
}

/** The first that may be made; `shared` when only an anchor stands in the way. */
function bestOf(
  { fixes = [] }: Fixable,
  files: OpenFiles,
  { wanted, covers }: Pick<FixRun, 'wanted' | 'covers'>,
): Best | 'shared' | undefined {
  let found: 'shared' | undefined;
  for (const said of fixes) {
    if (!(said.safe || wanted === 'unsafe')) continue;
    const fix = withoutTwins(said, files);
    if (!placeChanges(fix.changes, files).every(({ place }) => covers(place.file))) continue;
    const resolved = resolveFix(fix, files);
    if (resolved === 'shared') found = resolved;
    else if (resolved !== undefined && (resolved.safe || wanted === 'unsafe')) return { fix, resolved };
  }
  return found;
}

/** What mends an entry goes first: then it may not be needed to add another. */
function rank({ fixes: [first] = [] }: Fixable): number {
  return first?.changes.every(change => change.do === 'add' || change.do === 'declare') === true ? 1 : 0;
}
