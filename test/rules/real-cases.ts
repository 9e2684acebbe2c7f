/** Answers of the kind that real Mautics gave, made into a snapshot and looked at by one rule. */
import { buildDeclarations } from '../../src/declarations/build.js';
import type { Finding } from '../../src/finding.js';
import { isRecord } from '../../src/guards.js';
import { lint } from '../../src/lint/lint.js';
import type { NotRun, Rule } from '../../src/lint/rule.js';
import { fixture, snapshotOf } from '../mautic/recordings.js';
import { EXAMPLE_FILE } from './examples.js';

interface CaseResult {
  readonly findings: readonly Finding[];
  readonly notRun: readonly NotRun[];
}

/** What a rule says about the answers of a case, and about what is added to them: request → answer. */
export async function lintCase(
  rule: Rule,
  name: string,
  { declarations = '', more = {} }: { readonly declarations?: string; readonly more?: Readonly<Record<string, unknown>> } = {},
): Promise<CaseResult> {
  const answers: unknown = JSON.parse(fixture(`cases/${name}.json`).toString('utf8'));
  return lintAnswers(rule, isRecord(answers) ? { ...answers, ...more } : answers, declarations);
}

/** What a rule says about answers: request → answer, or an entity export. */
export async function lintAnswers(rule: Rule, answers: unknown, declarations = ''): Promise<CaseResult> {
  const snapshot = await snapshotOf(answers);
  return lint({
    declarations: buildDeclarations([{ path: EXAMPLE_FILE, text: `version: 1\n${declarations}` }]),
    snapshot,
    now: '2026-11-25',
    preset: 'recommended',
    rules: [rule],
    configured: new Map(),
  });
}

/** The single form of a case, as the list that says there is no other. */
export const formsOf = (name: string): Readonly<Record<string, unknown>> => wholeList(name, 'forms', 'form');
/** The same of its single campaign. */
export const campaignsOf = (name: string): Readonly<Record<string, unknown>> => wholeList(name, 'campaigns', 'campaign');

function wholeList(name: string, list: string, one: string): Readonly<Record<string, unknown>> {
  const answers: unknown = JSON.parse(fixture(`cases/${name}.json`).toString('utf8'));
  const rows = Object.entries(isRecord(answers) ? answers : {}).flatMap(([request, value]) =>
    request.startsWith(`GET /api/${list}/`) && isRecord(value) ? [value[one]] : [],
  );
  return { [`GET /api/${list}`]: { total: rows.length, [list]: rows } };
}
