/** The report of Checkstyle against its schema. */
import { describe, expect, it } from 'vitest';
import { checkstyle } from '../../../src/output/formats/checkstyle.js';
import { goldenReport, OPTIONS } from '../made-up.js';
import { reportOfTexts, reportWithBaseline } from './hand-made.js';
import { checkstyleFaults } from './schemas.js';

const errorsIn = (text: string): readonly string[] => text.match(/<error .*/gu) ?? [];

describe('checkstyle', () => {
  it.each(['en', 'it'] as const)('is what its schema says (%s)', async language => {
    expect(await checkstyleFaults(checkstyle(goldenReport(language), OPTIONS))).toEqual([]);
  });

  it('is so for characters that XML forbids', async () => {
    expect(await checkstyleFaults(checkstyle(reportOfTexts(['\u0000\ufffe\uffff\ud800\u001b', ']]>&"<\n']), OPTIONS))).toEqual([]);
  });

  it('would be told what it may not say', async () => {
    expect(await checkstyleFaults('<checkstyle><file name="a"><error line="0" severity="warn"/></file></checkstyle>')).not.toEqual([]);
  });

  it('has an error for each open finding, in its file, with a column where something stands', () => {
    const text = checkstyle(goldenReport(), OPTIONS);
    expect(text.match(/<file name=".*">/gu)).toEqual([
      '<file name="privacy/::error::,file=x:\\u001b[31m|`&lt;b&gt;\\u202e%0A\\n.yaml">',
      '<file name="privacy/fields.yaml">',
      '<file name="privacy/forms.yaml">',
      '<file name="purposelint.yaml">',
    ]);
    expect(errorsIn(text)).toHaveLength(24);
    expect(errorsIn(checkstyle(reportWithBaseline(), OPTIONS))).toHaveLength(23);
    expect(errorsIn(text).find(line => line.includes('Città'))).toBe(
      '<error line="4" column="21" severity="warning" message="The field \'Città (città)\' is not declared: nobody can tell people what it is for. Add it under `contact_fields`." source="purposelint.told"/>',
    );
    expect(errorsIn(text)[0]).toMatch(/^<error line="1" severity=/u);
  });

  it('is an empty report when nothing was found', async () => {
    const text = checkstyle({ ...goldenReport(), findings: [] }, OPTIONS);
    expect(text).toBe('<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle/>\n');
    expect(await checkstyleFaults(text)).toEqual([]);
  });
});
