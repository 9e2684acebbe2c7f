/** The page about a rule, and the list of all. */
import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.js';
import { CONTROLS, EXITS } from '../../src/mautic/uses/tokens.js';
import { explainRule } from '../../src/output/explain.js';
import { PLAIN } from '../../src/output/palette.js';
import { listRules, rulesAsJson } from '../../src/output/rule-list.js';
import { cellsOf } from '../../src/text/position.js';

const LANGUAGES = ['en', 'it'] as const;
const options = (language: 'en' | 'it', columns = 80) => ({ language, columns, palette: PLAIN });
const linesOf = (text: string): string[] => text.trimEnd().split('\n');

const UNDECLARED = `Field without a declaration
undeclared-field · Is it written down?

Why it matters
  Somebody answered this question, or will. If nobody has written down what the
  answer is for, nobody can tell them, and nobody knows when to delete it.
`;

describe.each(LANGUAGES)('explain in %s', language => {
  it.each(rules.map(rule => [rule.id, rule] as const))('%s: every part, in the width, with what its bad example gives', (id, rule) => {
    const page = explainRule(rule, () => rules, options(language));
    const { title } = rule.text[language];
    expect(linesOf(page)[0]?.startsWith(title.slice(0, 60))).toBe(true);
    expect(linesOf(page)[1]).toContain(id);
    for (const { cite } of rule.law) expect(page.replace(/\s+/gu, ' ')).toContain(`- ${cite} (`);
    expect(page).toContain(language === 'en' ? 'not legal advice' : 'non un parere legale');
    const says = language === 'en' ? 'purposelint says:' : 'purposelint dice:';
    const nothing = language === 'en' ? 'purposelint says nothing.' : 'purposelint non dice nulla.';
    expect(page.indexOf(nothing)).toBeGreaterThan(page.indexOf(says));
    const findings = page.slice(page.indexOf(says)).match(/^ {2}- (?:error|warning|info|errore|avviso|nota): /gmu);
    expect(findings).toHaveLength(rule.examples.bad.finds.length);
    // What stands in braces is a token of Mautic that somebody is told to use, or a placeholder that nobody filled.
    const braces = [...page.matchAll(/\{([a-z_]+)\}/gu)].map(([, name = '']) => name);
    expect(braces.filter(name => !EXITS.has(name) && !CONTROLS.has(name))).toEqual([]);
    expect(page).not.toMatch(/undefined|\[object| $/mu);
    const prose = linesOf(page).filter(line => !line.startsWith('    ') && !/\S{60}/u.test(line));
    expect(prose.filter(line => cellsOf(line) > 80)).toEqual([]);
  });
});

it('explains to a marketer', () => {
  const rule = rules.find(({ id }) => id === 'undeclared-field');
  const page = rule === undefined ? '' : explainRule(rule, () => rules, options('en'));
  expect(page.startsWith(UNDECLARED)).toBe(true);
  expect(page).toContain(
    "  - contact field 'Favourite film' (favourite_film): published, added 2 March\n    2026, filled in for 810 people\n",
  );
});

it('shows the code of a website, and says that the rule needs one', () => {
  const rule = rules.find(({ id }) => id === 'stale-embed');
  const page = rule === undefined ? '' : explainRule(rule, () => rules, options('en'));
  expect(page.replace(/\s+/gu, ' ')).toContain('it runs only where `website` in purposelint.yaml names it'.replaceAll('`', ''));
  expect(page).toContain(
    '  On the website, site/newsletter.html:\n    <script src="https://mautic.aurora.example/form/generate.js?id=14"></script>\n',
  );
});

describe.each(LANGUAGES)('the list in %s', language => {
  it.each([80, 120])('has every rule once, within %s columns', columns => {
    const lines = linesOf(listRules(rules, options(language, columns)));
    for (const { id } of rules) expect(lines.filter(line => line.startsWith(`  ${id} `))).toHaveLength(1);
    expect(lines.filter(line => cellsOf(line) > columns)).toEqual([]);
  });

  it('is there as data, without the code', () => {
    const data: unknown = JSON.parse(rulesAsJson(rules, language));
    expect(data).toMatchObject(
      rules.map(({ id, family, text }) => ({ id, family, title: text[language].title, message: text[language].message })),
    );
    expect(JSON.stringify(data)).not.toContain('"check"');
  });
});
