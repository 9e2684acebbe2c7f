/** Small servers on loopback that answer what a test says, and remember what they were asked. */
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { onTestFinished } from 'vitest';
import { parseBase } from '../../../src/mautic/client/address.js';
import { type Answer, type Client, type Connection, connect } from '../../../src/mautic/client/client.js';
import { faultText } from '../../../src/mautic/client/fault-words.js';
import type { Login } from '../../../src/mautic/client/login.js';
import { fixture } from '../recordings.js';

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

export const BASIC: Login = { is: 'basic', user: 'reader', password: 'basic-password-1' };
export const OAUTH: Login = { is: 'oauth', id: 'client-id-1', secret: 'client-secret-1' };
export const SECRETS = [
  'basic-password-1',
  'client-id-1',
  'client-secret-1',
  'token-1',
  'token-2',
  Buffer.from('reader:basic-password-1').toString('base64'),
];
export const NOW = new Date('2026-11-25T04:00:00Z');

export async function listen(server: Server): Promise<number> {
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** A server that leaves everything to the listener. */
export async function rawServer(listener: RequestListener): Promise<string> {
  return `http://127.0.0.1:${await listen(createServer(listener))}`;
}

export interface Recorder {
  readonly url: string;
  readonly asked: Asked[];
}

/** A server that answers by the request and by how many came before it. */
export async function server(reply: (asked: Asked, count: number) => Reply | Promise<Reply>): Promise<Recorder> {
  const asked: Asked[] = [];
  const url = await rawServer(async (request, response) => {
    const one = { method: request.method ?? '', path: request.url ?? '', headers: request.headers, body: await bodyOf(request) };
    asked.push(one);
    send(response, await reply(one, asked.length - 1));
  });
  return { url, asked };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: string[] = [];
  request.setEncoding('utf8');
  for await (const chunk of request) chunks.push(String(chunk));
  return chunks.join('');
}

function send(response: ServerResponse, { status = 200, headers = { 'content-type': 'application/json' }, body = '{}' }: Reply): void {
  response.writeHead(status, headers);
  response.end(body);
}

export interface Session {
  readonly client: Client;
  readonly slept: number[];
}

/** A client whose waits take no time; back-off is always at its longest. */
export function session(url: string, login: Login = BASIC, more: Partial<Connection> = {}): Session {
  const slept: number[] = [];
  const sleep = async (ms: number): Promise<void> => {
    slept.push(ms);
  };
  return { client: connect({ base: parseBase(url), login, now: () => NOW, sleep, random: () => 1, ...more }), slept };
}

/** One request to a server that always gives the same answer. */
export async function answerTo(reply: Reply, login: Login = BASIC, path = '/api/tags'): Promise<Answer> {
  const { url } = await server(asked => (asked.path === '/oauth/v2/token' ? TOKEN : reply));
  return session(url, login).client.get(path);
}

export const TOKEN: Reply = { body: '{"access_token":"token-1","expires_in":3600,"token_type":"bearer","scope":null}' };

/** `fault login-wrong/weak`, or `json 404`. */
export function brief(answer: Answer): string {
  if (answer.is !== 'fault') return answer.is === 'json' ? `json ${answer.status}` : 'read';
  const { code, data } = answer.fault;
  return `fault ${code}${data.reason === undefined ? '' : `/${data.reason}`}`;
}

export function english(answer: Answer): string {
  return answer.is === 'fault' ? faultText(answer.fault, 'en') : '';
}

interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly as: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly file: string | null;
  readonly accept?: string;
  readonly setting?: string;
}

/** The recorded exchanges of a scenario. */
export function exchanges(scenario: string): readonly Exchange[] {
  const list: readonly Exchange[] = JSON.parse(fixture(`recorded/${scenario}/exchanges.json`).toString('utf8'));
  return list;
}

export function replyOf(scenario: string, { status, headers, file }: Exchange): Reply {
  return { status, headers, body: file === null ? '' : fixture(`recorded/${scenario}/${file}`) };
}
