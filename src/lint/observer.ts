/** Who is told what a run does, without any say in what comes out: the clock of `--timing`, the notes of what rules have read. */
export interface Observer {
  /** Does the work of a rule, or makes what several rules share. */
  measure<T>(name: string, work: () => T): T;
  /** What several rules share, before they get it: what its functions do is its own work, whoever calls them. */
  share<T>(name: string, shared: T): T;
  /** Whoever works now asks for something shared. */
  touch(name: string): void;
}

export const UNOBSERVED: Observer = {
  measure: (_, work) => work(),
  share: (_, shared) => shared,
  touch: () => undefined,
};
