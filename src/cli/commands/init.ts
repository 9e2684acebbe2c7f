/** `purposelint init`: purposelint.yaml and a commented start for every item that has no entry; existing files are added to, never overwritten. */
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { HOMES, homeOf, POLICY_FILE } from '../../declarations/homes.js';
import type { Language } from '../../finding.js';
import { lint } from '../../lint/lint.js';
import type { Snapshot } from '../../mautic/snapshot.js';
import type { SourceText } from '../../text/document.js';
import { applyEdits } from '../../text/edits.js';
import { writeWhole } from '../../text/files/write.js';
import { insertInto } from '../../text/insert.js';
import { parseYaml } from '../../text/yaml.js';
import { textOption } from '../arguments.js';
import { hasBaseline } from '../baseline-file.js';
import { FORGES } from '../ci/files.js';
import { writeCi } from '../ci/write.js';
import type { Command } from '../command.js';
import { CONFIG_NAME, type Configuration, loadConfiguration } from '../configuration.js';
import type { Io } from '../io.js';
import { say } from '../messages.js';
import { readDeclarations, readSnapshot } from '../reading.js';
import { findDeclarations, hasSnapshot, languageFor } from '../session.js';
import { type Stub, stubsFor } from '../starter.js';
import { configStart, fileStart, POLICY_START } from '../starter-texts.js';
import { EXIT, notWritable, Stop, speaking } from '../stop.js';

export const init: Command = async (args, io) => {
  const config = await loadConfiguration(io);
  const language = languageFor(args, config);
  return speaking(language, async () => {
    const forge = FORGES.find(name => name === textOption(args, 'ci'));
    if (forge !== undefined) {
      writeCi(forge, config, io, language, (path, text) => save(config, path, text));
      return EXIT.ok;
    }
    const snapshot = hasSnapshot(config) ? readSnapshot(config) : null;
    const { files, stubs } = await plan(config, snapshot, language, io);
    for (const [path, { text, mark }] of files) save(config, path, mark === true ? `\ufeff${text}` : text);
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
  const start = (path: string, text: string) => files.set(path, { path, text });
  if (config.file === null) start(CONFIG_NAME, configStart(language));
  if (declarations.files.length === 0) start(posix.join(folder, POLICY_FILE), `${fileStart(folder)}${POLICY_START}`);
  for (const stub of stubs) {
    const path =
      stub.into?.file ?? homeOf(declarations.files, stub.section)?.path ?? posix.join(folder, HOMES[stub.section] ?? 'items.yaml');
    const source = files.get(path) ?? declarations.files.find(file => file.path === path) ?? { path, text: fileStart(folder) };
    files.set(path, added(source, stub));
  }
  return { files, stubs };
}

function added(source: SourceText, { section, text: entries, into }: Stub): SourceText {
  const document = parseYaml(source.text);
  const { text } = source;
  const edits = insertInto(document, text, into?.path ?? [section], entries);
  if (edits === undefined) throw new Stop(EXIT.usage, 'init-broken', { file: source.path });
  return { ...source, text: applyEdits(source.text, edits) };
}

/** The part of a glob before its first wildcard: `privacy/**` → `privacy`. */
function folderOf(glob: string): string {
  const plain = glob.split('/').slice(0, -1);
  const magic = plain.findIndex(part => /[*?[\]{}!]/u.test(part));
  return plain.slice(0, magic < 0 ? plain.length : magic).join('/') || 'privacy';
}

function save(config: Configuration, path: string, text: string): void {
  const target = join(config.root, path);
  try {
    if (!existsSync(dirname(target))) mkdirSync(dirname(target), { recursive: true });
    writeWhole(target, text);
  } catch (error) {
    throw notWritable(path, error);
  }
}
