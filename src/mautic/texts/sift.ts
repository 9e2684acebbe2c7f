/** Leaves out of an answer's bytes what nobody would look at in its long bodies: the program of assembly/sift.ts with its memory. */
import { SIFT } from '../../generated/sift.js';
import { isRecord } from '../../guards.js';
import { CONTENTS, type Wanted } from './skim.js';

/**
 * Takes the bytes of an answer in JSON, in the pieces in which it came. What it gives says the same to a reader of bodies, lies in memory of
 * its own, and is good until it is asked again.
 */
export type Sift = (pieces: readonly Uint8Array[]) => Buffer;

/** What the program shows (assembly/sift.ts says what each does). */
interface Program {
  readonly memory: WebAssembly.Memory;
  readonly room: (length: number) => number;
  readonly wantTag: (length: number) => void;
  readonly wantAttribute: (length: number) => void;
  readonly wantSlashes: () => void;
  readonly sift: (length: number) => number;
}

/**
 * Prepares the sifting for readers of one kind.
 * @throws TypeError when the program was compiled from another `assembly/sift.ts`
 */
export function sifter({ tags, attributes, slashes }: Wanted): Sift {
  const { exports: program } = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(SIFT, 'base64')));
  if (!isProgram(program)) throw new TypeError('assembly/sift.ts does not show what sift.ts needs');
  for (const name of [...tags, ...CONTENTS.keys(), 'plaintext']) program.wantTag(put(program, [Buffer.from(name)]));
  for (const name of attributes) program.wantAttribute(put(program, [Buffer.from(name)]));
  if (slashes) program.wantSlashes();
  return pieces => {
    const length = program.sift(put(program, pieces));
    return Buffer.from(program.memory.buffer, program.room(0), length);
  };
}

/** Puts bytes where the program looks for them; gives their number. */
function put({ memory, room }: Program, pieces: readonly Uint8Array[]): number {
  const length = pieces.reduce((bytes, piece) => bytes + piece.byteLength, 0);
  let start = room(length);
  const bytes = new Uint8Array(memory.buffer);
  for (const piece of pieces) {
    bytes.set(piece, start);
    start += piece.byteLength;
  }
  return length;
}

function isProgram(value: unknown): value is Program {
  const functions = ['room', 'wantTag', 'wantAttribute', 'wantSlashes', 'sift'];
  return isRecord(value) && value.memory instanceof WebAssembly.Memory && functions.every(name => typeof value[name] === 'function');
}
