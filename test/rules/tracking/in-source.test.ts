/** What stands in the code and should not: `insecure-embed` and `value-in-source`. */
import { describe, expect, it } from 'vitest';
import { rules } from '../../../rules/index.js';
import insecure from '../../../rules/tracking/insecure-embed.js';
import value from '../../../rules/tracking/value-in-source.js';
import { FORMATS } from '../../../src/cli/options.js';
import type { Example } from '../../../src/lint/rule.js';
import { FORMATS as FORMAT_MODULES } from '../../../src/output/formats/index.js';
import { PLAIN } from '../../../src/output/palette.js';
import { makeReport } from '../../../src/output/report.js';
import { EXAMPLE_FILE, findingsOf, lintExample } from '../examples.js';
import { contactField, form, question } from '../form-items.js';
import { codeFile, send } from '../site-files.js';

const items = [
  form('Contest', { id: 4 }),
  question('Contest/email', 'hidden', { title: 'E-mail' }),
  contactField('mobile', { title: 'Mobile' }),
];
const on = (sends: readonly ReturnType<typeof send>[], more: Partial<Example> = {}): Example => ({
  declarations: '',
  items,
  ...more,
  site: [codeFile(sends)],
  finds: [],
});

describe('insecure-embed', () => {
  it('tells each address once, by what can be read on the way, and not what it carries beside', () => {
    const sends = [
      send('tracking', '', { how: 'pixel', insecure: true }),
      send('page_data', 'page_url', { how: 'pixel', insecure: true }),
      send('contact_field', 'mobile', { how: 'pixel', insecure: true }),
      send('form', '4', { how: 'form-post', insecure: true }),
      send('form_field', 'email', { how: 'form-post', form: '4', insecure: true }),
      send('service', 'hotjar', { how: 'script', insecure: true }),
      send('contact_field', 'mobile', { how: 'rest-push', insecure: true }),
      send('tag', 'buyer', { how: 'rest-push', insecure: true }),
    ];
    const found = findingsOf(insecure, on(sends));
    expect(found.map(({ subject, data, severity, related }) => [subject, data.reason, severity, related?.length])).toEqual([
      ['tracking:website', 'tracking', 'error', 0],
      ['form:Contest', 'form', 'error', 0],
      ['recipient:service/hotjar', 'script', 'error', 0],
      ['tracking:website', 'data', 'error', 1],
    ]);
  });

  it('is silent about https', () => {
    expect(findingsOf(insecure, on([send('form', '4', { how: 'form-post' }), send('tracking', '', { how: 'script' })]))).toEqual([]);
  });

  it('needs no snapshot, but a website', () => {
    const { findings, notRun } = lintExample(on([send('form', '4', { insecure: true })]), 'recommended', false);
    expect(findings.filter(({ rule }) => rule === insecure.id).map(({ subject }) => subject)).toEqual(['form:#4']);
    expect(notRun.filter(({ rule }) => rule === insecure.id)).toEqual([]);
    expect(lintExample({ declarations: '', finds: [] }).notRun).toContainEqual({ rule: insecure.id, of: 'website', why: ['no-website'] });
  });
});

describe('value-in-source', () => {
  it('tells what it is and where it goes', () => {
    const sends = [
      send('form_field', 'email', { how: 'form-post', form: '4', value: 'email' }),
      send('contact_field', 'mobile', { value: 'phone' }),
      send('contact_field', '', { certainty: 'open', value: 'email' }),
    ];
    expect(findingsOf(value, on(sends)).map(({ subject, data }) => [subject, data])).toEqual([
      ['form_field:Contest/email', { label: 'E-mail', reason: 'email' }],
      ['contact_field:mobile', { label: 'Mobile', reason: 'phone' }],
      ['tracking:website', { reason: 'email' }],
    ]);
  });

  it('is silent about names alone', () => {
    expect(findingsOf(value, on([send('contact_field', 'mobile')]))).toEqual([]);
  });

  it.each(FORMATS)('never shows the value, by no rule and in no place: %s', async name => {
    const behind = ': "quux@guest.example", "+39 011 5557733", quux%40guest.example';
    const result = lintExample(on([send('contact_field', 'mobile', { value: 'phone', behind })]));
    const report = makeReport(result, rules, { language: 'en', version: '1' });
    const [shown] = report.findings.filter(({ rule }) => rule === value.id);
    const marked = '0: contact_field mobile: "••••••••••••••••••", "•••••••••••••••", ••••••••••••••••••••';
    expect(shown?.place).toMatchObject({ file: 'site/page.js', line: 1, column: 1, snippet: { marked } });
    const format = await FORMAT_MODULES[name]();
    const text = format(report, { columns: 200, palette: PLAIN, anchor: EXAMPLE_FILE, failOn: 'error' });
    expect(text).toContain('site/page.js');
    expect(text).not.toMatch(/quux|7733/u);
  });
});
