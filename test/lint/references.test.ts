import { describe, expect, it } from 'vitest';
import { formatIdentity, isKind, type Kind, parseIdentity } from '../../src/items.js';
import type { ItemLookup } from '../../src/lint/declared/item-lookup.js';
import { itemReferenceProblems } from '../../src/lint/declared/references.js';
import { build, tell } from '../declarations/tell.js';

/** A Mautic with these items: `kind:key#id`; kinds named in `partly` were seen in part. */
function mautic(items: readonly string[], partly: readonly Kind[] = []): ItemLookup {
  const seen = items.map(text => parseIdentity(text) ?? { kind: '', key: '' });
  const fitting = (kind: Kind, key: string, id?: number) =>
    seen.filter(item => item.kind === kind && item.key === key && (id === undefined || item.id === id));
  return {
    has: (kind, key, id) => (['none', 'one'] as const)[fitting(kind, key, id).length] ?? 'many',
    references: (kind, key) => fitting(kind, key).map(({ id }) => formatIdentity(kind, key, id)),
    keys: kind => seen.filter(item => item.kind === kind).map(({ key }) => key),
    complete: kind => !partly.includes(kind),
  };
}

const MUSEUM = [
  'contact_field:email#1',
  'contact_field:consent_news#2',
  'form:Newsletter#3',
  'form:Newsletter#4',
  'form:Visit#5',
  'segment:readers#6',
  'tag:vip#7',
  'tag:vip#8',
  'form_field:Visit/no_ads#9',
  'campaign:Cleanup#10',
];

function problems(yaml: string, lookup = mautic(MUSEUM)) {
  const declarations = build(yaml);
  expect(declarations.problems).toEqual([]);
  const found = itemReferenceProblems(declarations, lookup);
  return { found, told: tell(found, declarations) };
}

describe('references to items', () => {
  it('are right when they are in Mautic', () => {
    const yaml = `purposes:
  p:
    consent: {field: consent_news, collected_by: [form:Visit, "form:Newsletter#4", "offline:desk"]}
    soft_opt_in: {opt_out_at_collection: [form_field:Visit/no_ads], segment: readers}
    retention: {enforced_by: campaign:Cleanup, from_field: contact_field:email}
  q: {consent: {tag: vip}}
`;
    expect(problems(yaml).found).toEqual([]);
  });

  it('are right when they are declared, also by a glob', () => {
    const yaml =
      'tags: {"evt-*": {}}\nforms: {A: {fields: {b: {}}}, B#9: {}}\nsegments: {s: {helper_for: [s]}}\npurposes: {p: {consent: {tag: evt-1, collected_by: [form:A, form:B]}, soft_opt_in: {opt_out_at_collection: [form_field:A/b]}}}';
    expect(problems(yaml, mautic([])).found).toEqual([]);
  });

  it.each([
    ['purposes: {p: {consent: {field: consent_newz}}}', '2:33 contact-field purpose:p', { key: 'consent_newz', near: 'consent_news' }],
    ['systems: {s: {feeds: [email, nothing]}}', '2:30 contact-field system:s', { key: 'nothing' }],
    ['purposes: {p: {consent: {collected_by: [form:visit]}}}', '2:41 item purpose:p', { key: 'visit', kind: 'form', near: 'Visit' }],
    ['purposes: {p: {consent: {collected_by: ["form:Visit#6"]}}}', '2:41 item purpose:p', { key: 'Visit#6', kind: 'form' }],
    ['segments: {s: {helper_for: [reader]}}', '2:29 item segment:s', { key: 'reader', kind: 'segment', near: 'readers' }],
    ['contact_fields: {a: {used_by: [stage:hot]}}', '2:32 item contact_field:a', { key: 'hot', kind: 'stage' }],
    ['purposes: {p: {objection: {category: email/x}}}', '2:38 item purpose:p', { key: 'email/x', kind: 'category' }],
    ['rights: {preference_centre: page:x}', '2:29 item rights', { key: 'x', kind: 'page' }],
    ['forms: {Visit: {progressive: {order: [email, q, z]}, fields: {q: {}}}}', '2:49 contact-field form:Visit', { key: 'z' }],
  ])('are told when they are neither: %s', (yaml, where, data) => {
    const { found, told } = problems(yaml);
    expect(told).toEqual([where]);
    expect(found[0]?.data).toMatchObject(data);
  });

  it('are not told of kinds that were seen in part', () => {
    expect(problems('purposes: {p: {consent: {field: x, collected_by: [form:y]}}}', mautic([], ['contact_field'])).told).toEqual([
      '2:51 item purpose:p',
    ]);
  });
});

describe('a key that fits two items', () => {
  it('is told with both, in references and as an entry', () => {
    const { found, told } = problems(
      'purposes: {p: {consent: {collected_by: [form:Newsletter]}}}\nforms: {Newsletter: {fields: {email: {}}}}',
    );
    expect(told).toEqual(['2:41 two-of-one-key purpose:p', '3:9 two-of-one-key form:Newsletter']);
    for (const { data, related } of found) {
      expect(data).toEqual({ kind: 'form', key: 'Newsletter', first: 'Newsletter#3', second: 'Newsletter#4' });
      expect(related).toEqual([
        { subject: 'form:Newsletter#3', place: { item: 'form:Newsletter#3' } },
        { subject: 'form:Newsletter#4', place: { item: 'form:Newsletter#4' } },
      ]);
    }
  });

  it('is one item with its id, and one tag without', () => {
    expect(
      problems('forms: {"Newsletter#3": {}, "Newsletter#4": {}}\ntags: {vip: {}}\npurposes: {p: {consent: {tag: vip}}}').found,
    ).toEqual([]);
  });

  it('may be meant by a glob', () => {
    expect(problems('forms: {"News*": {}}').found).toEqual([]);
  });
});

it('the test Mautic knows its kinds', () => {
  expect(MUSEUM.every(text => isKind(parseIdentity(text)?.kind))).toBe(true);
});
