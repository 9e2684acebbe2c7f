/** What every command works with: the configuration, the declarations and the snapshot, read from the repository. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { missingDocuments } from '../declarations/documents.js';
import type { Declarations } from '../declarations/model.js';
import { UnknownVersion } from '../declarations/unknown-version.js';
import { LANGUAGES, type Language } from '../finding.js';
import type { Snapshot } from '../mautic/snapshot.js';
import { MAX_SNAPSHOT_BYTES, SnapshotUnusable } from '../mautic/snapshot-text.js';
import { type SourceText, UnreadableFile, type UnreadableReason } from '../text/document.js';
import { statOf } from '../text/files/faults.js';
import { type Look, lookFor } from '../text/files/find.js';
import { readText } from '../text/files/read.js';
import { nameTest } from '../text/glob-names.js';
import { isPattern } from '../text/globs.js';
import { textOption } from './arguments.js';
import type { Arguments } from './command.js';
import type { Configuration } from './configuration.js';
import type { MessageCode } from './messages.js';
import { EXIT, Stop } from './stop.js';

/** Largest declaration file, in bytes. */
export const DECLARATION_LIMIT = 8 * 1024 * 1024;

/** Reads a text file. @throws Stop (exit 2) that says in one sentence what keeps it from being read */
export function readSource(root: string, path: string, limit = DECLARATION_LIMIT, own: OwnSentences = {}): SourceText {
  try {
    return readText(root, path, limit);
  } catch (error) {
    throw stopFor(error, undefined, own);
  }
}

/** Sentences for files that are no declarations. */
export type OwnSentences = Partial<Readonly<Record<UnreadableReason, MessageCode>>>;

const SNAPSHOT_SENTENCES: OwnSentences = { directory: 'snapshot-directory', 'too-large': 'snapshot-too-large' };

/**
 * What keeps a file from being read, in one sentence; any other error as it is.
 * @param from where the file is named, `file:line`
 * @param own what is said of this kind of file in place of what is said of declarations
 */
export function stopFor(error: unknown, from?: string, own: OwnSentences = {}): unknown {
  if (!(error instanceof UnreadableFile)) return error;
  const code: MessageCode = own[error.reason] ?? `unreadable-${error.reason}`;
  return new Stop(EXIT.usage, code, { path: error.path, ...(from === undefined ? {} : { from }) });
}

/**
 * Paths of the declaration files.
 * @param globs from the command line; empty: those of the configuration
 * @throws Stop (exit 2) for a folder that cannot be read, a glob that leads out of the repository, or a file that is named and not there
 */
export async function findDeclarations(config: Configuration, globs: readonly string[] = []): Promise<string[]> {
  return (await lookForDeclarations(config, globs)).named;
}

/**
 * The same, and near them files that look like declarations and are none, by the ending of their names.
 * @throws Stop (exit 2) as `findDeclarations`
 */
export async function lookForDeclarations(config: Configuration, globs: readonly string[] = []): Promise<Look> {
  try {
    const look = await lookFor(config.root, globs.length === 0 ? config.declarations : globs, withUsualEnding);
    if (globs.length === 0) refuseNoFiles(config);
    return look;
  } catch (error) {
    throw stopFor(error, globs.length === 0 ? config.origins.get('declarations') : undefined);
  }
}

function withUsualEnding(path: string): string | undefined {
  return OTHER_ENDING.test(path) ? path.replace(OTHER_ENDING, '.yaml') : undefined;
}

const OTHER_ENDING = /\.(?:yml|YML|YAML)$/u;

/** A path that the configuration names in place of a glob is that of a file. */
function refuseNoFiles({ root, declarations }: Configuration): void {
  for (const path of declarations.filter(glob => !isPattern(glob))) {
    const stat = statOf(join(root, path));
    if (stat === undefined) throw new UnreadableFile(path, 'missing');
    if (stat.isDirectory()) throw new UnreadableFile(path.replace(/\/+$/u, ''), 'directory');
  }
}

/**
 * Would a file of that path be a declaration? Also of what is on no disk.
 * @throws Stop (exit 2) for a glob that cannot be used
 */
export async function declarationTest({ declarations, origins }: Configuration): Promise<(path: string) => boolean> {
  try {
    return await nameTest(declarations);
  } catch (error) {
    throw stopFor(error, origins.get('declarations'));
  }
}

/**
 * Declarations, with what the disk says of the documents that they name.
 * @throws Stop for a file in a format that this program does not read
 */
export function withDocuments(config: Configuration, build: () => Declarations): Declarations {
  try {
    const declarations = build();
    const problems = missingDocuments(declarations.files, path => isFile(config.root, path));
    return { ...declarations, problems: [...declarations.problems, ...problems] };
  } catch (error) {
    if (!(error instanceof UnknownVersion)) throw error;
    throw new Stop(EXIT.usage, 'unknown-version', { file: error.file, line: error.line, version: error.version });
  }
}

/** Is there a file at that path of the repository? */
export function isFile(root: string, path: string): boolean {
  const inside = !path.startsWith('/') && !path.split('/').includes('..');
  return inside && (statOf(join(root, path))?.isFile() ?? false);
}

/** The language of the messages: of the command line, else of the configuration. */
export function languageFor(args: Arguments, config: Configuration): Language {
  return LANGUAGES.find(language => language === textOption(args, 'language')) ?? config.language;
}

/** Is there a snapshot where the configuration says? */
export function hasSnapshot(config: Configuration): boolean {
  return existsSync(join(config.root, config.snapshot));
}

/** The text of the snapshot. */
export function snapshotSource(config: Configuration): SourceText {
  return readSource(config.root, config.snapshot, MAX_SNAPSHOT_BYTES, SNAPSHOT_SENTENCES);
}

/** The snapshot in a text. @throws Stop when it is none that can be used */
export function snapshotIn({ path, text }: SourceText, load: (text: string, path: string) => Snapshot): Snapshot {
  try {
    return load(text, path);
  } catch (error) {
    if (!(error instanceof SnapshotUnusable)) throw error;
    throw new Stop(EXIT.notChecked, `snapshot-${error.reason}`, { path, where: error.detail ?? '' });
  }
}
