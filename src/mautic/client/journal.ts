/**
 * The journal of a pull, beside the snapshot: what was read of long lists, so that a pull that was cut off goes on, and the next one asks
 * only for what changed. It holds what the snapshot will hold and nothing more: rows that still carry a raw value are asked again.
 */
import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { append, getOrInsert } from '../../collections.js';
import type { RowFacts } from '../answer-facts.js';
import { draftOf, isKeepable } from './journal-facts.js';
import { type Heading, type Line, linesOf, writeLine } from './journal-lines.js';
import type { Entry, Journal, KeptPage, KnownRows } from './ledger.js';

export interface JournalOptions {
  /** Where the snapshot is; the journal lies in a hidden folder beside it. */
  readonly snapshot: string;
  /** Address and kind of login: another Mautic, or other rights, cannot be gone on with. */
  readonly instance: string;
  readonly version: string;
  readonly now: Date;
}

const HOUR = 3600 * 1000;
const FOLDER = '.purposelint';
/** Git leaves the folder alone. */
const IGNORE = '# Made by purposelint pull; may be deleted at any time.\n*\n';

/** Whether a pull goes on where an earlier one was cut off. */
export interface Opened extends Journal {
  readonly resumed: boolean;
}

/**
 * Opens the journal and begins a new one.
 * @throws the error of the file system when it cannot be read or begun
 */
export function openJournal({ snapshot, instance, version, now }: JournalOptions): Opened {
  const whole = join(dirname(snapshot), FOLDER, `${basename(snapshot)}.jsonl`);
  const part = join(dirname(snapshot), FOLDER, `${basename(snapshot)}.part.jsonl`);
  const heading: Heading = { is: 'heading', instance, version, started: now.toISOString() };
  const belongs = (line: Line | undefined): line is Heading =>
    line?.is === 'heading' && line.instance === instance && line.version === version;
  const cut = read(part);
  const [begun] = cut;
  const resumed = belongs(begun) && isWithin(begun.started, now);
  const [ended, ...before] = read(whole);
  const known = belongs(ended) ? rowsBefore(before, Date.parse(ended.started) - HOUR) : new Map<string, KnownRows>();
  const pages = resumed ? pagesOf(cut) : new Map<string, KeptPage[]>();
  mkdirSync(dirname(part), { recursive: true });
  if (!existsSync(join(dirname(part), '.gitignore'))) writeFileSync(join(dirname(part), '.gitignore'), IGNORE);
  // written anew: a line that was cut off would hide those behind it
  const file = begin(part, resumed ? cut : [heading]);
  let added = false;
  return {
    resumed: resumed && pages.size > 0,
    pages: list => pages.get(list) ?? [],
    add: entry => {
      file.append(lineOf(entry));
      added = true;
    },
    holdsPages: () => (added || pages.size > 0) && file.isThere(),
    drop: list => file.append({ is: 'drop', list }),
    known: list => known.get(list),
    finish: () => file.become(whole),
  };
}

interface Kept {
  readonly append: (line: Line) => void;
  readonly isThere: () => boolean;
  /** Takes the name for good. */
  readonly become: (name: string) => void;
}

/**
 * A new file of this pull alone: another pull that still writes into the one of this name writes into one that nobody sees. It only saves time, so
 * the pull goes on without it when it is taken away, or the disk is full.
 */
function begin(path: string, lines: readonly Line[]): Kept {
  rmSync(path, { force: true });
  const file = openSync(path, 'wx', 0o600);
  writeSync(file, lines.map(writeLine).join(''));
  const { ino } = fstatSync(file);
  let isKept = true;
  const isThere = (): boolean => isKept && statSync(path, { throwIfNoEntry: false })?.ino === ino;
  const attempt = (act: () => void): void => {
    try {
      if (isThere()) act();
    } catch {
      isKept = false;
    }
  };
  return {
    append: line => attempt(() => writeSync(file, writeLine(line))),
    isThere,
    become: name => {
      attempt(() => renameSync(path, name));
      closeSync(file);
    },
  };
}

/** Takes the journal of a snapshot away. */
export function forgetJournal(snapshot: string): void {
  for (const name of ['jsonl', 'part.jsonl']) rmSync(join(dirname(snapshot), FOLDER, `${basename(snapshot)}.${name}`), { force: true });
}

function read(path: string): readonly Line[] {
  return existsSync(path) ? linesOf(readFileSync(path, 'utf8')) : [];
}

function isWithin(started: string, now: Date): boolean {
  const age = now.getTime() - Date.parse(started);
  return age >= 0 && age < HOUR;
}

function lineOf({ facts, ...page }: Entry): Line {
  const rows = facts.rows.filter(row => row.id !== undefined && isKeepable(row));
  return { is: 'page', ...page, rows, facts: facts.list, whole: rows.length === facts.rows.length };
}

function pagesOf(lines: readonly Line[]): ReadonlyMap<string, readonly KeptPage[]> {
  const pages = new Map<string, KeptPage[]>();
  for (const line of lines) {
    if (line.is === 'drop') pages.delete(line.list);
    if (line.is !== 'page') continue;
    const { is: _is, rows, facts, whole, ...page } = line;
    append(pages, line.list, { ...page, facts: whole ? { rows, list: facts } : null });
  }
  return pages;
}

/** Rows by list and id. What changed shortly before it was read may have changed again within the same second. */
function rowsBefore(lines: readonly Line[], latest: number): ReadonlyMap<string, KnownRows> {
  const lists = new Map<string, Map<number, RowFacts>>();
  for (const line of lines) {
    if (line.is === 'drop') lists.delete(line.list);
    if (line.is !== 'page') continue;
    const rows = getOrInsert(lists, line.list, () => new Map<number, RowFacts>());
    for (const row of line.rows) {
      const stamp = Date.parse(draftOf(row)?.stamp ?? '');
      if (row.id !== undefined && stamp < latest) rows.set(row.id, row);
    }
  }
  return lists;
}
