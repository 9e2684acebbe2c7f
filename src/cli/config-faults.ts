import type { DeclarationFile, Problem } from '../declarations/model.js';
import type { Wanted } from './formats.js';

/** The faults of a configuration file, to be shown by the reporter that shows those of declarations. */
export class ConfigFaults extends Error {
  constructor(
    readonly file: DeclarationFile,
    readonly problems: readonly Problem[],
    /** The formats that they are to be shown in. */
    readonly wanted: readonly Wanted[] = [{ name: 'stylish' }],
  ) {
    super(file.path);
    this.name = 'ConfigFaults';
  }
}
