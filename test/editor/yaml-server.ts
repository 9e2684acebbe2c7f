/** The YAML language server that editors use, with the published schemas, on files of an editor. */
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Client, startServer } from '../lsp/client.js';

export const ROOT = resolve(import.meta.dirname, '../..');
const schema = (name: string): string => pathToFileURL(join(ROOT, 'schemas', name)).href;

/** What docs/editor.md tells people to write into their settings. */
const SETTINGS = {
  yaml: {
    schemas: { [schema('declaration.v1.json')]: ['**/privacy/**/*.yaml'], [schema('config.v1.json')]: ['**/purposelint.yaml'] },
    schemaStore: { enable: false },
    validate: true,
    hover: true,
    completion: true,
  },
};

/** CompletionItemKind.Property. */
const PROPERTY = 10;

export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Diagnostic {
  readonly message: string;
  readonly range: { readonly start: Position; readonly end: Position };
}

export interface Editor {
  readonly client: Client;
  /** Opens a text as a file of this repository; gives its faults. */
  open(path: string, text: string): Promise<Diagnostic[]>;
  hover(path: string, position: Position): Promise<string>;
  /** Labels of the completion, in their order: keys of the schema, or all that is offered (values, whole entries). */
  complete(path: string, position: Position, what: 'keys' | 'all'): Promise<string[]>;
}

/** Starts the real server as an editor does. */
export async function openYamlServer(): Promise<Editor> {
  const client = startServer(process.execPath, [join(ROOT, 'node_modules/yaml-language-server/bin/yaml-language-server'), '--stdio'], ROOT);
  client.answers.set('workspace/configuration', params => itemsOf(params).map(section => Reflect.get(SETTINGS, section) ?? null));
  const uri = (path: string): string => pathToFileURL(join(ROOT, path)).href;
  await client.request('initialize', {
    processId: process.pid,
    rootUri: pathToFileURL(ROOT).href,
    capabilities: {
      workspace: { configuration: true },
      textDocument: { hover: { contentFormat: ['markdown'] }, completion: { completionItem: { snippetSupport: true } } },
    },
  });
  client.notify('initialized', {});
  client.notify('workspace/didChangeConfiguration', { settings: SETTINGS });
  let version = 0;
  const at = (path: string, position: Position) => ({ textDocument: { uri: uri(path) }, position });
  return {
    client,
    open: async (path, text) => {
      version += 1;
      const from = client.log.length;
      client.notify('textDocument/didOpen', { textDocument: { uri: uri(path), languageId: 'yaml', version, text } });
      const found = await client.next('textDocument/publishDiagnostics', params => Reflect.get(Object(params), 'uri') === uri(path), from);
      return Reflect.get(Object(found), 'diagnostics');
    },
    hover: async (path, position) => {
      const answer = Object(await client.request('textDocument/hover', at(path, position)));
      return String(Object(answer.contents).value ?? '');
    },
    complete: async (path, position, what) => {
      const answer = Object(await client.request('textDocument/completion', at(path, position)));
      const items: { label: string; kind: number }[] = answer.items;
      return items.filter(({ kind }) => what === 'all' || kind === PROPERTY).map(({ label }) => label);
    },
  };
}

function itemsOf(params: unknown): string[] {
  return Object(params).items.map((item: { section: string }) => item.section);
}
