/** The first day: the museum without declarations, then `init`, then one finding for each entry to decide. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { workspace } from '../cli/workspace.js';

interface Printed {
  readonly findings: readonly { readonly rule: string; readonly subject: string }[];
}

/** Entries that `init` left to decide, by the marks it writes. */
function entriesIn(texts: readonly string[]): number {
  return texts.flatMap(text => text.match(/purposes: \[\]/gu) ?? []).length;
}

describe.each(['5.1.0', '6.0.8', '7.0.2'])('the museum of %s on the first day', version => {
  it('gets an entry for each item, and check calls each undecided, once', async () => {
    const folder = new URL(`../fixtures/recorded/${version}/museum/bodies/`, import.meta.url).pathname;
    const place = workspace({});
    const pulled = await place.run('pull', '--from', folder, '--host', 'mautic.museum.example', '--taken-at', '2026-11-25T03:30:00Z');
    expect(pulled.exit).toBe(0);
    const { exit, stderr } = await place.run('init');
    expect(exit).toBe(0);
    const names = readdirSync(`${place.path}/privacy`).filter(name => name.endsWith('.yaml'));
    const entries = entriesIn(names.map(name => readFileSync(`${place.path}/privacy/${name}`, 'utf8')));
    expect(stderr).toContain(`${entries} entries to decide`);
    expect(place.read('privacy/forms.yaml')).toMatch(/"Newsletter sign-up#1":.*"Newsletter sign-up#14":/su);

    const checked = await place.run('check', '--format', 'json');
    expect(checked.exit).toBe(1);
    const { findings }: Printed = JSON.parse(checked.stdout);
    const undecided = findings.filter(({ rule }) => rule === 'no-purpose').map(({ subject }) => subject);
    expect(undecided.length).toBe(entries);
    expect(new Set(undecided).size).toBe(entries);
    const told = new Set(findings.map(({ rule }) => rule));
    for (const rule of [
      'schema-valid',
      'undeclared-field',
      'undeclared-form',
      'undeclared-form-field',
      'undeclared-tag',
      'undeclared-segment',
    ]) {
      expect([rule, told.has(rule)]).toEqual([rule, false]);
    }
    for (const rule of [
      'undeclared-score',
      'undeclared-stage',
      'undeclared-category',
      'ghost-declaration',
      'why-when-missing',
      'no-retention',
    ]) {
      expect([rule, told.has(rule)]).toEqual([rule, false]);
    }

    const again = await place.run('init');
    expect(again.stderr).toContain('Everything in the snapshot has an entry already.');
  });
});
