/** The outside for the language server: files, settings, rules, clock; and errors in sentences. */
import { join } from 'node:path';
import schemaValid from '../../rules/declaration/schema-valid.js';
import { UnknownVersion } from '../declarations/build.js';
import type { Language } from '../finding.js';
import type { Baseline } from '../lint/baseline/baseline.js';
import { RuleFailure } from '../lint/rule-failure.js';
import type { Trouble, Workspace, World } from '../lsp/world.js';
import type { Snapshot } from '../mautic/snapshot.js';
import { makeLocator } from '../output/locate.js';
import { renderMessage } from '../output/message.js';
import { plainText } from '../output/parts.js';
import { statOf } from '../text/files/faults.js';
import type { Site } from '../website/site.js';
import { hasBaseline } from './baseline-file.js';
import { loadBaseline } from './baseline-reading.js';
import { ConfigFaults } from './config-faults.js';
import { judgeConfigFaults } from './config-report.js';
import { CONFIG_NAME, type Configuration, loadConfiguration } from './configuration.js';
import type { Io } from './io.js';
import { judge } from './judge.js';
import { say } from './messages.js';
import { inBackground } from './plugins/background.js';
import { openCatalogue } from './plugins/catalogue.js';
import { untold } from './plugins/told.js';
import { readSnapshot } from './reading.js';
import { sentenceFor } from './run.js';
import { declarationTest, findDeclarations, hasSnapshot, isFile, readSource } from './session.js';
import { siteOf } from './site.js';
import { EXIT, Stop } from './stop.js';

/**
 * @param asked language of the command line; undefined: that of the settings
 * @param now the day of a run
 */
export function worldOf(io: Io, asked: Language | undefined, now: () => string): World {
  return {
    open: async (folder, changed) => workspaceOf(await loadConfiguration({ ...io, cwd: folder }), { asked, now, changed }, io),
    read: (root, path) => readSource(root, path),
    isFile,
    stamp,
    troubles: (error, root) => troublesOf(error, root, asked ?? 'en', io),
    later: (work, milliseconds) => void setTimeout(work, milliseconds),
  };
}

interface Opening {
  readonly asked: Language | undefined;
  readonly now: () => string;
  readonly changed: () => void;
}

async function workspaceOf(given: Configuration, { asked, now, changed }: Opening, io: Io): Promise<Workspace> {
  const language = asked ?? given.language;
  const catalogue = await openCatalogue(given, language, io);
  const { config, rules, troubles } = catalogue;
  const { root, file, snapshot } = config;
  const rulesFor = inBackground(catalogue, changed);
  // To name a baseline that is not there is a fault of the settings: those before it go on.
  if (!hasBaseline(config)) loadBaseline(config, null);
  const baselineFor = rememberedBaseline(config);
  const website = await siteOrTrouble(config, language, io);
  return {
    root,
    config: file,
    settingsFiles: [
      ...new Set([CONFIG_NAME, ...[...config.origins.values()].map(origin => origin.replace(/:\d+$/u, '')), ...catalogue.files]),
    ],
    hasSite: config.website.include.length > 0,
    snapshot,
    language,
    rules,
    troubles: [...troubles.map(({ code, data }) => ({ message: say(code, language, data), ...placeOf(root, data) })), ...website.troubles],
    find: () => findDeclarations(config),
    fits: await declarationTest(config),
    noDeclarations: noDeclarations(config, language),
    loadSnapshot: () => (hasSnapshot(config) ? readSnapshot(config) : null),
    judge: (declarations, live, lintWith) => {
      const judged = { declarations, snapshot: live, now: now(), baseline: baselineFor(live), site: website.site };
      return judge(config, { ...judged, rules: rulesFor(judged) }, lintWith);
    },
  };
}

/** As in the terminal; editors may have opened a folder above. */
function noDeclarations({ root, file, declarations, origins }: Configuration, language: Language): Trouble[] {
  const message = say('no-declarations', language, { globs: declarations.join(', ') });
  const from = origins.get('declarations');
  if (file === null) return [{ message: say('no-config', language, { folder: root }) }, { message }];
  return [{ message, ...(from === undefined ? {} : placeOf(root, { from })) }];
}

/** The website as it is on disk when the settings are read; what could not be scanned is told. */
async function siteOrTrouble(
  config: Configuration,
  language: Language,
  io: Io,
): Promise<{ readonly site: Site | null; readonly troubles: readonly Trouble[] }> {
  try {
    return { site: await siteOf(config, language, io), troubles: [] };
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return { site: null, troubles: [{ message: sentenceFor(error, language) }] };
  }
}

/** The baseline, read again only when it or the snapshot has changed. */
function rememberedBaseline(config: Configuration): (snapshot: Snapshot | null) => Baseline | null {
  let known: { readonly stamp: string | undefined; readonly snapshot: Snapshot | null; readonly value: Baseline | null } | undefined;
  return snapshot => {
    const now = stamp(config.root, config.baseline);
    if (known === undefined || known.stamp !== now || known.snapshot !== snapshot) {
      known = { stamp: now, snapshot, value: loadBaseline(config, snapshot) };
    }
    return known.value;
  };
}

/** Time, size and number of the file. */
function stamp(root: string, path: string): string | undefined {
  const stat = statOf(join(root, path));
  return stat === undefined ? undefined : `${stat.mtimeMs} ${stat.size} ${stat.ino}`;
}

function troublesOf(error: unknown, root: string, language: Language, io: Io): Trouble[] {
  if (error instanceof RuleFailure && untold([error]).length === 0) return [];
  if (error instanceof ConfigFaults) return configTroubles(error, language, io);
  const stop =
    error instanceof UnknownVersion
      ? new Stop(EXIT.usage, 'unknown-version', { file: error.file, line: error.line, version: error.version })
      : error;
  const message = sentenceFor(stop, language);
  if (!(stop instanceof Stop)) return [{ message }];
  return [{ message, ...placeOf(root, stop.data) }];
}

/** The line that the data of a sentence name: `from` is `file:line`. */
function placeOf(root: string, { from, file, path, line = 1 }: Stop['data']): Pick<Trouble, 'file'> {
  const [, named, at] = /^(.*):(\d+)$/u.exec(String(from ?? '')) ?? ['', file ?? path ?? '', line];
  return lineOf(root, String(named), Number(at));
}

/** The line that an error names, when it is one of a file that can be read. */
function lineOf(root: string, path: string, line: number): Pick<Trouble, 'file'> {
  if (path === '' || !isFile(root, path)) return {};
  try {
    const source = readSource(root, path);
    const lines = source.text.split('\n');
    const start = lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0);
    return { file: { source, range: { start, end: start + (lines[line - 1] ?? '').length } } };
  } catch {
    return {};
  }
}

function configTroubles(faults: ConfigFaults, language: Language, io: Io): Trouble[] {
  const { findings, context } = judgeConfigFaults(faults, io);
  const locator = makeLocator(context);
  return findings.map(({ place, data }) => {
    const message = plainText(renderMessage(schemaValid.text[language], data, language, locator.locate(place)?.line));
    return { message, file: { source: faults.file, range: locator.rangeOf(place)?.range ?? { start: 0, end: 0 } } };
  });
}
