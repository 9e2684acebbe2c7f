import { describe, expect, it } from 'vitest';
import { buildDeclarations, UnknownVersion } from '../../src/declarations/build.js';
import { build, FILE, tell, told } from './tell.js';

/** The data of the only problem. */
function dataOf(yaml: string): unknown {
  const { problems } = build(yaml);
  expect(problems).toHaveLength(1);
  return problems[0]?.data;
}

describe('keys', () => {
  it.each([
    ['at the top', 'tagz: {}', '1:1 unknown-key', { key: 'tagz', place: 'file', near: 'tags' }],
    [
      'in an entry',
      'contact_fields:\n  email: {purpose: [a]}',
      '2:11 unknown-key',
      { key: 'purpose', place: 'contact_fields.email', near: 'purposes' },
    ],
    ['far from all', 'contact_fields:\n  email: {colour: red}', '2:11 unknown-key', { key: 'colour', place: 'contact_fields.email' }],
    ['of another kind', 'tags:\n  a: {membership: consent-only}', '2:7 unknown-key', { key: 'membership', place: 'tags.a' }],
    [
      'in a part of an entry',
      'purposes: {a: {consent: {feild: x}}}',
      '1:26 unknown-key',
      { key: 'feild', place: 'purposes.a.consent', near: 'field' },
    ],
    ['in a union', 'tags: {a: {retention: {max: P6M}}}', '1:24 unknown-key', { key: 'max', place: 'tags.a.retention' }],
    [
      'in a question',
      'forms: {A: {fields: {b: {Role: consent}}}}',
      '1:26 unknown-key',
      { key: 'Role', place: 'forms.A.fields.b', near: 'role' },
    ],
    ['in a list', 'waivers:\n  - {rule: a}\n  - {itme: b}', '3:6 unknown-key', { key: 'itme', place: 'waivers.2', near: 'item' }],
    ['called __proto__', 'tags: {a: {__proto__: 1}}', '1:12 unknown-key', { key: '__proto__', place: 'tags.a' }],
    [
      'missing in a notice',
      'notices:\n  site: {version: "1"}',
      '2:3 missing-key',
      { key: 'url', place: 'notices.site', reason: 'means-url' },
    ],
    [
      'missing in a recipient',
      'recipients:\n  host: {role: processor}',
      '2:3 missing-key',
      { key: 'name', place: 'recipients.host', reason: 'means-name' },
    ],
  ])('%s', (_, yaml, where, data) => {
    expect(dataOf(yaml)).toEqual(data);
    expect(told(yaml).map(text => text.split(' ').slice(0, 2).join(' '))).toEqual([where]);
  });

  it('are free with x- where the keys are ours, and reach the values', () => {
    const { problems, items, organisation } = build('x-a: 1\norganisation: {x-b: {c: []}}\ntags: {x-mas: {x-d: 1}}');
    expect(problems).toEqual([]);
    expect(organisation.value).toEqual({ 'x-b': { c: [] } });
    expect(items.tag.map(({ key, value }) => [key, value])).toEqual([['x-mas', { 'x-d': 1 }]]);
  });
});

describe('values', () => {
  it.each([
    [
      'closed-list',
      'purposes: {a: {legal_basis: concent}}',
      { value: 'concent', key: 'legal_basis', list: 'list-LegalBasis', near: 'consent' },
    ],
    ['closed-list', 'purposes: {a: {legal_basis: [consent, x]}}', { value: 'x', key: 'legal_basis', list: 'list-LegalBasis' }],
    ['closed-list', 'purposes: {a: {subjects: [dog]}}', { value: 'dog', key: 'subjects', list: 'list-Subject' }],
    ['closed-list', 'purposes: {a: {consent: {proof: [timestamps]}}}', { value: 'timestamps', list: 'list-Proof', near: 'timestamp' }],
    [
      'closed-list',
      'purposes: {a: {consent: {granularity: box}}}',
      { value: 'box', key: 'granularity', list: 'list-of-key', values: ['channel', 'purpose'] },
    ],
    ['closed-list', 'contact_fields: {a: {personal: true}}', { value: 'true', key: 'personal', values: ['false'] }],
    ['closed-list', 'contact_fields: {a: {self_edit: portale}}', { value: 'portale', list: 'list-SelfEdit', near: 'portal' }],
    [
      'closed-list',
      'instance: {settings: {facebook_pixel: yes}}',
      { value: 'yes', list: 'list-Switch', values: ['true', 'false', 'on', 'off'] },
    ],
    ['closed-list', 'tracking: {email_opens: {mode: 5}}', { value: '5', list: 'list-TrackingMode' }],
    ['type', 'contact_fields: {a: {purposes: newsletter}}', { key: 'purposes', allowed: 'type-array', found: 'found-string' }],
    ['type', 'contact_fields: {a: {why: {b: c}}}', { key: 'why', allowed: 'type-string', found: 'found-object' }],
    ['type', 'contact_fields: {a: {why: }}', { key: 'why', allowed: 'type-string', found: 'found-null' }],
    ['type', 'contact_fields: {a: {unique: yes}}', { key: 'unique', allowed: 'type-boolean', found: 'found-string' }],
    [
      'type',
      'notices: {a: {url: "https://a.example", version: 2026}}',
      { key: 'version', allowed: 'type-string', found: 'found-number-for-text' },
    ],
    ['type', 'tags: {a: {retention: [P6M]}}', { key: 'retention', allowed: 'type-object-string', found: 'found-array' }],
    ['type', 'tags: {a: text}', { key: 'a', allowed: 'type-object', found: 'found-string' }],
    ['type', 'tags: [a, b]', { key: 'tags', allowed: 'type-object', found: 'found-array' }],
    ['type', 'organisation:', { key: 'organisation', allowed: 'type-object', found: 'found-null' }],
    ['type', 'budget: {tags: 1.5}', { key: 'tags', allowed: 'type-integer', found: 'found-number' }],
    ['type', 'purposes: {a: {consent: {proof: 5}}}', { key: 'proof', allowed: 'type-array-object-string', found: 'found-number' }],
    [
      'type-entry',
      'contact_fields: {a: {used_by: ["people:x", {c: d}]}}',
      { key: 'used_by', allowed: 'type-string', found: 'found-object' },
    ],
    [
      'type-entry',
      'contact_fields: {a: {used_by: ["people:x", ]}}\nsegments: {a: {helper_for: [~]}}',
      { key: 'helper_for', allowed: 'type-string', found: 'found-null' },
    ],
    ['date', 'defaults: {reviewed: 2.11.2026}', { value: '2.11.2026' }],
    ['date', 'defaults: {reviewed: 2026-02-30}', { value: '2026-02-30' }],
    ['date', 'defaults: {reviewed: 2026-13-01}', { value: '2026-13-01' }],
    ['date', 'defaults: {reviewed: 2026}', { value: '2026' }],
    ['date', 'waivers: [{until: 2023-02-29}]', { value: '2023-02-29' }],
    ['date', 'tags: {x-mas: {reviewed: 2026-04-31}}', { value: '2026-04-31' }],
    ['period', 'purposes: {a: {window: 2 months}}', { value: '2 months' }],
    ['period', 'purposes: {a: {window: P1.5M}}', { value: 'P1.5M' }],
    ['period', 'tracking: {website: {cookies: {a: {lifetime: for ever}}}}', { value: 'for ever' }],
    ['season', 'purposes: {a: {active: ["02-31/03-01"]}}', { value: '02-31/03-01' }],
    ['season', 'purposes: {a: {active: [summer]}}', { value: 'summer' }],
    ['country', 'organisation: {countries: [IT, nl]}', { value: 'nl' }],
    ['country', 'organisation: {countries: [IT, UK]}', { value: 'UK', near: 'GB' }],
    ['country', 'instance: {hosted_in: UK}', { value: 'UK' }],
    ['language', 'organisation: {languages: [IT]}', { value: 'IT' }],
    ['language', 'organisation: {languages: [xx]}', { value: 'xx' }],
    ['type', 'organisation: {countries: IT}', { key: 'countries', allowed: 'type-array', found: 'found-string' }],
    ['type', 'organisation: {languages: it}', { key: 'languages', allowed: 'type-array', found: 'found-string' }],
    ['type', 'purposes: {a: {active: 09-01/03-31}}', { key: 'active', allowed: 'type-array', found: 'found-string' }],
    ['glob', 'waivers: [{item: "contact_field:a*"}]', { key: 'contact_field:a*' }],
  ])('%s: %s', (code, yaml, data) => {
    const { problems } = build(yaml);
    expect(problems.map(problem => problem.code)).toEqual([code]);
    expect(problems[0]?.data).toMatchObject(data);
  });

  it.each([
    'x-a: {date: 2026-02-30}',
    'purposes: {a: {active: ["02-29/12-31"]}}',
    'defaults: {reviewed: 2024-02-29}',
    'tracking: {website: {cookies: {a: {lifetime: session}}}, email_opens: {mode: off}}',
    'tags: {date: {}, a: {retention: until-withdrawal}, b: {retention: {period: forever}}}',
    'instance: {settings: {facebook_pixel: off, google_analytics: false}}',
    'contact_fields: {a: {options: [none, 1, true]}, b: {options: open}}',
    'waivers: [{item: "contact_field:abc*"}]',
    'purposes:\ntags:\nwaivers:\ntracking:\ncontact_fields: {firstname: , lastname: {}}\nforms: {A: {fields: {email: }}}',
  ])('lets %j pass', yaml => {
    expect(told(yaml)).toEqual([]);
  });

  it('stand at the value, also in lists', () => {
    expect(told('organisation:\n  countries:\n    - IT\n    - nl\ntags:\n  "evt-*":\n    reviewed: never\n')).toEqual([
      '4:7 country organisation',
      '7:15 date tag:evt-*',
    ]);
  });

  it('of one text with two names are told once', () => {
    expect(told('contact_fields:\n  a: &a {purpos: [x], reviewed: 5}\n  b: *a\n')).toEqual([
      '2:10 unknown-key contact_field:a',
      '2:33 date contact_field:a',
    ]);
  });

  it('that are faulty do not reach the model, and those beside them do', () => {
    const { items, purposes } = build(
      'purposes: {a: {use: x, title: A, subjects: [customer, dog, member], channels: email}}\ntags: {b: {purposes: [a, 5], why: [x], owner: o}}',
    );
    expect(purposes.get('a')?.value).toEqual({ title: 'A', subjects: ['customer', 'member'], channels: ['email'] });
    expect(items.tag[0]?.value).toEqual({ purposes: ['a', '5'], owner: 'o' });
  });

  it('of the wrong type keep the names of entries, so that nothing else is missing', () => {
    const { purposes, recipients, problems } = build(
      'purposes: {a: text}\nrecipients: {b: {}}\nsystems: {c: {recipient: b}}\nnotices: {d: text}\nforms: {e: {notice: d#x}}',
    );
    expect([...purposes.keys()]).toContain('a');
    expect([...recipients.keys()]).toEqual([]);
    expect(problems.map(({ code }) => code)).toEqual(['type', 'missing-key', 'type']);
  });
});

describe('version', () => {
  const versionOf = (text: string) => {
    const declarations = buildDeclarations([{ path: FILE, text }]);
    return tell(declarations.problems, declarations);
  };

  it('is asked for in every file that holds something', () => {
    expect(versionOf('# c\ntags:\n  a: {}\n')).toEqual([`2:1 version-missing file:${FILE}`]);
    expect(versionOf('version:\ntags: {}\n')).toEqual([`1:9 type file:${FILE}`]);
    expect(versionOf('version: "1"\ntags: {}\n')).toEqual([`1:10 type file:${FILE}`]);
    expect([versionOf(''), versionOf('# c\n'), versionOf('version: 1')]).toEqual([[], [], []]);
  });

  it('when missing or no number does not keep the file from being read', () => {
    for (const version of ['', 'version: one\n', 'version: "1"\n']) {
      const { items } = buildDeclarations([{ path: FILE, text: `${version}tags: {a: {why: x}}` }]);
      expect(items.tag.map(({ key, value }) => [key, value])).toEqual([['a', { why: 'x' }]]);
    }
  });

  it.each([
    ['version: 2\nnonsense: 1', 1, 2],
    ['tags: {}\nversion: 0\n', 2, 0],
    ['version: 1.5', 1, 1.5],
  ])('that is not known ends the reading: %j', (text, line, version) => {
    expect(() =>
      buildDeclarations([
        { path: 'b.yaml', text: 'version: 1' },
        { path: FILE, text },
      ]),
    ).toThrow(UnknownVersion);
    try {
      buildDeclarations([{ path: FILE, text }]);
    } catch (error) {
      expect(error).toMatchObject({ file: FILE, line, version });
    }
  });

  it('a file that is no map is one problem', () => {
    expect([versionOf('- a\n- b\n'), versionOf('text'), versionOf('5')]).toEqual([
      [`1:1 type-file file:${FILE}`],
      [`1:1 type-file file:${FILE}`],
      [`1:1 type-file file:${FILE}`],
    ]);
  });
});

describe('faults of the text', () => {
  it('are told once, without their echo in the values', () => {
    expect(told('contact_fields:\n  a:\n    why: Address: the street\n  b: {purposes: *none, owner: 5}\n\tc: {}\n')).toEqual([
      `3:10 syntax file:${FILE}`,
      `4:17 alias file:${FILE}`,
      '4:31 type contact_field:b',
      `5:1 tab file:${FILE}`,
    ]);
  });

  it('have the path of what they spoil', () => {
    const { problems } = build('contact_fields:\n  a:\n    why: Address: the street\n    when: x\nforms: {A: {fields: {b: {why: *x}}}}\n');
    expect(problems.map(({ place }) => place.path)).toEqual([
      // What was read there all the same lies within.
      ['contact_fields', 'a', 'why', 'Address'],
      ['forms', 'A', 'fields', 'b', 'why'],
    ]);
  });

  it('name the first place of a key that is there twice', () => {
    const [problem] = build('tags: {}\nforms: {}\ntags: {a: {}}').problems;
    expect(problem).toMatchObject({ code: 'duplicate-key', data: { key: 'tags', line: 2 }, related: [{ place: { range: [11, 15] } }] });
  });
});
