/** What stands inside a condition of a template starts when the code says so, in markup as in scripts. */
import { expect, it } from 'vitest';
import { readFiles } from '../../src/website/read.js';

const WISH = { helpers: [], host: { readText: () => undefined, exists: () => false } };
const LOADED = '<script src="https://m.example/mtc.js"></script>';
const PIXEL = '<img src="https://m.example/mtracking.gif">';

async function gates(path: string, text: string): Promise<(string | undefined)[]> {
  const [page] = await readFiles([{ path, text }], WISH);
  return (page?.file.sends ?? []).filter(({ what }) => what === 'tracking' || what === 'service').map(({ gate }) => gate);
}

it.each([
  // Twig, Liquid, Nunjucks
  ['x.twig', `{% if consent %}${LOADED}{% endif %}`],
  ['x.liquid', `{%- unless asked -%}{% for a in b %}{% endfor %}${PIXEL}{%- endunless -%}`],
  ['x.njk', `{% if a %}{% if b %}{% endif %}<script>mt('send', 'pageview')</script>{% else %}{% endif %}`],
  ['x.twig', `{% if a %}{% else %}${LOADED}{% endif %}`],
  // Handlebars, Mustache, Hugo
  ['x.hbs', `{{#if consent}}${LOADED}{{/if}}`],
  ['x.hbs', `{{~#ifConsent "stats"~}}${LOADED}{{~/ifConsent~}}`],
  ['x.mustache', `{{^ refused }}${LOADED}{{/ refused }}`],
  ['x.html', `{{ if .Consent }}{{ range .A }}{{ end }}${LOADED}{{ end }}`],
  // ERB, EJS
  ['x.erb', `<% if consent? %><% a.each do |b| %><% end %>${LOADED}<% end -%>`],
  ['x.html', `<% if (consent) { %>${LOADED}<% } %>`],
  ['x.html', `<% if (a) { %><% } else { %>${LOADED}<% } %>`],
  // Components
  ['x.vue', `<template><img v-if="consent" src="https://m.example/mtracking.gif"></template>`],
  ['x.vue', `<template><div v-if="a"><div/><div></div><p>${PIXEL}</p></div></template>`],
  ['x.vue', `<template><p v-if="a"/><p v-else>${PIXEL}</p></template>`],
  ['x.svelte', `{#if consent}${PIXEL}{:else}{/if}`],
  ['x.astro', `{consent && <script is:inline src="https://m.example/mtc.js" />}`],
  ['x.astro', `{ok ? (\n<p>{a}</p>) : ${PIXEL}}`],
  ['x.blade.php', `@if (consent())\n${LOADED}\n@endif`],
  // PHP
  ['x.php', `<?php if ($_COOKIE['consent'] === 'yes'): ?>${LOADED}<?php endif; ?>`],
  ['x.php', `<?php if ($a) { ?><p></p><?php } else { ?>${LOADED}<?php } ?>`],
  ['x.php', `<?php if (!has_consent()) { return; } ?>${LOADED}`],
  ['x.php', `<?php has_consent() or exit; ?>${LOADED}`],
  ['x.php', `<?= $ok ? '${LOADED}' : '' ?>`],
  ['x.php', `<?php function f() { if (!ok()) return; echo '${LOADED}'; }`],
  ['x.php', `<?php switch ($a) { case 1: ?>${LOADED}<?php break; } ?>`],
])('%s: %s is decided by the code', async (path, text) => {
  expect(await gates(path, text)).toEqual(['code']);
});

it.each([
  ['x.twig', `{% if consent %}{% endif %}${LOADED}`],
  ['x.twig', `{% endif %}${LOADED}{% if consent %}`],
  ['x.twig', `{% for a in b %}${LOADED}{% endfor %}`],
  ['x.hbs', `{{#each a}}${LOADED}{{/each}}`],
  ['x.hbs', `{{#section 'head'}}${LOADED}{{/section}}`],
  ['x.html', `{{ if .A }}{{ with .B }}{{ end }}{{ end }}{{ range .C }}${LOADED}{{ end }}`],
  ['x.erb', `<% if a %><% end %><% content_for :head do %>${LOADED}<% end %>`],
  ['x.erb', `<% a.each do %><% if a then b end %>${LOADED}<% end %>`],
  ['x.html', `<% a.forEach(b => { %>${LOADED}<% }) %>`],
  // What is not shown is loaded all the same.
  ['x.vue', `<template><p v-show="consent">${PIXEL}</p></template>`],
  ['x.vue', `<template><p v-if="a"/><p><i v-if="b"></i>${PIXEL}</p></template>`],
  ['x.svelte', `{#if a}{/if}${PIXEL}{#each b as c}{/each}`],
  ['x.astro', `{a && <p/>}${PIXEL}{all.map(a => <p/>)}`],
  // Whether it runs where it belongs is no choice of a person.
  ['x.php', `<?php defined('ABSPATH') || exit; ?>${LOADED}`],
  ['x.php', `<?php if (!defined('ABSPATH')) { exit; } ?>${LOADED}`],
  ['x.php', `<?php if ($a) { echo 'x'; } ?>${LOADED}`],
  ['x.php', `<?php function f() { if (!ok()) return; } ?>${LOADED}`],
])('%s: %s starts with the page', async (path, text) => {
  expect(await gates(path, text)).toEqual(['none']);
});

it('what a consent tool holds back stays so', async () => {
  expect(await gates('x.twig', `{% if a %}<script type="text/plain" src="https://m.example/mtc.js"></script>{% endif %}`)).toEqual([
    'held',
  ]);
});

it.each(['{% if ', '{{#if a}}', '<% if ', '<% do ', '<%do|', '<%{ ', '{a && <p ', '@if', '<p v-if="a">', '<?php if ($mautic): ?>'])(
  '%s again and again',
  async part => {
    for (const path of ['x.html', 'x.astro', 'x.vue', 'x.php'])
      expect(await gates(path, `${LOADED}${part.repeat(20_000)}`)).toEqual(['none']);
  },
);
