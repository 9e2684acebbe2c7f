/** The museum, declared as a team would, says what it has on purpose: by version, since 6.0 stores answers the right way round. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.js';
import { buildDeclarations } from '../../src/declarations/build.js';
import { lint } from '../../src/lint/lint.js';
import type { Snapshot } from '../../src/mautic/snapshot.js';
import { plainText } from '../../src/output/parts.js';
import { makeReport, type ReportedFinding } from '../../src/output/report.js';
import { bodies, read } from '../mautic/recordings.js';

const POLICY = new URL('../fixtures/museum-policy/privacy/', import.meta.url);
const FILES = readdirSync(POLICY).map(name => ({ path: join('privacy', name), text: readFileSync(new URL(name, POLICY), 'utf8') }));

/** The findings of the museum's policy, with a text in it replaced. */
function findings(snapshot: Snapshot, replaced = '', by = ''): readonly ReportedFinding[] {
  const declarations = buildDeclarations(
    FILES.map(({ path, text }) => ({ path, text: replaced === '' ? text : text.replace(replaced, by) })),
  );
  const result = lint({
    declarations,
    snapshot,
    now: '2026-11-25',
    preset: 'recommended',
    rules,
    configured: new Map(),
    url: 'https://m.example',
  });
  return makeReport(result, rules, { language: 'en', version: '' }).findings;
}

const subjects = (found: readonly ReportedFinding[], rule: string): string[] =>
  found
    .filter(finding => finding.rule === rule)
    .map(finding => finding.subject)
    .sort();

/** What the museum has in every version, by rule. */
const ON_PURPOSE: Readonly<Record<string, readonly string[]>> = {
  'consent-not-refusable': ['form_field:Iscrizione soci/marketing', 'form_field:Kiosk in the entrance hall/nl'],
  'consent-by-default': ['contact_field:profiling_consent'],
  'consent-bundled': ['form_field:Quiz of the year/all_in_one'],
  'consent-forced': ['form_field:Quiz of the year/all_in_one'],
  'consent-preticked': [],
  'public-writable': [
    'contact_field:favourite_film',
    'contact_field:interests',
    'contact_field:last_campaign_source',
    'contact_field:member_tier',
    'contact_field:newsletter_optin',
  ],
  'password-stored': ['form_field:Download gate/secret_word'],
  'title-gender': ['contact_field:gender', 'contact_field:title'],
  'schema-valid': [],
  'no-purpose': [],
  'unknown-purpose': [],
  'undeclared-field': [],
  'undeclared-form': [],
  'undeclared-segment': [],
  // Points that a form gives by the way are scoring, too.
  'undeclared-score': ['form:Donation', 'form:Iscrizione soci', 'form:Newsletter sign-up#1', 'form:School visit request'],
  'undeclared-stage': [],
  'undeclared-tracking': [],
};

describe.each(['5.1.0', '6.0.8'] as const)('the museum on %s', version => {
  const reading = read(bodies(`${version}/museum`));

  it('says what it has on purpose, and nothing else of these rules', async () => {
    const found = findings((await reading).snapshot);
    for (const [rule, expected] of Object.entries(ON_PURPOSE)) expect([rule, subjects(found, rule)]).toEqual([rule, expected]);
  });

  it('tells questions whose alias Mautic made up anew', async () => {
    const random = ['form_field:Quiz of the year/ayerw', 'form_field:Quiz of the year/jblry'];
    expect(subjects(findings((await reading).snapshot), 'undeclared-form-field')).toEqual(version === '5.1.0' ? [] : random);
  });

  it('tells swapped answers on 5.1 only', async () => {
    const found = findings((await reading).snapshot);
    expect(subjects(found, 'consent-inverted')).toEqual(version === '5.1.0' ? ['form_field:Iscrizione soci/profilazione'] : []);
  });

  it('tells the required consent box where the form is for something else', async () => {
    const { snapshot } = await reading;
    const found = findings(
      snapshot,
      '"Newsletter sign-up#1":\n    purposes: [newsletter]',
      '"Newsletter sign-up#1":\n    purposes: [visits, newsletter]',
    );
    expect(subjects(found, 'consent-forced')).toContain('form_field:Newsletter sign-up#1/consent');
  });

  it('wants to know which of the two forms of one name is meant', async () => {
    const { snapshot } = await reading;
    const found = findings(snapshot, '"Newsletter sign-up#1":', 'Newsletter sign-up:').filter(finding => finding.rule === 'schema-valid');
    expect(found.map(finding => finding.subject)).toContain('form:Newsletter sign-up');
    const [twice] = found.filter(finding => finding.subject === 'form:Newsletter sign-up');
    expect(plainText(twice?.message ?? [])).toContain("'Newsletter sign-up#1' or 'Newsletter sign-up#14'");
    expect(twice?.related.map(other => other.link)).toEqual(['https://m.example/s/forms/view/1', 'https://m.example/s/forms/view/14']);
  });
});

it('7.0.2 says the same but for what the newer museum has beside it', async () => {
  const { snapshot } = await read(bodies('7.0.2/museum'));
  const found = findings(snapshot);
  for (const rule of [
    'consent-not-refusable',
    'consent-by-default',
    'consent-bundled',
    'password-stored',
    'public-writable',
    'title-gender',
  ]) {
    expect([rule, subjects(found, rule)]).toEqual([rule, ON_PURPOSE[rule]]);
  }
  expect(subjects(found, 'consent-inverted')).toEqual([]);
});
