/** Vue, Svelte and Astro. */
import { describe, expect, it } from 'vitest';
import { fixture, marked, read, scripts, sent } from './support.js';

describe('Vue', () => {
  const text = fixture('modal-form.vue');

  it('inputs of a form whose id a hidden input says, a bound name is read as far as it is written', () => {
    expect(sent('components/modal-form.vue', text)).toEqual([
      '3:59 form 17 (literal, form-post)',
      '5:43 form_field nome (literal, form-post) form=17',
      '6:29 form_field fone (literal, form-post) form=17',
      '7:30 form_field setor1 (literal, form-post) form=17',
      '8:19 form_field - (open, form-post) form=17',
    ]);
  });

  it('the script is handed on as it stands; it runs when the component does', () => {
    const [script, ...more] = read('modal-form.vue', text).scripts;
    expect(more).toEqual([]);
    expect(script).toMatchObject({ path: 'modal-form.vue', dialect: 'ts' });
    expect(script?.inline).toBeUndefined();
    expect(script?.text.slice(text.indexOf('import axios'), text.indexOf('</script>'))).toBe(
      text.slice(text.indexOf('import axios'), text.indexOf('</script>')),
    );
  });

  it('bound attributes, whatever is in braces, and events', () => {
    const vue = `<template><p v-if="a > b">{{ a < b ? '<script>' : x }}</p>
<iframe :src="'https://m.example/form/3'" /><img v-bind:src="base + path"><input :name="'mauticform[' + key + '_x]'">
<button @click="mt('send', 'pageview', { email })" :class="{ on }">x</button></template>
<script setup lang="ts">const a = {b: {c: 1}};</script>`;
    expect(sent('x.vue', vue)).toEqual(['2:15 form 3 (literal, form-embed)', '2:89 form_field *_x (pattern, form-post)']);
    expect(scripts('x.vue', vue)).toEqual([`ts: ;()=>{mt('send', 'pageview', { email })}`, 'ts: const a = {b: {c: 1}};']);
  });
});

describe('Svelte', () => {
  const svelte = `<script lang="ts">
  onMount(() => window.mt?.('send', 'pageview', { city }));
</script>
<svelte:head><script src="https://m.example/mtc.js"></script></svelte:head>
<form action="https://m.example/form/submit?formId={id}">
<input name={\`mauticform[\${key}_x]\`} {required} {...rest}>
<input name="mauticform[mail]" on:change={() => a > b && mt('send', 'pageview', { email: "}" })} on:blur={() => other()}>
<img src={"https://m.example/mtracking.gif?tags=a,-b"} alt="{a > b ? 'x' : 'y'}">
</form>`;

  it('expressions in braces are texts or holes, and do not end tags', () => {
    expect(sent('x.svelte', svelte)).toEqual([
      '4:27 tracking - (literal, script) gate=none',
      '5:15 form - (open, form-post)',
      '6:15 form_field *_x (pattern, form-post)',
      '7:25 form_field mail (literal, form-post)',
      '8:12 tracking - (literal, pixel) gate=none',
      '8:49 tag a (literal, pixel) inUrl',
      '8:52 tag_removed b (literal, pixel) inUrl',
    ]);
  });

  it('hands on its script and what handles events', () => {
    expect(scripts('x.svelte', svelte)).toEqual([
      `ts: ;()=>{() => a > b && mt('send', 'pageview', { email: "}" })}`,
      "ts: onMount(() => window.mt?.('send', 'pageview', { city }));",
    ]);
  });
});

describe('Astro', () => {
  const astro = `---
const { id }: Props = Astro.props;
---
<iframe src={\`https://m.example/form/\${id}\`}></iframe>
{show && <script src="https://m.example/form/generate.js?id=7" is:inline></script>}
<script>
  const list: string[] = [];
</script>`;

  it('reads its markup, and its front matter as code', () => {
    expect(sent('x.astro', astro)).toEqual(['4:15 form - (open, form-embed)', '5:23 form 7 (literal, form-embed)']);
    expect(scripts('x.astro', astro)).toEqual(['ts: const { id }: Props = Astro.props;', 'ts inline: const list: string[] = [];']);
  });
});

it('components of the team count by their names, however they are written', () => {
  const text =
    '<form id="mauticform_news"><MauticInput name="nick" /><mautic-input name="mauticform[city]" /><OtherInput name="no" /></form>';
  for (const path of ['x.vue', 'x.svelte', 'x.astro']) {
    expect(sent(path, text, ['MauticInput'])).toEqual([
      '1:11 form news (literal, form-post)',
      '1:47 form_field nick (literal, form-post) form=news',
      '1:86 form_field city (literal, form-post) form=news',
    ]);
  }
  expect(marked('x.vue', text, ['MauticInput'])).toEqual(['mauticform_news', 'nick', 'city']);
  expect(sent('x.vue', text)).toEqual(['1:11 form news (literal, form-post)']);
});
