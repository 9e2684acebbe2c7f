/** What a rule of the team's own must say of itself: nothing of it is believed before. */
import { LANGUAGES, SEVERITIES } from '../../finding.js';
import { isRecord } from '../../guards.js';
import type { Rule } from '../../lint/rule.js';
import { isPlaceholder } from '../../output/placeholders.js';
import {
  below,
  listOf,
  type Misfit,
  mapOf,
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

/** A rule without its code. */
export type Described = Omit<Rule, 'check'>;

const FAMILIES = [
  'declaration',
  'drift',
  'purpose',
  'legal-basis',
  'consent',
  'minimisation',
  'special-category',
  'retention',
  'tracking',
  'profiling',
  'transparency',
  'rights',
  'sharing',
  'hygiene',
] as const satisfies readonly Rule['family'][];

const LONGEST_ID = 60;

/** Small letters, digits and single hyphens. */
export function isRuleId(value: string): boolean {
  return value.length <= LONGEST_ID && /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u.test(value);
}

const id: Shape = (value, at) => (typeof value === 'string' && isRuleId(value) ? [] : [{ at, expected: 'id' }]);
const severity = oneOf([...SEVERITIES, 'off']);
const texts = record({ title: someText, message: someText, why: someText, next: someText, words: optional(mapOf(text)) });

const example = record({
  declarations: text,
  items: optional(listOf(record({ kind: someText, id: number, key: text }))),
  uses: optional(listOf(record({ from: someText, to: someText, how: someText }))),
  counts: optional(listOf(object)),
  made: optional(object),
  coverage: optional(listOf(record({ of: someText, state: someText }))),
  baseline: optional(listOf(record({ rule: someText, subject: someText }))),
  site: optional(listOf(record({ path: someText, text, sends: listOf(record({ text, what: someText, how: someText })) }))),
  base: optional(record({ declarations: text, items: optional(listOf(object)) })),
  now: optional(someText),
  finds: listOf(text),
});

const RULE = record({
  id,
  family: oneOf(FAMILIES),
  since: someText,
  evidence: oneOf(['certain', 'needs-complete-snapshot', 'hint']),
  needs: optional(listOf(someText)),
  per: optional(listOf(someText)),
  also: optional(listOf(someText)),
  base: optional(oneOf(['whole', 'part'])),
  website: optional(oneOf(['whole', 'part'])),
  severity: record({ recommended: severity, strict: severity }),
  waivable: oneOf([true, false, 'dpo']),
  fix: oneOf(['none']),
  law: listOf(record({ cite: someText, kind: oneOf(['law', 'decision', 'guidance', 'practice']) })),
  options: optional(record({ recommended: object, strict: object })),
  text: record({ en: texts, it: texts }),
  examples: record({ bad: example, good: example }),
  stage: nothing,
});

/** What does not fit in a rule without its code. */
export function ruleMisfits(value: unknown): readonly Misfit[] {
  const misfits = RULE(value, '');
  return misfits.length > 0 || !isRecord(value) ? misfits : placeholderMisfits(value.text);
}

/** A guard for a rule without its `check`; `ruleMisfits` says what is wrong with another one. */
export function isDescribed(value: unknown): value is Described {
  return ruleMisfits(value).length === 0;
}

const PLACEHOLDER = /\{([^{}]*)\}/gu;

/** Every placeholder of a message is one that data can have, and both languages have the same. */
function placeholderMisfits(texts: unknown): readonly Misfit[] {
  const [first, ...others] = LANGUAGES.map(language => ({
    at: below(below('text', language), 'message'),
    names: placeholdersIn(texts, language),
  }));
  if (first === undefined) return [];
  const misfit = (at: string): Misfit => ({ at, expected: 'placeholders' });
  const unknown = [first, ...others].filter(({ names }) => !names.every(isPlaceholder)).map(({ at }) => misfit(at));
  const uneven = others.filter(({ names }) => names.join() !== first.names.join()).map(({ at }) => misfit(at));
  return [...unknown, ...uneven];
}

function placeholdersIn(texts: unknown, language: string): string[] {
  const own = isRecord(texts) ? texts[language] : undefined;
  const message = isRecord(own) && typeof own.message === 'string' ? own.message : '';
  return [...new Set([...message.matchAll(PLACEHOLDER)].map(([, name = '']) => name))].sort();
}
