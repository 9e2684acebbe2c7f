import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { walkBack } from '../../src/lint/paths/backwards.js';
import { routesBetween } from '../../src/lint/paths/routes.js';
import { waysBetween } from '../../src/lint/paths/ways.js';
import type { CampaignEvent, Item, Use } from '../../src/mautic/snapshot.js';
import { absent } from '../rules/form-items.js';
import { adds, boxOf, contextOf, decides, filters, item, type Mautic, NEWS, sends, step, targets, use } from './paths-support.js';

const all = (): boolean => true;

function routes(from: string, to: string, uses: readonly Use[], most = 50): string[] {
  const named = new Set(uses.flatMap(each => [each.from, each.to]));
  const { moves } = contextOf({ items: [...named].sort().map(identity => item(identity)), uses }).indexes.paths;
  const found = routesBetween(from, to, moves, all, most);
  return [...found.routes.map(route => [from, ...route.map(({ end }) => end)].join(' > ')), ...(found.isCut ? ['…'] : [])];
}

/** Segments in segments: `a > b` is a way from a to b. */
const chain = (...ways: readonly string[]): Use[] =>
  ways.map((way, n) => {
    const [from = '', to = ''] = way.split(' > ');
    return filters(`segment:${to}`, `segment:${from}`, 'any-of', { n, group: n + 1 });
  });

describe('the ways from one item to another', () => {
  it('shortest first, each node once, circles end', () => {
    const uses = chain('a > b', 'b > c', 'c > a', 'a > d', 'd > c', 'c > c', 'b > d');
    expect(routes('segment:a', 'segment:c', uses)).toEqual([
      'segment:a > segment:b > segment:c',
      'segment:a > segment:d > segment:c',
      'segment:a > segment:b > segment:d > segment:c',
    ]);
  });

  it('none, also from an item to itself', () => {
    expect(routes('segment:c', 'segment:a', chain('a > b', 'b > c'))).toEqual([]);
    expect(routes('segment:a', 'segment:a', chain('a > b', 'b > a'))).toEqual([]);
    expect(routes('segment:x', 'segment:y', [])).toEqual([]);
  });

  it('so many at most, and then says that there are more', () => {
    const uses = chain('a > m1', 'a > m2', 'a > m3', 'm1 > z', 'm2 > z', 'm3 > z');
    expect(routes('segment:a', 'segment:z', uses, 2)).toEqual([
      'segment:a > segment:m1 > segment:z',
      'segment:a > segment:m2 > segment:z',
      '…',
    ]);
    expect(routes('segment:a', 'segment:z', uses, 3)).toHaveLength(3);
  });

  it('two steps between the same two are one way', () => {
    expect(routes('form:F', 'tag:t', [adds('form:F', 'tag:t', { id: 1 }), adds('form:F', 'tag:t', { id: 2 })])).toEqual(['form:F > tag:t']);
  });

  it('any form is every form', () => {
    const uses = [
      use('point_action:P', 'decides', 'form:*', 'point.action'),
      use('point_action:P', 'writes', 'contact_field:points', 'point.action', { delta: 'up' }),
    ];
    const items = ['form:F', 'form:G', 'point_action:P', 'contact_field:points'].map(identity => item(identity));
    const { moves } = contextOf({ items, uses }).indexes.paths;
    expect(
      routesBetween('form:G', 'contact_field:points', moves, all, 9).routes.map(route =>
        route.map(({ start, end }) => `${start} > ${end}`),
      ),
    ).toEqual([['form:* > point_action:P', 'point_action:P > contact_field:points']]);
    expect(walkBack(['contact_field:points'], moves, all).map(({ reference, distance }) => `${distance} ${reference}`)).toEqual([
      '0 contact_field:points',
      '1 point_action:P',
      '2 form:F',
      '2 form:G',
    ]);
  });

  it('does not depend on the order of uses, and the first is a shortest one', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const way = fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names)).map(([one, other]) => `${one} > ${other}`);
    fc.assert(
      fc.property(fc.uniqueArray(way, { maxLength: 14 }), ways => {
        const found = routes('segment:a', 'segment:f', chain('a > a', 'f > f', ...ways));
        const again = routes('segment:a', 'segment:f', chain('f > f', 'a > a', ...[...ways].reverse()));
        expect(again).toEqual(found);
        const lengths = found.map(route => route.split(' > ').length);
        expect(lengths).toEqual([...lengths].sort((one, other) => one - other));
        expect(found.map(route => new Set(route.split(' > ')).size)).toEqual(lengths);
      }),
      { numRuns: 40 },
    );
  });

  it('a lattice with more ways than anybody can count ends', () => {
    const rungs = Array.from({ length: 60 }, (_, n) => n);
    const uses = chain(...rungs.flatMap(n => [`l${n} > l${n + 1}`, `l${n} > r${n + 1}`, `r${n} > l${n + 1}`, `r${n} > r${n + 1}`]));
    const found = routes('segment:l0', 'segment:l60', uses);
    expect(found).toHaveLength(51);
    expect(found.at(-1)).toBe('…');
  });
});

describe('the consent on a way', () => {
  const OK = item('contact_field:news_ok', { type: 'boolean' });
  const ways = (from: string, to: string, mautic: Mautic, isDeclared = true) => waysBetween(from, to, contextOf(mautic), isDeclared);
  const told = (from: string, to: string, mautic: Mautic): string[] =>
    ways(from, to, mautic).ways.map(({ consent, steps }) => `${consent}: ${steps.map(({ gate }) => gate?.is ?? '-').join(' ')}`);
  const EMAIL = 'emails: {E: {purposes: [news]}}';
  const declarations = `purposes: {${NEWS}}\n${EMAIL}`;
  const base: readonly Item[] = [OK, item('form:F'), item('tag:lead'), item('email:E')];
  const { items: boxes, uses: collecting } = boxOf('F', 'news_ok');

  it('is nowhere', () => {
    const uses = [adds('form:F', 'tag:lead'), filters('segment:S', 'tag:lead'), targets('email:E', 'segment:S')];
    expect(told('form:F', 'email:E', { declarations, items: [...base, item('segment:S', { filter_rows: 1 })], uses })).toEqual([
      'free: - - -',
    ]);
  });

  it('is asked for and not looked at, or looked at as well', () => {
    const uses = [...collecting, adds('form:F', 'tag:lead'), filters('segment:S', 'tag:lead'), targets('email:E', 'segment:S')];
    const mautic = { declarations, items: [...base, ...boxes, item('segment:S', { filter_rows: 1 })], uses };
    expect(told('form:F', 'email:E', mautic)).toEqual(['asked: asked - -']);
    const yes = filters('segment:S', 'contact_field:news_ok', 'is', { value: 'yes', n: 2 });
    expect(told('form:F', 'email:E', { ...mautic, uses: [...uses, yes] })).toEqual([
      'checked: asked checked -',
      'checked: asked - checked -',
    ]);
  });

  it('stands first where there is none', () => {
    const uses = [
      filters('segment:S', 'contact_field:news_ok', 'is', { value: 'yes' }),
      targets('email:E', 'segment:S'),
      adds('form:F', 'tag:lead'),
      filters('segment:T', 'tag:lead'),
      filters('segment:U', 'segment:T'),
      targets('email:E', 'segment:U'),
      use('form_field:F/x', 'collects', 'contact_field:news_ok', 'form.field'),
    ];
    const segments = ['S', 'T', 'U'].map(key => item(`segment:${key}`, { filter_rows: 1 }));
    const hidden = item('form_field:F/x', { type: 'hidden' });
    expect(told('form:F', 'email:E', { declarations, items: [...base, hidden, ...segments], uses })).toEqual([
      'free: - - - -',
      'checked: - - checked -',
    ]);
  });

  it('names what is looked at, and the condition of a campaign', () => {
    const events = [step(1, 0, '', { kind: 'condition', type: 'lead.field_value' }), step(2, 1, 'yes')];
    const uses = [
      targets('campaign:C', 'form:F'),
      decides('campaign:C', 1, 'contact_field:news_ok', { op: 'is', value: 'yes' }),
      sends('campaign:C', 'email:E', { id: 2 }),
    ];
    const found = ways('form:F', 'email:E', { declarations, items: [...base, item('campaign:C', { events })], uses });
    expect(found.ways.map(({ steps }) => steps.map(({ by }) => by))).toEqual([[[], ['contact_field:news_ok']]]);
    expect(found.purposes).toEqual(['Monthly letter']);
  });

  it('stands in a tag, whatever the segment asks for', () => {
    const byTag = declarations.replace('field: news_ok', 'tag: ok');
    const uses = [
      adds('form:F', 'tag:ok'),
      filters('segment:S', 'tag:ok'),
      filters('segment:S', 'tag:lead'),
      targets('email:E', 'segment:S'),
    ];
    const mautic = { declarations: byTag, items: [...base, item('tag:ok'), item('segment:S', { filter_rows: 1 })], uses };
    expect(told('form:F', 'email:E', mautic)).toEqual(['checked: - trusted -']);
  });

  it('is confirmed by the campaign that is there for it, for those who did what it waits for', () => {
    const confirmed = `${declarations.replace('collected_by', 'confirmed_by: campaign:C, collected_by')}`;
    const on = (path: CampaignEvent['path']): string[] => {
      const events = [step(1), step(2, 1, '', { kind: 'decision', type: 'email.click' }), step(3, 2, path)];
      const uses = [adds('campaign:C', 'tag:lead', { id: 3 }), filters('segment:S', 'tag:lead'), targets('email:E', 'segment:S')];
      const items = [...base, item('campaign:C', { events }), item('segment:S', { filter_rows: 1 })];
      return told('campaign:C', 'email:E', { declarations: confirmed, items, uses });
    };
    expect([on('yes'), on('no')]).toEqual([['checked: trusted - -'], ['free: - - -']]);
  });

  it('is left out where people without it are left out', () => {
    const uses = [adds('form:F', 'segment:S'), targets('email:E', 'segment:S'), use('email:E', 'excludes', 'segment:N', 'email.audience')];
    const no = filters('segment:N', 'contact_field:news_ok', 'is-not', { value: 'yes' });
    const mautic = { declarations, items: [...base, item('segment:S'), item('segment:N', { filter_rows: 1 })], uses };
    expect(told('form:F', 'email:E', { ...mautic, uses: [...uses, no] })).toEqual(['checked: - checked']);
    expect(told('form:F', 'email:E', { ...mautic, uses: [...uses, { ...no, op: 'is' }] })).toEqual(['free: - -']);
  });

  it('was not seen; but whom a form puts into a segment is there, whatever its filters say', () => {
    const uses = [adds('form:F', 'segment:S'), targets('campaign:C', 'segment:S'), sends('campaign:C', 'email:E')];
    const unseen = [item('segment:S', { filter_rows: undefined }), item('campaign:C', { events: undefined })];
    const found = ways('form:F', 'email:E', { declarations, items: [...base, ...unseen], uses });
    expect(
      found.ways.map(({ consent, steps }) => [consent, ...steps.map(({ gate, unseen: what }) => `${gate?.is ?? '-'} ${what ?? '-'}`)]),
    ).toEqual([['unseen', '- filters', '- steps', 'unseen -']]);
  });

  it('was not seen of a segment', () => {
    const unseen = item('segment:S', { filter_rows: undefined });
    const mautic = { declarations, items: [...base, unseen], uses: [targets('email:E', 'segment:S')] };
    expect(told('segment:S', 'email:E', mautic)).toEqual(['unseen: unseen']);
  });

  it('is not known without declarations, and not needed for what rests on something else', () => {
    const uses = [sends('form:F', 'email:E')];
    const without = ways('form:F', 'email:E', { declarations, items: base, uses }, false);
    expect([without.purposes, without.ways.map(({ consent }) => consent)]).toEqual([undefined, ['free']]);
    const service = `purposes: {${NEWS}, service: {use: service-delivery, legal_basis: contract}}\nemails: {E: {purposes: [service]}}`;
    expect(ways('form:F', 'email:E', { declarations: service, items: base, uses }).purposes).toEqual([]);
    expect(ways('form:F', 'email:E', { declarations: `purposes: {${NEWS}}`, items: base, uses }).purposes).toEqual(['Monthly letter']);
  });

  it('tells what was not seen around it', () => {
    const coverage = [absent('campaign')];
    const { unseen } = ways('form:F', 'email:E', { declarations, items: base, coverage });
    expect(unseen.coverage.map(({ reason, what }) => [reason, what])).toEqual([['refused', ['campaign']]]);
    expect(unseen.outside).toContain('by-hand');
  });
});
