/** Faults of a configuration file, shown by the reporter that shows those of declarations. */
import schemaValid from '../../rules/declaration/schema-valid.js';
import { rules } from '../../rules/index.js';
import { buildDeclarations } from '../declarations/build.js';
import type { Language } from '../finding.js';
import { type LintResult, lint } from '../lint/lint.js';
import { makeReport } from '../output/report.js';
import type { ConfigFaults } from './config-faults.js';
import { findRoot, NO_WEBSITE } from './configuration.js';
import { writeReport } from './formats.js';
import { type Io, today } from './io.js';
import { VERSION } from './version.js';

/** The faults of a configuration file as findings; without it, no other rule is run. */
export function judgeConfigFaults({ file, problems }: ConfigFaults, io: Io): LintResult {
  const declarations = { ...buildDeclarations([]), files: [file], problems };
  const result = lint({ declarations, snapshot: null, now: today(io), preset: 'recommended', rules: [schemaValid], configured: new Map() });
  const others = rules.filter(({ id }) => id !== schemaValid.id);
  return { ...result, notRun: others.map(({ id }) => ({ rule: id, of: 'rule', why: ['settings'] })) };
}

/** Writes the faults of a configuration file in the formats that were asked for. */
export async function reportConfigFaults(faults: ConfigFaults, language: Language, io: Io): Promise<void> {
  const { file, wanted } = faults;
  const report = makeReport(judgeConfigFaults(faults, io), [schemaValid], { language, version: VERSION });
  const config = {
    root: findRoot(io.cwd) ?? io.cwd,
    file: file.path,
    preset: 'recommended',
    declarations: [],
    snapshot: '',
    baseline: '',
    language,
    rules: new Map(),
    website: NO_WEBSITE,
    plugins: [],
    layers: [],
    origins: new Map(),
  } as const;
  await writeReport(report, wanted, config, io, { failOn: 'error' });
}
