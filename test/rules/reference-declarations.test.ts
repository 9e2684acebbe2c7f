/** The two declarations that the format is described by: the smallest whole one, and the one that has every key. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Preset } from '../../src/lint/rule.js';
import type { Item, Use } from '../../src/mautic/snapshot.js';
import { lintExample } from './examples.js';

/** Rules that look at the declarations themselves. */
const OF_DECLARATIONS = new Set([
  'schema-valid',
  'why-when-missing',
  'no-purpose',
  'unknown-purpose',
  'no-legal-basis',
  'basis-mismatch',
  'no-retention',
  'retention-over-purpose',
  'until-withdrawn',
  'recipient-contract',
  'indirect-source',
  'systems-disagree',
  'notice-gap',
  'erasure-gap',
  'review-overdue',
  'exception-hygiene',
  'ropa-complete',
]);

const items: readonly Item[] = [
  { kind: 'contact_field', id: 6, key: 'email', title: 'Email', published: true },
  { kind: 'contact_field', id: 2, key: 'firstname', title: 'First Name', published: true },
  { kind: 'form', id: 1, key: 'Newsletter', published: true },
  {
    kind: 'form_field',
    id: 1,
    key: 'Newsletter/email',
    title: 'E-mail',
    form: 'form:Newsletter',
    type: 'email',
    mapping: 'contact',
    saved: true,
  },
  {
    kind: 'form_field',
    id: 2,
    key: 'Newsletter/firstname',
    title: 'First name (optional)',
    form: 'form:Newsletter',
    type: 'text',
    mapping: 'contact',
    saved: true,
  },
  { kind: 'segment', id: 1, key: 'newsletter', title: 'Newsletter', published: true },
  { kind: 'email', id: 1, key: 'Monthly menu', published: true },
];
const uses: readonly Use[] = [
  { from: 'form_field:Newsletter/email', how: 'collects', to: 'contact_field:email', at: 'form.field' },
  { from: 'form_field:Newsletter/firstname', how: 'collects', to: 'contact_field:firstname', at: 'form.field' },
];

function found(name: string, preset: Preset, withSnapshot: boolean) {
  const text = readFileSync(new URL(`../fixtures/declarations/${name}.yaml`, import.meta.url), 'utf8').replace(/^#.*\n/u, '');
  const { findings } = lintExample({ declarations: text, items, uses, finds: [] }, preset, withSnapshot);
  return findings.filter(finding => OF_DECLARATIONS.has(finding.rule)).map(({ rule, subject, data }) => [rule, subject, data]);
}

describe.each([true, false])('with a snapshot: %s', withSnapshot => {
  it('finds nothing in the smallest whole declaration', () => {
    expect(found('minimal', 'recommended', withSnapshot)).toEqual([]);
    expect(found('minimal', 'strict', withSnapshot)).toEqual([]);
  });

  it('finds the declaration with every key valid', () => {
    expect(found('rich', 'recommended', withSnapshot).filter(([rule]) => rule === 'schema-valid' || rule === 'unknown-purpose')).toEqual(
      [],
    );
  });
});
