/** A file in a format that this program does not know: nothing of it is guessed. */
export class UnknownVersion extends Error {
  constructor(
    readonly file: string,
    readonly line: number,
    readonly version: number,
  ) {
    super(`${file}: format ${version}`);
    this.name = 'UnknownVersion';
  }
}
