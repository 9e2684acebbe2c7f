import { describe, expect, it } from 'vitest';
import rule from '../../../rules/declaration/undeclared-field.js';
import type { Example } from '../../../src/lint/rule.js';
import type { Coverage, Item } from '../../../src/mautic/snapshot.js';
import { findingsOf, lintExample, subjectsOf } from '../examples.js';

const film: Item = { kind: 'contact_field', id: 44, key: 'favourite_film', title: 'Favourite film', published: true, added: '2026-03-02' };
const find = (example: Omit<Example, 'finds' | 'declarations'>, declarations = '') => findingsOf(rule, { declarations, ...example });

describe('undeclared-field', () => {
  it('says which field, for how many people, and where to declare it', () => {
    const counts = [{ of: 'contact_field:favourite_film', how: 'filled', n: 810 }] as const;
    expect(find({ items: [film], counts })).toMatchObject([
      {
        subject: 'contact_field:favourite_film',
        place: { item: 'contact_field:favourite_film' },
        data: { field: { label: 'Favourite film', alias: 'favourite_film' }, section: 'contact_fields', people: 810 },
        severity: 'error',
      },
    ]);
  });

  it('does not speak of people while nobody was counted, or nobody has a value', () => {
    expect(find({ items: [film] })[0]?.data).toEqual({
      field: { label: 'Favourite film', alias: 'favourite_film' },
      section: 'contact_fields',
    });
    expect(find({ items: [film], counts: [{ of: 'contact_field:favourite_film', how: 'filled', n: 0 }] })[0]?.data).not.toHaveProperty(
      'people',
    );
    expect(find({ items: [film], counts: [{ of: 'contact_field:favourite_film', how: 'filled', n: '<5' }] })[0]?.data.people).toBe('<5');
  });

  it('takes an entry, a pattern, and an entry for the same alias of the other object apart', () => {
    const company: Item = { ...film, kind: 'company_field', id: 45 };
    const items = [film, company];
    expect(subjectsOf(rule, { declarations: 'contact_fields: {favourite_film: }', items })).toEqual(['company_field:favourite_film']);
    expect(subjectsOf(rule, { declarations: 'company_fields: {"favour*": {}}', items })).toEqual(['contact_field:favourite_film']);
  });

  it('looks at a switched-off field only while it holds values, or is still being created', () => {
    const off: Item = { ...film, published: false };
    expect(find({ items: [off] })).toEqual([]);
    expect(find({ items: [off], counts: [{ of: 'contact_field:favourite_film', how: 'filled', n: 0 }] })).toEqual([]);
    expect(find({ items: [off], counts: [{ of: 'contact_field:favourite_film', how: 'filled', n: '<5' }] })).toHaveLength(1);
    expect(find({ items: [{ ...off, pending: true }] })).toHaveLength(1);
  });

  it('counts a field whose state was not seen as live, unless only its short form was seen', () => {
    const { published: _, ...unknown } = film;
    expect(find({ items: [unknown] })).toHaveLength(1);
    expect(find({ items: [{ ...unknown, thin: true }] })).toEqual([]);
  });

  it('weighs a field that Mautic ships by what is in it', () => {
    // Touched: somebody made it listable in a form of its own, so that it is no untouched core field.
    const fax: Item = {
      kind: 'contact_field',
      id: 8,
      key: 'phone',
      title: 'Phone',
      published: true,
      fixed: true,
      added: '',
      changed: '2026-05',
    };
    const severity = (n?: number | '<5') =>
      find({ items: [fax], ...(n === undefined ? {} : { counts: [{ of: 'contact_field:phone', how: 'filled', n }] }) })[0]?.severity;
    expect([severity(), severity(0), severity('<5'), severity(30)]).toEqual(['warn', 'info', 'error', 'error']);
  });

  it('leaves out untouched core fields and the columns Mautic fills itself', () => {
    const core = { kind: 'contact_field', published: true, fixed: true, added: '', changed: '' } as const;
    const items: Item[] = [
      { ...core, id: 13, key: 'city' },
      { ...core, id: 9, key: 'points', changed: '2026-05' },
      { ...core, id: 19, key: 'last_active', changed: '2026-05' },
    ];
    const uses = [{ from: 'campaign:Journey', how: 'writes', to: 'contact_field:points', at: 'campaign.event' }] as const;
    expect(find({ items, uses })).toEqual([]);
  });

  it('is not run for an object that was not seen, and runs for the other', () => {
    const coverage: Coverage[] = [{ of: 'company_field', state: 'absent', rows: 0, why: ['refused'] }];
    const { findings, notRun } = lintExample({ declarations: '', items: [film], coverage, finds: [] });
    expect(findings.filter(finding => finding.rule === rule.id).map(finding => finding.subject)).toEqual(['contact_field:favourite_film']);
    expect(notRun.filter(entry => entry.rule === rule.id)).toEqual([{ rule: rule.id, of: 'company_field', why: ['refused'] }]);
  });

  it('finds what a cut-off list shows', () => {
    const coverage: Coverage[] = [{ of: 'contact_field', state: 'partial', rows: 1, total: 71, why: ['rows-missing'] }];
    expect(find({ items: [film], coverage })).toHaveLength(1);
  });

  it('takes a field group of any name', () => {
    expect(find({ items: [{ ...film, group: 'loyalty_extras' }] })).toHaveLength(1);
  });
});
