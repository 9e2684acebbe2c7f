/** What text/ gives: the value of a document and where each of its parts stands. No meaning yet. */
import type { DocumentPath } from '../finding.js';

/** Where something stands in the text, in UTF-16 units: start included, end excluded. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A fault of the text itself. `code` says which sentence it gets. */
export interface TextFault {
  readonly code:
    | 'syntax'
    | 'tab'
    | 'stray-blank'
    | 'duplicate-key'
    | 'alias'
    | 'too-deep'
    | 'multiple-documents'
    | 'merge-key'
    | 'merge-mark'
    | 'tag';
  /** The parser's own words (English), or the key that is there twice. */
  readonly detail: string;
  /** Of a syntax fault: the parser's code for it, such as `BLOCK_AS_IMPLICIT_KEY`. */
  readonly reason?: string;
  readonly range: TextRange;
  /** Of a duplicate key: the first one. */
  readonly first?: TextRange;
}

export interface TextDocument {
  /** Maps are objects without prototype, so that `__proto__` is an ordinary key; all map keys are texts; dates and yes/no/on/off are texts. */
  readonly value: unknown;
  readonly faults: readonly TextFault[];
  /** Where the key or the value at a path stands; undefined when the path is not there. */
  rangeOf(path: DocumentPath, at: 'key' | 'value'): TextRange | undefined;
  /** What `rangeOf` looks into, for those who keep it; only of YAML in which nothing is out of the ordinary. */
  readonly places?: PlaceTable;
}

/** Where all values of a document stand: the key or index of each, in the order of the text, and six numbers for each (`yaml-places.ts`). */
export interface PlaceTable {
  readonly steps: readonly (string | number)[];
  readonly cells: ArrayLike<number>;
}

/** A file that was read: decoded, without byte order mark, line ends as they were. */
export interface SourceText {
  /** Path relative to the root of the repository, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** The file starts with a byte order mark, which is to be kept when it is written. */
  readonly mark?: boolean;
}

/** Why a file could not be read as text. `outside`: it leaves the root; `other`: a device, a pipe, or a fault of the disk. */
export type UnreadableReason =
  | 'missing'
  | 'directory'
  | 'binary'
  | 'too-large'
  | 'no-permission'
  | 'not-utf8'
  | 'outside'
  | 'link'
  | 'other';

export class UnreadableFile extends Error {
  constructor(
    readonly path: string,
    readonly reason: UnreadableReason,
  ) {
    super(`${path}: ${reason}`);
    this.name = 'UnreadableFile';
  }
}
