/** Order, numbers, next steps, and the summary line. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RuleFinding } from '../../src/finding.js';
import { plainText } from '../../src/output/parts.js';
import { makeReport, type Report } from '../../src/output/report.js';
import { summaryOf } from '../../src/output/summary.js';
import { lintMadeUp, madeUpRule } from './made-up.js';

const place = (...path: string[]) => ({ file: 'privacy/fields.yaml', path, at: 'key' }) as const;

const FINDINGS: readonly RuleFinding[] = [
  { subject: 'snapshot', place: { item: 'snapshot' }, data: {} },
  { subject: 'b', place: place('contact_fields', 'email'), data: {} },
  { subject: 'a', place: place('contact_fields', 'email'), data: {} },
  { subject: 'c', place: place('contact_fields', 'email'), data: {}, severity: 'warn' },
  { subject: 'd', place: place('contact_fields'), data: {}, severity: 'info' },
  { subject: 'e', place: { file: 'privacy/forms.yaml', path: ['forms'], at: 'key' }, data: {} },
  { subject: 'f', place: { file: 'a/before.yaml', path: [], at: 'key' }, data: {} },
  { subject: 'Z', place: place('contact_fields', 'email'), data: {} },
];

function reportOf(findings: readonly RuleFinding[], message = 'Found. Do it.', language: 'en' | 'it' = 'en'): Report {
  const rules = [madeUpRule('told', message, findings)];
  return makeReport(lintMadeUp(rules), rules, { language, version: '1.0.0', preset: './ours.yaml' });
}

describe('findings', () => {
  it('come by file, line, column, severity, rule and subject; what has no file last; however they came', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...FINDINGS], { minLength: FINDINGS.length }), findings => {
        expect(reportOf(findings).findings.map(({ subject }) => subject)).toEqual(['f', 'd', 'Z', 'a', 'b', 'c', 'e', 'snapshot']);
      }),
    );
  });

  it.each([
    ['Something was found.', true],
    ["'{item}' is not known", true],
    ['Something was found. Do something about it.', false],
    ['Found [{people}.] `purposelint pull` helps.', false],
    ['Is it gone? {reason} tells.', false],
    ['See Art. 5 of the law', true],
  ])('%j needs the next step: %s', (message, needed) => {
    const [finding] = reportOf([{ subject: 'x', place: { item: 'x' }, data: {} }], message).findings;
    expect(finding?.next === undefined ? '' : plainText(finding.next)).toBe(needed ? 'Look at it in Mautic.' : '');
  });

  it('carry the link of the item they are about', () => {
    const links = reportOf([
      {
        subject: 'contact_field:fax',
        place: place('contact_fields', 'email'),
        data: {},
        related: [{ subject: 'form:Newsletter', place: place('contact_fields') }],
      },
      { subject: 'x', place: { item: 'form:Newsletter' }, data: {}, related: [{ place: { item: 'contact_field:fax' } }] },
    ]).findings.map(({ link, related }) => [link, related[0]?.link]);
    const fax = 'https://mautic.aurora.example/s/contacts/fields/edit/45';
    const form = 'https://mautic.aurora.example/s/forms/view/3';
    expect(links).toEqual([
      [fax, form],
      [form, fax],
    ]);
  });
});

describe('summary', () => {
  it('counts open findings by severity, in English and Italian', () => {
    const { numbers } = reportOf(FINDINGS);
    expect(numbers).toEqual({
      open: { error: 6, warn: 1, info: 1 },
      waived: 0,
      baselined: 0,
      notRun: 0,
      coreFields: 1,
      areCoreFieldsCounted: false,
    });
    expect(plainText(summaryOf(reportOf(FINDINGS)))).toBe(
      '8 findings (6 errors, 1 warning, 1 for information) · 0 waived · 0 in the baseline · all rules were run · snapshot of 25 November 2026 (mautic.aurora.example) · 1 untouched core field left out; values not counted',
    );
    expect(plainText(summaryOf(reportOf(FINDINGS, 'Found.', 'it')))).toBe(
      '8 segnalazioni (6 errori, 1 avviso, 1 nota) · 0 con eccezione · 0 nella baseline · tutte le regole eseguite · snapshot del 25/11/2026 (mautic.aurora.example) · 1 campo di base mai toccato e tralasciato; valori non contati',
    );
  });

  it('says which rules were not run and why, each cause once', () => {
    const report: Report = {
      ...reportOf([]),
      snapshot: null,
      notRun: [
        { rule: 'a', of: 'tag', why: ['rows-missing', 'own-only'] },
        { rule: 'b', of: 'tag', why: ['own-only'] },
        { rule: 'b', of: 'form', why: ['own-only'] },
        { rule: 'b', of: 'stage', why: ['own-only'] },
        { rule: 'b', of: 'page', why: ['own-only'] },
        { rule: 'c', of: 'snapshot', why: ['no-snapshot'] },
      ],
      numbers: {
        open: { error: 0, warn: 0, info: 0 },
        waived: 1,
        baselined: 12_345,
        notRun: 3,
        coreFields: 37,
        areCoreFieldsCounted: true,
      },
    };
    expect(plainText(summaryOf(report))).toBe(
      "No findings · 1 waived · 12,345 in the baseline · 3 rules not run (only the API user's own are visible: tags, forms, stages and 1 more; no snapshot) · no snapshot · 37 untouched core fields left out",
    );
  });

  it('keeps the preset as it is called', () => {
    expect(reportOf([]).preset).toBe('./ours.yaml');
  });
});
