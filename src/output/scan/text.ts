/** A scan for the terminal: by file, each send at its line and column. */
import type { Language } from '../../finding.js';
import type { SnapshotView } from '../../lint/snapshot-view.js';
import type { Send } from '../../website/site.js';
import { escapeTerminal } from '../escape.js';
import type { Palette } from '../palette.js';
import { code, type Sentence, text } from '../parts.js';
import { quoted } from '../phrases.js';
import { fill } from '../template.js';
import { cutKey, numberIn } from '../values.js';
import { type Words, wordsOf } from '../words.js';
import { type Run, wrap } from '../wrap.js';
import { countsOf, type FileScan, meantBy, nameIn, placed, type Scan } from './scanned.js';
import { type ScanWords, scanWordsOf } from './words.js';

export interface Look {
  readonly colour: Palette;
  /** Width of the terminal. */
  readonly columns: number;
  /** How a path is shown. */
  readonly shown: (path: string) => string;
}

interface Told {
  readonly words: Words;
  readonly scan: ScanWords;
}

const WIDEST = 120;
const NARROWEST = 40;

/** Text that ends with a line end; the last line counts the files. */
export function scanText({ site, snapshot }: Scan, language: Language, look: Look): string {
  const told = { words: wordsOf(language), scan: scanWordsOf(language) };
  const files = site.files.map(file => placed(file, site)).map(file => block(file, snapshot, told, look));
  const shown = files.filter(lines => lines.length > 1).map(lines => lines.join('\n'));
  const isSilent = site.files.every(({ sends }) => sends.length === 0);
  return `${[...shown, ...(isSilent ? [told.scan.nothing] : []), summary(countsOf(site), told)].join('\n\n')}\n`;
}

function block({ path, sends, notes }: FileScan, snapshot: SnapshotView, told: Told, look: Look): string[] {
  const width = Math.max(0, ...sends.map(({ start }) => place(start).length));
  return [
    look.colour.bold(escapeTerminal(look.shown(path))),
    ...sends.flatMap(({ found, start }) => entry(place(start).padStart(width), sendSentence(found, snapshot, told), look)),
    ...(notes.some(({ found }) => found.code === 'minified') ? entry('', [text(told.scan.minified)], look) : []),
  ];
}

function place({ line, column }: { readonly line: number; readonly column: number }): string {
  return `${line}:${column}`;
}

/** Lines below the first one stand under its words. */
function entry(start: string, sentence: Sentence, { colour, columns }: Look): string[] {
  const indent = `  ${start}${start === '' ? '' : '  '}`;
  const runs = sentence.map(
    ({ kind, text: raw }): Run =>
      kind === 'code' ? { text: escapeTerminal(raw), style: colour.cyan } : { text: kind === 'text' ? raw : escapeTerminal(raw) },
  );
  const width = Math.min(Math.max(columns - 1, NARROWEST), WIDEST) - indent.length;
  const blank = ' '.repeat(indent.length);
  return wrap(runs, width).map((line, index) => `${index === 0 ? colour.dim(indent) : blank}${line}`);
}

/** What is sent and how, in words that a marketer reads. */
function sendSentence(send: Send, snapshot: SnapshotView, { words, scan }: Told): Sentence {
  const { how } = send;
  const remarks = remarksOn(send, snapshot, scan);
  const said = remarks.flatMap((remark, index) => [text(index === 0 ? ': ' : '; '), ...remark]);
  if (send.what === 'tracking') return [text(scan.tracking[how]), ...said];
  const { item, form } = meantBy(send, snapshot);
  const named = nameIn(send.what === 'form_field' ? form : item);
  const what = fill((send.key === '' ? scan.open : scan.what)[send.what], {
    key: [code(cutKey(send.key))],
    form: send.form === undefined ? [] : [code(cutKey(send.form))],
    name: named === '' || named === send.key ? [] : quoted(named, words),
  });
  return [...what, text(`, ${scan.how[how]}`), ...said];
}

/** Of people: what becomes of it in a web address is of interest. */
const PERSONAL: ReadonlySet<Send['what']> = new Set(['contact_field', 'company_field', 'form_field']);

function remarksOn(send: Send, snapshot: SnapshotView, scan: ScanWords): Sentence[] {
  const { what, how, certainty, gate, insecure, inUrl, value, helper } = send;
  const isTag = what === 'tag' || what === 'tag_removed';
  // That code decides when a page view is sent goes without saying.
  const isTold = gate !== undefined && !(gate === 'code' && how === 'mt');
  return [
    ...(certainty === 'pattern' ? [[text(scan.pattern)]] : []),
    ...(certainty === 'open' ? [fill(scan.unknown, { helper: helper === undefined ? [] : [code(helper)] })] : []),
    ...(meantBy(send, snapshot).isMissing ? [[text(isTag ? scan.missingTag : scan.missing)]] : []),
    ...(isTold ? [[text(scan.gates[gate])]] : []),
    ...(insecure === true ? [[text(scan.insecure)]] : []),
    ...(inUrl === true && PERSONAL.has(what) ? [[text(scan.inUrl)]] : []),
    ...(value === undefined ? [] : [[text(scan.values[value])]]),
  ];
}

function summary({ looked, sending, minified, unread }: ReturnType<typeof countsOf>, { words, scan }: Told): string {
  const number = (count: number): string => numberIn(words, count);
  return [
    scan.looked(number(looked)),
    scan.sending(number(sending)),
    ...(minified === 0 ? [] : [scan.leftOut(number(minified))]),
    ...(unread === 0 ? [] : [scan.unread(number(unread))]),
  ].join(' · ');
}
