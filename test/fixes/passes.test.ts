/** Fixing over several passes: what is made, what is left alone, what is refused. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildDeclarations } from '../../src/declarations/build.js';
import type { Fix } from '../../src/finding.js';
import { openFiles } from '../../src/fixes/changes.js';
import { fixable } from '../../src/fixes/fixable.js';
import { offersFor } from '../../src/fixes/offers.js';
import { fixAll } from '../../src/fixes/passes.js';
import { EXAMPLE_FILE } from '../rules/examples.js';
import { documents } from './documents.js';
import { fixed, judged, type Mautic, offered } from './fix-example.js';

const tag = (id: number, key: string) => ({ kind: 'tag', id, key }) as const;
const field = (key: string, facts: object = {}) =>
  ({
    kind: 'contact_field',
    id: key.length,
    key,
    title: `${key[0]?.toUpperCase()}${key.slice(1)}`,
    published: true,
    added: '2026-03-02',
    ...facts,
  }) as const;

describe('fixAll', () => {
  it('writes all stubs at once, each in its section, and mends what that brings to light', () => {
    const mautic: Mautic = { items: [tag(1, 'vip'), tag(2, 'what? *really*'), field('film')] };
    const { text, fixed: count } = fixed('tags:\n  # all of them\n  old: {}\n', mautic, 'safe');
    expect(text).toBe(
      'version: 1\ntags:\n  # all of them\n  vip: {purposes: []}\n  "what\\\\? \\\\*really\\\\*": {purposes: []}\ncontact_fields:\n  film: {purposes: []} # Film\n',
    );
    expect(count).toBe(5);
  });

  it.each([
    ['', 'version: 1\n'],
    ['# ours\n', '# ours\nversion: 1\n'],
    ['# ours', '# ours\nversion: 1\n'],
    ['--- # ours\n', '--- # ours\nversion: 1\n'],
  ])('writes the version first into %j, which holds nothing yet', (text, start) => {
    const { text: result, refused } = fixed(text, { items: [tag(1, 'vip'), field('film')] }, 'safe');
    expect(refused).toEqual([]);
    expect(result).toBe(`${start}contact_fields:\n  film: {purposes: []} # Film\ntags:\n  vip: {purposes: []}\n`);
  });

  it('keeps what takes words or comments of people for --fix=unsafe', () => {
    const text =
      'version: 1\ntags:\n  a: {purposes: [], why: So many years of work}\n  # why there is b\n  b: {purposes: []}\n  c: {purposes: []}\n  d: {purposes: []} # see PRIV-12\n';
    const kept = text.replace('  c: {purposes: []}\n', '');
    const safe = fixed(text, {}, 'safe');
    expect(safe.text).toBe(kept);
    expect(safe.unsafeLeft).toBe(3);
    expect(fixed(text, {}, 'unsafe').text).toBe('version: 1\ntags:\n');
  });

  it('takes the name that Mautic has now, and leaves alone what others refer to', () => {
    const renamed = fixed('version: 1\ntags:\n  Vip: {purposes: []}\n', { items: [tag(1, 'VIP')] }, 'safe');
    expect(renamed.text).toBe('version: 1\ntags:\n  VIP: {purposes: []}\n');
    const text = 'version: 1\ncontact_fields:\n  fax: {purposes: []}\n  phone: {purposes: [], variant_of: contact_field:fax}\n';
    expect(fixed(text, { items: [field('phone')] }, 'unsafe').text).toContain('fax:');
  });

  it.each([
    ['contest', '[contest]'],
    ['Monthly menu', '[Monthly menu]'],
    ['contst', '[contest]'],
    ['contest loyalty', undefined],
    ['contest, loyalty', undefined],
    ['contest|loyalty', undefined],
    ['\n      – contest\n      – loyalty', undefined],
    ['\n      – contest', undefined],
  ])('writes the text %j as a list only where it is one name', (purposes, list) => {
    const text = (written: string): string =>
      `version: 1\npurposes:\n  contest: {use: contest-run}\n  loyalty: {use: loyalty-programme}\n  Monthly menu: {use: email-marketing}\ntags:\n  vip:\n    purposes: ${written}\n`;
    const mautic: Mautic = { items: [tag(1, 'vip')] };
    expect(fixed(text(purposes), mautic, 'safe').text).toBe(text(list ?? purposes));
  });

  it('writes an item with blanks in its name as a list where Mautic has it, or somebody declared it', () => {
    const text = (source: string): string =>
      `version: 1\nforms:\n  Win a dinner: {purposes: []}\ntags:\n  vip: {purposes: [], source: ${source}}\n`;
    const mautic: Mautic = { items: [tag(1, 'vip'), { kind: 'form', id: 4, key: 'Book a table', published: true }] };
    const mended = (source: string) => fixed(text(source), mautic, 'safe', 'schema-valid').text;
    for (const form of ['form:Win a dinner', 'form:Book a table'])
      expect(mended(form)).toBe(text(`[${JSON.stringify(form)}]`).replaceAll('"', ''));
    expect(mended('form:Win a lunch')).toBe(text('form:Win a lunch'));
  });

  it('leaves alone what was waived, and what lies outside of the files asked for', () => {
    const waiver =
      'waivers:\n  - {rule: undeclared-tag, item: tag:vip, reason: The agency tidies them up in spring, until: 2027-03-31, approved_by: dpo}\n';
    expect(fixed(`version: 1\ntags: {}\n${waiver}`, { items: [tag(1, 'vip')] }).text).toBe(`version: 1\ntags: {}\n${waiver}`);
    const declarations = buildDeclarations([{ path: EXAMPLE_FILE, text: 'tags: {}\n' }]);
    const outcome = fixAll({
      declarations,
      build: buildDeclarations,
      judge: all => fixable(judged(all, { items: [tag(1, 'vip')] })),
      wanted: 'unsafe',
      covers: () => false,
    });
    expect(outcome).toMatchObject({ changed: [], fixed: 0, unsafeLeft: 0 });
  });

  it('does not touch a file that cannot be read to the end', () => {
    const text = 'tags: {\nsegments: {}\n';
    expect(fixed(text, { items: [tag(1, 'vip')] }).text).toBe(text);
  });

  it('puts new entries where their kind lives, else into the file that is named for it, else into the first', () => {
    const sources = [
      { path: 'privacy/a.yaml', text: 'version: 1\ntags: {a: {}}\n' },
      { path: 'privacy/fields.yaml', text: 'version: 1\n' },
      { path: 'privacy/z.yaml', text: 'version: 1\ntags: {b: {}, c: {}}\n' },
    ];
    const home = (section: string) => {
      const fixes: Fix[] = [{ id: 'declare-item', safe: true, changes: [{ do: 'declare', section, lines: 'x: {}' }] }];
      return offered({ fixes }, buildDeclarations(sources))[0]?.files[0]?.file;
    };
    expect(['tags', 'contact_fields', 'stages'].map(home)).toEqual(['privacy/z.yaml', 'privacy/fields.yaml', 'privacy/a.yaml']);
  });
});

describe('a fix that would change more than it is for', () => {
  const shared =
    'version: 1\nx-shared: &both {purposes: [newsleter]}\npurposes:\n  newsletter: {use: email-marketing}\ntags:\n  a: *both\n  b: *both\n';

  it('is not offered and not made where an anchor shares the value', () => {
    const declarations = buildDeclarations([{ path: EXAMPLE_FILE, text: shared }]);
    const items = { items: [tag(1, 'a'), tag(2, 'b')] };
    const typos = judged(declarations, items).findings.filter(({ rule }) => rule === 'unknown-purpose');
    expect(typos.length).toBeGreaterThan(0);
    for (const finding of typos) expect(offered(finding, declarations)).toEqual([]);
    expect(fixed(shared, items).text).toBe(shared);
  });

  it.each([
    ['at an anchor', 'x-p: &p [newsleter]\ntags:\n  a: {purposes: *p}\n  b: {purposes: [newsletter]}\n', ['tag:a']],
    ['at the anchor of another entry', 'tags:\n  a: {purposes: &p [newsleter]}\n  b: {purposes: *p}\n', ['tag:a', 'tag:b']],
    ['in a section that is an alias', 'segments: &t {c: {purposes: [newsletter]}}\ntags: *t\n', ['tag:a', 'tag:b', 'tag:c']],
    ['only where something is wrong', 'x-p: &p [newsletter]\ntags:\n  a: {purposes: *p}\n  b: {purposes: [newsletter]}\n', []],
  ])('is said to be left out %s', (_, yaml, subjects) => {
    const text = `version: 1\npurposes:\n  newsletter: {use: email-marketing}\n${yaml}`;
    const segments = yaml.startsWith('segments') ? [{ kind: 'segment', id: 3, key: 'c' } as const] : [];
    const mautic: Mautic = { items: [tag(1, 'a'), tag(2, 'b'), ...segments] };
    for (const wanted of ['safe', 'unsafe'] as const) {
      const { text: result, refused } = fixed(text, mautic, wanted);
      expect(refused.map(({ subject }) => subject).sort()).toEqual(subjects);
      expect(result).toBe(text);
    }
  });

  it('is not said to be left out where it lies outside of the files asked for', () => {
    const declarations = buildDeclarations([{ path: EXAMPLE_FILE, text: shared }]);
    const judge = (all: typeof declarations) => fixable(judged(all, { items: [tag(1, 'a'), tag(2, 'b')] }));
    const outcome = fixAll({ declarations, build: buildDeclarations, judge, wanted: 'safe', covers: () => false });
    expect(outcome.refused).toEqual([]);
  });

  it('is made beside an anchor that it does not concern, with anchor and alias as they were', () => {
    const text = 'version: 1\ntags:\n  a: &same {purposes: [], why: Which is which}\n  b: *same # the same\n  gone: {purposes: []}\n';
    const { text: result } = fixed(text, { items: [tag(1, 'a'), tag(2, 'b'), tag(3, 'new')] }, 'safe');
    expect(result).toBe(
      'version: 1\ntags:\n  a: &same {purposes: [], why: Which is which}\n  b: *same # the same\n  new: {purposes: []}\n',
    );
  });

  it('is said to be left out when it comes out wrong, and not offered, and the others are made', () => {
    const wrong: Fix = {
      id: 'declare-item',
      safe: true,
      changes: [{ do: 'add', place: { file: EXAMPLE_FILE, path: ['tags'], at: 'value' }, lines: 'a: {}' }],
    };
    const right: Fix = { id: 'declare-item', safe: true, changes: [{ do: 'declare', section: 'tags', lines: 'b: {}' }] };
    const declarations = buildDeclarations([{ path: EXAMPLE_FILE, text: 'version: 1\ntags:\n  a: {}\n' }]);
    const findings = [wrong, right].map((fix, index) => ({
      rule: 'x',
      subject: `tag:${index}`,
      place: { item: 'tag:a' },
      data: {},
      severity: 'error' as const,
      state: 'open' as const,
      fingerprint: String(index),
      fixes: [fix],
    }));
    expect([...offersFor([wrong, right], openFiles(declarations.files)).keys()]).toEqual([right]);
    expect(offered({ fixes: [wrong] }, declarations)).toEqual([]);
    const judge = (all: typeof declarations) => (all.items.tag.length > 1 ? findings.slice(0, 1) : findings);
    const outcome = fixAll({ declarations, build: buildDeclarations, judge, wanted: 'safe', covers: () => true });
    expect(outcome.changed.map(({ text }) => text)).toEqual(['version: 1\ntags:\n  a: {}\n  b: {}\n']);
    expect(outcome.refused.map(({ subject }) => subject)).toEqual(['tag:0']);
  });
});

it('fixes once for all: the fix of a fix is the fix, valid, without byte order mark or line end of its own', () => {
  const items = [field('email'), field('city'), field('film'), tag(3, 'new one')];
  fc.assert(
    fc.property(documents, fc.constantFrom('safe', 'unsafe'), ({ text }, wanted) => {
      const mautic: Mautic = { items };
      const once = fixed(text, mautic, wanted);
      const [file] = buildDeclarations([{ path: EXAMPLE_FILE, text: once.text }]).files;
      expect(file?.document.faults).toEqual([]);
      expect(once.refused).toEqual([]);
      expect(once.findings.filter(({ rule }) => rule === 'schema-valid' || rule.startsWith('undeclared-'))).toEqual([]);
      expect(fixed(once.text, mautic, wanted).text).toBe(once.text);
      if (wanted === 'safe') for (const comment of text.match(/# (?:all|between|\w+ of it)/gu) ?? []) expect(once.text).toContain(comment);
      if (text.includes('\r\n')) expect(once.text.replaceAll('\r\n', '')).not.toContain('\n');
    }),
    { numRuns: 25 },
  );
});
