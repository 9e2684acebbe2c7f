/** One repository in the editor over time: when it is judged, what is published, what the other features ask for. */
import { join } from 'node:path';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { append } from '../collections.js';
import type { DeclarationFile } from '../declarations/model.js';
import type { SourceText } from '../text/document.js';
import { fileKind } from '../website/file-kinds.js';
import { type Messages, SOURCE, type Told, tellFindings } from './diagnostics.js';
import { type Places, placesIn, sourceOf, uriOf } from './positions.js';
import { type Judged, openProject } from './project.js';
import { type Document, publisher, type Send } from './publisher.js';
import type { Trouble, World } from './world.js';

/** What the editor shows, by absolute path. */
export interface Editor {
  paths(): readonly string[];
  text(path: string): string | undefined;
  document(path: string): Document | undefined;
  readonly send: Send;
  log(message: string): void;
}

/** What was found last. */
export interface Found extends Judged {
  readonly told: ReadonlyMap<string, readonly Told[]>;
}

export interface Session {
  readonly folder: string;
  root(): string;
  /** Is it one of the declarations? The path is relative to the root. */
  has(path: string): boolean;
  /** The text of the editor, read. Undefined when it cannot be. */
  read(path: string): DeclarationFile | undefined;
  /** Something changed: judge soon. */
  touch(): void;
  /** Files came, went or changed on disk. @param paths absolute ones; empty: any may have */
  outdate(paths: readonly string[]): void;
  /** What was found last, without waiting for what is due. */
  latest(): Found | undefined;
  /** What is found in the texts as they are now. */
  fresh(): Found | undefined;
  /** The positions in a declaration as it was last read. */
  places(path: string): Places | undefined;
  document(path: string): Document;
  /** Takes all diagnostics back. */
  close(): void;
}

/**
 * Typing goes on for so long without a key stroke before the texts are judged, in milliseconds. Editors ask for completion within some ten of
 * them: that is answered first.
 */
const PAUSE = 20;

/** Judges and publishes a moment after something has changed; `fresh` does not wait for that. */
export function openSession(folder: string, world: World, editor: Editor): Session {
  const project = openProject(folder, world, {
    opened: (root, path) => textOf(editor, root, path),
    openPaths: editor.paths,
    changed: touch,
  });
  const { publish } = publisher(editor.send);
  const places = new WeakMap<SourceText, Places>();
  let found: Found | undefined;
  let messages: Messages = new Map();
  let logged = new Set<string>();
  let isOutdated = true;
  let isDue = false;
  /** `found` is of the texts as they are. */
  let isLooked = false;
  let turn = 0;

  const root = (): string => project.workspace()?.root ?? folder;

  function document(path: string): Document {
    const absolute = join(root(), path);
    return editor.document(absolute) ?? { uri: uriOf(absolute), version: null };
  }

  function placesOf(source: SourceText): Places {
    const known = places.get(source) ?? placesIn(source.text, isMarked(source));
    places.set(source, known);
    return known;
  }

  /** Code only where it is that of a rule, or a website is read; what was installed is no part of one. */
  function concerns(path: string): boolean {
    const workspace = project.workspace();
    if (workspace === undefined || fileKind(path) === undefined) return true;
    if (workspace.settingsFiles.some(own => join(workspace.root, own) === path)) return true;
    return workspace.hasSite && !/[\\/]node_modules[\\/]/u.test(path);
  }

  /** Editors that show a byte order mark count it. */
  function isMarked({ path, mark }: SourceText): boolean {
    return mark === true && editor.text(join(root(), path)) !== undefined;
  }

  function look(): void {
    if (isLooked) return;
    isLooked = true;
    const judged = project.check();
    found = judged === undefined ? undefined : { ...judged, told: tell(judged) };
  }

  function judge(): void {
    isDue = false;
    look();
    const byFile = new Map([...(found?.told ?? [])].map(([path, all]) => [path, all.map(({ diagnostic }) => diagnostic)]));
    for (const { file, message } of project.troubles()) {
      if (file === undefined) continue;
      const { path, text } = file.source;
      const range = placesIn(text, isMarked(file.source)).range(file.range);
      const diagnostic: Diagnostic = { range, severity: DiagnosticSeverity.Error, source: SOURCE, message };
      append(byFile, path, diagnostic);
    }
    // An open file without findings is told of too, so that the editor knows that this version was looked at.
    for (const path of project.paths()) if (!byFile.has(path)) byFile.set(path, []);
    publish([...byFile].map(([path, diagnostics]) => ({ document: document(path), diagnostics })));
    log(project.troubles());
  }

  function tell({ workspace, declarations, result }: Judged): ReadonlyMap<string, readonly Told[]> {
    const files = new Map(declarations.files.map(file => [file.path, file]));
    const { byFile, messages: told } = tellFindings(result, {
      language: workspace.language,
      rules: new Map(workspace.rules.map(rule => [rule.id, rule])),
      uri: path => document(path).uri,
      placesIn: path => {
        const source = files.get(path) ?? result.context.site?.texts.get(path);
        return source === undefined ? undefined : placesOf(source);
      },
      elsewhere: workspace.config ?? declarations.files[0]?.path,
      known: messages,
    });
    messages = told;
    return byFile;
  }

  /** What has no place in a file is said once, until it is over. */
  function log(troubles: readonly Trouble[]): void {
    const messages = troubles.filter(({ file }) => file === undefined).map(({ message }) => message);
    for (const message of messages) if (!logged.has(message)) editor.log(message);
    logged = new Set(messages);
  }

  async function lookAgain(): Promise<void> {
    if (isOutdated || project.isOutdated()) {
      isOutdated = false;
      await project.reload();
      // The language may be another one.
      messages = new Map();
      isLooked = false;
    }
    judge();
  }

  function touch(): void {
    isDue = true;
    isLooked = false;
    turn += 1;
    const own = turn;
    world.later(() => {
      if (own === turn && isDue) lookAgain().catch(error => log(world.troubles(error, root())));
    }, PAUSE);
  }

  return {
    folder,
    root,
    touch,
    document,
    has: path => project.paths().includes(path),
    read: path => project.read(path),
    outdate: paths => {
      if (paths.length > 0 && !paths.some(concerns)) return;
      isOutdated = true;
      touch();
    },
    latest: () => found,
    fresh: () => {
      // The texts are those of now, whatever became of the settings: what is asked goes by their positions. All else follows when it is due.
      if (isDue) look();
      return found;
    },
    places: path => {
      const file = found?.declarations.files.find(candidate => candidate.path === path);
      return file === undefined ? undefined : placesOf(file);
    },
    close: () => {
      turn += 1;
      publish([]);
    },
  };
}

function textOf(editor: Editor, root: string, path: string): SourceText | undefined {
  const text = editor.text(join(root, path));
  return text === undefined ? undefined : sourceOf(path, text);
}
