/** Huge, broken and endless files: whatever comes, no crash, and what can be read is read. */
import { expect, it } from 'vitest';
import { read, sent } from './support.js';

const MANY = 100_000;
const INPUT = '<input name="mauticform[x]">';

it('a page of five megabytes', () => {
  const text = '<p class="a">text &amp; more</p>\n'.repeat(160_000) + INPUT;
  expect(text.length).toBeGreaterThan(5_000_000);
  expect(sent('x.html', text)).toEqual(['160001:25 form_field x (literal, form-post)']);
});

it('elements that are never closed', () => {
  expect(sent('x.html', '<div>'.repeat(MANY) + INPUT)).toHaveLength(1);
  expect(sent('x.html', `<form id="mauticform_a">${INPUT}`.repeat(1000))).toHaveLength(2000);
  expect(sent('x.html', `${INPUT}<a href="`)).toHaveLength(1);
});

it('addresses with very many parameters', () => {
  const names = Array.from({ length: 20_000 }, (_, index) => `b${index}`);
  expect(read('x.html', `<img src="/mtracking.gif?${names.join('=1&')}=1&tags=${names.join(',')}">`).sends).toHaveLength(40_001);
});

it.each([
  ['x.html', '{{'],
  ['x.html', '<!--'],
  ['x.html', '<script>'],
  ['x.html', '<a b="'],
  ['x.html', '[mautic '],
  ['x.html', '---\n'],
  ['x.html', '<a onclick="mt(&quot;&amp;'],
  ['x.twig', '{% comment %}'],
  ['x.erb', '<%'],
  ['x.php', '<?= "'],
  ['x.php', "<?php 'mautic\\'"],
  ['x.php', '<?php $mautic = ['],
  ['x.php', '<?php mautic <<<A\n'],
  ['x.vue', '<script>{{'],
  ['x.vue', ":a=\"'b'+"],
  ['x.svelte', '<a b={'],
  ['x.svelte', '<a b="{'],
  ['x.svelte', '<a b={`'],
  ['x.astro', '---\n{<a '],
])('%s: %s again and again', (path, part) => {
  const text = part.repeat(5000);
  for (const script of read(path, text).scripts) expect(script.text).toHaveLength(text.length);
  // what stands in front of it is read all the same
  expect(sent(path, `${INPUT}\n${text}`)[0]).toBe('1:25 form_field x (literal, form-post)');
});

it('code with very long blanks and escapes', () => {
  const blanks = ' '.repeat(300_000);
  expect(read('x.html', `<script>${blanks}mt(1)${blanks}// -->${blanks}</script>`).scripts[0]?.text.trim()).toBe('mt(1)');
  expect(read('x.html', `<a onclick="mt(${'&quot;&amp;'.repeat(50_000)})">`).scripts).toHaveLength(1);
});

it('PHP that is nested or joined too deeply for its parser is told', () => {
  for (const part of ['[', '"x".', 'f(']) {
    const { notes, sends } = read('x.php', `${INPUT}<?php $mautic = ${part.repeat(MANY)}`);
    expect(notes.map(({ code }) => code)).toEqual(['syntax']);
    expect(sends).toHaveLength(1);
  }
});

it('cyclic arrays and functions of PHP end', () => {
  const text =
    '<?php function a() { return b(); } function b() { return array_merge(a(), ["city" => 1]); }\n$x = $y; $y = $x; $x["email"] = $x;\n$contactApi->create(a()); $contactApi->create($x);';
  expect(sent('x.php', text)).toEqual(['1:77 contact_field city (resolved, rest-push)', '2:23 contact_field email (resolved, rest-push)']);
});
