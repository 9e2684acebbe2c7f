/** The language server: what the editor says and asks → the desk. An error in a handler is a line in the editor's log. */
import {
  type ClientCapabilities,
  CodeActionKind,
  type Connection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type ServerCapabilities,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { SITE_ENDINGS } from '../website/file-kinds.js';
import type { Desk, Open } from './desk.js';
import { pathOf } from './positions.js';
import type { Editor } from './session.js';

const CAPABILITIES: ServerCapabilities = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
  completionProvider: { triggerCharacters: [' ', '[', ',', ':', '"'] },
  hoverProvider: true,
  definitionProvider: true,
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
};

/** Settings, presets and declarations; snapshot and baseline; the code of a website. Documents that declarations name may be anything. */
const WATCHED = ['**/*.{yaml,yml}', '**/*.json', `**/*.{${SITE_ENDINGS.join(',')}}`];

export interface Service {
  /** Of this program. */
  readonly version: string;
  /** Folder of a client that names none. */
  readonly cwd: string;
  /** Loads what is needed for more than to say hello. */
  readonly load: (editor: Editor) => Promise<Desk>;
  /** An error in one sentence. */
  readonly sentenceFor: (error: unknown) => string;
}

/** Serves an editor until the connection ends. */
export function serve(connection: Connection, { version, cwd, load, sentenceFor }: Service): void {
  const documents = new TextDocuments(TextDocument);
  const byPath = new Map<string, TextDocument>();
  let desk: Desk | undefined;
  let client: ClientCapabilities = {};
  let folders: readonly string[] = [];

  const editor: Editor = {
    paths: () => [...byPath.keys()],
    text: path => byPath.get(path)?.getText(),
    document: path => {
      const document = byPath.get(path);
      return document === undefined ? undefined : { uri: document.uri, version: document.version };
    },
    send: params => void connection.sendDiagnostics(params),
    log: message => connection.console.warn(message),
  };

  const tell = (error: unknown): void => connection.console.error(sentenceFor(error));

  /** Does some work; what it throws is told in the log, and the editor goes on. */
  function guarded<T>(work: () => T): T | null {
    try {
      return work();
    } catch (error) {
      tell(error);
      return null;
    }
  }

  function opened(uri: string): Open | undefined {
    const document = documents.get(uri);
    return document === undefined ? undefined : { uri, text: document.getText(), client };
  }

  connection.onInitialize(params => {
    client = params.capabilities;
    folders = foldersOf(params, cwd);
    return { capabilities: CAPABILITIES, serverInfo: { name: 'purposelint', version } };
  });

  connection.onInitialized(() => {
    load(editor)
      .then(loaded => {
        desk = loaded;
        desk.open(folders);
      })
      .catch(tell);
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration === true) {
      const watchers = WATCHED.map(globPattern => ({ globPattern }));
      connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(tell);
    }
    if (client.workspace?.workspaceFolders !== true) return;
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const gone = new Set(removed.map(({ uri }) => pathOf(uri)));
      folders = [...folders.filter(folder => !gone.has(folder)), ...pathsOf(added.map(({ uri }) => uri))];
      guarded(() => desk?.open(folders));
    });
  });

  connection.onDidChangeWatchedFiles(({ changes }) => {
    guarded(() => desk?.outdate(changes.map(({ uri }) => uri)));
  });

  documents.onDidOpen(({ document }) => {
    const path = pathOf(document.uri);
    if (path !== undefined) byPath.set(path, document);
  });
  documents.onDidChangeContent(({ document }) => guarded(() => desk?.touch(document.uri)));
  documents.onDidSave(() => guarded(() => desk?.outdate([])));
  documents.onDidClose(({ document }) => {
    const path = pathOf(document.uri);
    if (path !== undefined) byPath.delete(path);
    guarded(() => desk?.touch(document.uri));
  });

  connection.onCompletion(({ textDocument: { uri }, position }) => guarded(() => desk?.completion(opened(uri), position) ?? null));
  connection.onHover(({ textDocument: { uri }, position }) => guarded(() => desk?.hover(opened(uri), position) ?? null));
  connection.onDefinition(({ textDocument: { uri }, position }) => guarded(() => desk?.definition(opened(uri), position) ?? null));
  connection.onCodeAction(({ textDocument: { uri }, range }) => guarded(() => desk?.codeActions(opened(uri), range) ?? null));

  documents.listen(connection);
  connection.listen();
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams, cwd: string): readonly string[] {
  const named = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri === null || rootUri === undefined ? [] : [rootUri]);
  const paths = pathsOf(named);
  return paths.length === 0 ? [cwd] : paths;
}

function pathsOf(uris: readonly string[]): string[] {
  return uris.flatMap(uri => pathOf(uri) ?? []);
}
