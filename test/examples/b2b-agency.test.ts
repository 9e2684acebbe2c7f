/** The large example: a policy of many files without a finding under `strict`, beside a Mautic that has something of everything. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.js';
import { buildDeclarations } from '../../src/declarations/build.js';
import type { Kind } from '../../src/items.js';
import { lint } from '../../src/lint/lint.js';
import { isGap } from '../../src/lint/unchecked.js';
import { writeSnapshot } from '../../src/mautic/canonical.js';
import { loadSnapshot } from '../../src/mautic/load.js';

const FOLDER = new URL('../../examples/b2b-agency/', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, FOLDER), 'utf8');

const paths = readdirSync(new URL('privacy', FOLDER), { recursive: true, encoding: 'utf8' }).filter(path => path.endsWith('.yaml'));
const declarations = buildDeclarations(paths.sort().map(path => ({ path: `privacy/${path}`, text: read(`privacy/${path}`) })));
const text = read('privacy/mautic.snapshot.json');
const snapshot = loadSnapshot(text, 'mautic.snapshot.json');
const result = lint({ declarations, snapshot, now: '2026-11-25', preset: 'strict', rules, configured: new Map() });

it('has no finding under the strict preset, and leaves no rule out', () => {
  expect(result.findings.map(({ rule, subject }) => `${rule} ${subject}`)).toEqual([]);
  expect(result.notRun.filter(isGap)).toEqual([]);
});

describe('its Mautic', () => {
  it('is in canonical form', () => {
    expect([...writeSnapshot(snapshot)].join('')).toBe(text);
  });

  it.each<[Kind, number]>([
    ['contact_field', 60],
    ['form', 15],
    ['form_field', 100],
    ['tag', 40],
    ['segment', 25],
    ['email', 60],
    ['campaign', 10],
    ['page', 10],
    ['point_action', 4],
    ['point_trigger', 1],
    ['point_group', 1],
    ['stage', 3],
    ['category', 15],
    ['dynamic_content', 4],
    ['focus_item', 2],
    ['text_message', 2],
    ['message', 1],
    ['webhook', 2],
    ['asset', 5],
  ])('has items of kind %s: %i or more', (kind, least) => {
    expect(snapshot.items.filter(item => item.kind === kind).length).toBeGreaterThanOrEqual(least);
  });

  it('names nothing that is not there', () => {
    const known = new Set(result.context.snapshot.all.map(item => result.context.snapshot.reference(item)));
    const lost = snapshot.uses.filter(({ to }) => !/^(?:tracking|record|recipient):|:\*$/u.test(to) && !known.has(to));
    expect(lost).toEqual([]);
  });
});

it('is a policy of many files, brands, countries and legal bases', () => {
  expect(paths.length).toBeGreaterThanOrEqual(20);
  expect(declarations.notices.size).toBe(3);
  expect(declarations.organisation.value.countries).toEqual(['IT', 'DE', 'FR']);
  const bases = [...declarations.purposes.values()].flatMap(({ place, value }) => (place === null ? [] : [value.legal_basis]));
  expect(new Set(bases)).toEqual(new Set(['consent', 'soft-opt-in', 'contract', 'legitimate-interests', 'legal-obligation']));
});
