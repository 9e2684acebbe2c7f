/** Texts that were read once, as bytes that another run can take up: of ordinary YAML with its value and places. Pure. */
import { isRecord } from '../guards.js';
import type { TextDocument } from './document.js';
import { placeFinder } from './yaml-places.js';

/** The text; of a document also its value and the keys of its places as JSON, and the numbers of its places. */
export type KeptText = readonly Buffer[];

/** Texts by their paths. */
export type KeptTexts = ReadonlyMap<string, KeptText>;

/** @param document what was read in the text, and had no fault; it is kept when it is ordinary YAML */
export function keepText(text: string, document?: TextDocument): KeptText {
  if (document?.places === undefined) return [Buffer.from(text)];
  const { steps, cells } = document.places;
  const numbers = Int32Array.from(cells);
  return [Buffer.from(text), json(document.value), json(steps), Buffer.from(numbers.buffer)];
}

function json(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value));
}

/** Is it, to the letter, the text that was kept? Then what was kept with it holds. */
export function isSameText([kept]: KeptText, text: string): boolean {
  return kept?.toString() === text;
}

/** What was read in the text, as it was then; undefined when only the text was kept. */
export function keptDocument([, value, steps, cells]: KeptText): TextDocument | undefined {
  if (value === undefined || steps === undefined || cells === undefined) return undefined;
  let find: TextDocument['rangeOf'] | undefined;
  return {
    value: withoutPrototypes(parsed(value)),
    faults: [],
    // Most files have no finding, and nobody asks for a place in them.
    rangeOf: (path, at) => {
      find ??= placeFinder({ steps: stepsIn(steps), cells: numbersIn(cells) });
      return find(path, at);
    },
  };
}

/** As the readers of YAML make them: `__proto__` is an ordinary key. */
function withoutPrototypes(value: unknown): unknown {
  if (Array.isArray(value)) for (const entry of value) withoutPrototypes(entry);
  if (!isRecord(value)) return value;
  Object.setPrototypeOf(value, null);
  for (const key in value) withoutPrototypes(value[key]);
  return value;
}

function stepsIn(bytes: Buffer): (string | number)[] {
  const steps = parsed(bytes);
  return Array.isArray(steps) ? steps.filter(step => typeof step === 'string' || typeof step === 'number') : [];
}

/** A copy: the bytes may begin anywhere. */
function numbersIn(bytes: Buffer): Int32Array {
  return new Int32Array(Uint8Array.from(bytes).buffer);
}

/** What a file that was written to its end ends with. */
const END = Buffer.from('\nend\n');

/** @param madeBy marks the program: another one may read the same texts in another way */
export function packTexts(madeBy: string, texts: KeptTexts): Buffer {
  const contents = [...texts].map(([path, parts]) => [path, ...parts.map(part => part.length)]);
  const header = Buffer.from(`${JSON.stringify({ madeBy, contents })}\n`);
  return Buffer.concat([header, ...[...texts.values()].flat(), END]);
}

/** The texts in a pack; none when there is none, or another program made it. */
export function unpackTexts(madeBy: string, pack: Buffer | undefined): KeptTexts {
  if (pack === undefined) return new Map();
  const end = Math.max(pack.indexOf('\n'), 0);
  const header = parsed(pack.subarray(0, end));
  if (!isRecord(header) || header.madeBy !== madeBy || !isContents(header.contents)) return new Map();
  let from = end + 1;
  const texts = header.contents.map(([path, ...lengths]): [string, KeptText] => [
    path,
    lengths.map(length => {
      from += length;
      return pack.subarray(from - length, from);
    }),
  ]);
  return pack.subarray(from).equals(END) ? new Map(texts) : new Map();
}

type Contents = readonly (readonly [string, ...number[]])[];

function isContents(value: unknown): value is Contents {
  return Array.isArray(value) && value.every(entry => Array.isArray(entry) && isEntry(entry));
}

function isEntry([path, ...lengths]: readonly unknown[]): boolean {
  return typeof path === 'string' && lengths.every(length => Number.isSafeInteger(length) && Number(length) >= 0);
}

function parsed(json: Buffer): unknown {
  try {
    return JSON.parse(json.toString());
  } catch {
    return undefined;
  }
}
