/** A rule that failed, and why: it is told by name, and the others go on. */
export class RuleFailure extends Error {
  constructor(
    readonly rule: string,
    override readonly cause: unknown,
  ) {
    super(`rule ${rule}: ${cause instanceof Error ? cause.message : String(cause)}`);
    this.name = 'RuleFailure';
  }
}
