/** The public API: what the command line is made of, without files, clock or network. */

export { rules } from '../rules/index.js';
export { buildDeclarations } from './declarations/build.js';
export type { Declarations, DeclaredKind, ItemEntry } from './declarations/model.js';
export type { FilePlace, Finding, FindingData, Language, Place, RuleFinding, Severity, SeveritySetting } from './finding.js';
export type { Kind } from './items.js';
export { type LintInput, type LintResult, lint } from './lint/lint.js';
export { nameOfEntry, valueAt } from './lint/places.js';
export type { Example, Law, Preset, Rule, RuleContext, RuleText } from './lint/rule.js';
export { rule } from './lint/rule.js';
export { loadSnapshot } from './mautic/load.js';
export { type AnswerFile, type Reading, readAnswers } from './mautic/read-answers.js';
export type { Item, Snapshot, Use } from './mautic/snapshot.js';
export { FORMATS, type FormatName } from './output/formats/index.js';
export { makeReport, type Report } from './output/report.js';
export { parseYaml } from './text/yaml.js';
