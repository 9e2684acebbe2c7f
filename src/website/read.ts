/** Files of a website → what each sends: markup by one reader, code and the scripts in markup by the other, all scripts together. */
import type { SourceText } from '../text/document.js';
import type { CodeReading, CodeWish, readScripts } from './code/index.js';
import { fileKind } from './file-kinds.js';
import { guarded } from './guarded.js';
import { ignoresIn } from './ignores.js';
import type { MarkupReading, readMarkup } from './markup/index.js';
import type { Script, Send, SiteFile, SiteNote } from './site.js';

/** The readers, each loaded when there is something for it. */
export interface Readers {
  readonly markup: () => Promise<typeof readMarkup>;
  readonly code: () => Promise<typeof readScripts>;
}

const READERS: Readers = {
  markup: async () => (await import('./markup/index.js')).readMarkup,
  code: async () => (await import('./code/index.js')).readScripts,
};

export interface FileReading {
  readonly source: SourceText;
  readonly file: SiteFile;
  /** It is a script, or there are some in it. */
  readonly hasScripts: boolean;
}

/** Reads files together, so that what one takes from another is known; what is neither code nor markup sends nothing. In their order. */
export async function readFiles(sources: readonly SourceText[], wish: CodeWish, readers: Readers = READERS): Promise<FileReading[]> {
  const pages = sources.filter(({ path }) => fileKind(path)?.is === 'markup');
  const markup = pages.length === 0 ? new Map<SourceText, MarkupReading>() : readPages(pages, await readers.markup(), wish);
  const scripts = new Map(sources.map(source => [source, scriptsOf(source, markup.get(source))]));
  const all = [...scripts.values()].flat();
  const code = all.length === 0 ? new Map<Script, CodeReading>() : readAll(all, await readers.code(), wish);
  return sources.map(source => {
    const own = scripts.get(source) ?? [];
    const page = markup.get(source) ?? NOTHING;
    const readings = [page, ...own.flatMap(script => code.get(script) ?? [])];
    return { source, file: fileOf(source, readings, page.conditions), hasScripts: own.length > 0 };
  });
}

const NOTHING = { sends: [], scripts: [], conditions: [], notes: [] } as const satisfies MarkupReading;

function readPages(pages: readonly SourceText[], read: typeof readMarkup, wish: CodeWish): ReadonlyMap<SourceText, MarkupReading> {
  return new Map(
    pages.map(page => [
      page,
      orTooDeep(
        () => read(page, wish),
        notes => ({ ...NOTHING, notes }),
      ),
    ]),
  );
}

/** One script that is nested too deeply must not keep the others from being read. */
function readAll(scripts: readonly Script[], read: typeof readScripts, wish: CodeWish): ReadonlyMap<Script, CodeReading> {
  const apart = (): ReadonlyMap<Script, CodeReading> =>
    new Map(
      scripts.flatMap(script => [
        ...orTooDeep(
          () => read([script], wish),
          notes => new Map([[script, { sends: [], notes }]]),
        ),
      ]),
    );
  return orTooDeep(() => read(scripts, wish), apart);
}

/** @param otherwise what holds when the stack was not deep enough */
function orTooDeep<T>(read: () => T, otherwise: (notes: SiteNote[]) => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return otherwise([{ code: 'syntax', detail: 'nested too deeply' }]);
  }
}

function scriptsOf({ path, text }: SourceText, markup: MarkupReading | undefined): readonly Script[] {
  const kind = fileKind(path);
  return kind?.is === 'code' ? [{ path, text, dialect: kind.dialect }] : (markup?.scripts ?? []);
}

type Said = Pick<MarkupReading, 'sends' | 'notes'>;

function fileOf({ path, text }: SourceText, readings: readonly Said[], conditions: MarkupReading['conditions']): SiteFile {
  const sends = guarded(
    readings.flatMap(reading => reading.sends),
    conditions,
  );
  const notes = readings.flatMap(reading => reading.notes);
  return { path, sends: eachOnce(sends).sort(byPlace), ignores: ignoresIn(text), notes: eachOnce(notes).sort(byPlace) };
}

/** The same script may be read in two ways, and say the same. */
function eachOnce<T extends Send | SiteNote>(found: readonly T[]): T[] {
  return [...new Map(found.map(one => [JSON.stringify(Object.entries(one).sort()), one])).values()];
}

function byPlace(one: Send | SiteNote, other: Send | SiteNote): number {
  return (one.start ?? 0) - (other.start ?? 0) || endOf(one) - endOf(other);
}

function endOf(found: Send | SiteNote): number {
  return 'end' in found ? found.end : 0;
}
