/** `--format NAME[=FILE]`: which formats go where, and the paths as their readers need them. */
import { resolve } from 'node:path';
import type { Severity } from '../finding.js';
import { FORMATS, type FormatName } from '../output/formats/index.js';
import { type Palette, PLAIN } from '../output/palette.js';
import type { Report } from '../output/report.js';
import { listOption } from './arguments.js';
import type { Arguments } from './command.js';
import { CONFIG_NAME, type Configuration } from './configuration.js';
import { type Io, type Output, wantsColour } from './io.js';
import { realPath, refuseLinkOut, refuseOwn, refuseUnwritable, save } from './output-files.js';
import { renamer, withPaths } from './report-paths.js';
import { EXIT, Stop } from './stop.js';

export interface Wanted {
  readonly name: FormatName;
  /** Undefined: standard output, which is also `-`. */
  readonly file?: string;
}

/**
 * The formats asked for; `stylish` when none is.
 * @throws Stop (exit 2) for a format that does not exist, two that go to one place, however it is spelt, or a file that cannot be written
 */
export function wantedFormats(args: Arguments, cwd: string): Wanted[] {
  const asked = listOption(args, 'format');
  const wanted = (asked.length === 0 ? ['stylish'] : asked).map(parse);
  const places = wanted.map(({ file }) => (file === undefined ? '' : realPath(resolve(cwd, file))));
  const twice = wanted.find((_, index) => places.indexOf(places[index] ?? '') !== index);
  if (twice !== undefined) throw new Stop(EXIT.usage, 'format-twice', { place: twice.file ?? 'stdout' });
  for (const { file } of wanted) if (file !== undefined) refuseUnwritable(resolve(cwd, file), file);
  return wanted;
}

/** @throws Stop (exit 2) for a file that is one of these, or that a link leads out of the root to */
export function refuseOwnFiles(wanted: readonly Wanted[], own: readonly string[], root: string, cwd: string): void {
  for (const { file } of wanted) {
    if (file === undefined) continue;
    refuseLinkOut(root, resolve(cwd, file), file);
    refuseOwn(resolve(cwd, file), file, own);
  }
}

function parse(value: string): Wanted {
  const equals = value.indexOf('=');
  const name = equals < 0 ? value : value.slice(0, equals);
  const file = equals < 0 ? '' : value.slice(equals + 1);
  if (!isFormat(name))
    throw new Stop(EXIT.usage, 'bad-choice', { option: 'format', value: name, choices: Object.keys(FORMATS).join(', ') });
  return { name, ...(file === '' || file === '-' ? {} : { file }) };
}

function isFormat(name: string): name is FormatName {
  return Object.hasOwn(FORMATS, name);
}

export interface Writing {
  /** Severity from which on a finding breaks the run. */
  readonly failOn: Severity;
  /** Markdown that follows the findings. */
  readonly appendix?: string;
}

/**
 * Writes a report in each format. All of them are made before the first is written; files are written whole or not at all, before
 * anything is printed.
 * @throws Stop (exit 2) for a file that cannot be written
 */
export async function writeReport(
  report: Report,
  wanted: readonly Wanted[],
  config: Configuration,
  io: Io,
  writing: Writing,
): Promise<void> {
  const texts: { readonly file?: string; readonly text: string }[] = [];
  for (const { name, file } of wanted) {
    const format = await FORMATS[name]();
    const palette = file === undefined ? await paletteFor(io, io.stdout) : PLAIN;
    const names = renamer(name, config.root, io);
    const anchor = names.shown(config.file ?? report.findings[0]?.place?.file ?? CONFIG_NAME);
    const findings = format(withPaths(report, names), { columns: io.stdout.columns, palette, anchor, failOn: writing.failOn });
    texts.push({ text: name === 'markdown' ? findings + (writing.appendix ?? '') : findings, ...(file === undefined ? {} : { file }) });
  }
  for (const { file, text } of texts) if (file !== undefined) save(resolve(io.cwd, file), file, text);
  for (const { file, text } of texts) if (file === undefined) io.stdout.write(text);
}

/** Colours for an output that wants them. */
export async function paletteFor(io: Io, output: Output): Promise<Palette> {
  if (!wantsColour(io, output)) return PLAIN;
  const { createColors } = (await import('picocolors')).default;
  return createColors(true);
}
