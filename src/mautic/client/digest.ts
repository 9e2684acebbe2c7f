/** Large answers are sifted here and read in a second thread: the first one goes on asking, and bodies never become texts in it. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { isRecord } from '../../guards.js';
import { type Sift, sifter } from '../texts/sift.js';
import { WITH_LINKS, WITHOUT_LINKS } from '../uses/body.js';
import type { Read } from './answers.js';
import type { Page } from './client-page.js';
import { type Body, lengthOf } from './transport.js';

export interface Digest {
  /**
   * Takes a body away and reads it: a list, or what its text is when it is no JSON; undefined: the thread is gone.
   * @param url of the request
   */
  readonly read: (body: Body, url: string) => Promise<Digested | undefined>;
  readonly close: () => void;
}

export type Digested = { readonly read: Read } | { readonly page: Page };

export interface Question {
  readonly id: number;
  /** The answer without what nobody would look at. */
  readonly text: Uint8Array<ArrayBuffer>;
  /** Length of the answer as it came. */
  readonly bytes: number;
  readonly path: string;
}

export interface Reply {
  readonly id: number;
  readonly digested: Digested;
}

/** Rows are let go of as soon as they were read: a larger nursery costs memory and saves no time (measured). */
const NURSERY_MB = 16;

/** Only the built program has this file beside it; run from its sources, it reads everything in one thread. */
const PROGRAM = new URL('./answer-worker.js', import.meta.url);

/** A thread that starts with the first large answer; undefined where there is no program for it. */
export function digestInThread(): Digest | undefined {
  if (PROGRAM.protocol !== 'file:' || !existsSync(fileURLToPath(PROGRAM))) return undefined;
  const waiting = new Map<number, (digested: Digested | undefined) => void>();
  let sifts: { readonly emails: Sift; readonly others: Sift } | undefined;
  let worker: Worker | undefined;
  let next = 0;
  const start = (): Worker => {
    const thread = new Worker(PROGRAM, { resourceLimits: { maxYoungGenerationSizeMb: NURSERY_MB } });
    const settle = (id: number, digested: Digested | undefined): void => {
      waiting.get(id)?.(digested);
      waiting.delete(id);
      // it keeps the program alive only while it is waited for
      if (waiting.size === 0) thread.unref();
    };
    thread.on('message', (reply: unknown) => {
      if (isReply(reply)) settle(reply.id, reply.digested);
    });
    thread.on('error', () => {
      worker = undefined;
      for (const id of waiting.keys()) settle(id, undefined);
    });
    return thread;
  };
  return {
    read: (body, url) =>
      new Promise(resolve => {
        worker ??= start();
        const id = next++;
        waiting.set(id, resolve);
        worker.ref();
        const { pathname, search } = new URL(url);
        // nobody looks at the ordinary links of e-mails, but at those of pages
        sifts ??= { emails: sifter(WITHOUT_LINKS), others: sifter(WITH_LINKS) };
        const sift = pathname.endsWith('/emails') ? sifts.emails : sifts.others;
        const text = new Uint8Array(sift(body));
        const question: Question = { id, text, bytes: lengthOf(body), path: pathname + search };
        worker.postMessage(question, [text.buffer]);
      }),
    close: () => {
      void worker?.terminate();
      worker = undefined;
    },
  };
}

/** Our own thread has sent it. */
function isReply(value: unknown): value is Reply {
  return isRecord(value) && typeof value.id === 'number';
}
