/** A label of 10,000 characters, in every format: nobody's view of a finding is filled by it. */
import { describe, expect, it } from 'vitest';
import { FORMATS as NAMES } from '../../../src/cli/options.js';
import { FORMATS } from '../../../src/output/formats/index.js';
import type { Report } from '../../../src/output/report.js';
import { OPTIONS } from '../made-up.js';
import { reportOfTexts } from './hand-made.js';

const LENGTH = 10_000;
const LABELS = ['x'.repeat(LENGTH), '漢'.repeat(LENGTH), '\u202e'.repeat(LENGTH), '<'.repeat(LENGTH), '🎉'.repeat(LENGTH)];

function waived(report: Report): Report {
  return { ...report, findings: report.findings.map(finding => ({ ...finding, state: 'waived', waiver: { reason: 'Agreed' } })) };
}

describe.each(NAMES.filter(name => name !== 'json'))('%s', name => {
  it.each([
    ['open', reportOfTexts(LABELS)],
    ['waived', waived(reportOfTexts(LABELS))],
  ])('cuts it (%s)', async (_, report) => {
    const text = (await FORMATS[name]())(report, OPTIONS);
    // What cannot be seen is written as a code of up to six characters, which JSON and Markdown write longer still.
    expect(text.match(/(.{1,10})\1{199}/u)?.[0].slice(0, 40)).toBeUndefined();
    expect(text.length).toBeLessThan(60_000);
  });
});

it('json keeps it whole: it is data', async () => {
  const [label = ''] = LABELS;
  expect((await FORMATS.json())(reportOfTexts([label]), OPTIONS)).toContain(label);
});
