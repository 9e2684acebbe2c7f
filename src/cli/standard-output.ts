/**
 * Standard output and standard error. Node's streams for them load its network library, which a short run feels: files and pipes are
 * written into directly, as far as no reader can hold the program up.
 */
import { fstatSync, type Stats, writeSync } from 'node:fs';
import { errorCode } from '../guards.js';
import type { Output } from './io.js';
import { EXIT, Stop } from './stop.js';

const NAMES = { 1: '/dev/stdout', 2: '/dev/stderr' } as const;

/** What an empty pipe takes without a reader, in bytes. */
const PIPE = 64 * 1024;

/** Width of what is no terminal, in columns. */
const WIDTH = 80;

interface Sink extends Output {
  write(text: string | Uint8Array): void;
}

export interface StandardOutput extends Output {
  /** Has all been written that was to be, so that the program may end at once? */
  isWritten(): boolean;
}

/**
 * Output whose `write` throws a Stop when it cannot be written. A reader that went away is no error.
 * @param stream Node's own: for terminals, for more than a pipe takes, for Windows
 * @param fail told of what goes wrong later, in the stream
 */
export function standardOutput(
  descriptor: keyof typeof NAMES,
  stream: () => NodeJS.WriteStream,
  fail: (stop: Stop) => void,
): StandardOutput {
  const viaStream = (): Sink => streamSink(stream(), error => fail(lost(descriptor, error)));
  const room = process.platform === 'win32' ? 0 : roomOf(fstatSync(descriptor));
  return room === 0 ? { ...viaStream(), isWritten: () => false } : directOutput(descriptor, room, viaStream);
}

/** How much is written without waiting, in bytes; none where there may be a terminal. */
function roomOf(file: Stats): number {
  if (file.isFile()) return Number.POSITIVE_INFINITY;
  return file.isFIFO() || file.isSocket() ? PIPE : 0;
}

function streamSink(stream: NodeJS.WriteStream, fail: (error: unknown) => void): Sink {
  stream.on('error', error => {
    if (errorCode(error) !== 'EPIPE') fail(error);
  });
  return { write: text => void stream.write(text), isTTY: stream.isTTY === true, columns: stream.columns > 0 ? stream.columns : WIDTH };
}

/** Ctrl-C ends no program that waits in a write of its own, so what is too much for a pipe goes by the stream, and all that follows it. */
function directOutput(descriptor: keyof typeof NAMES, room: number, viaStream: () => Sink): StandardOutput {
  let left = room;
  let beyond: Pick<Sink, 'write'> | undefined;
  const writeBytes = (bytes: Uint8Array): void => {
    let written = 0;
    try {
      while (written < bytes.length && bytes.length <= left) written += writeSync(descriptor, bytes, written);
      left -= written;
      if (written === bytes.length) return;
    } catch (error) {
      if (errorCode(error) === 'EPIPE') beyond = { write: () => undefined };
      else if (errorCode(error) !== 'EAGAIN') throw lost(descriptor, error);
    }
    beyond ??= viaStream();
    beyond.write(bytes.subarray(written));
  };
  return {
    write: text => (beyond === undefined ? writeBytes(Buffer.from(text)) : beyond.write(text)),
    isTTY: false,
    columns: WIDTH,
    isWritten: () => beyond === undefined,
  };
}

function lost(descriptor: keyof typeof NAMES, error: unknown): Stop {
  return new Stop(EXIT.usage, 'output-lost', { path: NAMES[descriptor], detail: errorCode(error) });
}
