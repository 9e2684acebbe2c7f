/** The large example, read once; one change to it; and everything that the check says about it then. */
import { readdirSync, readFileSync } from 'node:fs';
import { isRecord, type UnknownRecord } from '../../../src/guards.js';
import { buildDeclarations, type LintResult, lint, loadSnapshot, rules } from '../../../src/index.js';
import { isGap } from '../../../src/lint/unchecked.js';

const FOLDER = new URL('../../../examples/b2b-agency/privacy/', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, FOLDER), 'utf8');

/** The texts of the declarations by path, and what Mautic has. */
export interface Example {
  readonly texts: ReadonlyMap<string, string>;
  readonly mautic: UnknownRecord;
}

/** A change; it throws when it finds nothing to change. */
export type Edit = (example: Example) => Example;

/** A thing that happens in an agency, and all that the check says about it: `rule subject severity`. */
export interface Breakage {
  readonly happened: string;
  readonly edit: Edit;
  readonly finds: readonly string[];
  /** Rules that cannot be run afterwards, with what they lack: `rule coverage`. */
  readonly notRun?: readonly string[];
}

const paths = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter(path => path.endsWith('.yaml'));
const snapshot: unknown = JSON.parse(read('mautic.snapshot.json'));
const EXAMPLE: Example = { texts: new Map(paths.map(path => [path, read(path)])), mautic: isRecord(snapshot) ? snapshot : {} };

const declare = ({ texts }: Example) => buildDeclarations([...texts].map(([path, text]) => ({ path: `privacy/${path}`, text })));
/** The way of a file: what is no snapshot by the schema is refused. */
const load = ({ mautic }: Example) => loadSnapshot(JSON.stringify(mautic), 'mautic.snapshot.json');
const DECLARED = declare(EXAMPLE);
const LOADED = load(EXAMPLE);

/** Checks the example after a change, under the preset and on the day of its own test. */
export function lintAfter(edit: Edit): LintResult {
  const example = edit(EXAMPLE);
  return lint({
    declarations: example.texts === EXAMPLE.texts ? DECLARED : declare(example),
    snapshot: example.mautic === EXAMPLE.mautic ? LOADED : load(example),
    now: '2026-11-25',
    preset: 'strict',
    rules,
    configured: new Map(),
  });
}

/** All findings and all rules that were not run, each in one line, sorted. */
export function told({ findings, notRun }: LintResult): { finds: string[]; notRun: string[] } {
  return {
    finds: findings.map(({ rule, subject, severity, state }) => `${rule} ${subject} ${state === 'open' ? severity : state}`).sort(),
    notRun: notRun
      .filter(isGap)
      .map(({ rule, of }) => `${rule} ${of}`)
      .sort(),
  };
}
