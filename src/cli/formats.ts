/** `--format NAME[=FILE]`: which formats go where, and the paths as their readers need them. */
import { relative, resolve } from 'node:path';
import { FORMATS, type FormatName } from '../output/formats/index.js';
import { type Palette, PLAIN } from '../output/palette.js';
import type { Report, ReportedFinding } from '../output/report.js';
import { writeWhole } from '../text/files.js';
import { listOption } from './arguments.js';
import type { Configuration } from './configuration.js';
import { type Io, type Output, wantsColour } from './io.js';
import type { Arguments } from './options.js';
import { EXIT, Stop } from './stop.js';

export interface Wanted {
  readonly name: FormatName;
  /** Undefined: standard output. */
  readonly file?: string;
}

/**
 * The formats asked for; `stylish` when none is.
 * @throws Stop (exit 2) for a format that does not exist, or two that go to one place
 */
export function wantedFormats(args: Arguments): Wanted[] {
  const asked = listOption(args, 'format');
  const wanted = (asked.length === 0 ? ['stylish'] : asked).map(parse);
  const places = wanted.map(({ file = '' }) => file);
  const twice = places.find((place, index) => places.indexOf(place) !== index);
  if (twice !== undefined) throw new Stop(EXIT.usage, 'format-twice', { place: twice === '' ? 'stdout' : twice });
  return wanted;
}

function parse(value: string): Wanted {
  const equals = value.indexOf('=');
  const name = equals < 0 ? value : value.slice(0, equals);
  const file = equals < 0 ? '' : value.slice(equals + 1);
  if (!isFormat(name))
    throw new Stop(EXIT.usage, 'bad-choice', { option: 'format', value: name, choices: Object.keys(FORMATS).join(', ') });
  return { name, ...(file === '' ? {} : { file }) };
}

function isFormat(name: string): name is FormatName {
  return Object.hasOwn(FORMATS, name);
}

/**
 * Writes a report in each format. Files are written whole or not at all.
 * @param appendix Markdown that follows the findings
 */
export async function writeReport(report: Report, wanted: readonly Wanted[], config: Configuration, io: Io, appendix = ''): Promise<void> {
  for (const { name, file } of wanted) {
    const format = await FORMATS[name]();
    const palette = file === undefined ? await paletteFor(io, io.stdout) : PLAIN;
    const findings = format(withPaths(report, pathFor(name, config, io)), { columns: io.stdout.columns, palette });
    const text = name === 'markdown' ? findings + appendix : findings;
    if (file === undefined) io.stdout.write(text);
    else save(resolve(io.cwd, file), file, text);
  }
}

function save(target: string, path: string, text: string): void {
  try {
    writeWhole(target, text);
  } catch (error) {
    throw new Stop(EXIT.usage, 'not-writable', { path, detail: error instanceof Error && 'code' in error ? String(error.code) : '' });
  }
}

/** Colours for an output that wants them. */
export async function paletteFor(io: Io, output: Output): Promise<Palette> {
  if (!wantsColour(io, output)) return PLAIN;
  const { createColors } = (await import('picocolors')).default;
  return createColors(true);
}

/** A terminal wants paths from the current folder, annotations from the root of the checkout; files keep those of the repository. */
function pathFor(name: FormatName, config: Configuration, io: Io): (path: string) => string {
  const base = name === 'stylish' ? io.cwd : name === 'github' ? (io.env.GITHUB_WORKSPACE ?? config.root) : config.root;
  return path => relative(base, resolve(config.root, path)).replaceAll('\\', '/');
}

function withPaths(report: Report, rename: (path: string) => string): Report {
  return { ...report, findings: report.findings.map(finding => renamed(finding, rename)) };
}

function renamed(finding: ReportedFinding, rename: (path: string) => string): ReportedFinding {
  const place = finding.place === undefined ? {} : { place: { ...finding.place, file: rename(finding.place.file) } };
  const related = finding.related.map(other =>
    other.place === undefined ? other : { ...other, place: { ...other.place, file: rename(other.place.file) } },
  );
  return { ...finding, ...place, related };
}
