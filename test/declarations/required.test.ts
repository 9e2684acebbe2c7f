import { describe, expect, it } from 'vitest';
import { missingKeyProblems } from '../../src/declarations/required.js';
import { build, tell } from './tell.js';

function missing(yaml: string, rules: readonly string[] = []): string[] {
  const declarations = build(yaml);
  const problems = missingKeyProblems(declarations, id => rules.includes(id));
  return tell(problems, declarations).map((text, index) => `${text} ${problems[index]?.data.key}`);
}

describe('missing keys', () => {
  it.each([
    ['purposes: {p: {use: other}}', ['2:12 missing-key purpose:p description']],
    ['purposes: {p: {description: d, legal_basis: consent}}', ['2:12 missing-key purpose:p consent']],
    ['purposes: {p: {description: d, legal_basis: [contract, soft-opt-in]}}', ['2:12 missing-key purpose:p soft_opt_in']],
    [
      'purposes: {p: {description: d, consent: {wording: {}}}}',
      ['2:32 missing-key purpose:p field', '2:32 missing-key purpose:p collected_by', '2:42 missing-key purpose:p version'],
    ],
    ['purposes: {p: {description: d, consent: {tag: t, collected_by: []}}}', []],
    [
      'purposes: {p: {description: d, lia: {interest: i}, objection: by e-mail}}',
      ['2:32 missing-key purpose:p document', '2:32 missing-key purpose:p date'],
    ],
    [
      'recipients: {r: {name: R}, s: {name: S, role: internal}}',
      ['2:14 missing-key recipient:r role', '2:14 missing-key recipient:r country'],
    ],
    ['notices: {n: {url: u}}', ['2:11 missing-key notice:n date']],
    [
      'contact_fields: {a: {informed: {when: already known}, not_special: why not, legal_hold: {until: 2026-01-01}}}',
      ['2:77 missing-key contact_field:a document'],
    ],
    [
      'contact_fields: {a: {informed: {when: first e-mail}, special: {categories: [health], condition: explicit-consent, consent: {}}}}',
      ['2:22 missing-key contact_field:a text', '2:115 missing-key contact_field:a field'],
    ],
    ['stages: {s: {effect: significant}, t: {effect: minor}}', ['2:10 missing-key stage:s decision']],
    [
      'forms: {f: {fields: {q: {upload: {content: c, types: [jpg]}}}, max_fields: {limit: 9}}}',
      ['2:64 missing-key form:f reason', '2:26 missing-key form_field:f/q readers'],
    ],
    [
      'tracking: {email_opens: {}, website: {cookies: {c: {}}}, email_clicks: {mode: off}}',
      ['2:49 missing-key tracking:website lifetime', '2:12 missing-key tracking:email_opens mode'],
    ],
    [
      'organisation: {dpo: {name: D}, training: {}}\ninstance: {plugins: {P: {}}}',
      ['2:16 missing-key organisation email', '2:32 missing-key organisation last', '3:22 missing-key instance does'],
    ],
    ['rights: {suppression: {not_needed: no import and no form here}}', []],
    ['rights: {suppression: {where: w}}', ['2:10 missing-key rights content', '2:10 missing-key rights retention']],
  ])('of %s', (yaml, expected) => {
    expect(missing(yaml)).toEqual(expected);
  });

  it('are left to the rules that ask for them', () => {
    const yaml = 'purposes: {p: {legal_basis: consent}}\nrecipients: {r: {name: R, contract: {}}}\nnotices: {n: {url: u}}';
    const rules = ['vague-purpose', 'consent-no-collector', 'recipient-contract', 'notice-gap'];
    expect(missing(yaml, rules)).toEqual(['3:27 missing-key recipient:r document', '3:27 missing-key recipient:r date']);
  });

  it('are not missing where they are wrong, or written with a slip', () => {
    expect(missing('purposes: {p: {descripton: Who gets what, legal_basis: consent, consent: 5}}')).toEqual([]);
    expect(missing('recipients: {r: {name: R, role: prozessor, country: Italy}}')).toEqual([]);
  });
});
