/** Where each key and value of a YAML document stands: a flat list that outlives the parser's nodes, and is searched only when it is asked. */
import { append } from '../collections.js';
import type { DocumentPath } from '../finding.js';
import type { PlaceTable, TextDocument, TextRange } from './document.js';

/** What a value is entered with; where it has no key (entries of lists, the whole), its own place stands for it. */
export interface PlaceEntry {
  readonly step: string | number;
  readonly key?: TextRange | undefined;
}

export interface Places {
  /** Enters a value; those inside of it are entered before it is closed. Gives its number. */
  open(entry: PlaceEntry): number;
  /** Says where the value stands; a block ends with the last value in it. */
  close(number: number, value: TextRange, isBlock: boolean): void;
  /** What an alias stands for. */
  link(alias: number, target: number): void;
  readonly table: PlaceTable;
  readonly rangeOf: TextDocument['rangeOf'];
}

/** Key start and end, value start and end, number of the next value outside of it, number of what an alias stands for. */
const WIDTH = 6;

/** An empty list of places. A path through an alias leads to where its anchor stands: that is the text to correct. */
export function placesList(): Places {
  const steps: (string | number)[] = [];
  const cells: number[] = [];
  const table: PlaceTable = { steps, cells };
  const cell = cellsIn(table);
  let closed = -1;

  function open({ step, key }: PlaceEntry): number {
    cells.push(key?.start ?? -1, key?.end ?? -1, 0, 0, 0, -1);
    return steps.push(step) - 1;
  }

  function close(number: number, value: TextRange, isBlock: boolean): void {
    const at = number * WIDTH;
    cells[at + 2] = value.start;
    // The library counts line ends and comments behind the last value of a block to the block. What was closed last is directly in it.
    cells[at + 3] = isBlock && closed > number ? cell(closed, 3) : value.end;
    if (cell(number, 0) < 0) {
      cells[at] = cell(number, 2);
      cells[at + 1] = cell(number, 3);
    }
    cells[at + 4] = steps.length;
    closed = number;
  }

  return {
    open,
    close,
    link: (alias, target) => {
      cells[alias * WIDTH + 5] = target;
    },
    table,
    rangeOf: placeFinder(table),
  };
}

function cellsIn({ cells }: PlaceTable): (number: number, column: number) => number {
  return (number, column) => cells[number * WIDTH + column] ?? 0;
}

/** Finds places in a list of them. */
export function placeFinder(table: PlaceTable): TextDocument['rangeOf'] {
  const { steps } = table;
  const cell = cellsIn(table);
  const indexes = new Map<number, ReadonlyMap<string | number, readonly number[]>>();

  /** Values directly inside of one, by key; more than one where a key is there twice. */
  function inside(parent: number): ReadonlyMap<string | number, readonly number[]> {
    const known = indexes.get(parent);
    if (known !== undefined) return known;
    const index = new Map<string | number, number[]>();
    for (let child = parent + 1; child < cell(parent, 4); child = cell(child, 4)) {
      append(index, steps[child] ?? '', child);
    }
    indexes.set(parent, index);
    return index;
  }

  function find(number: number, path: DocumentPath, depth: number): number | undefined {
    const step = path[depth];
    if (step === undefined) return number;
    const target = cell(number, 5);
    for (const child of inside(target < 0 ? number : target).get(step) ?? []) {
      const found = find(child, path, depth + 1);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  return (path, at) => {
    const found = steps.length === 0 ? undefined : find(0, path, 0);
    if (found === undefined) return undefined;
    return at === 'key' ? { start: cell(found, 0), end: cell(found, 1) } : { start: cell(found, 2), end: cell(found, 3) };
  };
}
