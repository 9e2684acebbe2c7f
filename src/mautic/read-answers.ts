/** Saved answers of the API and entity exports → a snapshot. One file at a time: read, reduced to drafts, dropped. */
import { countFacts, exportFacts, failureFacts, rowsFacts } from './answer-facts.js';
import { recognise } from './answers/recognise.js';
import { parseRequest, type Request } from './answers/request.js';
import { unpack } from './answers/unpack.js';
import { addAnswer, addFacts, type Collected, emptyCollection } from './collect.js';
import { MauticConflict } from './conflict.js';
import { finish } from './finish.js';
import type { Note, NoteCode } from './notes.js';
import type { Made, Snapshot } from './snapshot.js';
import { clean } from './texts.js';

export interface AnswerFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** ISO time of the last change of the file. */
  readonly modified: string;
}

export interface ReadOptions {
  /** Time to write into the snapshot; else the newest time of the files that were used. */
  readonly takenAt?: string;
  /** Host of the instance, where the files do not tell it. */
  readonly host?: string;
}

export interface Reading {
  readonly snapshot: Snapshot;
  readonly notes: readonly Note[];
}

/**
 * Reads files in any order; names do not matter, shapes do.
 * @throws MauticConflict when they are of different instances
 */
export async function readAnswers(files: AsyncIterable<AnswerFile> | Iterable<AnswerFile>, options: ReadOptions = {}): Promise<Reading> {
  const collected = emptyCollection();
  const notes: Note[] = [];
  let newest = '';
  for await (const file of files) {
    const used = readFile(collected, file, notes);
    const time = new Date(file.modified);
    if (used && !Number.isNaN(time.getTime()) && time.toISOString() > newest) newest = time.toISOString();
  }
  const host = hostOf(collected, options);
  const takenAt = seconds(options.takenAt ?? newest);
  const finished = finish(collected, {
    takenAt,
    source: sourceOf(collected),
    missing: 'not-in-files',
    ...(host === undefined ? {} : { host }),
  });
  if (finished.orphans > 0) notes.push({ file: '', code: 'orphan-questions', data: { count: finished.orphans } });
  return { snapshot: finished.snapshot, notes };
}

/** Whether something of the file went into the collection. */
function readFile(collected: Collected, file: AnswerFile, notes: Note[]): boolean {
  const path = nameOf(file.path);
  const unpacked = unpack(file.bytes);
  if (unpacked.is !== 'json') {
    notes.push({ file: path, code: unpacked.is, data: {} });
    return false;
  }
  try {
    return take(collected, unpacked.value, { path, notes });
  } catch (error) {
    // the stack is all that limits the depth of what can be read
    if (!(error instanceof RangeError)) throw error;
    notes.push({ file: path, code: 'too-deep', data: {} });
    return false;
  }
}

interface Where {
  readonly path: string;
  readonly notes: Note[];
  readonly request?: Request;
}

function take(collected: Collected, value: unknown, where: Where): boolean {
  const answer = recognise(value);
  const note = (code: NoteCode, data: Note['data'] = {}) => where.notes.push({ file: where.path, code, data });
  switch (answer.is) {
    case 'rows':
      addAnswer(collected, rowsFacts(answer, where.request));
      if (answer.oddTotal === true) note('odd-total');
      return true;
    case 'export':
      for (const part of answer.parts) addFacts(collected, exportFacts(part));
      return true;
    case 'count':
      addFacts(collected, countFacts(answer.kind, answer.total));
      note('counted');
      return true;
    case 'bundle':
      return takeBundle(collected, answer.answers, where);
    case 'people':
      note('people', { what: answer.what });
      return false;
    case 'unread':
      note('known', { what: answer.what });
      return false;
    case 'error':
      if (answer.status === undefined) note('error');
      else note('error-status', { status: answer.status });
      addFacts(collected, failureFacts(where.request, answer.status));
      return false;
    default:
      note(answer.is);
      if (where.request?.kind !== undefined)
        addFacts(collected, [{ is: 'failure', kind: where.request.kind, reason: 'not-an-answer', api: 1 }]);
      return false;
  }
}

/** A bundle in a bundle is no bundle. */
function takeBundle(collected: Collected, answers: readonly (readonly [string, unknown])[], where: Where): boolean {
  if (where.request !== undefined) return false;
  const used = answers.map(([request, value]) => take(collected, value, { ...where, request: parseRequest(request) }));
  return used.includes(true);
}

/** Some exports of people carry an address in their name (`contact_data_<e-mail>.csv`): it is not repeated. */
function nameOf(path: string): string {
  const cleaned = clean(path, 300);
  return cleaned.masked ? cleaned.text : path;
}

function hostOf(collected: Collected, options: ReadOptions): string | undefined {
  if (options.host !== undefined) return options.host;
  if (collected.hosts.size > 1) throw new MauticConflict('hosts');
  const [host] = collected.hosts;
  return host !== undefined && /^[a-z0-9.:[\]-]{1,260}$/u.test(host) ? host : undefined;
}

function sourceOf(collected: Collected): Made['source'] {
  if (!collected.sources.has('export')) return 'files';
  return collected.sources.has('api') ? 'mixed' : 'export';
}

/** `2026-11-25T03:13:18.123+01:00` → `2026-11-25T02:13:18Z`; what is no time is the beginning of time. */
function seconds(time: string): string {
  const parsed = new Date(time);
  return `${(Number.isNaN(parsed.getTime()) ? new Date(0) : parsed).toISOString().slice(0, 19)}Z`;
}
