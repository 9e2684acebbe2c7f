/** Stands in for Mautic on loopback: tracking script and pixel, forms, slots, the API; and writes down what arrives. */
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { type Arrived, FORMS, meaningOf } from './arrivals.js';
import { listen, type Server } from './listen.js';

export interface StandIn extends Server {
  /** What arrived since it was last asked, and paths that Mautic does not have. */
  take(): { readonly sent: ReadonlySet<string>; readonly unknown: readonly string[] };
}

const GIF = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
const TRACKING = readFileSync(join(import.meta.dirname, 'mtc.js'), 'utf8');

type Answer = readonly [type: string, body: string | Buffer];
const SCRIPT = 'application/javascript';

/** Writes a small form where its script stands, as Mautic does. */
const embedded = (id: string): string => `document.currentScript?.insertAdjacentHTML('afterend', ${JSON.stringify(formOf(id))});`;
const formOf = (id: string): string =>
  `<form id="mauticform_${FORMS.get(id) ?? 'unknown'}"><input name="mauticform[email]"><button>Send</button></form>`;

const ANSWERS: readonly (readonly [path: RegExp, answer: (id: string, url: URL) => Answer])[] = [
  [/^\/mtc\.js$/u, () => [SCRIPT, TRACKING]],
  [/^\/mtracking\.gif$/u, () => ['image/gif', GIF]],
  [/^\/form\/generate\.js$/u, (_, url) => [SCRIPT, embedded(url.searchParams.get('id') ?? '')]],
  [/^\/form\/(\d+)$/u, id => ['text/html', formOf(id)]],
  [/^\/form\/submit$/u, () => ['text/html', '<title>Thank you</title><link rel="icon" href="data:,">']],
  [/^\/focus\/(\d+)\.js$/u, () => [SCRIPT, '']],
  [/^\//u, () => ['application/json', '{"success":1,"content":""}']],
];

export async function startStandIn(): Promise<StandIn> {
  const sent = new Set<string>();
  const unknown: string[] = [];
  const server = createServer((request, response) => {
    receive(request, response).catch((error: unknown) => {
      unknown.push(`${request.url}: ${String(error)}`);
      response.destroy();
    });
  });
  const { origin, stop } = await listen(server);
  return {
    origin,
    stop,
    take: () => {
      const taken = { sent: new Set(sent), unknown: [...unknown] };
      sent.clear();
      unknown.length = 0;
      return taken;
    },
  };

  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const arrived = await arrivedIn(request, origin);
    response.setHeader('access-control-allow-origin', request.headers.origin ?? '*');
    response.setHeader('access-control-allow-credentials', 'true');
    response.setHeader('access-control-allow-headers', 'authorization, content-type');
    if (arrived.method === 'OPTIONS') {
      response.writeHead(204).end();
      return;
    }
    const meaning = await meaningOf(arrived);
    if (meaning === undefined) unknown.push(`${arrived.method} ${arrived.url.pathname}`);
    for (const one of meaning ?? []) sent.add(one);
    const [type, body] = answerTo(arrived.url);
    response.writeHead(meaning === undefined ? 404 : 200, { 'content-type': type }).end(body);
  }
}

async function arrivedIn(request: IncomingMessage, origin: string): Promise<Arrived> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return {
    method: request.method ?? 'GET',
    url: new URL(request.url ?? '/', origin),
    type: request.headers['content-type'] ?? '',
    body: Buffer.concat(chunks),
  };
}

function answerTo(url: URL): Answer {
  for (const [path, answer] of ANSWERS) {
    const match = path.exec(url.pathname);
    if (match !== null) return answer(match[1] ?? '', url);
  }
  return ['text/plain', ''];
}
