/** Saved answers and entity exports → a snapshot. */
import { resolve } from 'node:path';
import { group } from '../collections.js';
import type { Language } from '../finding.js';
import { MauticConflict } from '../mautic/conflict.js';
import { type Note, noteText } from '../mautic/notes.js';
import { type Reading, readAnswers } from '../mautic/read-answers.js';
import { escapeTerminal } from '../output/escape.js';
import { listFiles, readAnswerFiles } from './answer-files.js';
import { textOption } from './arguments.js';
import type { Arguments } from './command.js';
import type { Pulled } from './commands/pull.js';
import type { Configuration } from './configuration.js';
import type { Io } from './io.js';
import { say } from './messages.js';
import { refuseOwn } from './output-files.js';
import { progressOn } from './progress.js';
import type { Target } from './snapshot-file.js';
import { EXIT, Stop } from './stop.js';

const SENTENCES = { written: 'pull-done', same: 'pull-same', read: 'pull-read' } as const;

/** @throws Stop when there is nothing in the files, or two instances are, or the snapshot would replace one of them */
export async function snapshotFromFiles(
  args: Arguments,
  io: Io,
  config: Configuration,
  paths: readonly string[],
  target: Target,
  language: Language,
): Promise<Pulled> {
  const files = listFiles(io, paths);
  const reading = await read(args, io, config, files, language);
  for (const sentence of toldOnce(reading.notes, language)) io.stderr.write(`${escapeTerminal(sentence)}\n`);
  if (reading.snapshot.items.length === 0) throw new Stop(EXIT.notChecked, 'pull-nothing', { paths: paths.join(', ') });
  const leftOut = new Set(reading.notes.map(({ file }) => resolve(io.cwd, file)));
  const answers = files.filter(file => !leftOut.has(file));
  if (target.file !== undefined) refuseOwn(target.file, target.path, answers);
  const left = reading.notes.length === 0 ? '' : say('pull-left', language, { count: reading.notes.length });
  return { snapshot: reading.snapshot, sentences: SENTENCES, data: { files: files.length, left } };
}

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
    if (error instanceof MauticConflict) throw new Stop(EXIT.usage, `pull-conflict-${error.what}`, { item: error.item ?? '' });
    throw error;
  } finally {
    progress.done();
  }
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
