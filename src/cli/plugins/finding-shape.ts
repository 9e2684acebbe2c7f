/** What a rule of the team's own may return: findings with a subject, a place that is there, and data that can be put into words. */
import { type FindingData, type RuleFinding, SEVERITIES } from '../../finding.js';
import { isRecord } from '../../guards.js';
import type { RuleContext } from '../../lint/rule.js';
import {
  boolean,
  either,
  listOf,
  type Misfit,
  nothing,
  number,
  object,
  oneOf,
  optional,
  record,
  type Shape,
  someText,
  text,
} from './shapes.js';

const texts = listOf(text);
const plain = either(text, number, boolean, oneOf([null]), texts);
const people = either(number, oneOf(['<5', 'unknown']));

/** Placeholders that hold something else than a text. */
const OTHERS: Readonly<Partial<Record<keyof FindingData, Shape>>> = {
  field: record({ label: text, alias: text }),
  places: listOf(record({ name: text, kind: text })),
  people,
  limit: either(number, text),
  version: either(number, text),
  basis: either(texts, text),
  live: plain,
  declared: plain,
  count: number,
  percent: number,
  year: number,
  age: number,
  line: number,
  purposes: texts,
  new_purposes: texts,
  missing: texts,
  changes: texts,
  what: texts,
  criteria: texts,
  stores: texts,
  fields: texts,
  labels: texts,
  options: texts,
  channels: texts,
  rules: texts,
  values: texts,
};

const shapes: ReadonlyMap<string, Shape> = new Map(Object.entries(OTHERS));

const data: Shape = (value, at) =>
  isRecord(value)
    ? Object.entries(value).flatMap(([key, inner]) => (inner === undefined ? [] : (shapes.get(key) ?? text)(inner, `${at}.${key}`)))
    : object(value, at);

/** A place in one of the files that were read, or an item of Mautic. */
function placeIn(files: ReadonlySet<string>): Shape {
  const file: Shape = (value, at) => (typeof value === 'string' && files.has(value) ? [] : [{ at, expected: 'file' }]);
  const inFile = record({ file, path: listOf(either(number, text)), at: oneOf(['key', 'value']), range: optional(listOf(number)) });
  const inMautic = record({ item: someText });
  return (value, at) => (isRecord(value) && value.item !== undefined && value.file === undefined ? inMautic(value, at) : inFile(value, at));
}

/** What does not fit in what a rule returned. @param files those that places may name */
export function findingMisfits(value: unknown, files: ReadonlySet<string>): readonly Misfit[] {
  const place = placeIn(files);
  const finding = record({
    subject: someText,
    place,
    data,
    severity: optional(oneOf(SEVERITIES)),
    related: optional(listOf(record({ subject: optional(text), place }))),
    fixes: nothing,
    key: optional(text),
  });
  return listOf(finding)(value, 'check()');
}

/**
 * A guard for what a rule of the team's own returned.
 * @param files that a place may name: those of `filesOf`
 */
export function areFindings(value: unknown, files: ReadonlySet<string>): value is readonly RuleFinding[] {
  return findingMisfits(value, files).length === 0;
}

/** The files that places of a finding may name. */
export function filesOf({ declarations, baseline, site }: Pick<RuleContext, 'declarations' | 'baseline' | 'site'>): ReadonlySet<string> {
  return new Set([
    ...declarations.files.map(({ path }) => path),
    ...(baseline === null ? [] : [baseline.file.path]),
    ...(site?.texts.keys() ?? []),
  ]);
}
