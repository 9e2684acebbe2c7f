import type { DeclarationFile, Problem } from '../declarations/model.js';

/** The faults of a configuration file, to be shown by the reporter that shows those of declarations. */
export class ConfigFaults extends Error {
  constructor(
    readonly file: DeclarationFile,
    readonly problems: readonly Problem[],
  ) {
    super(file.path);
    this.name = 'ConfigFaults';
  }
}
