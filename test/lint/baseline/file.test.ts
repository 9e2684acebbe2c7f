/** The baseline as a file: what is written is read again, and what cannot be used is refused at its line. */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRecord, type UnknownRecord } from '../../../src/guards.js';
import { type Accepted, baselineText } from '../../../src/lint/baseline/baseline.js';
import { BaselineUnusable, readBaseline } from '../../../src/lint/baseline/read.js';

const PATH = 'privacy/baseline.json';
const ENTRY = { rule: 'no-purpose', subject: 'tag:vip' };
const WRITTEN = '2026-11-25';
const read = (text: string) => readBaseline({ path: PATH, text });

describe('the text', () => {
  it('has a finding on each line, sorted, and nothing else about it', () => {
    const accepted = [
      { ...ENTRY, repeat: 1 },
      { ...ENTRY, subject: 'tag:a\u202eb\n' },
      { ...ENTRY, key: 'x' },
      ENTRY,
      { ...ENTRY, rule: 'a' },
    ];
    expect(baselineText({ host: 'mautic.aurora.example', written: WRITTEN, accepted })).toBe(`{
"format":"purposelint-baseline",
"version":1,
"host":"mautic.aurora.example",
"written":"2026-11-25",
"accepted":[
{"rule":"a","subject":"tag:vip"},
{"rule":"no-purpose","subject":"tag:a\\u202eb\\n"},
{"rule":"no-purpose","subject":"tag:vip"},
{"rule":"no-purpose","subject":"tag:vip","repeat":1},
{"rule":"no-purpose","subject":"tag:vip","key":"x"}
]
}
`);
  });

  it('is read as it was written, in any order of its lines', () => {
    const entries = fc.uniqueArray(
      fc.record<Accepted>(
        { rule: word(), subject: word(), key: word(), repeat: fc.integer({ min: 1, max: 9 }) },
        { requiredKeys: ['rule', 'subject'] },
      ),
      { selector: entry => JSON.stringify([entry.rule, entry.subject, entry.key, entry.repeat]) },
    );
    fc.assert(
      fc.property(entries, fc.option(word(), { nil: undefined }), (accepted, host) => {
        const content = { written: WRITTEN, ...(host === undefined ? {} : { host }) };
        const text = baselineText({ ...content, accepted });
        expect(text).toBe(baselineText({ ...content, accepted: [...accepted].reverse() }));
        const { file, ...value } = read(text);
        expect(baselineText(value)).toBe(text);
        expect(new Set(value.accepted.map(entry => JSON.stringify(entry))).size).toBe(accepted.length);
        for (const [position, { subject }] of value.accepted.entries()) {
          const range = file.document.rangeOf(['accepted', position], 'value');
          expect(JSON.parse(text.slice(range?.start, range?.end))).toMatchObject({ subject });
        }
      }),
      { numRuns: 60 },
    );
  });

  it('fits the published schema, which is closed', () => {
    const validate = new Ajv2020({ strict: true }).compile(SCHEMA);
    const value = (entry: object): unknown => ({ format: 'purposelint-baseline', version: 1, written: WRITTEN, accepted: [entry] });
    expect(
      validate(JSON.parse(baselineText({ host: 'a.example', written: WRITTEN, accepted: [ENTRY, { ...ENTRY, key: 'x', repeat: 2 }] }))),
    ).toBe(true);
    expect(validate(value(ENTRY))).toBe(true);
    for (const more of ['message', 'line', 'value']) expect(validate(value({ ...ENTRY, [more]: 'x' }))).toBe(false);
    expect(validate({ ...Object(value(ENTRY)), contacts: [] })).toBe(false);
  });

  it('is explained key by key in the schema', () => {
    const described = [...propertiesIn(SCHEMA)].filter(([, { title, description, examples }]) => title && description && examples);
    expect(described.map(([key]) => key)).toEqual(['format', 'version', 'host', 'written', 'accepted', 'rule', 'subject', 'key', 'repeat']);
  });
});

const SCHEMA: UnknownRecord = JSON.parse(readFileSync(new URL('../../../schemas/baseline.v1.json', import.meta.url), 'utf8'));

function* propertiesIn(node: UnknownRecord): Generator<[string, UnknownRecord]> {
  for (const [name, value] of Object.entries(node)) {
    if (!isRecord(value)) continue;
    if (name === 'properties') for (const [key, property] of Object.entries(value)) if (isRecord(property)) yield [key, property];
    if (name !== 'properties') yield* propertiesIn(value);
  }
}

function word(): fc.Arbitrary<string> {
  return fc.oneof(
    fc.string({ minLength: 1, maxLength: 8, unit: 'grapheme' }),
    fc.constantFrom('__proto__', 'tag:a b', 'form:"x"', 'x\u2028y', 'a: b'),
  );
}

describe('refused, at the line', () => {
  const good = baselineText({ host: 'mautic.aurora.example', written: WRITTEN, accepted: [ENTRY, { ...ENTRY, subject: 'tag:zoo' }] });
  const faultOf = (text: string): Pick<BaselineUnusable, 'reason' | 'line'> | undefined => {
    try {
      read(text);
      return undefined;
    } catch (error) {
      return error instanceof BaselineUnusable ? { reason: error.reason, line: error.line } : undefined;
    }
  };

  it('is nothing where all is right, also behind a byte order mark', () => {
    expect(read(good).accepted).toHaveLength(2);
    expect(read(`\ufeff${good}`).accepted).toHaveLength(2);
  });

  it.each([
    ['a merge that was left', good.replace('{"rule"', '<<<<<<< HEAD\n{"rule"'), { reason: 'not-json', line: 7 }],
    ['an empty file', '', { reason: 'not-json', line: 1 }],
    ['another file', '{"format":"purposelint-snapshot"}', { reason: 'not-a-baseline', line: 1 }],
    ['a list', '[]', { reason: 'not-a-baseline', line: 1 }],
    ['a newer format', good.replace('"version":1', '"version":2'), { reason: 'newer-version', line: 3 }],
    ['a format that is none', good.replace('"version":1', '"version":"1"'), { reason: 'invalid', line: 3 }],
    ['a day that is none', good.replace(WRITTEN, 'today'), { reason: 'invalid', line: 5 }],
    ['a line that was added to', good.replace('"tag:zoo"', '"tag:zoo","note":"mine"'), { reason: 'invalid', line: 8 }],
    ['a rule that is no text', good.replace('"no-purpose","subject":"tag:zoo"', '7,"subject":"tag:zoo"'), { reason: 'invalid', line: 8 }],
    ['a missing list', `{"format":"purposelint-baseline","version":1,"written":"${WRITTEN}"}`, { reason: 'invalid', line: 1 }],
  ])('%s', (_, text, fault) => {
    expect(faultOf(text)).toEqual(fault);
  });
});
