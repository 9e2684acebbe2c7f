/** `check --fix`: what can be fixed is written into the declaration files, or shown as a unified diff. */
import type { Declarations } from '../declarations/model.js';
import type { Language } from '../finding.js';
import { fixable } from '../fixes/fixable.js';
import { type FixOutcome, fixAll } from '../fixes/passes.js';
import type { LintInput } from '../lint/lint.js';
import type { RuleFailure } from '../lint/rule-failure.js';
import type { SourceText } from '../text/document.js';
import { tellFailures } from './failures.js';
import type { Io } from './io.js';
import { judge } from './judge.js';
import { say } from './messages.js';
import type { NamedFiles } from './named-files.js';
import { writeOwn } from './own-files.js';
import type { Catalogue } from './plugins/catalogue.js';
import { buildFrom, readDeclarations } from './reading.js';
import { readSource } from './session.js';
import { EXIT, type ExitCode, Stop } from './stop.js';

export interface Fixing {
  readonly wanted: 'safe' | 'unsafe';
  /** Those that are named may be changed. */
  readonly files: NamedFiles;
  readonly language: Language;
  readonly input: Pick<LintInput, 'snapshot' | 'now' | 'baseline' | 'site'>;
  readonly catalogue: Catalogue;
}

/** So many findings are named whose fix was left out. */
const MOST_NAMED = 5;

/**
 * Writes what can be fixed and says how much it was.
 * @throws Stop (exit 2) for a file that cannot be written or has changed since it was read; files are written whole, or stay
 */
export async function fixFiles(fixing: Fixing, io: Io): Promise<void> {
  const { outcome, declarations } = await work(fixing);
  write(fixing.catalogue.config.root, outcome.changed, declarations);
  tell(outcome, 'fix-done', fixing, io);
}

/** Prints what would change as a unified diff, which `git apply` and `patch -p1` read. @returns 1 when something would change, 2 when a rule failed */
export async function showFixes(fixing: Fixing, io: Io): Promise<ExitCode> {
  const { outcome, declarations, failures } = await work(fixing);
  const { unifiedDiff } = await import('./unified-diff.js');
  for (const { path, text, mark } of outcome.changed) {
    const before = declarations.files.find(file => file.path === path)?.text ?? '';
    io.stdout.write(unifiedDiff(path, before, text, { mark: mark === true, isShown: io.stdout.isTTY }));
  }
  tell(outcome, 'fix-dry', fixing, io);
  if (tellFailures(fixing.catalogue, failures, fixing.language, io)) return EXIT.usage;
  return outcome.changed.length === 0 ? EXIT.ok : EXIT.findings;
}

interface Work {
  readonly outcome: FixOutcome;
  readonly declarations: Declarations;
  readonly failures: readonly RuleFailure[];
}

async function work({ wanted, files, input, catalogue }: Fixing): Promise<Work> {
  const { config } = catalogue;
  const declarations = readDeclarations(config, files.paths);
  const covered = new Set(files.named);
  // The team's own rules have no fixes: what they found before holds for what is waived.
  const rules = await catalogue.ready({ ...input, declarations });
  let failures: readonly RuleFailure[] = [];
  const outcome = fixAll({
    declarations,
    build: sources => buildFrom(config, sources),
    judge: current => {
      const result = judge(config, { ...input, rules, declarations: current });
      failures = result.failures;
      return fixable(result);
    },
    wanted,
    covers: file => covered.has(file),
  });
  return { outcome, declarations, failures };
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
function write(root: string, changed: readonly SourceText[], read: Declarations): void {
  const before = new Map(read.files.map(file => [file.path, file]));
  for (const { path } of changed) {
    const now = readSource(root, path);
    const then = before.get(path);
    if (now.text !== then?.text || now.mark !== then.mark) throw new Stop(EXIT.usage, 'fix-changed-meanwhile', { path });
  }
  writeOwn(root, changed);
}
