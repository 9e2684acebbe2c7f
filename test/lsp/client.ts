/** An editor's side of the Language Server Protocol: a server as a process, messages framed as the protocol says. */
import { type ChildProcess, spawn } from 'node:child_process';
import { onTestFinished } from 'vitest';

export interface Message {
  readonly jsonrpc: '2.0';
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: unknown;
}

export interface Client {
  readonly process: ChildProcess;
  /** Every message in both directions, in order. */
  readonly log: { readonly to: 'server' | 'client'; readonly message: Message }[];
  /** Everything that the server wrote to standard error. */
  stderr(): string;
  notify(method: string, params: unknown): void;
  request(method: string, params: unknown): Promise<unknown>;
  /** Answers requests of the server; null unless something else is given here. */
  readonly answers: Map<string, (params: unknown) => unknown>;
  /** The next notification of that method that fits, from now on or from the start of the log. */
  next(method: string, fits: (params: unknown) => boolean, from?: number): Promise<unknown>;
  /** Exit code of the process; null when it was killed. */
  readonly ended: Promise<number | null>;
}

/** Starts a server; it is killed when the test is over. */
export function startServer(command: string, argv: readonly string[], cwd: string): Client {
  const child = spawn(command, argv, { cwd, stdio: ['pipe', 'pipe', 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const log: Client['log'] = [];
  const answers: Client['answers'] = new Map();
  const waiting = new Map<number, (message: Message) => void>();
  const listeners = new Set<() => void>();
  let stderr = '';
  let id = 0;
  let buffer = Buffer.alloc(0);

  child.stderr.on('data', chunk => {
    stderr += String(chunk);
  });
  child.stdin.on('error', () => undefined);

  function send(message: Message): void {
    log.push({ to: 'server', message });
    const body = Buffer.from(JSON.stringify(message), 'utf8');
    child.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    child.stdin.write(body);
  }

  function receive(message: Message): void {
    log.push({ to: 'client', message });
    if (message.method === undefined) waiting.get(Number(message.id))?.(message);
    else if (message.id !== undefined) {
      send({ jsonrpc: '2.0', id: message.id, result: answers.get(message.method)?.(message.params) ?? null });
    }
    for (const listener of [...listeners]) listener();
  }

  child.stdout.on('data', chunk => {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      const end = buffer.indexOf('\r\n\r\n');
      if (end < 0) return;
      const header = buffer.subarray(0, end).toString('ascii');
      const length = Number(/^Content-Length: (\d+)$/imu.exec(header)?.[1] ?? Number.NaN);
      if (Number.isNaN(length)) throw new Error(`no message of the protocol: ${header}`);
      if (buffer.length < end + 4 + length) return;
      const body = buffer.subarray(end + 4, end + 4 + length).toString('utf8');
      buffer = buffer.subarray(end + 4 + length);
      receive(JSON.parse(body));
    }
  });

  return {
    process: child,
    log,
    answers,
    stderr: () => stderr,
    notify: (method, params) => send({ jsonrpc: '2.0', method, params }),
    request: async (method, params) => {
      id += 1;
      const own = id;
      const answer = new Promise<Message>(resolve => waiting.set(own, resolve));
      send({ jsonrpc: '2.0', id: own, method, params });
      const { result, error } = await answer;
      if (error !== undefined) throw new Error(`${method}: ${JSON.stringify(error)}`);
      return result;
    },
    next: (method, fits, from = log.length) =>
      new Promise(resolve => {
        let seen = from;
        const look = (): void => {
          for (; seen < log.length; seen++) {
            const entry = log[seen];
            if (entry?.to !== 'client' || entry.message.method !== method || !fits(entry.message.params)) continue;
            listeners.delete(look);
            resolve(entry.message.params);
            return;
          }
        };
        listeners.add(look);
        look();
      }),
    ended: new Promise(resolve => child.on('exit', code => resolve(code))),
  };
}
