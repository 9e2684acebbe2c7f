/** What a rule of the team's own may take. */
export interface Limits {
  /** For a file to load, and for a rule to check. */
  readonly milliseconds: number;
  readonly megabytes: number;
}

export const LIMITS: Limits = { milliseconds: 5000, megabytes: 1024 };
