/** Whatever the layout: an edit changes what it is for and nothing else, and comments stay. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildDeclarations } from '../../src/declarations/build.js';
import type { Change } from '../../src/finding.js';
import { openFiles } from '../../src/fixes/changes.js';
import { tryChanges } from '../../src/fixes/try.js';
import { parseYaml } from '../../src/text/yaml.js';
import { documents, type Written } from './documents.js';

const FILE = 'privacy/fields.yaml';

/** The text after changes; fails when they cannot be made. */
function applied(text: string, changes: readonly Change[]): string {
  const [file] = tryChanges(changes, openFiles(buildDeclarations([{ path: FILE, text }]).files)) ?? [];
  expect(file, text).toBeDefined();
  return file?.text ?? '';
}

function plain(text: string): unknown {
  const { value, faults } = parseYaml(text);
  expect(faults).toEqual([]);
  return JSON.parse(JSON.stringify(value));
}

/** Comments as they stand in a text, in order. */
function commentsIn(text: string): string[] {
  return [...text.matchAll(/# (?:above|behind|within)\d of it|# all/gu)].map(([comment]) => comment.slice(2));
}

function keepsLineEnds(before: string, result: string): void {
  if (before.includes('\r\n')) expect(result.replaceAll('\r\n', '')).not.toContain('\n');
  else expect(result).not.toContain('\r');
}

const at = (...path: (string | number)[]) => ({ file: FILE, path, at: 'value' }) as const;
const cases = fc.tuple(documents, fc.nat(3)).map(([written, pick]) => ({ written, entry: written.entries[pick % written.entries.length] }));
const fieldsOf = ({ entries }: Written): Record<string, unknown> => Object.fromEntries(entries.map(({ key, value }) => [key, value]));

describe('in every layout', () => {
  it('takes an entry out, and leaves the others with their comments', () => {
    fc.assert(
      fc.property(cases, ({ written, entry }) => {
        const key = entry?.key ?? '';
        const result = applied(written.text, [{ do: 'remove', place: at('contact_fields', key) }]);
        const fields = fieldsOf(written);
        delete fields[key];
        expect(plain(result)).toEqual({ ...written.value, contact_fields: fields });
        const others = written.entries.filter(other => other.key !== key).flatMap(other => other.comments);
        expect(commentsIn(result)).toEqual(expect.arrayContaining(others));
        keepsLineEnds(written.text, result);
      }),
    );
  });

  it('writes another value or key, and every comment stays', () => {
    fc.assert(
      fc.property(cases, fc.constantFrom('value', 'key', 'list'), ({ written, entry }, what) => {
        const key = entry?.key ?? '';
        const fields = fieldsOf(written);
        const value = entry?.value ?? {};
        const path = what === 'value' && 'why' in value ? ['why'] : ['purposes'];
        const change: Change =
          what === 'key'
            ? { do: 'replace', place: { ...at('contact_fields', key), at: 'key' }, by: 'new: "name"' }
            : { do: 'replace', place: at('contact_fields', key, ...path), by: path[0] === 'why' ? "it's: new" : ['orders'] };
        const result = applied(written.text, [change]);
        if (what === 'key') {
          delete fields[key];
          fields['new: "name"'] = value;
        } else {
          fields[key] = { ...value, ...(path[0] === 'why' ? { why: "it's: new" } : { purposes: ['orders'] }) };
        }
        expect(plain(result)).toEqual({ ...written.value, contact_fields: fields });
        expect(commentsIn(result)).toEqual(commentsIn(written.text));
        keepsLineEnds(written.text, result);
      }),
    );
  });

  it('adds entries to the section, to an entry, to a map that is not there, and items to a list', () => {
    fc.assert(
      fc.property(cases, ({ written, entry }) => {
        const key = entry?.key ?? '';
        const result = applied(written.text, [
          { do: 'declare', section: 'contact_fields', lines: 'new: {purposes: []} # New' },
          { do: 'declare', section: 'segments', lines: 'readers: {purposes: []} # Readers' },
          { do: 'add', place: at('contact_fields', key), lines: 'owner: marketing' },
          { do: 'add', place: at('contact_fields', key, 'x-more'), lines: 'a: 1' },
          { do: 'append', place: at('contact_fields', key, 'purposes'), items: ['- orders', '- "yes"'] },
        ]);
        const fields = fieldsOf(written);
        const purposes = [entry?.value.purposes ?? []].flat();
        fields[key] = { ...entry?.value, owner: 'marketing', 'x-more': { a: 1 }, purposes: [...purposes, 'orders', 'yes'] };
        fields.new = { purposes: [] };
        expect(plain(result)).toEqual({ ...written.value, contact_fields: fields, segments: { readers: { purposes: [] } } });
        expect(commentsIn(result)).toEqual(commentsIn(written.text));
        keepsLineEnds(written.text, result);
      }),
    );
  });
});
