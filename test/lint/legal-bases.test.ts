import { describe, expect, it } from 'vitest';
import { purposes } from '../../src/generated/data.js';
import type { LegalBasis, Purpose } from '../../src/generated/declaration.js';
import { doubtOf } from '../../src/lint/purposes/legal-bases.js';
import { reasonWords, useOf } from '../../src/lint/purposes/vocabulary.js';

const BASES: readonly LegalBasis[] = ['consent', 'contract', 'legal-obligation', 'legitimate-interests', 'soft-opt-in'];
const MARK = { refused: '✗', condition: '△', usual: '✓' } as const;

/** Consent, contract, legal obligation, legitimate interests, soft opt-in; for prospects, no country named. */
const MATRIX = {
  'email-marketing': '✓✗✗△✓',
  'message-marketing': '✓✗✗✗△',
  'call-post-marketing': '✓✗✗△✗',
  'content-personalisation': '✓△✗△✗',
  'simple-segmentation': '✓✗✗△△',
  'behavioural-profiling': '✓✗✗△✗',
  'lead-scoring': '✓✗✗△✗',
  'web-tracking': '✓✗✗✗✗',
  'email-measurement': '✓✗✗△✗',
  'ad-audiences': '✓✗✗✗✗',
  'service-delivery': '△✓✗✓✗',
  'enquiry-handling': '△✓✗✓✗',
  'service-messages': '✗✓✓✓✗',
  'loyalty-programme': '△✓✗△△',
  'sales-handover': '✓△✗△✗',
  'survey-feedback': '✓△✗✓✗',
  'press-relations': '✓✗✗✓✗',
  'proof-and-objection': '✗✗✓✓✗',
} as const;

const isUse = (key: string): key is keyof typeof MATRIX => Object.hasOwn(MATRIX, key);
const USES = Object.keys(MATRIX).filter(isUse);

function row(purpose: Purpose): string {
  return BASES.map(basis => MARK[doubtOf(purpose, basis, [])?.fit ?? 'usual']).join('');
}

describe('the matrix of uses and legal bases', () => {
  it.each(USES.map(use => [use, MATRIX[use]] as const))('%s is %s', (use, expected) => {
    expect(Object.keys(purposes().uses)).toContain(use);
    expect(row({ use, lia: { document: 'docs/lia.md' } })).toBe(expected);
  });

  it('names the uses of the vocabulary, and no other', () => {
    expect(Object.keys(purposes().uses)).toEqual(Object.keys(MATRIX));
    expect(Object.keys(purposes().built_in)).toEqual(['legal-claims', 'security-antispam', 'site-operation']);
  });

  it('does not judge what the matrix does not name', () => {
    expect(doubtOf({ use: 'email-marketing' }, 'vital-interests', [])).toBeUndefined();
    expect(doubtOf({ use: 'email-marketing' }, 'public-task', [])).toBeUndefined();
    expect(doubtOf({}, 'contract', [])).toBeUndefined();
    expect(doubtOf({ use: 'legal-claims' }, 'contract', [])).toBeUndefined();
  });
});

describe('what a purpose says of itself', () => {
  const interest = 'legitimate-interests';

  it('refuses e-mail to consumers on legitimate interests, and takes a note for companies', () => {
    expect(doubtOf({ use: 'email-marketing', subjects: ['customer', 'business-contact'] }, interest, [])?.fit).toBe('refused');
    expect(doubtOf({ use: 'email-marketing', subjects: ['business-contact', 'press'] }, interest, [])?.fit).toBe('condition');
    expect(doubtOf({ use: 'email-marketing', subjects: ['customer'], generic_addresses_only: true }, interest, [])?.fit).toBe('condition');
  });

  it('refuses profiling on legitimate interests without a written assessment', () => {
    expect(doubtOf({ use: 'behavioural-profiling' }, interest, [])).toEqual({ fit: 'refused', reason: 'strong-assessment' });
    expect(doubtOf({ use: 'behavioural-profiling', lia: { document: 'docs/lia.md' } }, interest, [])?.fit).toBe('condition');
  });

  it('protects children from interests of others in marketing and profiling only', () => {
    expect(doubtOf({ use: 'lead-scoring', subjects: ['parent', 'child'] }, interest, [])).toEqual({
      fit: 'refused',
      reason: 'children-come-first',
    });
    expect(doubtOf({ use: 'enquiry-handling', subjects: ['child'] }, interest, [])).toBeUndefined();
    expect(doubtOf({ use: 'lead-scoring', subjects: ['child'] }, 'consent', [])).toBeUndefined();
  });

  it('judges a purpose of its own by its traits, the strictest first', () => {
    expect(doubtOf({ use: 'other', traits: ['marketing', 'terminal'] }, interest, [])).toEqual({
      fit: 'refused',
      reason: 'device-needs-consent',
    });
    expect(doubtOf({ use: 'other', traits: ['marketing'] }, interest, [])?.fit).toBe('condition');
    expect(doubtOf({ use: 'other', traits: ['segmentation'] }, 'legal-obligation', [])).toBeUndefined();
    expect(doubtOf({ use: 'other' }, 'contract', [])).toBeUndefined();
    expect(doubtOf({ use: 'service-delivery', traits: ['terminal'] }, 'contract', [])).toBeUndefined();
  });
});

describe('national law', () => {
  const companies: Purpose = { use: 'email-marketing', subjects: ['business-contact'] };

  it('lets the strictest of the countries count', () => {
    expect(doubtOf(companies, 'legitimate-interests', ['FR', 'NL'])?.fit).toBe('condition');
    expect(doubtOf(companies, 'legitimate-interests', ['FR', 'IT'])).toEqual({
      fit: 'refused',
      reason: 'companies-must-agree',
      country: 'IT',
    });
    expect(doubtOf(companies, 'legitimate-interests', ['DE'])?.country).toBe('DE');
    expect(doubtOf(companies, 'legitimate-interests', ['PL'])?.country).toBe('PL');
    expect(doubtOf(companies, 'consent', ['IT'])).toBeUndefined();
  });

  it('has the soft opt-in for e-mail only in Italy', () => {
    expect(doubtOf({ use: 'message-marketing' }, 'soft-opt-in', ['IT'])?.reason).toBe('soft-opt-in-email-only');
    expect(doubtOf({ use: 'message-marketing' }, 'soft-opt-in', ['FR'])?.fit).toBe('condition');
    expect(doubtOf({ use: 'email-marketing' }, 'soft-opt-in', ['IT'])).toBeUndefined();
  });

  it('asks German consumers before calls, not before letters', () => {
    const calls: Purpose = { use: 'call-post-marketing', subjects: ['customer'] };
    expect(doubtOf(calls, 'legitimate-interests', ['DE'])?.reason).toBe('calls-must-be-agreed');
    expect(doubtOf({ ...calls, channels: ['post'] }, 'legitimate-interests', ['DE'])?.fit).toBe('condition');
    expect(doubtOf({ ...calls, subjects: ['business-contact'] }, 'legitimate-interests', ['DE'])?.fit).toBe('condition');
  });
});

describe('the data file', () => {
  it('has words in both languages for every reason it gives, and no others', () => {
    const cells = [
      ...Object.values({ ...purposes().uses, ...purposes().built_in }).map(({ bases }) => bases),
      ...Object.values(purposes().traits),
    ];
    const given = cells
      .flatMap(row => Object.values(row))
      .flatMap((cell: unknown) => /"(?:refused|condition)":"([^"]+)"/u.exec(JSON.stringify(cell))?.[1] ?? []);
    const all = new Set([...given, ...purposes().national.map(law => law.refused), 'children-come-first']);
    expect(Object.keys(reasonWords('en')).sort()).toEqual([...all].sort());
    for (const words of [...Object.values(reasonWords('en')), ...Object.values(reasonWords('it'))]) {
      expect(words).not.toMatch(/^\p{Lu}|\.$|\[\?\]/u);
    }
  });

  it('has terms, traits and a yardstick for every use', () => {
    for (const use of [...USES, 'legal-claims', 'security-antispam', 'site-operation'] as const) {
      const info = useOf({ use });
      expect(
        info?.dpv.every(term => /^dpv:[A-Z][A-Za-z]+$/u.test(term)),
        use,
      ).toBe(true);
      expect(info?.fideslang, use).toMatch(/^[a-z_]+(\.[a-z_]+)*$/u);
      expect(info?.retention.en.length, use).toBeGreaterThan(10);
      expect(info?.retention.it.length, use).toBeGreaterThan(10);
    }
    expect(purposes().dated).toMatch(/^\d{4}-\d\d-\d\d$/u);
    expect(purposes().sources.length).toBeGreaterThan(3);
  });
});
