/** The thread of the team's own rules, as the program sees it: questions with a limit of time, and a new thread when one had to be ended. */
import { Worker } from 'node:worker_threads';
import { builtFile } from './built.js';
import type { Limits } from './limits.js';
import type { Module } from './module.js';
import { type Answer, type Asked, type Fault, isAnswered, type Question } from './protocol.js';

export interface Thread {
  /** Asks one question. A thread that does not answer is ended, and the next question goes to a new one. */
  readonly ask: (question: Question) => Promise<Answer>;
  /** Asks a question that a new thread must be asked first as well. */
  readonly tell: (question: Question) => Promise<Answer>;
}

interface Live {
  readonly worker: Worker;
  /** It has started, and knows what was told before. */
  readonly ready: Promise<Answer>;
}

/** One question at a time; the thread starts with the first one, and does not keep the program alive. */
export function openThread(modules: readonly Module[], limits: Limits): Thread {
  const told: Question[] = [];
  let live: Live | undefined;
  let next = 0;

  function put(worker: Worker, question: Question): Promise<Answer> {
    const id = next++;
    worker.ref();
    return new Promise(resolve => {
      const timer = isOurs(question) ? undefined : setTimeout(() => settle({ fault: { is: 'slow' } }), limits.milliseconds);
      const onMessage = (reply: unknown): void => {
        if (isAnswered(reply) && reply.id === id) settle(reply.answer);
      };
      const onError = (error: unknown): void => settle({ fault: gone(error) });
      const onExit = (): void => settle({ fault: { is: 'ended' } });
      function settle(answer: Answer): void {
        clearTimeout(timer);
        worker.off('message', onMessage).off('error', onError).off('exit', onExit);
        worker.unref();
        if ('fault' in answer && isGone(answer.fault)) end(worker);
        resolve(answer);
      }
      worker.on('message', onMessage).on('error', onError).on('exit', onExit);
      const asked: Asked = { id, question };
      worker.postMessage(asked);
    });
  }

  function end(worker: Worker): void {
    if (live?.worker === worker) live = undefined;
    void worker.terminate();
  }

  function start(): Live {
    const worker = new Worker(builtFile('plugin-worker.js'), {
      workerData: modules,
      // What the environment says (keys, passwords) is none of a rule's business.
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
    });
    // Between two questions, nobody else would hear that it is gone.
    worker.on('error', () => end(worker)).on('exit', () => end(worker));
    return { worker, ready: prepare(worker) };
  }

  /** A new thread knows what was told to the one before; that it starts is not on the time of a rule. */
  async function prepare(worker: Worker): Promise<Answer> {
    let answer = await put(worker, { do: 'start' });
    for (const question of [...told]) if ('ok' in answer) answer = await put(worker, question);
    return answer;
  }

  async function ask(question: Question): Promise<Answer> {
    live ??= start();
    const { worker, ready } = live;
    const prepared = await ready;
    if ('fault' in prepared) return prepared;
    return live?.worker === worker ? put(worker, question) : { fault: { is: 'ended' } };
  }

  return {
    ask,
    tell: async question => {
      const answer = await ask(question);
      if ('fault' in answer) return answer;
      // Of policies, the last one counts.
      const earlier = question.do === 'policy' ? told.findIndex(other => other.do === 'policy') : -1;
      if (earlier >= 0) told.splice(earlier, 1);
      told.push(question);
      return answer;
    },
  };
}

/** Only the program's own code is at work: a large policy takes its time. */
function isOurs(question: Question): boolean {
  return question.do === 'policy' || question.do === 'start';
}

function gone(error: unknown): Fault {
  return { is: error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'ended' };
}

function isGone({ is }: Fault): boolean {
  return is === 'slow' || is === 'memory' || is === 'ended';
}
