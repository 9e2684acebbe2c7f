/** `purposelint pull --from`: saved answers or an entity export → the snapshot. */
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Language } from '../../finding.js';
import { COVERAGE_WORDS } from '../../lint/coverage-words.js';
import { uncheckedByCause } from '../../lint/unchecked.js';
import { group } from '../../lint/use-index.js';
import { sameContent, writeSnapshot } from '../../mautic/canonical.js';
import { MauticConflict } from '../../mautic/conflict.js';
import { type Note, noteText } from '../../mautic/notes.js';
import { type Reading, readAnswers } from '../../mautic/read-answers.js';
import type { Snapshot } from '../../mautic/snapshot.js';
import { escapeTerminal } from '../../output/escape.js';
import { writeWhole } from '../../text/files.js';
import { listFiles, readAnswerFiles } from '../answer-files.js';
import { listOption, textOption } from '../arguments.js';
import { type Configuration, loadConfiguration } from '../configuration.js';
import type { Io } from '../io.js';
import { say } from '../messages.js';
import type { Arguments, Command } from '../options.js';
import { progressOn } from '../progress.js';
import { hasSnapshot, languageFor, readSnapshot } from '../session.js';
import { EXIT, Stop, speaking } from '../stop.js';

export const pull: Command = async (args, io) => {
  const config = loadConfiguration(io);
  const language = languageFor(args, config);
  return speaking(language, async () => {
    const paths = [...listOption(args, 'from'), ...args.operands];
    if (paths.length === 0) throw new Stop(EXIT.usage, 'pull-needs-from');
    const files = listFiles(io, paths);
    const reading = await read(args, io, config, files, language);
    for (const sentence of toldOnce(reading.notes, language)) io.stderr.write(`${escapeTerminal(sentence)}\n`);
    if (reading.snapshot.items.length === 0) throw new Stop(EXIT.notChecked, 'pull-nothing', { paths: paths.join(', ') });
    write(args, io, config, reading.snapshot, language, { files: files.length, left: reading.notes.length });
    return EXIT.ok;
  });
};

const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/u;

async function read(args: Arguments, io: Io, config: Configuration, files: readonly string[], language: Language): Promise<Reading> {
  const takenAt = textOption(args, 'taken-at');
  if (takenAt !== undefined && (!TIME.test(takenAt) || Number.isNaN(Date.parse(takenAt))))
    throw new Stop(EXIT.usage, 'bad-time', { value: takenAt });
  const host = textOption(args, 'host') ?? (config.url === undefined ? undefined : new URL(config.url).host);
  const progress = progressOn(io);
  try {
    const answers = readAnswerFiles(io, files, count => progress.show(say('pull-progress', language, { count, files: files.length })));
    return await readAnswers(answers, { ...(takenAt === undefined ? {} : { takenAt }), ...(host === undefined ? {} : { host }) });
  } catch (error) {
    if (error instanceof MauticConflict) throw new Stop(EXIT.usage, 'pull-conflict', { detail: error.message });
    throw error;
  } finally {
    progress.done();
  }
}

function write(
  args: Arguments,
  io: Io,
  config: Configuration,
  snapshot: Snapshot,
  language: Language,
  numbers: { files: number; left: number },
): void {
  const output = textOption(args, 'output');
  if (output === '-') {
    for (const line of writeSnapshot(snapshot)) io.stdout.write(line);
    return;
  }
  const path = output ?? config.snapshot;
  const before = output === undefined && hasSnapshot(config) ? earlier(config) : null;
  const target = output === undefined ? join(config.root, path) : join(io.cwd, path);
  try {
    mkdirSync(dirname(target), { recursive: true });
    writeWhole(target, writeSnapshot(snapshot));
  } catch (error) {
    throw new Stop(EXIT.usage, 'not-writable', { path, detail: error instanceof Error && 'code' in error ? String(error.code) : '' });
  }
  const same = before !== null && sameContent(before, snapshot);
  const left = numbers.left === 0 ? '' : say('pull-left', language, { count: numbers.left });
  const data = { path, items: snapshot.items.length, uses: snapshot.uses.length, files: numbers.files, left };
  io.stderr.write(`${say(same ? 'pull-same' : 'pull-done', language, data)}\n`);
  for (const sentence of unseen(snapshot, language)) io.stderr.write(`${say('pull-coverage', language, { sentence })}\n`);
}

const NAMED = 3;

/** What was left out: files with the same reason share a line. */
function toldOnce(notes: readonly Note[], language: Language): string[] {
  const byReason = group(notes, ({ code, data }) => JSON.stringify([code, data]));
  return [...byReason.values()].flatMap(same => {
    const [first] = same;
    if (first === undefined) return [];
    const names = same.slice(0, NAMED).map(({ file }) => file);
    const more = same.length > NAMED ? [say('pull-more', language, { count: same.length - NAMED })] : [];
    return [noteText({ ...first, file: [...names, ...more].join(', ') }, language)];
  });
}

/** What the answers do not show as a whole, one sentence for each cause; parts that this Mautic cannot show are for the rules to tell. */
function unseen(snapshot: Snapshot, language: Language): string[] {
  const words = COVERAGE_WORDS[language];
  const short = snapshot.coverage.filter(({ of, state }) => state !== 'complete' && !of.includes('.'));
  return uncheckedByCause(short.map(({ of, why }) => ({ rule: '', of, why: why ?? [] }))).map(({ reason, what }) =>
    (words[reason] ?? reason).replace('{what}', what.map(of => words[of] ?? of).join(', ')),
  );
}

/** The snapshot that is there; null when it cannot be read: it is to be replaced. */
function earlier(config: Configuration): Snapshot | null {
  try {
    return readSnapshot(config);
  } catch {
    return null;
  }
}
