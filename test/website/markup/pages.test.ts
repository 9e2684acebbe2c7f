/** Pages as they are found on websites, with templates in them. */
import { describe, expect, it } from 'vitest';
import { fixture, marked, read, scripts, sent } from './support.js';

describe('a form that posts to a bare address', () => {
  const text = fixture('form-on-a-bare-address.html');

  it('is found with its inputs, hidden ones too, and without those that steer it', () => {
    expect(sent('form.html', text)).toEqual([
      '1:62 form 2 (literal, form-post) insecure',
      '3:84 form_field whats_your_best_nickname (literal, form-post) form=2',
      '5:27 form_field post_addr (literal, form-post) form=2',
      '6:27 form_field chapter (literal, form-post) form=2',
      '7:27 form_field cover (literal, form-post) form=2',
    ]);
  });

  it('is marked at its address and at the aliases', () => {
    expect(marked('form.html', text).slice(0, 2)).toEqual(['http://192.0.2.44/form/submit?formId=2', 'whats_your_best_nickname']);
  });
});

it('braces of Hugo and Jekyll around and in addresses do not break the markup', () => {
  expect(sent('offer.html', fixture('form-of-an-offer.html'))).toEqual([
    '3:39 form - (open, form-embed)',
    '4:35 form 14 (literal, form-embed)',
  ]);
});

it('short codes, slots and links in content', () => {
  expect(sent('content.html', fixture('short-codes.html'))).toEqual([
    '1:28 form 12 (literal, short-code)',
    '1:61 tag reader (literal, short-code)',
    '1:69 tag_removed guest (literal, short-code)',
    '1:102 focus_item 3 (literal, short-code)',
    '2:44 slot greeting (literal, slot)',
    '3:42 slot old_style (literal, slot)',
  ]);
});

it('a pixel in noscript counts, with its entities decoded; what jQuery builds is code', () => {
  const text = fixture('pixel-by-jquery.html');
  expect(sent('page.html', text)).toEqual([
    '6:21 tracking - (literal, pixel) gate=none',
    '6:58 page_data url (literal, pixel) inUrl',
    '6:93 page_data title (literal, pixel) inUrl',
    '6:108 page_data language (literal, pixel) inUrl',
  ]);
  const [script] = read('page.html', text).scripts;
  expect(script?.inline).toBe(true);
  expect(script?.text.split('\n')[3]).toBe(text.split('\n')[3]);
});

it('an address on a white-label host is known by its path, one in a comment is none', () => {
  const text = `<!-- <script src="https://m.example/form/generate.js?id=9"></script> -->
<!--[if IE]><script src="https://m.example/mtc.js"></script><![endif]-->
<script src="https://automation.whitelabel.example/mtc.js"></script>`;
  expect(sent('page.html', text)).toEqual(['3:14 tracking - (literal, script) gate=none']);
});

it('an input whose address of a person stands in the code is told without it', () => {
  const text =
    '<form action="http://m.example/form/submit?formId=1"><input type="hidden" name="mauticform[emailsubscribe]" value="desk@office.example"></form>';
  expect(sent('page.html', text)).toEqual([
    '1:15 form 1 (literal, form-post) insecure',
    '1:92 form_field emailsubscribe (literal, form-post) form=1 value=email',
  ]);
  expect(JSON.stringify(read('page.html', text))).not.toContain('desk@');
});

it('inputs for addresses of friends, with aliases that PHP fills in', () => {
  const text = '<?php foreach ($friends as $alias): ?>\n<input name="mauticform[<?= $alias ?>][]" type="email">\n<?php endforeach ?>';
  expect(sent('friends.php', text)).toEqual(['2:14 form_field - (open, form-post)']);
});

describe('which form an input belongs to', () => {
  it('a hidden input says it, before or after the others', () => {
    const text = `<form><input name="mauticform[a]"><input type=hidden name="mauticform[formId]" value="8"></form>
<input name="mauticform[b]">
<form><input name="mauticform[formName]" value="news"><input name="mauticform[c]"></form>`;
    expect(sent('page.html', text)).toEqual([
      '1:31 form_field a (literal, form-post) form=8',
      '1:87 form 8 (literal, form-post)',
      '2:25 form_field b (literal, form-post)',
      '3:49 form news (literal, form-post)',
      '3:79 form_field c (literal, form-post) form=news',
    ]);
  });

  it('an address that a template fills in leaves it to the name', () => {
    const text = '<form action="{{ url }}/form/submit?formId={{ id }}" id="mauticform_news"><input name="mauticform[a]"></form>';
    expect(sent('page.twig', text)).toEqual(['1:15 form news (literal, form-post)', '1:99 form_field a (literal, form-post) form=news']);
  });
});

describe('code in pages', () => {
  it('all of one page is one script, each part at its place', () => {
    const text = '<script>var a = 1 // end</script><p>x</p><script type="text/javascript">mt("send", "pageview", {a})</script>';
    const { scripts: found } = read('page.html', text);
    expect(found).toHaveLength(1);
    expect(found[0]?.text).toHaveLength(text.length);
    expect(found[0]?.text.indexOf('mt(')).toBe(text.indexOf('mt('));
    // a line end and a statement between them, whatever the first one lacks
    expect(found[0]?.text.replaceAll(/ +/gu, ' ').trim()).toBe(';var a = 1 // end\u2028 ;mt("send", "pageview", {a})');
  });

  it('modules and what a tool holds back stand apart; data and templates are no code', () => {
    const text = `<script type="module">import x from "./x.js"</script>
<script type="text/plain" data-category="marketing">mt("a")</script>
<script type="application/json">{"mt": 1}</script><script type="application/ld+json">{}</script>
<script type="text/x-template"><input name="mauticform[no]"></script>
<script src="/app.js">mt("never")</script>
<script type="text/babel">mt(<b/>)</script>`;
    expect(scripts('page.html', text)).toEqual(['js inline: import x from "./x.js"', 'js held: mt("a")', 'jsx inline: mt(<b/>)']);
    expect(sent('page.html', text)).toEqual([]);
  });

  it('what handles events is code that does not run at once', () => {
    const text = `<a onclick="mt(&quot;send&quot;, &#39;pageview&#39;, {email: a &amp;&amp; b})" onfocus="other()" @click="mt('x')" x-on:blur='mt("y")'>x</a>`;
    expect(scripts('page.html', text)).toEqual([`js: ;()=>{mt( "send" , 'pageview' , {email: a && b})} ;()=>{mt('x')} ;()=>{mt("y")}`]);
  });

  it('marks that hide code from old browsers are taken off', () => {
    expect(scripts('page.html', '<script><!--\nmt("a")\n//--></script><script>//<![CDATA[\nmt("b")\n//]]></script>')).toEqual([
      'js inline: ; mt("a") \u2028 ; mt("b")',
    ]);
  });
});
