/** What is behind the server: the repositories that an editor has opened, and the answers about their documents. Loaded when the editor is there. */
import { relative, sep } from 'node:path';
import type { ClientCapabilities, CodeAction, CompletionList, Hover, Location, Position, Range } from 'vscode-languageserver';
import { fileKind } from '../website/file-kinds.js';
import { type Asked, answers } from './answers.js';
import { pathOf } from './positions.js';
import { type Editor, openSession, type Session } from './session.js';
import type { World } from './world.js';

/** A document of the editor. */
export interface Open {
  readonly uri: string;
  readonly text: string;
  readonly client: ClientCapabilities;
}

/** Answers are null where there is nothing to say. */
export interface Desk {
  /** The folders that are open now; those that were and are no more are closed. */
  open(folders: readonly string[]): void;
  /** A document has changed in the editor. */
  touch(uri: string): void;
  /** Files have changed on disk; none named: any may have. */
  outdate(uris: readonly string[]): void;
  completion(document: Open | undefined, position: Position): CompletionList | null;
  hover(document: Open | undefined, position: Position): Hover | null;
  definition(document: Open | undefined, position: Position): Location | null;
  codeActions(document: Open | undefined, range: Range): CodeAction[] | null;
}

/** A desk without repositories; a file belongs to the innermost one around it. */
export function openDesk(world: World, editor: Editor): Desk {
  let sessions: readonly Session[] = [];

  /** The innermost repository around a file, and its path there. */
  function owner(uri: string): { readonly session: Session; readonly path: string } | undefined {
    const absolute = pathOf(uri);
    if (absolute === undefined) return undefined;
    const around = sessions
      .map(session => ({ session, path: relative(session.root(), absolute).split(sep).join('/') }))
      .filter(({ path }) => path !== '' && !path.startsWith('../'));
    return around.sort((a, b) => a.path.length - b.path.length)[0];
  }

  /** What a question is about; undefined when the document is no declaration. */
  function asked(document: Open | undefined): Asked | undefined {
    const owned = document === undefined ? undefined : owner(document.uri);
    if (document === undefined || owned === undefined || !owned.session.has(owned.path)) return undefined;
    return { ...owned, text: document.text, client: document.client };
  }

  return {
    open: folders => {
      for (const session of sessions.filter(({ folder }) => !folders.includes(folder))) session.close();
      sessions = folders.map(folder => sessions.find(session => session.folder === folder) ?? openSession(folder, world, editor));
      for (const session of sessions) session.outdate([]);
    },
    touch: uri => {
      const owned = owner(uri);
      // Code is read from disk, when it is saved.
      if (owned !== undefined && fileKind(owned.path) === undefined) owned.session.touch();
    },
    outdate: uris => {
      const paths = uris.flatMap(uri => pathOf(uri) ?? []);
      for (const session of sessions) session.outdate(paths);
    },
    completion: (document, position) => answers.completion(asked(document), position),
    hover: (document, position) => answers.hover(asked(document), position),
    definition: (document, position) => answers.definition(asked(document), position),
    codeActions: (document, range) => answers.codeActions(asked(document), range),
  };
}
