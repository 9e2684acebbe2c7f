/** What holds for any file of markup, however it was broken. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fixture, read } from './support.js';

const PIECES = [
  '<?php $a["b"] = \'<input name="mauticform[a]">\'; $contactApi->create($a); ?>',
  '<?= json_encode($a) ?>',
  '{{ a }}',
  '{{#if a}}',
  '{% if a %}',
  '{# a #}',
  '<%= a %>',
  '{a}',
  `{\`b\${c}\`}`,
  '<script>mt("send", "pageview", {a: 1})</script>',
  '<script type="text/plain">mt(1)</script>',
  '<form action="http://m.example/form/submit?formId=1">',
  '<input name="mauticform[a][]" value="a@b.example">',
  '<img src="//m.example/mtracking.gif?a=1&amp;tags=b,-c">',
  '[mautic type="tags" values="a,b"]',
  '<a onclick="mt(&quot;x&quot;)">',
  '---\n',
  '\r\n',
  '"',
  "'",
  '`',
  '<',
  '>',
  '}',
  '\u{1f600}',
];
const FILES = ['modal-form.vue', 'attributes-by-filter.php', 'form-on-a-bare-address.html', 'short-codes.html', 'round-trip.php'].map(
  fixture,
);
const ENDINGS = ['html', 'vue', 'svelte', 'astro', 'php', 'twig', 'liquid', 'hbs', 'erb', 'njk'];

const mixed = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 5 })), { maxLength: 15 }).map(parts => parts.join(''));
/** A real file with a part taken out and another put in. */
const mutated = fc
  .tuple(fc.constantFrom(...FILES), fc.nat(), fc.nat({ max: 30 }), fc.constantFrom('', ...PIECES))
  .map(([file, at, length, piece]) => file.slice(0, at % file.length) + piece + file.slice((at % file.length) + length));

const lineEnds = (text: string): number[] => [...text.matchAll(/[\r\n]/gu)].map(({ index }) => index);

it('an empty name in a short code is told at the whole of it', () => {
  const code = '[mautic type="form" id=""12"]';
  const { sends } = read('x.html', `<p>${code}</p>`, []);
  expect(sends.map(({ what, key, start, end }) => [what, key, start, end])).toEqual([['form', '', 3, 3 + code.length]]);
});

it('never throws, stays inside the text, and scripts are as long as the file with its ends of lines', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ENDINGS), fc.oneof(mixed, mutated), (ending, text) => {
      const { sends, scripts } = read(`x.${ending}`, text, ['MauticInput']);
      for (const { start, end } of sends) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
      }
      expect(sends.map(({ start }) => start)).toEqual(sends.map(({ start }) => start).sort((a, b) => a - b));
      for (const script of scripts) {
        expect(script.text).toHaveLength(text.length);
        expect(lineEnds(script.text)).toEqual(lineEnds(text));
      }
    }),
    { numRuns: 1500 },
  );
});
