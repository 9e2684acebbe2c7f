/** A stand-in for Mautic: a real HTTP server on this machine that answers as the recorded instances did. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type Answer, bodyOf } from './answer.js';
import { loadData, type Scenario, type Version } from './data.js';
import { type ManyEmails, manyEmails } from './emails.js';
import { type Disturbed, type FaultKind, faultBox, type StandInFault, sendEndless } from './faults.js';
import type { Counts } from './people.js';
import type { Change, Row } from './rows.js';
import { readSetting } from './settings.js';
import { openSite, type Request } from './site.js';

export type { Change, FaultKind, Row, Scenario, StandInFault, Version };

export interface StandInOptions {
  readonly version: Version;
  /** `museum` (the default), `fresh`: an untouched installation, `large`: the museum with many tags, segments and e-mails (5.1.0 only). */
  readonly scenario?: Scenario;
  /** Folder of the site, such as `/crm`. */
  readonly folder?: string;
  /** No URL rewriting: only `/index.php/api/...` answers. */
  readonly indexOnly?: boolean;
  /** In the words of the recordings: `API switched off`, `limit of 3 calls an hour`, `database refuses the login`, ... */
  readonly setting?: string;
  /** Rows of a list before they are served; `v2/forms` and so on for those of API v2. */
  readonly change?: Change;
  readonly faults?: readonly StandInFault[];
  readonly tokenSeconds?: number;
  /** Lets bearer tokens pass on API v2. */
  readonly v2Tokens?: boolean;
  /** The clock of tokens and limits, in milliseconds. */
  readonly now?: () => number;
  /** The address that the site believes to have, for redirects; its own without the folder unless told. */
  readonly siteUrl?: string;
  /** How many people hold something; undefined: as recorded. */
  readonly counts?: Counts;
  /** So many e-mails in place of the recorded ones. */
  readonly emails?: ManyEmails;
  readonly port?: number;
}

export interface Logged {
  readonly method: string;
  /** Path and query as sent. */
  readonly path: string;
  readonly status: number;
  /** Of the body, as far as it was sent. */
  readonly bytes: number;
  readonly auth: 'none' | 'basic' | 'bearer';
  readonly role: string | undefined;
  /** Worked out by rules, or a recorded body. */
  readonly from: 'rules' | 'recording';
}

export interface StandIn {
  /** Base address, with the folder. */
  readonly url: string;
  readonly requests: readonly Logged[];
  readonly setFaults: (faults: readonly StandInFault[]) => void;
  /** Changes the rows from now on. */
  readonly setRows: (change: Change | undefined) => void;
  readonly close: () => Promise<void>;
}

export async function startStandIn(options: StandInOptions): Promise<StandIn> {
  if (options.scenario === 'large' && options.version !== '5.1.0') throw new Error('the large museum was recorded from 5.1.0 only');
  const settings = readSetting(options.setting);
  const folder = options.folder ?? settings.folder ?? '';
  let origin = '';
  const data = loadData(options.version, options.scenario ?? 'museum', () => origin + folder);
  if (options.emails !== undefined) data.setRows(manyEmails(data.rows('emails'), options.emails));
  data.setChange(options.change);
  const now = options.now ?? Date.now;
  const faults = faultBox();
  faults.set(options.faults ?? []);
  const requests: Logged[] = [];
  const site = openSite(data, {
    settings,
    folder,
    indexOnly: options.indexOnly ?? false,
    tokenSeconds: options.tokenSeconds ?? 3600,
    v2Tokens: options.v2Tokens ?? false,
    now,
    counts: options.counts ?? (() => undefined),
    site: () => options.siteUrl ?? origin,
  });

  const serve = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const request = await read(incoming);
    const { answer, caller } = site.answer(request);
    const disturbed = faults.disturb(request.path, () => answer, now());
    const { status, from } = disturbed.answer;
    const bytes = sentBytes(disturbed, request.method);
    requests.push({ method: request.method, path: request.path, status, bytes, auth: caller.auth, role: caller.role, from });
    if (disturbed.delay > 0) await new Promise(done => setTimeout(done, disturbed.delay));
    if (disturbed.send === 'nothing') return void incoming.socket.destroy();
    write(response, disturbed.answer, options.version, request.method, disturbed.send);
  };

  const server = createServer((incoming, response) => {
    serve(incoming, response).catch(() => response.destroy());
  });
  await new Promise<void>((done, failed) => {
    server.once('error', failed);
    server.listen(options.port ?? 0, '127.0.0.1', done);
  });
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  return {
    url: settings.toldWithoutFolder ? origin : origin + folder,
    requests,
    setFaults: faults.set,
    setRows: data.setChange,
    close: async () => {
      server.closeAllConnections();
      await new Promise(done => server.close(done));
    },
  };
}

async function read(incoming: IncomingMessage): Promise<Request> {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(Buffer.from(part));
  const { method = 'GET', url = '/', headers } = incoming;
  return { method, path: url, authorization: headers.authorization, accept: headers.accept, form: Buffer.concat(parts).toString() };
}

const lengthOf = ({ body }: Answer): number => body.reduce((sum, part) => sum + part.length, 0);

function sentBytes({ answer, send }: Disturbed, method: string): number {
  if (method === 'HEAD' || send === 'nothing') return 0;
  return send === 'half' ? Math.floor(lengthOf(answer) / 2) : lengthOf(answer);
}

function write(response: ServerResponse, answer: Answer, version: string, method: string, send: 'whole' | 'half' | 'endless'): void {
  response.statusCode = answer.status;
  if (answer.versioned) response.setHeader('Mautic-Version', version);
  if (answer.type !== undefined) response.setHeader('Content-Type', answer.type);
  for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, value);
  if (method === 'HEAD' || answer.status === 204) return void response.end();
  if (send === 'endless') {
    for (const part of answer.body) response.write(part);
    sendEndless(response);
    return;
  }
  response.setHeader('Content-Length', lengthOf(answer));
  if (send === 'half') {
    const body = bodyOf(answer);
    return void response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.destroy());
  }
  response.cork();
  for (const part of answer.body) response.write(part);
  response.end();
}
