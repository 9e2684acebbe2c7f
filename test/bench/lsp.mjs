// The language server over standard input and output, as an editor drives it: from its start to the answer to `initialize`, and from a key
// stroke to the diagnostics of the file, in a repository of 5,000 declarations. Prints medians. Timings are never a test.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { generate } from './generate.mjs';

const STARTS = 7;
const STROKES = 25;
/** Strokes before the clock counts: people have typed before, and so has the compiler. */
const WARM_UP = 15;
/** What the server waits after the last key stroke, see src/lsp/session.ts. */
const PAUSE = 20;

const root = resolve(import.meta.dirname, '../..');
const folder = join(root, 'node_modules/.cache/purposelint-bench/lsp');
const file = join(folder, 'privacy/part-001.yaml');
const uri = pathToFileURL(file).href;

const cache = mkdtempSync(join(tmpdir(), 'purposelint-lsp-'));

/** A client of the protocol, just large enough. */
function connect() {
  const env = { ...process.env, XDG_CACHE_HOME: cache, NODE_EXTRA_CA_CERTS: undefined };
  const child = spawn(process.execPath, [join(root, 'dist/cli.cjs'), 'lsp'], { cwd: folder, env, stdio: ['pipe', 'pipe', 'inherit'] });
  const listeners = new Set();
  let buffer = Buffer.alloc(0);
  child.stdout.on('data', chunk => {
    buffer = Buffer.concat([buffer, chunk]);
    for (let end = buffer.indexOf('\r\n\r\n'); end >= 0; end = buffer.indexOf('\r\n\r\n')) {
      const length = Number(/\d+/u.exec(buffer.subarray(0, end).toString()));
      if (buffer.length < end + 4 + length) return;
      const message = JSON.parse(buffer.subarray(end + 4, end + 4 + length).toString());
      buffer = buffer.subarray(end + 4 + length);
      for (const listener of [...listeners]) listener(message);
    }
  });
  const send = message => {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    child.stdin.write(`Content-Length: ${body.length}\r\n\r\n${body}`);
  };
  const until = fits =>
    new Promise(done => {
      const listener = message => {
        if (!fits(message)) return;
        listeners.delete(listener);
        done(message);
      };
      listeners.add(listener);
    });
  return { child, send, until };
}

async function start() {
  const from = performance.now();
  const client = connect();
  client.send({ id: 1, method: 'initialize', params: { processId: process.pid, rootUri: pathToFileURL(folder).href, capabilities: {} } });
  await client.until(({ id }) => id === 1);
  const milliseconds = performance.now() - from;
  return { ...client, milliseconds };
}

const diagnosticsOf =
  version =>
  ({ method, params }) =>
    method === 'textDocument/publishDiagnostics' && params.uri === uri && params.version === version;

/** Where somebody types: behind what in which line. A sentence is what is typed; the others are mostly chosen from a list. */
const SPOTS = [
  { name: 'in a sentence', key: 'why:', behind: ' send' },
  { name: 'in a list of users', key: 'used_by:', behind: 'people:' },
  { name: 'in the name of an owner', key: 'owner:', behind: 'team-' },
  { name: 'in the name of a purpose', key: 'purposes:', behind: 'purpose-' },
];

/** Types in one spot, then takes back what was typed. */
async function strokes({ send, until }, text, { key, behind }, first) {
  const line = text.split('\n').findIndex((row, index) => index > 3 && row.includes(key));
  const character = text.split('\n')[line].indexOf(behind) + behind.length;
  const checks = [];
  const completions = [];
  for (let version = first; version < first + WARM_UP + STROKES; version++) {
    const shown = until(diagnosticsOf(version));
    const from = performance.now();
    const range = { start: { line, character }, end: { line, character } };
    send({ method: 'textDocument/didChange', params: { textDocument: { uri, version }, contentChanges: [{ range, text: 'x' }] } });
    send({ id: `c${version}`, method: 'textDocument/completion', params: { textDocument: { uri }, position: { line: 3, character: 4 } } });
    const answered = until(({ id }) => id === `c${version}`).then(() => performance.now() - from);
    await shown;
    const took = performance.now() - from;
    if (version >= first + WARM_UP) {
      checks.push(took);
      completions.push(await answered);
    }
  }
  const version = first + WARM_UP + STROKES;
  const back = until(diagnosticsOf(version));
  send({ method: 'textDocument/didChange', params: { textDocument: { uri, version }, contentChanges: [{ text }] } });
  await back;
  return { checks, completions };
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** As an editor ends it: what the engine compiled is kept for the next start. */
async function end({ child, send, until }) {
  const left = new Promise(done => child.once('exit', done));
  send({ id: 'end', method: 'shutdown' });
  await until(({ id }) => id === 'end');
  send({ method: 'exit' });
  await left;
}

/** @param first nothing is compiled yet */
async function startTime(first) {
  if (first) rmSync(cache, { recursive: true, force: true });
  const client = await start();
  await end(client);
  return client.milliseconds;
}

generate(folder, 100, 50);
const [firsts, starts] = [[], []];
for (let run = 0; run < STARTS; run++) firsts.push(await startTime(true));
for (let run = 0; run < STARTS; run++) starts.push(await startTime(false));
const client = await start();
const text = readFileSync(file, 'utf8');
client.send({ method: 'initialized', params: {} });
const opened = client.until(diagnosticsOf(0));
client.send({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'yaml', version: 0, text } } });
await opened;
const typed = [];
for (const [index, spot] of SPOTS.entries()) typed.push(await strokes(client, text, spot, 1 + index * 1000));
await end(client);
rmSync(cache, { recursive: true, force: true });

const shown = value => `${value.toFixed(0).padStart(6)} ms`;
console.log('\nThe language server, 5,000 declarations in 100 files (medians)');
console.log('  start to the answer of initialize (goal: under 300)');
console.log(`    for the first time                ${shown(median(firsts))}`);
console.log(`    later                             ${shown(median(starts))}`);
console.log(`  key stroke to diagnostics, of which the server waits ${PAUSE} ms for the next stroke (goal: under 100)`);
for (const [index, { name }] of SPOTS.entries()) console.log(`    ${name.padEnd(34)}${shown(median(typed[index].checks))}`);
console.log(`  key stroke to completion            ${shown(median(typed[0].completions))}   (answered before the check that is due)`);
