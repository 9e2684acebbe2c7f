/** What holds for the fixes of every rule. */
import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.js';
import { buildDeclarations } from '../../src/declarations/build.js';
import { LANGUAGES } from '../../src/finding.js';
import { titleOf } from '../../src/output/fixes.js';
import { EXAMPLE_FILE, findingsOf, lintExample } from '../rules/examples.js';
import { fixed, offered, textOf } from './fix-example.js';

const fixable = rules.filter(rule => rule.fix !== 'none');

describe.each(fixable.map(rule => [rule.id, rule] as const))('%s', (_, rule) => {
  const { bad } = rule.examples;

  it('has a fix for every finding of its bad example, and says in every language what it does', () => {
    const declarations = buildDeclarations([{ path: EXAMPLE_FILE, text: textOf(bad) }]);
    const fixes = findingsOf(rule, bad).map(finding => offered(finding, declarations));
    expect(fixes.length).toBeGreaterThan(0);
    for (const own of fixes) expect(own.length).toBeGreaterThan(0);
    for (const finding of findingsOf(rule, bad)) {
      for (const { id } of offered(finding, declarations)) {
        for (const language of LANGUAGES) expect(titleOf(id, finding, rule, language)).not.toMatch(/[{}]/u);
      }
    }
  });

  it('leaves no finding of its own after the fix, and fixing again changes nothing', () => {
    const { text, findings, refused, fixed: count } = fixed(textOf(bad), bad, 'unsafe', rule.id);
    expect(findings.filter(finding => finding.rule === rule.id)).toEqual([]);
    expect(refused).toEqual([]);
    expect(count).toBeGreaterThan(0);
    expect(fixed(text, bad, 'unsafe', rule.id).text).toBe(text);
    expect(text).toMatchSnapshot();
  });

  it('leaves none either when all rules fix', () => {
    const { text, findings } = fixed(textOf(bad), bad);
    expect(findings.filter(finding => finding.rule === rule.id)).toEqual([]);
    expect(fixed(text, bad).text).toBe(text);
  });
});

it.each(rules.map(rule => [rule.id, rule] as const))('%s gives fixes only as far as it says', (_, rule) => {
  const all = [rule.examples.bad, rule.examples.good].flatMap(example => lintExample(example).findings);
  for (const finding of all) {
    const { fix } = rules.find(({ id }) => id === finding.rule) ?? { fix: 'none' };
    const best = (finding.fixes ?? []).some(({ safe }) => safe) ? 'safe' : (finding.fixes ?? []).length > 0 ? 'unsafe' : 'none';
    const allowed = { none: ['none'], unsafe: ['none', 'unsafe'], safe: ['none', 'unsafe', 'safe'] };
    expect(allowed[fix]).toContain(best);
  }
});
