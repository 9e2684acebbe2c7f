/** What holds for every rule: its examples do what they say, its texts are whole in both languages, its severities follow the house. */
import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.js';
import { LANGUAGES } from '../../src/finding.js';
import { catalogue } from '../../src/generated/data.js';
import { presetOf } from '../../src/output/example.js';
import { renderMessage } from '../../src/output/message.js';
import { plainText } from '../../src/output/parts.js';
import { parseTemplate } from '../../src/output/template.js';
import { findingsOf, lintExample } from './examples.js';

const PLACEHOLDER = /\{(\w+)\}/gu;
/** May be errors in `recommended` although they are heuristics (title-gender raises itself only where it is certain). */
const HINTS_THAT_ARE_ERRORS = new Set(['special-field', 'national-id', 'payment-data', 'criminal-data']);

describe.each(rules.map(rule => [rule.id, rule] as const))('%s', (_, rule) => {
  it('finds what its bad example has, and nothing in its good one', () => {
    expect(findingsOf(rule, rule.examples.bad).map(finding => finding.subject)).toEqual(rule.examples.bad.finds);
    expect(rule.examples.bad.finds.length).toBeGreaterThan(0);
    expect(rule.examples.good.finds).toEqual([]);
    expect(findingsOf(rule, rule.examples.good)).toEqual([]);
  });

  it('has the same placeholders and the same words in every language', () => {
    const placeholders = LANGUAGES.map(language => new Set([...rule.text[language].message.matchAll(PLACEHOLDER)].map(([, name]) => name)));
    expect(placeholders[1]).toEqual(placeholders[0]);
    const words = LANGUAGES.map(language => Object.keys(rule.text[language].words ?? {}).sort());
    expect(words[1]).toEqual(words[0]);
    for (const language of LANGUAGES) {
      const { title, message, why, next } = rule.text[language];
      for (const text of [title, message, why, next]) expect(text.length).toBeGreaterThan(5);
    }
  });

  it('leaves no mark of its templates in a message', () => {
    for (const language of LANGUAGES) {
      const { message, words = {} } = rule.text[language];
      const texts = [message, ...Object.values(words)].flatMap(parseTemplate).filter(({ kind }) => kind === 'text');
      for (const node of texts) expect(node).not.toMatchObject({ text: expect.stringMatching(/[[\]]/u) });
      for (const { data } of findingsOf(rule, rule.examples.bad)) {
        // What is to be typed has brackets of its own.
        const ours = renderMessage(rule.text[language], data, language).filter(({ kind }) => kind !== 'code');
        expect(plainText(ours)).not.toMatch(/^\[|\[[^\]]*\]|\.\p{Lu}/u);
      }
    }
  });

  it('cites its sources exactly, or not at all', () => {
    for (const { cite } of rule.law) expect(cite).not.toMatch(/\[\?\]|to verify/u);
  });

  it('is not run without a snapshot when it needs one', () => {
    const needsSnapshot = (rule.needs?.length ?? 0) + (rule.per?.length ?? 0) > 0;
    const { findings, notRun } = lintExample(rule.examples.bad, presetOf(rule), false);
    expect(notRun.filter(entry => entry.rule === rule.id)).toEqual(
      needsSnapshot || rule.also !== undefined ? [{ rule: rule.id, of: 'snapshot', why: ['no-snapshot'] }] : [],
    );
    if (needsSnapshot) expect(findings.filter(finding => finding.rule === rule.id)).toEqual([]);
  });

  it('is not run without a time to compare with when it judges what changed', () => {
    const { base: _, ...plain } = rule.examples.bad;
    const { findings, notRun } = lintExample(plain, presetOf(rule));
    const told = notRun.filter(({ rule: id, of }) => id === rule.id && of === 'base');
    expect(told).toEqual(rule.base === undefined ? [] : [{ rule: rule.id, of: 'base', why: ['no-base'] }]);
    if (rule.base === 'whole') expect(findings.filter(finding => finding.rule === rule.id)).toEqual([]);
  });

  it('is not run without a website when it judges its code', () => {
    const { site: _, ...plain } = rule.examples.bad;
    const { findings, notRun } = lintExample(plain, presetOf(rule));
    const told = notRun.filter(({ rule: id, of }) => id === rule.id && of === 'website');
    expect(told).toEqual(rule.website === undefined ? [] : [{ rule: rule.id, of: 'website', why: ['no-website'] }]);
    if (rule.website === 'whole') expect(findings.filter(finding => finding.rule === rule.id)).toEqual([]);
  });

  it('does not break a run on a hint', () => {
    if (rule.evidence === 'hint' && !HINTS_THAT_ARE_ERRORS.has(rule.id)) expect(rule.severity.recommended).not.toBe('error');
  });
});

it('lists every rule once, by family, in the order of the catalogue', () => {
  const catalogued = Object.entries(catalogue().rules).flatMap(([family, ids]) => ids.map((id): string => `${family}/${id}`));
  const listed = rules.map(({ family, id }) => `${family}/${id}`);
  expect(new Set(listed).size).toBe(listed.length);
  expect(listed).toEqual(catalogued.filter(entry => listed.includes(entry)));
  // The others are still to come.
  expect([listed.length, catalogued.length]).toEqual([119, 137]);
});
