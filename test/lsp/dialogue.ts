/** A dialogue with the real server, written down so that people can read it: what the editor says (→) and what comes back (←). */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';
import { type Client, type Message, startServer } from './client.js';

const CLI = resolve(import.meta.dirname, '../../dist/cli.cjs');
const WAIT = 'textDocument/hover';

export interface Dialogue {
  readonly client: Client;
  readonly path: string;
  uri(file: string): string;
  write(file: string, text: string): void;
  /** A remark between the messages. */
  remark(text: string): void;
  request(method: string, params: unknown): Promise<unknown>;
  notify(method: string, params: unknown): void;
  /** Waits until diagnostics came that fit, since the last notification; gives them. */
  diagnostics(file: string, version?: number): Promise<{ code?: string; message: string; range: { start: Position; end: Position } }[]>;
  /** The dialogue up to now, addresses made the same everywhere. */
  text(): Promise<string>;
}

export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Starts `purposelint lsp` in a repository of these files; as of a day, so that the answers are always the same. */
export function startDialogue(files: Readonly<Record<string, string>>, argv: readonly string[] = ['--now', '2026-11-25']): Dialogue {
  const path = mkdtempSync(join(tmpdir(), 'purposelint-lsp-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(path, file)), { recursive: true });
    writeFileSync(join(path, file), text);
  };
  mkdirSync(join(path, '.git'));
  for (const [file, text] of Object.entries(files)) write(file, text);
  const client = startServer(process.execPath, [CLI, 'lsp', ...argv], path);
  const remarks = new Map<number, string>();
  const uri = (file: string): string => pathToFileURL(join(path, file)).href;
  let from = 0;

  /** The server answers in turn: when this is answered, all before it was. */
  const barrier = (): Promise<unknown> =>
    client.request(WAIT, { textDocument: { uri: uri('nowhere') }, position: { line: 0, character: 0 } });

  return {
    client,
    path,
    uri,
    write,
    remark: text => void remarks.set(client.log.length, text),
    request: async (method, params) => {
      await barrier();
      return client.request(method, params);
    },
    notify: (method, params) => {
      from = client.log.length;
      client.notify(method, params);
    },
    diagnostics: async (file, version) => {
      const fits = (params: unknown): boolean => {
        const { uri: of, version: its } = Object(params);
        return of === uri(file) && (version === undefined || its === version);
      };
      const found = Object(await client.next('textDocument/publishDiagnostics', fits, from));
      await barrier();
      return found.diagnostics;
    },
    text: async () => {
      await barrier();
      const waits = new Set(client.log.filter(({ message }) => isWait(message, uri('nowhere'))).map(({ message }) => message.id));
      const asked = client.log.filter(({ message }) => message.method !== undefined);
      const methods = new Map(asked.map(({ message }) => [message.id, message.method]));
      const blocks = client.log.flatMap(({ to, message }, index) => {
        const remark = remarks.has(index) ? [`# ${remarks.get(index)}`] : [];
        if (message.id !== undefined && waits.has(message.id)) return remark;
        const { params, result } = message;
        const name = message.method ?? `answer to ${methods.get(message.id)}`;
        return [...remark, `${to === 'server' ? '→' : '←'} ${name}\n${shown(params ?? result, path)}`];
      });
      return `${blocks.join('\n\n')}\n`;
    },
  };
}

function isWait({ method, params }: Message, uri: string): boolean {
  return method === WAIT && Object(Object(params).textDocument).uri === uri;
}

/** JSON whose short parts stand in one line. */
function shown(value: unknown, path: string): string {
  return layout(value ?? null, '')
    .replace(/"processId": \d+/gu, '"processId": 0')
    .replace(/"id": "[\da-f]{8}-[\da-f-]+"/gu, '"id": "…"')
    .replaceAll(pathToFileURL(path).href, 'file:///repository');
}

const WIDTH = 120;

function layout(value: unknown, indent: string): string {
  const line = JSON.stringify(value, null, 1).replace(/\n\s*/gu, ' ');
  if (line.length <= WIDTH || typeof value !== 'object' || value === null) return line;
  const inner = `${indent}  `;
  const parts = Array.isArray(value)
    ? value.map(entry => layout(entry, inner))
    : Object.entries(value).map(([key, entry]) => `${JSON.stringify(key)}: ${layout(entry, inner)}`);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return `${open}\n${parts.map(part => inner + part).join(',\n')}\n${indent}${close}`;
}
