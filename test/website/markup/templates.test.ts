/** Template languages: what fills in is unknown, what steers and what is a comment is nothing. */
import { describe, expect, it } from 'vitest';
import { fixture, scripts, sent } from './support.js';

it('a tag that PHP prints into a script is not known, the rest of the script is', () => {
  const text = fixture('tag-of-a-topic.php');
  expect(sent('single.php', text)).toEqual([]);
  expect(scripts('single.php', text)).toEqual([
    `js inline: (function () { if (typeof window.mt !== 'function') return; window.mt('send', 'pageview', { tags: ['reader', '…'], preferred_locale: "…" }); })();`,
  ]);
});

it.each<[string, string]>([
  ['x.php', '<?= $host ?>'],
  ['x.phtml', '<?php echo esc_url($host) ?>'],
  ['x.twig', '{{ host }}'],
  ['x.liquid', '{{- host | escape -}}'],
  ['x.html', '{{ .Site.Params.host }}'],
  ['x.hbs', '{{{host}}}'],
  ['x.handlebars', '{{host}}'],
  ['x.mustache', '{{&host}}'],
  ['x.erb', '<%= host %>'],
  ['x.njk', '{{ host or "a > b" }}'],
  ['x.php', '{!! $host !!}'],
])('%s: %s before a path', (path, host) => {
  expect(sent(path, `<script src="${host}/mtc.js"></script>`)).toEqual(['1:14 tracking - (literal, script) gate=none']);
});

it.each<[string, string, string]>([
  ['x.php', '<?php if ($a > 1): ?>', "<?php endif; // it isn't over ?>"],
  ['x.twig', '{% if a > 1 %}', '{% endif %}'],
  ['x.liquid', '{%- if a > 1 -%}', '{%- endif -%}'],
  ['x.html', '{{ if gt .a "<script>" }}', '{{ end }}'],
  ['x.html', '{{- with .a -}}', '{{- end -}}'],
  ['x.hbs', '{{#if a}}', '{{/if}}'],
  ['x.erb', '<% if a > 1 -%>', '<% end %>'],
])('%s: %s steers', (path, open, close) => {
  const text = `<input ${open}name="mauticform[a]"${close} type="text">`;
  expect(sent(path, text)).toEqual([`1:${text.indexOf('[a]') + 2} form_field a (literal, form-post)`]);
});

it.each<[string, string, string]>([
  ['x.twig', '{# ', ' #}'],
  ['x.njk', '{#- ', ' -#}'],
  ['x.liquid', '{% comment %}', '{% endcomment %}'],
  ['x.html', '{{/* ', ' */}}'],
  ['x.hbs', '{{!-- ', ' --}}'],
  ['x.blade.php', '{{-- ', ' --}}'],
  ['x.erb', '<%# ', ' %>'],
  ['x.erb', '<%-- ', ' --%>'],
  ['x.php', '<?php /* ', ' */ ?>'],
  ['x.php', '<?php // ', '\n ?>'],
  ['x.html', '<!-- ', ' -->'],
])('%s: nothing is found in a comment %s%s', (path, open, close) => {
  const inside = "<script src='https://m.example/mtc.js'></script><script>mt('send')</script>[mautic type='form' id='3']";
  expect(sent(path, `<p>${open}${inside}${close}</p>`)).toEqual([]);
  expect(scripts(path, `<p>${open}${inside}${close}</p>`)).toEqual([]);
});

describe('front matter', () => {
  it('of Jekyll and Hugo is no markup', () => {
    const text = '---\nscript: <script src="https://m.example/mtc.js"></script>\n---\n<img src="https://m.example/mtracking.gif">';
    expect(sent('page.html', text)).toEqual(['4:11 tracking - (literal, pixel) gate=none']);
    expect(sent('page.html', text.replaceAll('---', '+++'))).toEqual(['4:11 tracking - (literal, pixel) gate=none']);
  });
});

it('what never ends is text, and hides nothing after it', () => {
  const script = '<script src="https://m.example/mtc.js"></script>';
  for (const open of ['{{ a', '{% if', '{# x', '<% if', '{!! a', '{% comment %}']) {
    expect(sent('x.html', `${open}\n${script}`)).toEqual(['2:14 tracking - (literal, script) gate=none']);
  }
});

it('what a template prints over several lines stays one text of the script', () => {
  const text = `<script>mt('send', 'pageview', { job: '<?php\n  echo esc_js( $job );\n?>', x: 1 });</script>`;
  expect(scripts('x.php', text)).toEqual([`js inline: mt('send', 'pageview', { job: '…\\ \\ ', x: 1 });`]);
});
