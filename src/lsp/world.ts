/** The outside as the language server sees it: files, rules, clock and sentences are handed in by the command line. */
import type { Declarations } from '../declarations/model.js';
import type { Language } from '../finding.js';
import type { Lint, LintResult } from '../lint/lint.js';
import type { Rule } from '../lint/rule.js';
import type { Snapshot } from '../mautic/snapshot.js';
import type { SourceText, TextRange } from '../text/document.js';

/** A repository with its settings, as they were when it was opened. */
export interface Workspace {
  /** Folder of purposelint.yaml, absolute; all paths are relative to it. */
  readonly root: string;
  /** Path of purposelint.yaml; null when there is none. */
  readonly config: string | null;
  /** Files that the settings come from. */
  readonly settingsFiles: readonly string[];
  /** Is the code of a website read as well? As it is on disk when the repository is opened. */
  readonly hasSite: boolean;
  /** Path of the snapshot, whose changes are looked for. */
  readonly snapshot: string;
  readonly language: Language;
  /** All rules, by their names and texts. */
  readonly rules: readonly Rule[];
  /** What keeps rules of the team's own from being run. */
  readonly troubles: readonly Trouble[];
  /** Paths of the declaration files on disk. */
  find(): Promise<readonly string[]>;
  /** Would a file of that path be a declaration? */
  fits(path: string): boolean;
  /** Why nothing is judged, where no file is a declaration. */
  readonly noDeclarations: readonly Trouble[];
  /** Reads the snapshot; null when there is none. Throws when it cannot be used. */
  loadSnapshot(): Snapshot | null;
  /** All rules, as the settings have them, as of today. `lintWith`: who runs them. */
  judge(declarations: Declarations, snapshot: Snapshot | null, lintWith: Lint): LintResult;
}

/** What keeps the server from reading something, in a sentence, and where that stands if it stands in a file. */
export interface Trouble {
  readonly message: string;
  readonly file?: { readonly source: SourceText; readonly range: TextRange };
}

export interface World {
  /**
   * Reads the settings of the repository around a folder.
   * @param changed called when something would be found that was not yet known in the last judgement
   * @throws what `troubles` can tell
   */
  open(folder: string, changed: () => void): Promise<Workspace>;
  /** Reads a text file. Throws when it cannot be read. */
  read(root: string, path: string): SourceText;
  /** Is there a file at that path of the repository? */
  isFile(root: string, path: string): boolean;
  /** Changes when the file changes; undefined when there is none. */
  stamp(root: string, path: string): string | undefined;
  /** An error in sentences. */
  troubles(error: unknown, root: string): readonly Trouble[];
  /** Does some work when nothing else is to be done for so many milliseconds. */
  later(work: () => void, milliseconds: number): void;
}
