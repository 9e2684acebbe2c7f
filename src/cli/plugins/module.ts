/** A module of the team's own, as it is run. */
export interface Module {
  /** Relative to the root of the repository. */
  readonly path: string;
  /** CommonJS. */
  readonly code: string;
  /** Source map of the code, as JSON. */
  readonly map: string;
  /** The modules behind what it imports, by the words of the import. */
  readonly imports: ReadonlyMap<string, string>;
}

/** The one name that a rule may import beside files of its repository. */
export const PACKAGE = 'purposelint';
