/** Addresses, names of inputs and pieces of HTML in texts, and scripts inside them. */
import { describe, expect, it } from 'vitest';
import { HOLE } from '../../../src/website/site.js';
import { scriptOf, told, toldOf } from './reading.js';

const M = 'https://m.example.test';

const ADDRESSES: readonly (readonly [code: string, sends: readonly string[]])[] = [
  [`s.src = '${M}/mtc.js';`, ['1:10 tracking - script literal none']],
  [`s.src = HOST + '/mtc.js';`, ['1:9 tracking - script literal none']],
  [`s.src = \`//\${host}/mtc.js\`;`, ['1:9 tracking - script literal none']],
  [`s.src = 'http://m.example.test/mtc.js';`, ['1:10 tracking - script literal none insecure']],
  [`const HOST = '${M}'; s.src = HOST + '/mtc.js';`, ['1:48 tracking - script literal none']],
  [`const SRC = '${M}/mtc.js'; s.src = SRC;`, ['1:14 tracking - script literal none']],
  [`f.src = '${M}/form/9';`, ['1:10 form 9 form-embed literal']],
  [`f.href = '${M}/form/9';`, []],
  [`s.src = '${M}/form/generate.js?id=3';`, ['1:10 form 3 form-embed literal']],
  [`const ID = 3; s.src = \`${M}/form/generate.js?id=\${ID}\`;`, ['1:12 form 3 form-embed resolved']],
  [
    `const ID = isIt ? 3 : 4; fetch(\`${M}/form/submit?formId=\${ID}\`);`,
    ['1:19 form 3 form-post resolved', '1:23 form 4 form-post resolved'],
  ],
  [
    `new Image().src = '${M}/mtracking.gif?film=' + film + '&tags=a';`,
    ['1:19 tracking - pixel literal none', '1:57 contact_field film pixel literal in-url', '1:80 tag a pixel literal in-url'],
  ],
  [
    `s.src = \`${M}/mtracking.gif?\${new URLSearchParams({ film, tags: 'a' })}\`;`,
    ['1:9 tracking - pixel literal none', '1:71 contact_field film pixel literal in-url', '1:84 tag a pixel literal in-url'],
  ],
  [
    `s.src = '${M}/mtracking.gif?' + $.param({ film: 1 });`,
    ['1:9 tracking - pixel literal none', '1:61 contact_field film pixel literal in-url'],
  ],
  [
    `const q = new URLSearchParams(); q.set('film', 1); q.append('tags', 'a'); fetch(\`${M}/mtracking.gif?\${q}\`);`,
    ['1:81 tracking - pixel literal none', '1:81 contact_field film pixel resolved in-url', '1:81 tag a pixel literal in-url'],
  ],
  [
    `const u = new URL('/form/submit', HOST); u.searchParams.set('formId', '3'); fetch(u, { method: 'POST', body });`,
    ['1:20 form 3 form-post resolved', '1:77 form_field - form-post open form=3'],
  ],
  [`const s = ["'self'", "script-src ${M}/mtc.js"].join(' ');`, []],
  [`import x from '${M}/mtc.js';`, []],
];

describe('addresses', () => {
  it.each(ADDRESSES)('in %s', (code, sends) => {
    expect(told('a.ts', code)).toEqual(sends);
  });

  it('that are made of others are told once, as a whole', () => {
    const code = `const PIXEL = '${M}/mtracking.gif';\nconst WITH_FILM = PIXEL + '?film=' + film;\nimage.src = WITH_FILM;`;
    expect(told('a.ts', code)).toEqual(['2:19 tracking - pixel literal none', '2:29 contact_field film pixel literal in-url']);
  });
});

describe('names of inputs', () => {
  it('are found wherever they stand, and never those that only steer the form', () => {
    const code =
      "const a = { film: 'mauticform[film]', 'mauticform[shoe][]': x };\nb.set(\"mauticform[return]\", 'x'); type C = 'mauticform[size]';";
    expect(told('a.ts', code)).toEqual([
      '1:20 form_field film form-post literal',
      '1:40 form_field shoe form-post literal',
      '2:45 form_field size form-post literal',
    ]);
  });

  it('belong to the nearest form that the code speaks of', () => {
    const post = (alias: string, id: string): string =>
      `async function send${alias}(x) { const f = new FormData(); f.append('mauticform[${alias}]', x); await fetch(\`\${HOST}/form/submit?formId=${id}\`, { method: 'POST', body: f }); }`;
    const found = told(
      'a.js',
      [post('film', '3'), post('shoe', '4'), post('size', `\${id}`), "f.append('mauticform[year]', y);"].join('\n'),
    );
    expect(found.filter(line => line.includes('form_field'))).toEqual([
      '1:66 form_field film form-post literal form=3',
      '2:66 form_field shoe form-post literal form=4',
      '3:66 form_field size form-post literal',
      '4:11 form_field year form-post literal',
    ]);
  });

  it('say when a person stands in the code as the value', () => {
    expect(told('a.js', "f.append('mauticform[email]', 'anna@museum.example'); f['mauticform[tel]'] = '+39 06 555 0100';")).toEqual([
      '1:11 form_field email form-post literal value=email',
      '1:58 form_field tel form-post literal value=phone',
    ]);
  });
});

describe('HTML in texts', () => {
  it('is read as elements', () => {
    const code = `box.innerHTML = '<form action="${M}/form/submit?formId=5"><input name="mauticform[film]"></form>';`;
    expect(told('a.js', code)).toEqual(['1:74 form 5 form-post literal', '1:101 form_field film form-post literal form=5']);
  });

  it('may fill in anything', () => {
    expect(told('a.js', `document.write(\`<img src="http://\${host}/mtracking.gif?film=\${film}" alt=""><p class="mt-4">\`);`)).toEqual([
      '1:16 tracking - pixel literal none insecure',
      '1:56 contact_field film pixel literal in-url insecure',
    ]);
  });
});

const SNIPPET =
  "(function(w,d,t,u,n){w['MauticTrackingObject']=n;w[n]=w[n]||function(){(w[n].q=w[n].q||[]).push(arguments)}})(window,document,'script','URL','mt');";

describe('scripts inside texts', () => {
  it('are read at their places, and nothing in them twice', () => {
    const code = `export const page = \`<html><script>\n${SNIPPET.replace('URL', () => `\${host}/mtc.js`)}\nmt('send', 'pageview', { film: '\${film}', shoe });\n</script><img src="${M}/mtracking.gif"></html>\`;`;
    expect(told('server.ts', code)).toEqual([
      '1:21 tracking - pixel literal none',
      '2:137 tracking - script literal none',
      '3:1 tracking - mt literal none',
      '3:26 contact_field film mt literal',
      '3:43 contact_field shoe mt literal',
    ]);
  });

  it('may be in quotes, with escapes, and in several pieces', () => {
    const code = "const code = 'mt(\\'send\\', \\'pageview\\', { film: \"' + film + '\",' +\n  'shoe: 1 });';";
    expect(told('a.js', code)).toEqual([
      '1:15 tracking - mt literal none',
      '1:44 contact_field film mt literal',
      '2:4 contact_field shoe mt literal',
    ]);
  });

  it('wait for what the code around them waits for', () => {
    const code = "function add() { tag.text = `mt('send', 'pageview')`; }\ntag.text = `if (agreed) mt('send', 'pageview')`;";
    expect(told('a.js', code)).toEqual(['1:30 tracking - mt literal code', '2:25 tracking - mt literal code']);
  });

  it('are no scripts when they only speak of one', () => {
    expect(told('a.js', "log('call mt() first'); log('set MauticTrackingObject'); log('mt(x)');")).toEqual([]);
  });
});

describe('a script in markup', () => {
  it('may hold what a template fills in', () => {
    const hole = (text: string): string => HOLE.repeat(text.length);
    const text = `mt('send', 'pageview', {film: '${hole('{{ film }}')}', tags: 'a,${hole('{{ tag }}')}', ${hole('{{ more }}')}});`;
    expect(toldOf(scriptOf('page.html', text))).toEqual([
      '1:1 tracking - mt literal none',
      '1:25 contact_field film mt literal',
      '1:52 tag a mt literal',
      '1:52 tag - mt open',
      '1:66 contact_field - mt open',
    ]);
  });

  it('is read as far as it goes when it is broken', () => {
    expect(toldOf(scriptOf('page.html', "mt('send', 'pageview', { film: 1 });\nif (x {"))).toEqual([
      '1:1 tracking - mt literal none',
      '1:26 contact_field film mt literal',
    ]);
  });
});
