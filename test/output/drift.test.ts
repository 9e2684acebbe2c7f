/** A drift in every format, as golden files and in what must never be in them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Language } from '../../src/finding.js';
import { driftOf } from '../../src/mautic/drift/drift.js';
import type { Drift } from '../../src/mautic/drift/model.js';
import { ITEM_PROPERTIES } from '../../src/mautic/order.js';
import { type Item, type ItemOf, referencesOf, type Snapshot } from '../../src/mautic/snapshot.js';
import { driftJson } from '../../src/output/drift/json.js';
import { driftMarkdown } from '../../src/output/drift/markdown.js';
import { vocabularyOf } from '../../src/output/drift/sections.js';
import { driftText } from '../../src/output/drift/text.js';
import { snapshotOf } from '../../src/output/example.js';
import { type Palette, PLAIN } from '../../src/output/palette.js';
import { after, before } from './changed-museum.js';
import { dataFaults } from './data-faults.js';
import { HOSTILE } from './made-up.js';

const UNSEEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200b-\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;
const linesOf = (text: string): string[] => text.replace(/\n$/u, '').split('\n');
const text = (drift: Drift, language: Language = 'en', url?: string): string =>
  driftText(drift, { language, colour: PLAIN, ...(url === undefined ? {} : { url }) });
const drift = async (): Promise<Drift> => driftOf(await before(), await after());
const made = (items: readonly Item[]): Snapshot => snapshotOf({ declarations: '', items });
const NEWSLETTER: ItemOf<'form'> = { kind: 'form', id: 3, key: 'Newsletter', published: true };
const PHONE: ItemOf<'form_field'> = {
  kind: 'form_field',
  id: 8,
  key: 'Newsletter/phone',
  title: 'Phone',
  form: 'form:Newsletter',
  type: 'tel',
  required: false,
};

describe('the museum after a month of work', () => {
  it.each(['en', 'it'] as const)('looks like its golden files (%s)', async language => {
    const ending = language === 'en' ? '' : '.it';
    await expect(text(await drift(), language)).toMatchFileSnapshot(`../golden/drift${ending}.txt`);
    await expect(driftMarkdown(await drift(), { language })).toMatchFileSnapshot(`../golden/drift${ending}.md`);
  });

  it('looks like its golden file as JSON', async () => {
    const json = driftJson(await drift());
    await expect(json).toMatchFileSnapshot('../golden/drift.json');
    expect(dataFaults('drift', json)).toEqual([]);
  });

  it('names every item that came or went, once', async () => {
    const printed = text(await drift());
    expect(printed.match(/^ {2}Tag /gmu)).toHaveLength(HOSTILE.length + 1);
    expect(printed).toContain('New in Mautic (21)');
    expect(printed).toContain("No longer seen: it may still be there (1)\n  Tag 'vip'\n");
    expect(printed).toContain("Only seen now: it may have been there before (1)\n  Point group 'Loyalty'\n");
  });
});

describe('words', () => {
  it('are for a marketer', () => {
    const change = driftOf(made([NEWSLETTER, PHONE]), made([NEWSLETTER, { ...PHONE, required: true }]));
    expect(text(change)).toContain("\n  Question 'Phone' of the form 'Newsletter' is now required\n");
    expect(text(change, 'it')).toContain('\n  Domanda «Phone» del modulo «Newsletter» ora è obbligatoria\n');
    expect(driftMarkdown(change, { language: 'en', url: 'https://m.example/crm/' })).toContain(
      "- Question 'Phone' of the form 'Newsletter' is now required [Open in Mautic](<https://m.example/crm/s/forms/view/3>)\n",
    );
  });

  it('are one sentence when nothing changed', () => {
    const [one, other] = [made([NEWSLETTER]), made([NEWSLETTER])];
    const later = { ...other, made: { ...other.made, taken_at: '2026-11-26T03:13:18Z' } };
    expect(text(driftOf(one, later))).toBe('Nothing changed in Mautic between 25 November 2026 and 26 November 2026.\n');
    expect(driftMarkdown(driftOf(one, later), { language: 'it' })).toBe(
      'In Mautic non è cambiato nulla tra il 25/11/2026 e il 26/11/2026.\n',
    );
    expect(text(driftOf(one, other))).toBe(
      'Nothing changed in Mautic between 25 November 2026, 03:13 UTC and 25 November 2026, 03:13 UTC.\n',
    );
  });

  it('say that two Mautics are compared', () => {
    const other = made([NEWSLETTER]);
    const elsewhere = { ...other, made: { ...other.made, host: 'staging.aurora.example' } };
    expect(text(driftOf(other, elsewhere)).replace(/\s+/gu, ' ')).toContain(
      "These are two different Mautics, compared by the keys of their items: 'mautic.aurora.example' and 'staging.aurora.example'.",
    );
  });

  it('show where two long texts differ', () => {
    const long = 'A description that goes on and on, so that nobody reads it to its end, where it says: ';
    const forms = ['members', 'guests'].map(end => made([{ ...NEWSLETTER, description: `${long}${end}` }]));
    const [one = made([]), other = made([])] = forms;
    expect(text(driftOf(one, other)).replace(/\s+/gu, ' ')).toContain("'…end, where it says: members' → '…end, where it says: guests'");
  });

  it.each(['en', 'it'] as const)('exist for every property (%s)', language => {
    const { words, drift: own } = vocabularyOf(language);
    const named = new Set(Object.keys({ ...words.explain.attributes, ...own.properties }));
    const names = Object.values(ITEM_PROPERTIES).flat();
    expect(names.filter(name => !named.has(name) && name !== 'later' && name !== 'upload')).toEqual([]);
  });
});

describe('room', () => {
  it('of a terminal: many changes of one item are cut in their middle', () => {
    const options = Array.from({ length: 50 }, (_, index) => ({ value: String(index), label: `Answer ${index}` }));
    const field: ItemOf<'contact_field'> = { kind: 'contact_field', id: 1, key: 'film', title: 'Film', type: 'select', options: [] };
    const lines = linesOf(text(driftOf(made([field]), made([{ ...field, options }]))));
    const told = lines.filter(line => line.startsWith('    - '));
    expect(told).toHaveLength(26);
    expect([told[19], told[20], told[21]]).toEqual([
      "    - answer 'Answer 19' is new",
      '    - … and 25 more changes of this item …',
      "    - answer 'Answer 45' is new",
    ]);
  });

  it('of a terminal: items are never cut', () => {
    const tags = Array.from({ length: 2000 }, (_, index): Item => ({ kind: 'tag', id: index + 1, key: `tag ${index}` }));
    expect(text(driftOf(made([]), made(tags))).match(/^ {2}Tag /gmu)).toHaveLength(2000);
  });

  it('of a pull request: what finds none is counted in the last line', () => {
    const tags = Array.from({ length: 2000 }, (_, index): Item => ({ kind: 'tag', id: index + 1, key: `tag ${index}` }));
    const printed = driftMarkdown(driftOf(made([]), made(tags)), { language: 'en' });
    expect(printed.length).toBeLessThanOrEqual(60_000);
    expect(printed.length).toBeGreaterThan(59_000);
    const shown = printed.match(/^- Tag /gmu)?.length ?? 0;
    expect(linesOf(printed).at(-1)).toBe(`${(2000 - shown).toLocaleString('en-GB')} more entries are left out here for want of room.`);
  });
});

it('paints only through the palette', () => {
  const mark =
    (style: string) =>
    (painted: string): string =>
      `<${style}>${painted}</${style}>`;
  const palette: Palette = {
    ...{ bold: mark('b'), dim: mark('dim'), red: mark('red'), yellow: mark('yellow'), blue: mark('blue') },
    ...{ cyan: mark('cyan'), green: mark('green'), underline: mark('u') },
  };
  const later = made([{ kind: 'segment', id: 4, key: 'readers', title: 'Readers' }]);
  expect(
    driftText(driftOf(made([]), later), { language: 'en', colour: palette })
      .split('\n')
      .slice(2),
  ).toEqual([
    '<b><green>New in Mautic (1)</green></b>',
    "  Segment 'Readers' (<cyan>readers</cyan>)",
    '    <dim>In Mautic: https://mautic.aurora.example/s/segments/view/4</dim>',
    '',
  ]);
});

/** A drift with the same text wherever a text may stand. */
function hostile(label: string): Drift {
  const form: ItemOf<'form'> = { ...NEWSLETTER, key: label, description: 'plain', actions: [{ id: 1, type: 'x', name: label }] };
  const gone: Item = { kind: 'tag', id: 7, key: `${label} gone` };
  const [reference = ''] = referencesOf([form]);
  const field = (id: number, title: string): Item => ({ ...PHONE, id, key: `${label}/x`, title, form: reference });
  const use = { from: reference, how: 'adds', to: `tag:${label}`, at: 'form.action', id: 1, url: label, param: label } as const;
  return driftOf(
    snapshotOf({ declarations: '', finds: [], items: [form, { ...form, id: 4, key: `${label}?` }, field(8, 'plain'), gone] }),
    snapshotOf({
      ...{ declarations: '', finds: [], uses: [use], made: { mautic: label } },
      items: [
        { ...form, description: label },
        { ...form, id: 4, key: `${label}!` },
        field(8, label),
        field(9, label),
        { kind: 'tag', id: 8, key: label },
      ],
    }),
  );
}

const bare = (printed: string): string => printed.replace(/\\.|(`+)(?!`).*?(?<!`)\1(?!`)/gu, ' ').replace(/&#?\w+;/gu, ' ');

function holds(label: string): void {
  const told = hostile(label);
  const lines = linesOf(text(told));
  expect(lines.filter(line => UNSEEN.test(line) || /^\s*::|##\w*\[/u.test(line))).toEqual([]);
  const markdown = driftMarkdown(told, { language: 'en' });
  expect(markdown.split('\n').filter(line => UNSEEN.test(line) || line.startsWith('::') || /##\w*\[/u.test(line))).toEqual([]);
  const links = /\[Open in Mautic\]\(<https:\/\/mautic\.aurora\.example\/[\w/]*>\)|<\/?code>/gu;
  expect(bare(markdown.replace(links, '')).match(/<|\]\(|@[\w-]|#\d|:\/\//gu)).toBeNull();
  expect(linesOf(markdown).filter(line => line !== '' && !/^(?:#{2,3} | *- |Between |Version )/u.test(line))).toEqual([]);
  const json = driftJson(told);
  expect(linesOf(json).filter(line => UNSEEN.test(line) || /##\w*\[/u.test(line))).toEqual([]);
  expect(dataFaults('drift', json)).toEqual([]);
  expect(JSON.parse(json)).toMatchObject({ format: 'purposelint-drift', version: 1, came: [{ kind: 'tag', key: label }] });
}

describe('hostile names', () => {
  it.each(HOSTILE)('%j breaks no format', label => holds(label));

  it('nor does anything', () => {
    const piece = fc.oneof(
      fc.constantFrom('::', '##[', '\n', '\u001b[', '|', '`', '\\', '<', '&', '#1', '](', '\u202e', ' ', '/'),
      fc.string({ unit: 'binary', maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 10 }), pieces => holds(pieces.join(''))),
      { numRuns: 40 },
    );
  });
});
