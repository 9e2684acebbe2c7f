/** Symbolic place of a finding → file, line and column, the line of the file, and the screen in Mautic. */
import { homeOf } from '../declarations/homes.js';
import type { DeclarationFile } from '../declarations/model.js';
import type { FilePlace, Place } from '../finding.js';
import { isFilePlace } from '../finding.js';
import { isKind, parseIdentity, sectionOf } from '../items.js';
import type { RuleContext } from '../lint/rule.js';
import { withoutValues } from '../lint/website/masked.js';
import type { TextRange } from '../text/document.js';
import { type Lines, linesOf, type Snippet } from '../text/position.js';

export interface Located {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  /** Behind the last character. */
  readonly endColumn: number;
  /** Left out where the place only stands for something that no file holds. */
  readonly snippet?: Snippet;
}

export interface Locator {
  /** Undefined when there is no file to show it in. */
  locate(place: Place): Located | undefined;
  /** The same as offsets in the text of the file. */
  rangeOf(place: Place): { readonly file: string; readonly range: TextRange } | undefined;
  /** A line of a declaration file; undefined for other files. */
  lineOf(file: string, line: number): string | undefined;
  /** Screen of an item in Mautic, by its reference. */
  link(reference: string): string | undefined;
}

/** Sections of what is no item. */
const OTHER_SECTIONS: ReadonlyMap<string, string> = new Map([
  ['purpose', 'purposes'],
  ['recipient', 'recipients'],
  ['system', 'systems'],
  ['notice', 'notices'],
  ['tracking', 'tracking'],
  ['waiver', 'waivers'],
  ['form_field', 'forms'],
]);

const START: TextRange = { start: 0, end: 0 };

/** A file that places are shown in; code of the website has no paths. */
type Shown = Pick<DeclarationFile, 'path' | 'text'> & Partial<Pick<DeclarationFile, 'document'>>;

interface Spot {
  readonly file: Shown;
  readonly range: TextRange;
}

type Known = Pick<RuleContext, 'declarations' | 'snapshot' | 'policy' | 'baseline' | 'site'>;

/** Makes a locator over the files and the snapshot of one run; every file is indexed once, and only when it is asked for. */
export function makeLocator({ declarations, snapshot, policy, baseline, site }: Known): Locator {
  const read: readonly Shown[] = [...declarations.files, ...(baseline === null ? [] : [baseline.file]), ...(site?.texts.values() ?? [])];
  const files = new Map(read.map(file => [file.path, file]));
  const indexes = new Map<string, Lines>();
  const homes = new Map<string, Spot | undefined>();

  function linesIn({ path, text }: Shown): Lines {
    const isCode = site?.texts.has(path) === true;
    const lines = indexes.get(path) ?? linesOf(isCode ? withoutValues(text) : text);
    indexes.set(path, lines);
    return lines;
  }

  function located({ file, range }: Spot, isExact: boolean): Located {
    const lines = linesIn(file);
    const start = lines.position(range.start);
    const end = lines.position(Math.max(range.start, range.end));
    const place = { file: file.path, line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
    return isExact ? { ...place, snippet: lines.snippet(range) } : place;
  }

  /** The question of a declared form: where the form lists its questions, else at the form. */
  function formSpot(reference: string): Spot | undefined {
    const field = snapshot.item(reference);
    const form = field?.kind === 'form_field' ? snapshot.item(field.form ?? '') : undefined;
    const entry = form === undefined ? undefined : policy.entryOf(form);
    const file = entry === undefined ? undefined : files.get(entry.place.file);
    if (entry === undefined || file === undefined) return undefined;
    const range = file.document?.rangeOf([...entry.place.path, 'fields'], 'key') ?? file.document?.rangeOf(entry.place.path, 'key');
    return range === undefined ? undefined : { file, range };
  }

  function itemSpot(reference: string): Spot | undefined {
    const kind = parseIdentity(reference)?.kind ?? reference;
    const section = OTHER_SECTIONS.get(kind) ?? (isKind(kind) ? sectionOf(kind) : null);
    if (section === null) return undefined;
    const spot = kind === 'form_field' ? formSpot(reference) : undefined;
    if (spot !== undefined) return spot;
    if (!homes.has(section)) homes.set(section, homeSpot(declarations.files, section));
    return homes.get(section);
  }

  /** Undefined where the declarations do not hold the file. */
  function spotOf(place: Place): Spot | undefined {
    if (!isFilePlace(place)) return itemSpot(place.item);
    const file = files.get(place.file);
    return file === undefined ? undefined : { file, range: rangeOf(file, place) };
  }

  return {
    locate(place) {
      const spot = spotOf(place);
      if (spot === undefined) return isFilePlace(place) ? unread(place) : undefined;
      return located(spot, isFilePlace(place) && spot.range !== START);
    },
    rangeOf(place) {
      const spot = spotOf(place);
      if (spot === undefined) return isFilePlace(place) ? { file: place.file, range: START } : undefined;
      return { file: spot.file.path, range: spot.range };
    },
    lineOf(path, line) {
      const file = files.get(path);
      return file === undefined ? undefined : linesIn(file).line(line);
    },
    link(reference) {
      const item = snapshot.item(reference);
      return item === undefined ? undefined : webAddress(snapshot.link(item));
    },
  };
}

/** A file that the declarations do not hold (a document, the configuration): its start. */
function unread({ file }: FilePlace): Located {
  return { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
}

/** Where a place stands; where its path does not exist, the key of the nearest part around it. */
function rangeOf({ document }: Shown, { path, at, range }: FilePlace): TextRange {
  if (range !== undefined) return { start: range[0], end: range[1] };
  const found = path.length === 0 ? START : document?.rangeOf(path, at);
  if (found !== undefined) return found;
  for (let length = path.length - 1; length > 0; length--) {
    const around = document?.rangeOf(path.slice(0, length), 'key');
    if (around !== undefined) return around;
  }
  return START;
}

/** The section key in the file where its entries live; without one, the start of the first file. */
function homeSpot(files: readonly DeclarationFile[], section: string): Spot | undefined {
  const file = homeOf(files, section) ?? files[0];
  return file === undefined ? undefined : { file, range: file.document.rangeOf([section], 'key') ?? START };
}

/** The host of a snapshot is text from a file: only web addresses are linked to, written in the characters that addresses have. */
function webAddress(link: string | null): string | undefined {
  if (link === null || !URL.canParse(link)) return undefined;
  const { protocol, href } = new URL(link);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}
