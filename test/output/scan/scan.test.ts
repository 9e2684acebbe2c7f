import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { ExampleFile } from '../../../src/lint/rule.js';
import { viewSnapshot } from '../../../src/lint/snapshot-view.js';
import type { Coverage } from '../../../src/mautic/snapshot.js';
import { siteOf, snapshotOf } from '../../../src/output/example.js';
import { PLAIN } from '../../../src/output/palette.js';
import { scanJson } from '../../../src/output/scan/json.js';
import type { Scan } from '../../../src/output/scan/scanned.js';
import { scanText } from '../../../src/output/scan/text.js';
import { HOSTILE, RAW } from '../../acceptance/hostile.js';

type Sends = ExampleFile['sends'];

const LOOK = { colour: PLAIN, columns: 100, shown: (path: string) => path };
const validate = new Ajv2020().compile(JSON.parse(readFileSync('schemas/scan.v1.json', 'utf8')));

function scanOf(files: readonly ExampleFile[], items: Parameters<typeof snapshotOf>[0]['items'] | null = null): Scan {
  const site = siteOf({ site: files }) ?? { files: [], looked: 0, texts: new Map() };
  return { site, snapshot: viewSnapshot(items === null ? null : snapshotOf({ declarations: '', items, finds: [] })) };
}

/** The lines about what one file sends. */
function lines(sends: Sends, items: Parameters<typeof scanOf>[1] = null, language: 'en' | 'it' = 'en'): string[] {
  const text = [...new Set(sends.map(send => send.text))].join('\n');
  const [, ...rest] = scanText(scanOf([{ path: 'a.ts', text, sends }], items), language, LOOK)
    // A long sentence goes on below its first words.
    .replaceAll(/\n {7,}/gu, ' ')
    .trimEnd()
    .split('\n');
  return rest.slice(0, -2).map(line => line.trim());
}

const FILM = { what: 'contact_field', key: 'favourite_film', how: 'mt', certainty: 'literal', text: 'favourite_film' } as const;
const FORM = { what: 'form', key: '3', how: 'form-embed', certainty: 'literal', text: 'generate.js?id=3' } as const;
const ITEMS = [
  { kind: 'contact_field', id: 1, key: 'favourite_film', title: 'Favourite film' },
  { kind: 'form', id: 3, key: 'Newsletter' },
  { kind: 'form_field', id: 4, key: 'Newsletter/email', title: 'Your e-mail', form: 'form:Newsletter' },
] as const;

describe('what is sent, in words', () => {
  it.each<[Sends[number], string]>([
    [FILM, '1:1  contact field favourite_film, sent with the page view'],
    [
      { ...FILM, what: 'company_field', key: 'companycity', how: 'pixel', inUrl: true },
      '1:1  company field companycity, sent with the pixel: in a web address',
    ],
    [
      { ...FILM, what: 'tag', key: 'evt-*', certainty: 'pattern' },
      '1:1  tag evt-*, sent with the page view: known in part, * stands for the rest',
    ],
    [{ ...FILM, what: 'tag_removed', key: 'lead', how: 'rest-push' }, "1:1  tag lead taken away, pushed to Mautic's API"],
    [FORM, '1:1  form 3, embedded'],
    [{ ...FORM, insecure: true }, '1:1  form 3, embedded: over plain http'],
    [
      { ...FILM, what: 'form_field', key: 'email', form: '3', how: 'form-post', value: 'email' },
      '1:1  question email of form 3, posted to Mautic: an e-mail address stands in the code',
    ],
    [{ ...FILM, what: 'form_field', key: 'email', how: 'form-post' }, '1:1  question email, posted to Mautic'],
    [{ ...FILM, what: 'opaque', key: 'd', how: 'pixel' }, '1:1  packed data d, sent with the pixel'],
    [{ ...FILM, what: 'page_data', key: 'url', how: 'pixel', inUrl: true }, '1:1  page data url, sent with the pixel'],
    [{ ...FILM, what: 'tracking', key: '', gate: 'code' }, '1:1  page view'],
    [{ ...FILM, what: 'tracking', key: '', gate: 'none' }, '1:1  page view: starts as the page loads'],
    [{ ...FILM, what: 'slot', key: 'hero', how: 'slot' }, '1:1  dynamic content hero, in a slot of the page'],
    [{ ...FILM, what: 'tracking', key: '', how: 'script', gate: 'none' }, '1:1  tracking script of Mautic: starts as the page loads'],
    [
      { ...FILM, what: 'tracking', key: '', how: 'pixel', gate: 'held', insecure: true },
      '1:1  tracking pixel of Mautic: waits for the consent tool; over plain http',
    ],
    [
      { ...FILM, what: 'service', key: 'google_analytics', how: 'script', gate: 'code' },
      '1:1  tracker of another company: google_analytics, loaded as a script: the code decides when it starts',
    ],
    [{ ...FILM, key: '', certainty: 'open' }, '1:1  contact fields, sent with the page view: which ones the code does not say'],
    [
      { ...FILM, key: '', certainty: 'open', helper: 'track' },
      '1:1  contact fields, sent with the page view: which ones the code does not say; name track under website.helpers, and its callers tell',
    ],
  ])('%o', (send, line) => {
    expect(lines([send])).toEqual([line]);
  });

  it('in Italian', () => {
    expect(lines([FILM, { ...FILM, key: '', certainty: 'open', helper: 'track' }], null, 'it')).toEqual([
      '1:1  campo dei contatti favourite_film, con la visita alla pagina',
      '1:1  campi dei contatti, con la visita alla pagina: quali, il codice non lo dice; indica track in website.helpers, e lo dirà chi la chiama',
    ]);
  });
});

describe('with Mautic at hand', () => {
  it('forms have their names, and what Mautic does not have is marked', () => {
    const sends = [
      FILM,
      FORM,
      { ...FILM, key: 'favorite_film', text: 'favorite_film' },
      { ...FORM, key: '9', text: 'generate.js?id=9' },
      { ...FILM, what: 'form_field', key: 'email', form: 'newsletter', how: 'form-post', text: 'mauticform[email]' },
      { ...FILM, what: 'form_field', key: 'phone', form: '3', how: 'form-post', text: 'mauticform[phone]' },
      { ...FILM, what: 'tag', key: 'new', text: "'new'" },
    ] as const;
    expect(lines(sends, ITEMS)).toEqual([
      '1:1  contact field favourite_film, sent with the page view',
      "2:1  form 3 'Newsletter', embedded",
      '3:1  contact field favorite_film, sent with the page view: Mautic has no such thing',
      '4:1  form 9, embedded: Mautic has no such thing',
      "5:1  question email of form newsletter 'Newsletter', posted to Mautic",
      "6:1  question phone of form 3 'Newsletter', posted to Mautic: Mautic has no such thing",
      '7:1  tag new, sent with the page view: Mautic has no such tag yet',
    ]);
  });

  it('what was not looked at in Mautic is not said to be missing', () => {
    const { site } = scanOf([{ path: 'a.ts', text: 'favourite_film', sends: [FILM] }]);
    const coverage: Coverage[] = [{ of: 'contact_field', state: 'partial', why: ['own-only'], rows: 0, total: 4 }];
    const snapshot = viewSnapshot(snapshotOf({ declarations: '', coverage, finds: [] }));
    expect(scanText({ site, snapshot }, 'en', LOOK)).not.toContain('no such');
  });
});

describe('the page', () => {
  const FILES: readonly ExampleFile[] = [
    {
      path: 'site/a.ts',
      text: `\n\n  mt('send', 'pageview', { favourite_film, city })`,
      sends: [FILM, { ...FILM, key: 'city', text: 'city' }],
    },
    { path: 'site/form.html', text: '<script src="/form/generate.js?id=3">', sends: [FORM] },
  ];

  it('goes by file, with the position of each, and ends with the numbers', () => {
    expect(scanText(scanOf(FILES, ITEMS), 'en', LOOK)).toBe(`site/a.ts
  3:28  contact field favourite_film, sent with the page view
  3:44  contact field city, sent with the page view: Mautic has no such thing

site/form.html
  1:20  form 3 'Newsletter', embedded

2 files looked at · 2 send something
`);
  });

  it('says when nothing is sent', () => {
    const empty = { ...scanOf([]), site: { files: [], looked: 1200, texts: new Map() } };
    expect(scanText(empty, 'en', LOOK)).toBe('Nothing found that is sent to Mautic.\n\n1,200 files looked at · 0 send something\n');
    expect(scanText(empty, 'it', LOOK)).toBe(
      'Non è stato trovato nulla che venga inviato a Mautic.\n\n1.200 file esaminati · 0 inviano qualcosa\n',
    );
  });

  it('names what was left out, and counts what was not read', () => {
    const note = (path: string, code: 'minified' | 'syntax' | 'unreadable') => ({ path, sends: [], ignores: [], notes: [{ code }] });
    const files = [note('app.min.js', 'minified'), note('broken.ts', 'syntax'), note('latin.php', 'unreadable')];
    const { snapshot } = scanOf([]);
    expect(scanText({ site: { files, looked: 3, texts: new Map() }, snapshot }, 'en', LOOK)).toBe(`app.min.js
  left out: bundled or minified

Nothing found that is sent to Mautic.

3 files looked at · 0 send something · 1 left out as bundled or minified · 2 not read
`);
  });

  it('as data holds to its schema', async () => {
    const text = `${FILES[0]?.text}\n// purposelint-ignore unknown-alias: soon\n`;
    const json = scanJson(
      scanOf([{ ...FILES[0], path: 'site/a.ts', text, sends: [FILM, { ...FILM, key: 'city', text: 'city', inUrl: true }] }], ITEMS),
    );
    expect([validate(JSON.parse(json)), validate.errors]).toEqual([true, null]);
    await expect(json).toMatchFileSnapshot('../../golden/scan.json');
  });

  it.each(HOSTILE)('nothing in a name can steer the terminal: %j', name => {
    const send = { ...FILM, key: name, form: name, what: 'form_field', helper: name } as const;
    const scan = scanOf([{ path: `${name}.ts`, text: 'favourite_film', sends: [send] }], [{ ...ITEMS[1], key: name }]);
    expect(scanText(scan, 'en', LOOK)).not.toMatch(RAW);
    expect(scanJson(scan)).not.toMatch(RAW);
  });
});
