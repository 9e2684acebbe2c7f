/** One repository in the editor: its texts as they are now, its snapshot, and what was last found. */
import { relative, sep } from 'node:path';
import { buildDeclarations } from '../declarations/build.js';
import { missingDocuments } from '../declarations/documents.js';
import type { MadeBefore } from '../declarations/merge.js';
import type { DeclarationFile, Declarations } from '../declarations/model.js';
import type { LintResult } from '../lint/lint.js';
import { rerun } from '../lint/rerun/rerun.js';
import type { Snapshot } from '../mautic/snapshot.js';
import type { SourceText } from '../text/document.js';
import { type Files, filesOf } from './files.js';
import { serverWords } from './words.js';
import type { Trouble, Workspace, World } from './world.js';

/** A repository as it was judged. */
export interface Judged {
  readonly workspace: Workspace;
  readonly declarations: Declarations;
  readonly result: LintResult;
}

export interface Project {
  /** The folder that the editor has opened. */
  readonly folder: string;
  /** Undefined while the settings cannot be read. */
  workspace(): Workspace | undefined;
  /** Reads the settings and looks for declarations again. */
  reload(): Promise<void>;
  /** Have the settings changed on disk? */
  isOutdated(): boolean;
  /** Judges the texts as they are now; undefined when there is nothing to judge. What could not be read is in `troubles`. */
  check(): Judged | undefined;
  /** What kept something from being read in the last check. */
  troubles(): readonly Trouble[];
  /** The declarations, those too that cannot be read, and those that were never saved. */
  paths(): readonly string[];
  /** A declaration as it is now; undefined when it cannot be read. */
  read(path: string): DeclarationFile | undefined;
}

export interface Around {
  /** Text of the editor for an absolute path. */
  readonly opened: (root: string, path: string) => SourceText | undefined;
  /** Absolute paths of all that is open. */
  readonly openPaths: () => readonly string[];
  /** Something would be found now that was not before. */
  readonly changed: () => void;
}

/** Opens a repository; nothing is read before `reload`. */
export function openProject(folder: string, world: World, { opened, openPaths, changed }: Around): Project {
  const { watched, lint } = rerun();
  const made: MadeBefore = { entries: new WeakMap(), references: new WeakMap() };
  let workspace: Workspace | undefined;
  let files: Files | undefined;
  let saved: readonly string[] = [];
  let snapshot: { readonly stamp: string | undefined; readonly value: Snapshot | null; readonly troubles: readonly Trouble[] } | undefined;
  let settingsTroubles: readonly Trouble[] = [];
  let troubles: readonly Trouble[] = [];
  let turn = 0;

  async function reload(): Promise<void> {
    turn += 1;
    const own = turn;
    try {
      const found = await world.open(folder, changed);
      const foundPaths = await found.find();
      // A later reload has seen more.
      if (own !== turn) return;
      if (files === undefined || workspace?.root !== found.root)
        files = filesOf(found.root, world, { opened: path => opened(found.root, path), watched });
      if (workspace?.snapshot !== found.snapshot) snapshot = undefined;
      [workspace, saved, settingsTroubles] = [found, foundPaths, []];
      isOutdated();
    } catch (error) {
      // The last good settings go on while somebody corrects them.
      if (own === turn) settingsTroubles = world.troubles(error, folder);
    }
  }

  function isOutdated(): boolean {
    const changed = (workspace?.settingsFiles ?? []).map(path => files?.hasChanged(path) === true);
    return changed.includes(true);
  }

  function snapshotOf({ root, snapshot: path, loadSnapshot, language }: Workspace): Snapshot | null {
    const stamp = world.stamp(root, path);
    if (snapshot === undefined || snapshot.stamp !== stamp) snapshot = { stamp, ...loaded(loadSnapshot, root) };
    const { value, troubles: told } = snapshot;
    troubles = [...troubles, ...told];
    if (value === null && told.length === 0) troubles = [...troubles, { message: serverWords(language).noSnapshot(path) }];
    return value;
  }

  function loaded(load: () => Snapshot | null, root: string): { value: Snapshot | null; troubles: readonly Trouble[] } {
    try {
      return { value: load(), troubles: [] };
    } catch (error) {
      return { value: null, troubles: world.troubles(error, root) };
    }
  }

  function paths(): readonly string[] {
    if (workspace === undefined) return [];
    const { root, fits } = workspace;
    const unsaved = openPaths()
      .map(path => relative(root, path).split(sep).join('/'))
      .filter(path => fits(path) && !saved.includes(path) && !world.isFile(root, path));
    return unsaved.length === 0 ? saved : [...saved, ...unsaved].sort();
  }

  /** The texts that can be read; the others are told. */
  function sourcesOf({ root }: Workspace, { source, read }: Files): SourceText[] {
    return paths().flatMap(path => {
      try {
        const found = source(path);
        read(found);
        return [found];
      } catch (error) {
        troubles = [...troubles, ...world.troubles(error, root)];
        return [];
      }
    });
  }

  function check(): Judged | undefined {
    troubles = [...settingsTroubles, ...(workspace?.troubles ?? [])];
    if (workspace === undefined || files === undefined) return undefined;
    const { root } = workspace;
    const sources = sourcesOf(workspace, files);
    if (paths().length === 0) troubles = [...troubles, ...workspace.noDeclarations];
    if (sources.length === 0) return undefined;
    const built = buildDeclarations(sources, files.read, made);
    const missing = missingDocuments(built.files, path => world.isFile(root, path));
    const declarations = { ...built, problems: [...built.problems, ...missing] };
    const snapshotNow = snapshotOf(workspace);
    try {
      const result = workspace.judge(declarations, snapshotNow, lint);
      troubles = [...troubles, ...result.failures.flatMap(failure => world.troubles(failure, root))];
      return { workspace, declarations, result };
    } catch (error) {
      troubles = [...troubles, ...world.troubles(error, root)];
      return undefined;
    }
  }

  function read(path: string): DeclarationFile | undefined {
    try {
      return files?.read(files.source(path)).file;
    } catch {
      return undefined;
    }
  }

  return {
    folder,
    workspace: () => workspace,
    troubles: () => troubles,
    paths,
    read,
    reload,
    isOutdated,
    check,
  };
}
