/** Pages and the code in them, read by both readers. */
import { expect, it } from 'vitest';
import { readScripts } from '../../../src/website/code/index.js';
import { fixture, read, shown } from './support.js';

const HOST = { readText: () => undefined, exists: () => false };

/** What the code of a file sends, at its places in the file. */
function sentByCode(path: string, text: string, helpers: readonly string[] = []): string[] {
  const { scripts } = read(path, text, helpers);
  const readings = readScripts(scripts, { helpers, host: HOST });
  return scripts.flatMap(script => shown(text, readings.get(script)?.sends ?? []));
}

it('a tag that PHP fills in', () => {
  expect(sentByCode('single.php', fixture('tag-of-a-topic.php'))).toEqual([
    '5:3 tracking - (literal, mt) gate=none',
    '6:13 tag reader (literal, mt)',
    '6:23 tag - (open, mt)',
    '7:5 page_data preferred_locale (literal, mt)',
  ]);
});

it('parameters that PHP tells by their keys are no open set of the script', () => {
  expect(sentByCode('attributes.php', fixture('attributes-by-filter.php')).filter(line => !line.includes('tracking'))).toEqual([
    '16:38 contact_field email (literal, mt)',
  ]);
});

it('a pixel that code puts together', () => {
  const found = sentByCode('page.html', fixture('pixel-by-jquery.html'));
  expect(found.filter(line => line.startsWith('2:')).map(line => line.replace(/ \(.*\)/u, ''))).toEqual([
    '2:41 tracking - insecure gate=none',
    '2:90 contact_field firstname inUrl insecure',
    '2:136 contact_field lastname inUrl insecure',
    '2:182 contact_field email inUrl insecure',
  ]);
  expect(found).toContain('4:120 tag buyer (literal, pixel) inUrl');
  expect(found).toContain('4:127 tag_removed visitor (literal, pixel) inUrl');
});

it('a form that a component posts', () => {
  expect(sentByCode('modal-form.vue', fixture('modal-form.vue'))).toContain('16:38 form 17 (literal, form-post)');
});

it('what an answer holds is not known', () => {
  const text = '<script>\n$.get("<?= $url ?>", function (data) { if (data.email) { mt("send", "pageview", data); } });\n</script>';
  expect(sentByCode('js.phtml', text)).toContain('2:58 contact_field - (open, mt)');
});

it('an event decides when its code runs', () => {
  const text = '<a onclick="mt(&quot;send&quot;, &#39;pageview&#39;, {email: a &amp;&amp; b}); return false">';
  expect(sentByCode('x.html', text)).toEqual(['1:13 tracking - (literal, mt) gate=code', '1:55 contact_field email (literal, mt)']);
  expect(sentByCode('x.svelte', `<a on:click={() => mt('send', 'pageview', { city })}>`)).toEqual([
    '1:20 tracking - (literal, mt) gate=code',
    '1:45 contact_field city (literal, mt)',
  ]);
});

it('code that is held back says so', () => {
  const text = `<script type="text/plain" data-cookieconsent="marketing">mt('send', 'pageview', {city})</script>`;
  expect(sentByCode('x.html', text)).toEqual(['1:58 tracking - (literal, mt) gate=held', '1:82 contact_field city (literal, mt)']);
});
