/** `purposelint init`: purposelint.yaml and a commented start for every item that has no entry; existing files are added to, never overwritten. */
import { posix } from 'node:path';
import { HOMES, homeOf, POLICY_FILE } from '../../declarations/homes.js';
import type { DeclarationFile } from '../../declarations/model.js';
import { readFile } from '../../declarations/read-file.js';
import type { Language } from '../../finding.js';
import { openFiles } from '../../fixes/changes.js';
import { tryChanges } from '../../fixes/try.js';
import { lint } from '../../lint/lint.js';
import type { Snapshot } from '../../mautic/snapshot.js';
import type { SourceText } from '../../text/document.js';
import { textOption } from '../arguments.js';
import { hasBaseline } from '../baseline-file.js';
import { FORGES } from '../ci/files.js';
import { writeCi } from '../ci/write.js';
import type { Command } from '../command.js';
import { CONFIG_NAME, type Configuration, loadConfiguration } from '../configuration.js';
import type { Io } from '../io.js';
import { say } from '../messages.js';
import { writeOwn } from '../own-files.js';
import { readDeclarations, readSnapshot } from '../reading.js';
import { findDeclarations, hasSnapshot, isFile, languageFor } from '../session.js';
import { type Stub, stubsFor } from '../starter.js';
import { configStart, fileStart, POLICY_START } from '../starter-texts.js';
import { EXIT, Stop, speaking } from '../stop.js';

export const init: Command = async (args, io) => {
  const config = await loadConfiguration(io);
  const language = languageFor(args, config);
  return speaking(language, async () => {
    const forge = FORGES.find(name => name === textOption(args, 'ci'));
    if (forge !== undefined) {
      writeCi(forge, config, io, language);
      return EXIT.ok;
    }
    const snapshot = hasSnapshot(config) ? readSnapshot(config) : null;
    const { files, stubs } = await plan(config, snapshot, language, io);
    writeOwn(config.root, [...files.values()]);
    const count = stubs.reduce((sum, stub) => sum + stub.items, 0);
    if (snapshot === null) io.stderr.write(`${say('init-no-snapshot', language, { path: config.snapshot })}\n`);
    const done = files.size === 0 ? 'init-nothing' : count === 0 ? 'init-start' : 'init-done';
    io.stderr.write(`${say(done, language, { files: files.size, count })}\n`);
    if (count > 0 && !hasBaseline(config)) io.stderr.write(`${say('init-baseline', language)}\n`);
    for (const path of files.keys()) io.stdout.write(`${path}\n`);
    return EXIT.ok;
  });
};

interface Plan {
  /** New texts by path, for whole files. */
  readonly files: ReadonlyMap<string, SourceText>;
  readonly stubs: readonly Stub[];
}

/** Works everything out before the first byte is written. */
async function plan(config: Configuration, snapshot: Snapshot | null, language: Language, io: Io): Promise<Plan> {
  const declarations = readDeclarations(config, await findDeclarations(config));
  const broken = declarations.files.find(file => file.document.faults.length > 0);
  if (broken !== undefined) throw new Stop(EXIT.usage, 'init-broken', { file: broken.path });
  const now = io.now().toISOString().slice(0, 10);
  const { context } = lint({ declarations, snapshot, now, preset: config.preset, rules: [], configured: new Map() });
  const stubs = stubsFor(context);

  const files = new Map<string, SourceText>();
  const folder = folderOf(config.declarations[0] ?? '');
  if (config.file === null) files.set(CONFIG_NAME, { path: CONFIG_NAME, text: configStart(language) });
  const policy = { path: posix.join(folder, POLICY_FILE), text: `${fileStart(folder)}${POLICY_START}` };
  if (declarations.files.length === 0) files.set(policy.path, policy);
  for (const file of added(stubs, declarations.files, folder)) files.set(file.path, file);
  const declared = new Set(declarations.files.map(({ path }) => path));
  const taken = [...files.keys()].find(path => !declared.has(path) && isFile(config.root, path));
  if (taken !== undefined) throw new Stop(EXIT.usage, 'init-taken', { path: taken });
  return { files, stubs };
}

/** The files that get entries, with them; what is already in them says the same as before. */
function added(stubs: readonly Stub[], files: readonly DeclarationFile[], folder: string): readonly SourceText[] {
  const known = new Map(files.map(file => [file.path, file]));
  const changes = stubs.map(({ section, text: lines, into }) => {
    const file = into?.file ?? homeOf(files, section)?.path ?? posix.join(folder, HOMES[section] ?? 'items.yaml');
    if (!known.has(file)) known.set(file, readFile({ path: file, text: fileStart(folder) }).file);
    return { do: 'add', place: { file, path: into?.path ?? [section], at: 'value' }, lines } as const;
  });
  const opened = openFiles([...known.values()]);
  const after = tryChanges(changes, opened);
  if (after !== undefined) return after;
  const wrong = changes.find((_, index) => tryChanges(changes.slice(0, index + 1), opened) === undefined)?.place;
  throw new Stop(EXIT.usage, 'init-cannot-add', { file: wrong?.file ?? '', place: wrong?.path.join('.') ?? '' });
}

/** The part of a glob before its first wildcard: `privacy/**` → `privacy`. */
function folderOf(glob: string): string {
  const plain = glob.split('/').slice(0, -1);
  const magic = plain.findIndex(part => /[*?[\]{}!]/u.test(part));
  return plain.slice(0, magic < 0 ? plain.length : magic).join('/') || 'privacy';
}
