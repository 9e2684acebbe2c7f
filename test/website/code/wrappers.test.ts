/** Functions that send what they are given: their types, their callers, the files around them. */
import { describe, expect, it } from 'vitest';
import { readAll, scriptOf, told, toldTogether } from './reading.js';

const VIEW = "export function view(data: Record<string, unknown>) {\n  window.mt('send', 'pageview', data);\n}";
const CALL = '2:3 tracking - mt literal code';

describe('a function that sends what it is given', () => {
  it('is asked about in general when nobody calls it', () => {
    expect(told('view.ts', VIEW)).toEqual([CALL, '2:3 contact_field - mt open helper=view']);
  });

  it('is not asked about when the configuration names it', () => {
    expect(told('view.ts', VIEW, { helpers: ['view'] })).toEqual([CALL]);
  });

  it('sends what its callers give, and stands there', () => {
    const files = { 'view.ts': VIEW, 'page.ts': "import { view } from './view';\nview({ film: 1, tags: ['a'] });" };
    expect(toldTogether(files)).toEqual([
      `view.ts:${CALL}`,
      'page.ts:2:8 contact_field film mt resolved',
      'page.ts:2:25 tag a mt resolved',
    ]);
  });

  it('is asked about when one of its callers does not know', () => {
    const files = { 'view.ts': VIEW, 'page.ts': "import { view as look } from './view';\nlook({ film: 1 });\nlook(await json());" };
    expect(toldTogether(files)).toEqual([
      `view.ts:${CALL}`,
      'view.ts:2:3 contact_field - mt open helper=view',
      'page.ts:2:8 contact_field film mt resolved',
    ]);
  });

  it('is followed through functions that call it, and through methods', () => {
    const code = [
      'class Tracker { send(data: any) { mt("send", "pageview", data); } }',
      'const tracker = new Tracker();',
      'function buy(more: object) { tracker.send({ ...more, shoe: 1 }); }',
      'buy({ film: 1 });',
    ].join('\n');
    expect(told('a.ts', code)).toEqual([
      '1:35 tracking - mt literal code',
      '3:54 contact_field shoe mt resolved',
      '4:7 contact_field film mt resolved',
    ]);
  });

  it('may pass all its arguments on', () => {
    const code = "function track(...given: any[]) { window.mt(...given); }\ntrack('send', 'pageview', { film: 1 });";
    expect(told('a.ts', code)).toEqual(['1:35 tracking - mt literal code', '2:29 contact_field film mt resolved']);
  });

  it('sends the keys of its type where they are declared, whoever calls it', () => {
    const code =
      "interface Data { film: string; shoe?: number }\nconst view = ({ data }: { data: Data }) => mt('send', 'pageview', data);\nview(x);";
    expect(told('a.ts', code)).toEqual([
      '1:18 contact_field film mt resolved',
      '1:32 contact_field shoe mt resolved',
      '2:44 tracking - mt literal code',
    ]);
  });

  it('is asked about where it is called once it is named', () => {
    const code =
      "function view(data: any) {\n  mt('send', 'pageview', data);\n}\nview(props());\nview({ film: 1, ...more() });\nconst a = (b: any) => view(b);";
    const found = (helpers: readonly string[]) => told('a.ts', code, { helpers }).filter(line => line.includes(' open'));
    expect(found([])).toEqual(['2:3 contact_field - mt open helper=view']);
    expect(found(['view'])).toEqual([
      '4:1 contact_field - mt open',
      '5:1 contact_field - mt open',
      '6:23 contact_field - mt open helper=a',
    ]);
    // Nobody calls `a`, and those who will are asked.
    expect(found(['view', 'a'])).toEqual(['4:1 contact_field - mt open', '5:1 contact_field - mt open']);
  });

  it('may call itself', () => {
    const code = "function view(data: any) {\n  mt('send', 'pageview', data);\n  view({ ...data, film: 1 });\n}\nview({ shoe: 1 });";
    expect(told('a.ts', code)).toEqual([
      '2:3 tracking - mt literal code',
      '2:3 contact_field - mt open helper=view',
      '3:19 contact_field film mt resolved',
      '5:8 contact_field shoe mt resolved',
    ]);
  });

  it('has a name wherever one is to be had', () => {
    const names = [
      "const a = data => { mt('send', 'pageview', data); };",
      "exports.b = function (data) { mt('send', 'pageview', data); };",
      "const o = { c(data) { mt('send', 'pageview', data); }, d: data => mt('send', 'pageview', data) };",
      "function e() { load(data => mt('send', 'pageview', data)); }",
      "const F = memo(({ data }) => { mt('send', 'pageview', data); });",
      "load(data => mt('send', 'pageview', data));",
    ];
    const found = names.map(code =>
      readAll([scriptOf('a.js', code)])[0]?.sends.flatMap(send => (send.certainty === 'open' ? [send.helper] : [])),
    );
    expect(found).toEqual([['a'], ['b'], ['c', 'd'], ['e'], ['F'], [undefined]]);
  });
});

describe('a function that the configuration names', () => {
  const helpers = ['trackContact'];

  it('sends the keys of what it is given, when its code is not there', () => {
    const code =
      "import { trackContact } from 'our-tracking';\ntrackContact(user.id, { film: 1, tags: 'a' });\napi.trackContact({ shoe: 1 });";
    expect(told('a.ts', code, { helpers })).toEqual([
      '2:25 contact_field film mt literal',
      '2:41 tag a mt literal',
      '3:20 contact_field shoe mt literal',
    ]);
  });

  it('says where nobody knows what it is given', () => {
    const code = "function save(user) {\n  trackContact('x', user);\n}\ntrackContact();\ntrackContact('x');";
    expect(told('a.js', code, { helpers })).toEqual(['2:3 contact_field - mt open helper=save']);
  });

  it('is read once when its code is there', () => {
    const code = "function trackContact(data) { mt('send', 'pageview', data); }\ntrackContact({ film: 1 });";
    expect(told('a.js', code, { helpers })).toEqual(['1:31 tracking - mt literal code', '2:16 contact_field film mt resolved']);
  });
});

describe('what is imported', () => {
  const page =
    "import { DATA } from '@/lib/data';\nimport { FILM } from './names';\nwindow.mt('send', 'pageview', { ...DATA, [FILM]: 1 });";
  const others = {
    'tsconfig.json': '{ /* ours */ "extends": "./base", "compilerOptions": { "jsx": "preserve", }, }',
    'base.json': '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }',
    'src/lib/data.ts': "export { DATA } from './more';",
    'src/lib/more.ts': 'export const DATA = { shoe: 1 };',
    'src/pages/names.ts': "export const FILM = 'film';",
  };

  it('is read from files of the repository, by paths and by names of the configuration', () => {
    const script = scriptOf('src/pages/page.ts', page);
    const read = new Set<string>();
    const [reading] = readAll([script], { others, read });
    expect(reading?.sends.map(({ what, key, certainty }) => `${what} ${key} ${certainty}`)).toEqual([
      'tracking  literal',
      'contact_field shoe resolved',
      'contact_field film resolved',
    ]);
    expect(read).toEqual(new Set(Object.keys(others)));
  });

  it('is not read where nothing hangs on it', () => {
    const read = new Set<string>();
    readAll([scriptOf('src/pages/page.ts', "import { FILM } from './names';\nmt('send', 'pageview', { shoe: FILM });")], { others, read });
    expect(read).not.toContain('src/pages/names.ts');
  });

  it.each(['../../../secret', '/etc/names', 'names', './names.json', '@/../../secret'])('is not read from %s', name => {
    const asked: string[] = [];
    const code = `import { FILM } from '${name}';\nmt('send', 'pageview', { [FILM]: 1 });`;
    const note = new Proxy<Record<string, string>>(
      { ...others },
      {
        has: (files, path) => {
          asked.push(String(path));
          return Reflect.has(files, path);
        },
      },
    );
    expect(readAll([scriptOf('src/pages/page.ts', code)], { others: note })[0]?.sends.map(({ certainty }) => certainty)).toEqual([
      'literal',
      'open',
    ]);
    expect(asked.filter(path => path.startsWith('..') || path.startsWith('/') || path.includes('node_modules'))).toEqual([]);
  });
});
