/** Comments `purposelint-ignore RULE: reason`: what they cover, and what `exception-hygiene` says of them. */
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/finding.js';
import type { Example, ExampleFile } from '../../../src/lint/rule.js';
import { ignoreFaults } from '../../../src/lint/waivers/ignore-faults.js';
import { siteOf } from '../../../src/output/example.js';
import { lintExample } from '../../rules/examples.js';
import { contactField } from '../../rules/form-items.js';
import { codeFile, send } from '../../rules/site-files.js';

const FIELDS = [contactField('film', { title: 'Film', public: true }), contactField('dish', { title: 'Dish', public: true })];
const WEBSITE = 'tracking: {website: {purposes: [visits], gate: consent-tool}}';
const REASON = 'the old shop needs it';

function judge(site: readonly ExampleFile[], more: Partial<Example> = {}) {
  const result = lintExample({ declarations: WEBSITE, items: FIELDS, ...more, site, finds: [] });
  const of = (rule: string): Finding[] => result.findings.filter(finding => finding.rule === rule);
  return { sends: of('undeclared-send'), faults: of('exception-hygiene'), result };
}

const film = (behind = '') => send('contact_field', 'film', { behind });
const ignoring = (text: string) => ` // purposelint-ignore ${text}`;
const FINE = ignoring(`undeclared-send: ${REASON}`);

describe('a comment', () => {
  it('covers what the rule finds on its own line', () => {
    const { sends, faults } = judge([codeFile([film(FINE)])]);
    expect(sends).toMatchObject([{ subject: 'contact_field:film', state: 'waived', waiver: { reason: REASON } }]);
    expect(faults).toEqual([]);
  });

  it.each([
    ['undeclared-send, track-before-consent', `undeclared-send, track-before-consent: ${REASON}`],
    ['undeclared-send the old shop needs it', `undeclared-send ${REASON}`],
    ['', `: ${REASON}`],
  ])('that names %j in place of a rule covers nothing, and that is said', (rule, text) => {
    const { sends, faults } = judge([codeFile([film(ignoring(text))])]);
    expect(sends).toMatchObject([{ state: 'open' }]);
    expect(faults).toMatchObject([{ data: { reason: 'comment-shape', rules: [rule] } }]);
  });

  it('covers the next line where it stands alone', () => {
    const { sends, faults } = judge([codeFile([film()], 'site/page.html', [`<!-- purposelint-ignore undeclared-send: ${REASON} -->`])]);
    expect(sends).toMatchObject([{ state: 'waived', waiver: { reason: REASON } }]);
    expect(faults).toEqual([]);
  });

  it('covers every field of that line, and nothing of another rule, line or file', () => {
    const line = codeFile([film(FINE), send('contact_field', 'dish')]);
    const other = codeFile([film()], 'site/other.js');
    const { sends, result } = judge([line, other], { items: [FIELDS[0] ?? contactField('x'), contactField('dish', { public: true })] });
    expect(sends.map(({ subject, place, state }) => [subject, 'file' in place && place.file, state])).toEqual([
      ['contact_field:film', 'site/page.js', 'waived'],
      ['contact_field:dish', 'site/page.js', 'open'],
      ['contact_field:film', 'site/other.js', 'open'],
    ]);
    expect(result.findings.filter(({ rule, state }) => rule === 'undeclared-field' && state === 'waived')).toEqual([]);
  });

  it('covers one of two places: the finding moves to the one that is open, under the same fingerprint', () => {
    const before = judge([codeFile([film(), film()])]).sends;
    const { sends, faults } = judge([codeFile([film(FINE), film()])]);
    expect(sends).toMatchObject([
      {
        state: 'open',
        place: { range: [expect.any(Number), expect.any(Number)] },
        related: [{ place: { range: [0, expect.any(Number)] } }],
      },
    ]);
    expect(sends[0]?.place).not.toMatchObject({ range: [0, expect.any(Number)] });
    expect(sends[0]?.fingerprint).toBe(before[0]?.fingerprint);
    expect(faults).toEqual([]);
    const second = judge([codeFile([film(), film(FINE)])]);
    expect(second.sends).toMatchObject([{ state: 'open', place: { range: [0, expect.any(Number)] } }]);
    expect(second.faults).toEqual([]);
    expect(judge([codeFile([film(FINE), film(FINE)])]).sends).toMatchObject([{ state: 'waived' }]);
  });

  it('leaves to a waiver what that covers, and is not needless for it', () => {
    const declarations = `${WEBSITE}\nwaivers: [{rule: undeclared-send, item: contact_field:film, reason: Agreed with the office, until: 2027-03-01}]`;
    const { sends, faults } = judge([codeFile([film(FINE)])], { declarations });
    expect(sends).toMatchObject([{ state: 'waived', waiver: { reason: 'Agreed with the office' } }]);
    expect(faults).toEqual([]);
  });
});

describe('what is wrong with a comment', () => {
  it.each([
    ['no reason', 'undeclared-send', { reason: 'no-reason' }, 'open'],
    ['a short one', 'undeclared-send: fine by us', { reason: 'short-reason', limit: 15 }, 'open'],
    ['a rule that is none', `undeclared-sent: ${REASON}`, { reason: 'comment-unknown', near: 'undeclared-send' }, 'open'],
    ['a rule that takes no exceptions', `exception-hygiene: ${REASON}`, { reason: 'never' }, 'open'],
    ['a rule that only the DPO may except', `track-before-consent: ${REASON}`, { reason: 'comment-dpo' }, 'open'],
    ['nothing to cover', `stale-embed: ${REASON}`, { reason: 'comment-unused' }, 'open'],
  ])('%s', (_, text, data, state) => {
    const { sends, faults } = judge([codeFile([film(ignoring(text))])]);
    expect(sends).toMatchObject([{ state }]);
    const rule = text.replace(/:.*/u, '');
    expect(faults).toMatchObject([
      {
        subject: `waiver:${rule}/file:site/page.js`,
        severity: 'error',
        place: { file: 'site/page.js', range: ['0: contact_field film '.length, expect.any(Number)] },
        data: { detail: 'comment', rules: [rule], ...data },
      },
    ]);
  });

  it('is not that a rule of the catalogue is not there yet', () => {
    expect(judge([codeFile([film(ignoring(`hit-remembers: ${REASON}`))])]).faults).toEqual([]);
  });

  it('is not that it covers nothing where the rule did not run, or the file could not be read whole', () => {
    const needless = codeFile([send('page_data', 'page_url', { behind: ignoring(`stale-embed: ${REASON}`) })]);
    expect(judge([needless]).faults).toHaveLength(1);
    expect(judge([needless], { coverage: [{ of: 'form', state: 'absent', rows: 0, why: ['refused'] }] }).faults).toEqual([]);
    const { context } = judge([needless]).result;
    const broken = siteOf({ site: [needless] })?.files.map(file => ({ ...file, notes: [{ code: 'syntax' as const }] })) ?? [];
    expect(ignoreFaults({ ...context, site: { files: broken, looked: 1, texts: new Map() } })).toEqual([]);
    expect(ignoreFaults(context)).toHaveLength(1);
  });
});
