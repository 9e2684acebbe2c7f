import { describe, expect, it } from 'vitest';
import { referencesIn } from '../../src/declarations/references.js';
import { build, buildFiles, tell, told } from './tell.js';

const OWN = `recipients: {mailhost: {name: Relay}, x-mas: {name: X}}
systems: {crm: {recipient: mailhost}}
notices: {site: {url: "https://a.example"}}
instance: {plugins: {Doi: {does: [double-opt-in]}}}
`;

describe('references to own maps', () => {
  it.each([
    ['recipients', 'purposes: {p: {recipients: [mailhost, recipient:x-mas]}}'],
    ['recipients of an item', 'tags: {t: {recipients: [mailhost]}}'],
    ['a notice with a section', 'purposes: {p: {notice: site#news}}\nforms: {f: {notice: site}}'],
    ['a plugin', 'purposes: {p: {consent: {confirmed_by: plugin:Doi}, retention: {enforced_by: plugin:Doi}}}'],
    ['a system', 'contact_fields: {a: {source: [system:crm], used_by: [system:crm, people:sales]}}'],
    [
      'either',
      'webhooks: {w: {filtered_by: crm}}\nrights: {erasure: {notify: [mailhost, crm, system:crm]}, suppression: {checked_by: [imports, forms, system:crm]}}',
    ],
    [
      'words',
      'contact_fields: {a: {source: [observed, derived, "offline:fair desk", "third-party:A: B", public:registry], self_edit: portal}}',
    ],
    [
      'free text',
      'point_actions: {a: {decay: halved by hand, window: P1M}}\npurposes: {p: {decay: "by hand: yearly", objection: a link in each e-mail}}',
    ],
    ['a web address', 'rights: {preference_centre: "https://a.example/p", self_edit: on-request}'],
    [
      'proofs',
      'purposes: {p: {consent: {proof: [timestamp, source]}}, q: {consent: {proof: {wording: form-results}}}, r: {consent: {proof: system:crm}}}',
    ],
    ['what Mautic may have', 'purposes: {p: {consent: {field: a, tag: "b:c", segment: segment:d, collected_by: [form:E, page:f]}}}'],
  ])('%s are found', (_, yaml) => {
    expect(told(`${OWN}${yaml}`)).toEqual([]);
  });

  it.each([
    ['recipient', 'purposes: {p: {recipients: [mailhots]}}', '2:29', { key: 'mailhots', near: 'mailhost' }],
    ['recipient', 'tags: {t: {recipients: [unknown]}}', '2:25', { key: 'unknown' }],
    ['recipient', 'systems: {s: {recipient: Mailhost}}', '2:26', { key: 'Mailhost', near: 'mailhost' }],
    ['recipient', 'notices: {n: {url: u, covers: {recipients: [crm]}}}', '2:45', { key: 'crm' }],
    ['recipient-or-system', 'webhooks: {w: {filtered_by: cmr}}', '2:29', { key: 'cmr', near: 'crm' }],
    ['recipient-or-system', 'rights: {erasure: {notify: [crm, csm]}}', '2:34', { key: 'csm', near: 'crm' }],
    ['system', 'contact_fields: {a: {source: [system:hr]}}', '2:31', { key: 'hr' }],
    ['notice', 'forms: {f: {notice: sites#x}}', '2:21', { key: 'sites', near: 'site' }],
    ['plugin', 'purposes: {p: {consent: {confirmed_by: plugin:doi}}}', '2:40', { key: 'doi', near: 'Doi' }],
    [
      'wrong-kind',
      'purposes: {p: {consent: {collected_by: [tag:x]}}}',
      '2:41',
      { value: 'tag:x', kind: 'tag', allowed: 'expected-form-page-system-offline' },
    ],
    [
      'wrong-kind',
      'purposes: {p: {recipients: [system:crm]}}',
      '2:29',
      { value: 'system:crm', kind: 'system', allowed: 'expected-recipient' },
    ],
    [
      'wrong-kind',
      'contact_fields: {a: {special: {consent: {field: company_field:x}}}}',
      '2:49',
      { kind: 'company_field', allowed: 'expected-contact_field' },
    ],
    ['wrong-kind', 'rights: {preference_centre: form:x}', '2:29', { kind: 'form', allowed: 'expected-page' }],
    [
      'no-prefix',
      'contact_fields: {a: {source: [newsletter]}}',
      '2:31',
      { value: 'newsletter', values: ['observed', 'derived', 'form:…', 'page:…', 'system:…', 'offline:…', 'third-party:…', 'public:…'] },
    ],
    ['no-prefix', 'purposes: {p: {retention: {enforced_by: cron}}}', '2:41', { value: 'cron' }],
    ['no-prefix', 'contact_fields: {a: {variant_of: b}}', '2:34', { value: 'b', values: ['contact_field:…', 'company_field:…'] }],
  ])('%s: %s', (code, yaml, where, data) => {
    const declarations = buildFiles({ 'a.yaml': OWN, 'b.yaml': yaml });
    expect(declarations.problems).toHaveLength(1);
    expect(declarations.problems[0]).toMatchObject({ code, data });
    expect(tell(declarations.problems, declarations)[0]?.split(' ')[0]).toBe(`b.yaml:${where}`);
  });

  it('leave purposes to their own rule', () => {
    expect(told('tags: {t: {purposes: [nowhere, "recipient:x"]}}\ntracking: {videos: {purposes: [x]}}')).toEqual([]);
  });

  it('count an entry that is told for a fault of its own', () => {
    expect(told('recipients: {r: {role: processor}}\npurposes: {p: {recipients: [r]}}')).toEqual(['1:14 missing-key recipient:r']);
  });
});

it('references are found at every spot of the rich part of the format', () => {
  const declarations = build(`purposes:
  p:
    consent: {field: f1, collected_by: [form:a], proof: {timestamp: contact_field:f2}}
    soft_opt_in: {opt_out_at_collection: [form_field:a/b], segment: s1, collected_by: [page:c]}
    retention: {from_field: f3, enforced_by: campaign:d}
    objection: {field: f4, category: email/e, segment: s2}
contact_fields: {x: {variant_of: contact_field:f5, retention: {from_field: f6}, special: {consent: {field: f7}}, used_by: [stage:g]}}
forms: {y: {progressive: {order: [q, f8]}, results_retention: {from_field: f9}, fields: {q: {maps_to: company_field:h}}}}
segments: {z: {helper_for: [s3]}}
recipients: {r: {name: R, gets: [f10]}}
systems: {s: {feeds: [f11], gets: [f12], master_of: [f13]}}
rights: {preference_centre: page:i, suppression: {retention: {from_field: f14}}}
tracking: {website: {consent: {field: f15}, visitor_retention: {from_field: f16}, objection: {segment: s4}}}
`);
  expect([...referencesIn(declarations)].map(({ text, subject }) => `${subject} ${text}`)).toEqual([
    'purpose:p f1',
    'purpose:p form:a',
    'purpose:p contact_field:f2',
    'purpose:p form_field:a/b',
    'purpose:p s1',
    'purpose:p page:c',
    'purpose:p f3',
    'purpose:p campaign:d',
    'purpose:p f4',
    'purpose:p email/e',
    'purpose:p s2',
    'contact_field:x contact_field:f5',
    'contact_field:x f6',
    'contact_field:x f7',
    'contact_field:x stage:g',
    'form:y q',
    'form:y f8',
    'form:y f9',
    'form_field:y/q company_field:h',
    'segment:z s3',
    'tracking:website f15',
    'tracking:website f16',
    'tracking:website s4',
    'recipient:r f10',
    'system:s f11',
    'system:s f12',
    'system:s f13',
    'rights page:i',
    'rights f14',
  ]);
});

describe('a reference is compared as names are', () => {
  const readFrom = (yaml: string) => build(yaml).items.form[0]?.value;

  it.each([
    ['as it is', 'site', 'site'],
    ['with a prefix that its place implies', 'notice:site', 'site'],
    ['with entities', 'a &amp; b', 'a & b'],
    ['with a composed letter', 'caffe\u0300', 'caffè'],
    ['with a section', '"notice:site#news"', 'site#news'],
  ])('%s', (_, written, read) => {
    expect(readFrom(`forms: {f: {notice: ${written}, retention: P1Y}}`)).toMatchObject({ notice: read, retention: 'P1Y' });
  });

  it('and is told as it is written', () => {
    const { references, problems } = build('forms: {f: {notice: "notice:a &amp; b"}}');
    expect(references.map(({ text }) => text)).toEqual(['notice:a &amp; b']);
    expect(problems).toMatchObject([{ code: 'notice', data: { key: 'a & b' } }]);
  });

  it('also where it names purposes', () => {
    expect(readFrom('forms: {f: {purposes: [caffe\u0300, a &amp; b, c]}}')?.purposes).toEqual(['caffè', 'a & b', 'c']);
  });

  it('keeps a prefix that says what is meant, and the text of a tag', () => {
    const [purpose] = build('purposes: {p: {consent: {tag: "tag:x", collected_by: ["form:A &amp; B"]}}}').purposes.values();
    expect(purpose?.value.consent).toMatchObject({ tag: 'tag:x', collected_by: ['form:A & B'] });
  });
});
