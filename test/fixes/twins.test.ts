/** A list names each thing once: what becomes what is there already is taken out. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import rule from '../../rules/purpose/unknown-purpose.js';
import { buildDeclarations } from '../../src/declarations/build.js';
import { titleOf } from '../../src/output/fixes.js';
import { parseYaml } from '../../src/text/yaml.js';
import { EXAMPLE_FILE } from '../rules/examples.js';
import { fixed, judged, offered } from './fix-example.js';

const HEAD = 'version: 1\npurposes:\n  newsletter: {use: email-marketing}\n  events: {use: event-management}\ntags:\n  vip:\n';
const SPELLINGS = ['newsletter', 'newsleter', 'newslettr', 'newsletterr'];

const after = (list: string, wanted: 'safe' | 'unsafe' = 'safe') => fixed(`${HEAD}    purposes:${list}`, {}, wanted, rule.id);

describe('of one purpose in two spellings one stays', () => {
  it.each([
    [' [newsletter, newsleter] # all\n', ' [newsletter] # all\n'],
    [' [newsleter, newsletter]\n', ' [newsletter]\n'],
    [' [newsleter, newslettr]\n', ' [newsletter]\n'],
    [' [newsleter, events, newslettr, newsletterr]\n', ' [newsletter, events]\n'],
    [' [\n      "newsleter",\n      newsletter, # B\n    ]\n', ' [\n      newsletter, # B\n    ]\n'],
    ['\n      - newsletter\n      - newsleter\n    why: x\n', '\n      - newsletter\n    why: x\n'],
    [
      '\r\n      - newsleter\r\n      # both\r\n      - events\r\n      - newslettr',
      '\r\n      - newsletter\r\n      # both\r\n      - events\r\n',
    ],
    [' [events, newsleter]\n', ' [events, newsletter]\n'],
  ])('in %j', (list, expected) => {
    const { text, refused } = after(list);
    expect(text).toBe(`${HEAD}    purposes:${expected}`);
    expect(refused).toEqual([]);
  });
});

it('is safe only where no comment goes, also where both were wrong', () => {
  const list = '\n      - newsleter\n      # that of Monday\n      - newslettr\n';
  expect(after(list)).toMatchObject({ text: `${HEAD}    purposes:${list.replace('newsleter', 'newsletter')}`, unsafeLeft: 1 });
  expect(after(list, 'unsafe').text).toBe(`${HEAD}    purposes:\n      - newsletter\n`);
  const behind = '\n      - newsletter\n      - newsleter # for the post, see PRIV-12\n';
  expect(after(behind)).toMatchObject({ text: `${HEAD}    purposes:${behind}`, unsafeLeft: 1 });
  const inBrackets = ' [\n      "newsleter", # A\n      newsletter, # B\n    ]\n';
  expect(after(inBrackets)).toMatchObject({ text: `${HEAD}    purposes:${inBrackets}`, unsafeLeft: 1 });
});

it('says so', () => {
  const declarations = buildDeclarations([{ path: EXAMPLE_FILE, text: `${HEAD}    purposes: [newsletter, newsleter]\n` }]);
  const finding = judged(declarations, {}).findings.find(({ rule: id }) => id === rule.id);
  const [fix] = finding === undefined ? [] : offered(finding, declarations);
  expect(fix).toMatchObject({ id: 'remove-twin', safe: true });
  const titles = finding === undefined ? [] : (['en', 'it'] as const).map(language => titleOf('remove-twin', finding, rule, language));
  expect(titles).toEqual(["Take it out: 'newsletter' is there already", 'Togli il valore: «newsletter» c’è già']);
});

it('whatever the layout: each once, in order, all other values as they were, and fixing again changes nothing', () => {
  const words = fc.array(fc.constantFrom(...SPELLINGS, 'events'), { minLength: 1, maxLength: 6 });
  const layout = fc.record({
    style: fc.constantFrom('line', 'lines', 'block'),
    quote: fc.constantFrom('', '"', "'"),
    eol: fc.constantFrom('\n', '\r\n'),
    isCommented: fc.boolean(),
  });
  fc.assert(
    fc.property(words, layout, (items, { style, quote, eol, isCommented }) => {
      const comment = isCommented ? ' # remark' : '';
      const quoted = items.map(item => quote + item + quote);
      const lists: Readonly<Record<typeof style, string>> = {
        line: ` [${quoted.join(', ')}]${comment}\n`,
        lines: ` [${comment}\n${quoted.map(item => `      ${item},${comment}\n`).join('')}    ]\n`,
        block: `${comment}\n${quoted.map(item => `      - ${item}${comment}\n`).join('')}`,
      };
      const text = `${HEAD}    purposes:${lists[style]}    why: Guests who come every week\n`.replaceAll('\n', eol);
      const remarks = (some: string): number => some.split('# remark').length;
      expect(remarks(fixed(text, {}, 'safe', rule.id).text)).toBe(remarks(text));
      // What has a comment of its own goes only where somebody asked for it.
      const wanted = isCommented && style !== 'line' ? 'unsafe' : 'safe';
      const once = fixed(text, {}, wanted, rule.id);
      const meant = new Set(items.map(item => (item === 'events' ? item : 'newsletter')));
      const { value, faults } = parseYaml(once.text);
      expect(faults).toEqual([]);
      expect(value).toMatchObject({ tags: { vip: { why: 'Guests who come every week' } } });
      const names = Object(value).tags.vip.purposes;
      expect(new Set(names)).toEqual(meant);
      // What was there twice in the right words was nobody's mistake.
      const right = items.filter(item => item === 'events' || item === 'newsletter');
      expect(names).toHaveLength(right.length + (meant.has('newsletter') && !right.includes('newsletter') ? 1 : 0));
      expect(once.refused).toEqual([]);
      expect(fixed(once.text, {}, wanted, rule.id).text).toBe(once.text);
      if (eol === '\r\n') expect(once.text.replaceAll('\r\n', '')).not.toContain('\n');
    }),
    { numRuns: 60 },
  );
});
