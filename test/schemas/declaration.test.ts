import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { isRecord, type UnknownRecord } from '../../src/guards.js';
import { child, isDefinition, isProperty, places, read, schemaOf, withText } from './places.js';

const SCHEMAS = ['declaration', 'config'] as const;
const SHARED_TEXT = { title: 'text', description: 'text', examples: 'text' };

function kindsOfText(schema: UnknownRecord): Record<string, string> {
  const { title, description, examples } = schema;
  return {
    title: typeof title === 'string' && title.length > 1 ? 'text' : 'missing',
    description: typeof description === 'string' && /^\S.*\.$/u.test(description) ? 'text' : 'missing',
    examples: Array.isArray(examples) && examples.length > 0 ? 'text' : 'missing',
  };
}

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
for (const name of SCHEMAS) ajv.addSchema(schemaOf(name), name);

/** Validates YAML and tells each fault as "keyword at path", sorted. */
function faults(name: string, yaml: string): string[] {
  ajv.validate(name, parse(yaml));
  return (ajv.errors ?? []).map(({ keyword, instancePath }) => `${keyword} at ${instancePath || '/'}`).sort();
}

describe.each(SCHEMAS)('%s.v1.json', name => {
  const root = schemaOf(name);
  const all = places(root);
  const properties = all.filter(isProperty);

  it('has its address', () => {
    expect(root).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: `https://purposelint.dev/schemas/${name}.v1.json`,
    });
  });

  it('tells each key and definition in a title, a sentence and an example', () => {
    const told = [...properties, ...all.filter(isDefinition)];
    const text = Object.fromEntries(told.map(({ pointer, schema }) => [pointer, kindsOfText(withText(root, schema))]));
    expect(text).toEqual(Object.fromEntries(told.map(({ pointer }) => [pointer, SHARED_TEXT])));
  });

  it('gives examples that are valid where they stand', () => {
    const refused = all.flatMap(({ pointer, schema }) => {
      const examples: readonly unknown[] = Array.isArray(schema.examples) ? schema.examples : [];
      return examples.filter(example => !ajv.validate(`${name}#${pointer}`, example)).map(example => ({ pointer, example }));
    });
    expect(refused).toEqual([]);
  });

  it('closes every object whose keys are ours, but for x-', () => {
    const open = all.filter(({ schema }) => isRecord(schema.properties));
    const closed = { additionalProperties: false, patternProperties: { '^x-': {} } };
    expect(open.length).toBeGreaterThan(1);
    expect(open.filter(({ schema }) => schema.additionalProperties !== false).map(({ pointer }) => pointer)).toEqual([]);
    for (const { schema } of open) expect(schema).toMatchObject(closed);
  });

  it('gives every map of names one kind of entry, and x- no meaning there', () => {
    const maps = all.filter(({ schema }) => [schema.type].flat().includes('object') && !isRecord(schema.properties));
    expect(maps.length).toBeGreaterThan(0);
    for (const { schema } of maps) {
      expect(schema).toMatchObject({ additionalProperties: { $ref: expect.stringMatching(/^#\/\$defs\//u) } });
      expect(schema).not.toHaveProperty('patternProperties');
    }
  });

  it('uses every definition', () => {
    const used = new Set(all.map(({ schema }) => schema.$ref));
    const unused = Object.keys(child(root, '$defs')).filter(key => !used.has(`#/$defs/${key}`));
    expect(unused).toEqual([]);
  });
});

describe('declaration.v1.json', () => {
  it('asks for three keys only, so that an editor does not shout at a half-written entry', () => {
    const required = places(schemaOf('declaration')).flatMap(({ pointer, schema }) =>
      schema.required === undefined ? [] : [{ pointer, required: schema.required }],
    );
    expect(required).toEqual([
      { pointer: '', required: ['version'] },
      { pointer: '/$defs/Notice', required: ['url'] },
      { pointer: '/$defs/Recipient', required: ['name'] },
    ]);
  });

  it.each(['minimal', 'rich'])('accepts the %s example', name => {
    expect(faults('declaration', read(`test/fixtures/declarations/${name}.yaml`))).toEqual([]);
  });

  it.each([
    ['empty maps and entries', 'version: 1\npurposes:\ntags:\nwaivers:\ncontact_fields: {firstname: }\nforms: {A: {fields: {email: }}}'],
    ['a list of legal bases', 'version: 1\npurposes: {a: {legal_basis: [consent, contract]}}'],
    ['retention periods that a rule explains', 'version: 1\ntags: {a: {retention: until-withdrawal}, b: {retention: {period: forever}}}'],
    ['short sentences, for rules to report', 'version: 1\ntags: {a: {why: "?"}}'],
    ['x- keys where the keys are ours', 'version: 1\nx-a: 1\norganisation: {x-b: {c: []}, dpo: {x-d: null}}\ntags: {a: {x-e: 1}}'],
    ['personal company fields', 'version: 1\ncompany_fields: {contact_person: {personal: true, purposes: [a]}}'],
    [
      'off as a text and as false',
      'version: 1\ntracking: {email_opens: {mode: off}}\ninstance: {settings: {facebook_pixel: off, google_analytics: false}}',
    ],
    ['names that look like keys of ours', 'version: 1\ntags: {x-mas: {purposes: []}, __proto__: {purposes: []}, properties: }'],
  ])('accepts %s', (_, yaml) => {
    expect(faults('declaration', yaml)).toEqual([]);
  });

  it.each([
    ['a missing version', 'tags: {}', ['required at /']],
    ['an unknown key of a file', 'version: 1\ntagz: {}', ['additionalProperties at /']],
    [
      'an unknown key of an entry',
      'version: 1\ncontact_fields: {email: {purpose: [a]}}',
      ['additionalProperties at /contact_fields/email'],
    ],
    ['a key of another kind', 'version: 1\ntags: {a: {membership: consent-only}}', ['additionalProperties at /tags/a']],
    ['a notice without address', 'version: 1\nnotices: {site: {}}', ['required at /notices/site']],
    ['a recipient without name', 'version: 1\nrecipients: {host: {role: processor}}', ['required at /recipients/host']],
    ['a word that is not in its list', 'version: 1\npurposes: {a: {use: newsletter}}', ['enum at /purposes/a/use']],
    [
      'a word in a list that is not in its list',
      'version: 1\npurposes: {a: {subjects: [customer, dog]}}',
      ['enum at /purposes/a/subjects/1'],
    ],
    ['a wrong type', 'version: 1\ncontact_fields: {email: {purposes: newsletter}}', ['type at /contact_fields/email/purposes']],
    ['yes instead of true', 'version: 1\ncontact_fields: {email: {unique: yes}}', ['type at /contact_fields/email/unique']],
    ['an x- entry that is no entry', 'version: 1\ntags: {x-mas: 1}', ['type at /tags/x-mas']],
    [
      'a contact field with personal: true',
      'version: 1\ncontact_fields: {email: {personal: true}}',
      ['enum at /contact_fields/email/personal'],
    ],
    ['a date that is none', 'version: 1\ndefaults: {reviewed: 2.11.2026}', ['pattern at /defaults/reviewed']],
    ['a month that is none', 'version: 1\ndefaults: {reviewed: 2026-13-02}', ['pattern at /defaults/reviewed']],
    ['a period in words', 'version: 1\nrights: {erasure: {covers: {imports: 2 weeks}}}', ['pattern at /rights/erasure/covers/imports']],
    ['a period with a fraction', 'version: 1\npurposes: {a: {window: P1.5M}}', ['pattern at /purposes/a/window']],
    ['a period of nothing', 'version: 1\npurposes: {a: {window: PT}}', ['pattern at /purposes/a/window']],
    ['a country in small letters', 'version: 1\norganisation: {countries: [IT, nl]}', ['pattern at /organisation/countries/1']],
    ['a language in capitals', 'version: 1\norganisation: {languages: [IT]}', ['pattern at /organisation/languages/0']],
    ['another version', 'version: 2', ['enum at /version']],
    ['a mode of the website', 'version: 1\ntracking: {website: {mode: off}}', ['additionalProperties at /tracking/website']],
    ['another surface', 'version: 1\ntracking: {sms: {mode: off}}', ['additionalProperties at /tracking']],
    ['a setting that is not listed', 'version: 1\ninstance: {settings: {db_password: x}}', ['additionalProperties at /instance/settings']],
    [
      'an unknown key of a retention',
      'version: 1\ntags: {a: {retention: {max: P6M}}}',
      ['additionalProperties at /tags/a/retention', 'anyOf at /tags/a/retention', 'type at /tags/a/retention'],
    ],
    ['an unknown key of a waiver', 'version: 1\nwaivers: [{rule: a}, {expires: 2026-01-01}]', ['additionalProperties at /waivers/1']],
  ])('refuses %s', (_, yaml, expected) => {
    expect(faults('declaration', yaml)).toEqual(expected);
  });
});

describe('config.v1.json', () => {
  const everyKey = `
version: 1
extends: recommended
declarations: [privacy/**/*.yaml]
snapshot: privacy/mautic.snapshot.json
baseline: privacy/baseline.json
website: {include: [site/**], ignore: [site/dist/**], helpers: [trackContact]}
language: it
rules:
  unused-datum: error
  title-gender: {severity: warn}
  snapshot-stale: {max_age: P1D}
  form-overask: {limits: {newsletter: 3}}
  empty-field: {min_filled: 2.5}
  review-overdue: {after: P6M}
plugins: [./privacy/rules/house-style.ts]
mautic: {url: "https://mautic.aurora.example"}
x-ticket: PRIV-12
`;

  it('accepts every key, and an empty file', () => {
    expect(faults('config', everyKey)).toEqual([]);
    expect(faults('config', '{}')).toEqual([]);
  });

  it.each([
    ['an unknown key', 'rulez: {}', ['additionalProperties at /']],
    ['a secret', 'mautic: {token: x}', ['additionalProperties at /mautic']],
    ['another language', 'language: de', ['enum at /language']],
    ['an unknown severity', 'rules: {a: fatal}', ['anyOf at /rules/a', 'enum at /rules/a', 'type at /rules/a']],
    [
      'an unknown option',
      'rules: {a: {severity: warn, max: 1}}',
      ['additionalProperties at /rules/a', 'anyOf at /rules/a', 'enum at /rules/a', 'type at /rules/a'],
    ],
    [
      'an unknown kind of form',
      'rules: {form-overask: {limits: {quiz: 1}}}',
      [
        'additionalProperties at /rules/form-overask/limits',
        'anyOf at /rules/form-overask',
        'enum at /rules/form-overask',
        'type at /rules/form-overask',
      ],
    ],
  ])('refuses %s', (_, yaml, expected) => {
    expect(faults('config', yaml)).toEqual(expected);
  });
});
