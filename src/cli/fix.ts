/** `check --fix`: what can be fixed is written into the declaration files, or shown as a unified diff. */
import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import type { Declarations } from '../declarations/model.js';
import type { Language } from '../finding.js';
import { fixable } from '../fixes/fixable.js';
import { type FixOutcome, fixAll } from '../fixes/passes.js';
import type { LintInput } from '../lint/lint.js';
import type { SourceText } from '../text/document.js';
import { writeWhole } from '../text/files.js';
import type { Configuration } from './configuration.js';
import type { Io } from './io.js';
import { judge } from './judge.js';
import { say } from './messages.js';
import { buildFrom, findDeclarations, readDeclarations, readSource } from './session.js';
import { EXIT, type ExitCode, Stop } from './stop.js';

export interface Fixing {
  readonly wanted: 'safe' | 'unsafe';
  /** Files that may be changed. */
  readonly paths: readonly string[];
  readonly language: Language;
  readonly input: Pick<LintInput, 'snapshot' | 'now' | 'baseline'>;
}

/** So many findings are named whose fix was left out. */
const MOST_NAMED = 5;

/**
 * Writes what can be fixed and says how much it was.
 * @throws Stop (exit 2) for a file that cannot be written or has changed since it was read; files are written whole, or stay
 */
export async function fixFiles(config: Configuration, fixing: Fixing, io: Io): Promise<void> {
  const { outcome, declarations } = await work(config, fixing);
  write(config, outcome.changed, declarations);
  tell(outcome, 'fix-done', fixing, io);
}

/** Prints what would change as a unified diff, which `git apply` and `patch -p1` read. @returns 1 when something would change */
export async function showFixes(config: Configuration, fixing: Fixing, io: Io): Promise<ExitCode> {
  const { outcome, declarations } = await work(config, fixing);
  const { unifiedDiff } = await import('./unified-diff.js');
  for (const { path, text, mark } of outcome.changed) {
    const before = declarations.files.find(file => file.path === path)?.text ?? '';
    io.stdout.write(unifiedDiff(path, before, text, { mark: mark === true, isShown: io.stdout.isTTY }));
  }
  tell(outcome, 'fix-dry', fixing, io);
  return outcome.changed.length === 0 ? EXIT.ok : EXIT.findings;
}

/** Works everything out over all files, so that nothing counts as undeclared that a file outside of `paths` declares. */
async function work(
  config: Configuration,
  { wanted, paths, input }: Fixing,
): Promise<{ readonly outcome: FixOutcome; readonly declarations: Declarations }> {
  const all = [...new Set([...(await findDeclarations(config)), ...paths])];
  const declarations = readDeclarations(config, all);
  const covered = new Set(paths);
  const outcome = fixAll({
    declarations,
    build: sources => buildFrom(config, sources),
    judge: current => fixable(judge(config, { ...input, declarations: current })),
    wanted,
    covers: file => covered.has(file),
  });
  return { outcome, declarations };
}

function tell(
  { fixed, changed, refused, unsafeLeft }: FixOutcome,
  done: 'fix-done' | 'fix-dry',
  { wanted, language }: Fixing,
  io: Io,
): void {
  const sentence = changed.length === 0 ? say('fix-nothing', language) : say(done, language, { count: fixed, files: changed.length });
  io.stderr.write(`${sentence}\n`);
  if (wanted === 'safe' && unsafeLeft > 0) io.stderr.write(`${say('fix-unsafe-left', language, { count: unsafeLeft })}\n`);
  if (refused.length === 0) return;
  const named = refused.slice(0, MOST_NAMED).map(({ rule, subject }) => `${rule} ${subject}`);
  const findings = [...named, ...(refused.length > MOST_NAMED ? ['…'] : [])].join(', ');
  io.stderr.write(`${say('fix-refused', language, { count: refused.length, findings })}\n`);
}

/** Looks at every file before the first is written. */
function write(config: Configuration, changed: readonly SourceText[], read: Declarations): void {
  const before = new Map(read.files.map(file => [file.path, file]));
  for (const { path } of changed) {
    const now = readSource(config.root, path);
    const then = before.get(path);
    if (now.text !== then?.text || now.mark !== then.mark) throw new Stop(EXIT.usage, 'fix-changed-meanwhile', { path });
    attempt(path, 0, () => accessSync(join(config.root, path), constants.W_OK));
  }
  for (const [count, { path, text, mark }] of changed.entries()) {
    attempt(path, count, () => writeWhole(join(config.root, path), mark === true ? `\ufeff${text}` : text));
  }
}

function attempt(path: string, count: number, action: () => void): void {
  try {
    action();
  } catch (error) {
    const detail = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new Stop(EXIT.usage, 'fix-not-writable', { path, detail, count });
  }
}
