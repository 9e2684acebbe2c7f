/** Keys that an entry cannot do without (docs/declaration-format.md, section 3), and the rule that asks for each; without such a rule, `schema-valid` does. */
import type { FilePlace } from '../finding.js';
import { isRecord, type UnknownRecord } from '../guards.js';
import type { TextDocument } from '../text/document.js';
import { later, laterBy } from '../text/later.js';
import type { Declarations, Problem } from './model.js';

interface Written {
  /** Path inside of the entry to the map that lacks the key; `*`: every entry of a map. */
  readonly in: string;
  readonly keys: readonly string[];
  readonly rule?: string;
  /** Only where this holds for the map. */
  readonly when?: (map: UnknownRecord) => boolean;
}

interface Required extends Written {
  readonly steps: readonly string[];
}

const inside = (path: string, ...keys: string[]): Written => ({ in: path, keys });
const table = (...rows: readonly Written[]): readonly Written[] => rows;
const DPIA = inside('dpia', 'document', 'date');
const LEGAL_HOLD = inside('legal_hold', 'until', 'document');

const PURPOSE = table(
  { in: '', keys: ['description'], rule: 'vague-purpose' },
  { in: '', keys: ['consent'], rule: 'consent-no-collector', when: ({ legal_basis }) => [legal_basis].flat().includes('consent') },
  { in: '', keys: ['soft_opt_in'], rule: 'soft-opt-in-scope', when: ({ legal_basis }) => [legal_basis].flat().includes('soft-opt-in') },
  { in: 'consent', keys: ['field'], when: ({ tag, segment }) => tag === undefined && segment === undefined },
  { in: 'consent', keys: ['collected_by'], rule: 'consent-no-collector' },
  inside('consent.wording', 'version'),
  { in: 'soft_opt_in', keys: ['sale_context', 'own_similar', 'opt_out_at_collection', 'collected_by'], rule: 'soft-opt-in-scope' },
  inside('lia', 'interest', 'document', 'date'),
  inside('children', 'age_gate', 'parental_consent'),
  inside('objection', 'where'),
  DPIA,
  LEGAL_HOLD,
);

const ITEM = table(
  inside('seller', 'name', 'consent_proof', 'checked'),
  inside('informed', 'when'),
  { in: 'informed', keys: ['text'], when: ({ when }) => when !== 'already known' },
  inside('special', 'categories', 'condition'),
  inside('special.consent', 'field'),
  inside('special.dpia', 'document', 'date'),
  inside('not_special', 'reason'),
  inside('free_text', 'warning', 'reviewed_by'),
  inside('max_fields', 'limit', 'reason'),
  inside('progressive', 'max_total', 'stop_when'),
  inside('upload', 'content', 'types', 'readers'),
  { in: '', keys: ['decision'], rule: 'automated-effect', when: ({ effect }) => effect === 'significant' },
  { in: 'decision', keys: ['human_review', 'condition', 'explanation'], rule: 'automated-effect' },
  LEGAL_HOLD,
);

const TRACKING = table(inside('consent', 'field'), inside('objection', 'where'), inside('cookies.*', 'lifetime'));
/** Without `mode`, opens count as recorded; where people were asked for that, only the key is missing. */
const EMAIL_OPENS = table(
  ...TRACKING,
  { in: '', keys: ['mode'], rule: 'email-pixel', when: ({ consent }) => consent === undefined },
  { in: '', keys: ['mode'], when: ({ consent }) => consent !== undefined },
);
const EMAIL_CLICKS = table(...TRACKING, { in: '', keys: ['mode'], rule: 'click-tracking' });

const RECIPIENT = table(
  { in: '', keys: ['role'], rule: 'recipient-contract' },
  { in: '', keys: ['country'], rule: 'recipient-contract', when: ({ role }) => role !== 'internal' },
  inside('contract', 'document', 'date'),
  inside('transfer', 'basis', 'checked'),
);

const NOTICE = table({ in: '', keys: ['date'], rule: 'notice-gap' });

const ORGANISATION = table(
  { in: 'dpo', keys: ['name', 'email'], rule: 'ropa-complete' },
  { in: 'representative', keys: ['name', 'contact'], rule: 'ropa-complete' },
  inside('training', 'last'),
  DPIA,
);
const INSTANCE = table(inside('plugins.*', 'does'));
const RIGHTS = table({ in: 'suppression', keys: ['where', 'content', 'retention'], when: ({ not_needed }) => not_needed === undefined });

/**
 * The keys that are missing.
 * @param hasRule tells the rules of the catalogue: what one of these asks for is left to it
 */
export function missingKeyProblems(declarations: Declarations, hasRule: (id: string) => boolean): Problem[] {
  const told = placesTold(declarations.problems);
  const documents = later(() => new Map(declarations.files.map(({ path, document }) => [path, document])));
  const problems: Problem[] = [];
  const rowsOf = laterBy((required: readonly Written[]) =>
    required.filter(({ rule }) => rule === undefined || !hasRule(rule)).map((row): Required => ({ ...row, steps: stepsOf(row) })),
  );
  for (const { value, place, subject, required } of requirements(declarations)) {
    for (const { steps, when, keys } of rowsOf(required)) {
      const [first] = steps;
      // Most entries have none of these maps.
      if (first !== undefined && !(first in value)) continue;
      for (const { map, path } of mapsAt(value, steps, [])) {
        if (when?.(map) === false) continue;
        const missing = keys.filter(key => map[key] === undefined && !told(place.file, [...place.path, ...path, key]));
        problems.push(...missing.map(key => problemFor(documents().get(place.file), key, [...place.path, ...path], place.file, subject)));
      }
    }
  }
  return problems;
}

function stepsOf({ in: path }: Written): readonly string[] {
  return path === '' ? [] : path.split('.');
}

interface Requirement {
  readonly value: object;
  readonly place: FilePlace;
  readonly subject: string;
  readonly required: readonly Written[];
}

function* requirements(declarations: Declarations): Generator<Requirement> {
  const { purposes, items, tracking, recipients, notices, organisation, instance, rights } = declarations;
  for (const { key, value, place } of purposes.values())
    if (place !== null) yield { value, place, subject: `purpose:${key}`, required: PURPOSE };
  for (const { value, place, identity } of Object.values(items).flat()) yield { value, place, subject: identity, required: ITEM };
  for (const { key, value, place } of Object.values(tracking)) {
    const required = key === 'email_opens' ? EMAIL_OPENS : key === 'email_clicks' ? EMAIL_CLICKS : TRACKING;
    if (place !== null) yield { value, place, subject: `tracking:${key}`, required };
  }
  for (const { key, value, place } of recipients.values())
    if (place !== null) yield { value, place, subject: `recipient:${key}`, required: RECIPIENT };
  for (const { key, value, place } of notices.values())
    if (place !== null) yield { value, place, subject: `notice:${key}`, required: NOTICE };
  const blocks = [
    { block: organisation, subject: 'organisation', required: ORGANISATION },
    { block: instance, subject: 'instance', required: INSTANCE },
    { block: rights, subject: 'rights', required: RIGHTS },
  ];
  for (const { block, subject, required } of blocks) {
    for (const [key, place] of block.places) {
      const own = required.filter(row => stepsOf(row)[0] === key);
      yield { value: block.value, place: { ...place, path: place.path.slice(0, -1) }, subject, required: own };
    }
  }
}

function* mapsAt(
  value: unknown,
  steps: readonly string[],
  path: readonly string[],
): Generator<{ map: UnknownRecord; path: readonly string[] }> {
  const [step, ...rest] = steps;
  if (!isRecord(value)) return;
  if (step === undefined) yield { map: value, path };
  else for (const key of step === '*' ? Object.keys(value) : [step]) yield* mapsAt(value[key], rest, [...path, key]);
}

function problemFor(document: TextDocument | undefined, key: string, path: FilePlace['path'], file: string, subject: string): Problem {
  // What is missing has no place: it is told at the key of what lacks it.
  const range = document?.rangeOf(path, 'key');
  const place: FilePlace = { file, path: [...path, key], at: 'key', ...(range === undefined ? {} : { range: [range.start, range.end] }) };
  return { code: 'missing-key', subject, place, data: { key, place: path.join('.'), reason: `means-${key}` } };
}

/** Where something is told already: the key itself, what it lies in, or a key that was meant to be it. */
function placesTold(problems: readonly Problem[]): (file: string, path: FilePlace['path']) => boolean {
  const told = new Set<string>();
  for (const { code, place, data } of problems) {
    if (place.path.length > 0) told.add(JSON.stringify([place.file, ...place.path]));
    if (code === 'unknown-key' && data.near !== undefined) told.add(JSON.stringify([place.file, ...place.path.slice(0, -1), data.near]));
  }
  return (file, path) => told.size > 0 && path.some((_, depth) => told.has(JSON.stringify([file, ...path.slice(0, depth + 1)])));
}
