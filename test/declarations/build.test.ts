import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildDeclarations } from '../../src/declarations/build.js';
import { build, buildFiles, told } from './tell.js';

const example = (name: string) => readFileSync(new URL(`../fixtures/declarations/${name}.yaml`, import.meta.url), 'utf8');

describe('the examples', () => {
  it.each(['minimal', 'rich'])('%s has no problem', name => {
    expect(buildDeclarations([{ path: `${name}.yaml`, text: example(name) }]).problems).toEqual([]);
  });

  it('rich is read whole', () => {
    const { items, purposes, recipients, systems, notices, tracking, waivers, budget, organisation } = buildDeclarations([
      { path: 'rich.yaml', text: example('rich') },
    ]);
    expect(Object.fromEntries(Object.entries(items).map(([kind, entries]) => [kind, entries.length]))).toEqual({
      contact_field: 12,
      company_field: 1,
      form: 2,
      form_field: 6,
      tag: 3,
      segment: 4,
      point_action: 1,
      point_trigger: 1,
      point_group: 1,
      stage: 1,
      category: 2,
      campaign: 3,
      email: 1,
      page: 1,
      dynamic_content: 1,
      focus_item: 1,
      message: 1,
      text_message: 1,
      webhook: 1,
    });
    expect([...purposes.keys()]).toEqual([
      'news',
      'orders',
      'scoring',
      'visits',
      'page-views',
      'opens',
      'legal-claims',
      'security-antispam',
      'site-operation',
    ]);
    expect([[...recipients.keys()], [...systems.keys()], [...notices.keys()], Object.keys(tracking)]).toEqual([
      ['crm-host', 'partner', 'sales'],
      ['crm'],
      ['site'],
      ['website', 'email_opens', 'email_clicks', 'videos'],
    ]);
    expect([waivers.length, budget.value.tags, organisation.value.countries]).toEqual([1, 60, ['NL', 'IT']]);
  });
});

describe('entries', () => {
  it('have key, id, identity and place', () => {
    const { items } = build(
      'forms:\n  Win a dinner#14: {why: x}\n  "Caff&egrave; &amp; cena": {}\n  "Cafe\\u0301": {}\n  "Webinar #2": {}\n',
    );
    expect(items.form.map(({ key, id, identity, place }) => ({ key, id, identity, path: place.path }))).toEqual([
      { key: 'Win a dinner', id: 14, identity: 'form:Win a dinner#14', path: ['forms', 'Win a dinner#14'] },
      { key: 'Caff&egrave; & cena', id: undefined, identity: 'form:Caff&egrave; & cena', path: ['forms', 'Caff&egrave; &amp; cena'] },
      { key: 'Café', id: undefined, identity: 'form:Café', path: ['forms', 'Cafe\u0301'] },
      { key: 'Webinar #2', id: undefined, identity: 'form:Webinar #2', path: ['forms', 'Webinar #2'] },
    ]);
  });

  it('of tags are told by their text alone', () => {
    expect(build('tags: {"race#1": {}}').items.tag.map(({ key, id }) => [key, id])).toEqual([['race#1', undefined]]);
  });

  it('with wildcards are globs, unless these are escaped', () => {
    const { items, problems } = build('tags:\n  "evt-*": {}\n  "evt-\\\\*": {}\n  "a?cd": {}\n');
    expect(problems).toEqual([]);
    expect(
      items.tag.map(({ key, identity, glob }) => [key, identity, glob?.literals, glob?.matches('evt-2026'), glob?.matches('abcd')]),
    ).toEqual([
      ['evt-*', 'tag:evt-*', 4, true, false],
      ['evt-*', 'tag:evt-*', undefined, undefined, undefined],
      ['a?cd', 'tag:a?cd', 3, false, true],
    ]);
  });

  it('that would match almost anything are a problem and left out', () => {
    const { items, problems } = build('tags:\n  "*": {}\n  "ab*": {}\n  "??c*d": {}\nforms: {A: {fields: {"a*": {}}}}');
    expect(items.tag).toEqual([]);
    expect(items.form_field).toEqual([]);
    expect(problems.map(({ code, subject }) => `${code} ${subject}`)).toEqual([
      'glob tag:*',
      'glob tag:ab*',
      'glob tag:??c*d',
      'glob form_field:A/a*',
    ]);
  });

  it('of questions belong to their form, and are globs where it is one', () => {
    const { items } = build(
      'forms:\n  Newsletter: {fields: {email: {required: true}, firstname: }}\n  "Event *": {fields: {email: {}}}\n  Two#3: {fields: {email: {}}}\n',
    );
    expect(
      items.form_field.map(({ key, identity, form, glob, value }) => [
        key,
        identity,
        form?.identity,
        glob?.matches('Event 7/email'),
        value,
      ]),
    ).toEqual([
      ['Newsletter/email', 'form_field:Newsletter/email', 'form:Newsletter', undefined, { required: true }],
      ['Newsletter/firstname', 'form_field:Newsletter/firstname', 'form:Newsletter', undefined, {}],
      ['Event */email', 'form_field:Event */email', 'form:Event *', true, {}],
      ['Two#3/email', 'form_field:Two#3/email', 'form:Two#3', undefined, {}],
    ]);
    expect(items.form_field[0]?.place).toEqual({ file: 'privacy/a.yaml', path: ['forms', 'Newsletter', 'fields', 'email'], at: 'key' });
  });

  it('take owner and review from the defaults of their own file', () => {
    const { items, purposes } = buildFiles({
      'a.yaml':
        'defaults: {owner: marketing, reviewed: 2026-11-02}\ntags: {a: {}, b: {owner: events}}\nforms: {F: {fields: {q: {reviewed: 2026-01-01}}}}\npurposes: {p: {}}',
      'b.yaml': 'tags: {c: {}}',
    });
    expect(
      [...items.tag, ...items.form_field].map(({ key, value, defaults }) => [
        key,
        value.owner ?? defaults?.owner,
        value.reviewed ?? defaults?.reviewed,
      ]),
    ).toEqual([
      ['a', 'marketing', '2026-11-02'],
      ['b', 'events', '2026-11-02'],
      ['c', undefined, undefined],
      ['F/q', 'marketing', '2026-01-01'],
    ]);
    expect(purposes.get('p')).toMatchObject({ defaults: { owner: 'marketing', reviewed: '2026-11-02' }, value: {} });
  });

  it('cannot have purposes and be not personal', () => {
    expect(
      told(
        'contact_fields:\n  a: {personal: false, purposes: [x]}\n  b: {personal: false, purposes: []}\n  c: {personal: false}\ncompany_fields:\n  d: {personal: true, purposes: [x]}\n',
      ),
    ).toEqual(['2:3 both-states contact_field:a']);
  });

  it('of every name are ordinary', () => {
    const { items, purposes, problems } = build(
      'tags: {__proto__: {why: a}, constructor: {}, toString: }\npurposes: {__proto__: {title: P}}\nforms: {__proto__: {fields: {__proto__: {}}}}',
    );
    expect(problems).toEqual([]);
    expect(items.tag.map(({ key, value }) => [key, value])).toEqual([
      ['__proto__', { why: 'a' }],
      ['constructor', {}],
      ['toString', {}],
    ]);
    expect(purposes.get('__proto__')?.value).toEqual({ title: 'P' });
    expect(items.form_field.map(({ key }) => key)).toEqual(['__proto__/__proto__']);
  });
});
