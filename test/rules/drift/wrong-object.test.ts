import { describe, expect, it } from 'vitest';
import rule from '../../../rules/drift/wrong-object.js';
import type { Item, Use } from '../../../src/mautic/snapshot.js';
import { EXAMPLE_FILE, findingsOf, lintExample, subjectsOf } from '../examples.js';
import { absent, collects, contactField, form, partial, question } from '../form-items.js';
import { lintCase } from '../real-cases.js';

const companyField = (key: string, title: string): Item => ({ kind: 'company_field', id: 31, key, title, published: true });
const CITY = companyField('companycity', 'City');
const VISIT = [form('Visit'), question('Visit/town', 'text', { title: 'Town' })];
const find = (items: readonly Item[], uses: readonly Use[], declarations = '') => findingsOf(rule, { declarations, items, uses });

describe('questions', () => {
  it('finds a contact field that only companies have, and names it as they do', () => {
    const declarations = 'forms: {Visit: {fields: {town: {}}}}';
    expect(find([CITY, ...VISIT], [collects('Visit/town', 'companycity')], declarations)).toMatchObject([
      {
        subject: 'form_field:Visit/town',
        key: 'contact_field:companycity',
        severity: 'error',
        place: { file: EXAMPLE_FILE, path: ['forms', 'Visit', 'fields', 'town'] },
        data: {
          label: 'Town',
          form: 'Visit',
          field: { label: 'City', alias: 'companycity' },
          kind: 'contact_field',
          reason: 'only-company',
        },
      },
    ]);
  });

  it('finds a company field that only contacts have', () => {
    const items = [contactField('city', { title: 'City' }), ...VISIT];
    expect(find(items, [collects('Visit/town', 'company_field:city')])).toMatchObject([
      { data: { field: { label: 'City', alias: 'city' }, kind: 'company_field', reason: 'only-contact' } },
    ]);
  });

  it('finds two mappings that disagree; the newer one holds', () => {
    const fields = [contactField('firstname', { title: 'First name' }), contactField('lastname', { title: 'Last name' })];
    const surname = question('Visit/surname', 'text', { title: 'Surname', other_mapping: 'contact_field:firstname' });
    const uses = [collects('Visit/surname', 'lastname')];
    const data = { label: 'Surname', field: { label: 'Last name', alias: 'lastname' }, kind: 'contact_field', reason: 'disagree' };
    expect(find([...fields, form('Visit'), surname], uses)).toMatchObject([{ data: { ...data, other_item: 'First name' } }]);
    const gone = { ...surname, other_mapping: 'contact_field:maiden_name' };
    expect(find([...fields, form('Visit'), gone], uses)).toMatchObject([{ data: { ...data, other_item: 'maiden_name' } }]);
  });

  it.each([
    ['fills a field that is there', [CITY, ...VISIT], 'company_field:companycity'],
    ['fills a field that is gone on both sides', VISIT, 'companycity'],
    ['is in a form that is off', [CITY, form('Visit', { published: false }), question('Visit/town', 'text')], 'companycity'],
    ['has an alias that both sides have', [companyField('city', 'City'), contactField('city'), ...VISIT], 'city'],
  ])('is silent where the question %s', (_, items, to) => {
    expect(find(items, [collects('Visit/town', to)])).toEqual([]);
  });
});

describe('filters and steps (mautic/mautic#6628)', () => {
  const segment: Item = { kind: 'segment', id: 3, key: 'near', title: 'Near', published: true };
  const filters: Use = { from: 'segment:near', how: 'filters', to: 'contact_field:companycity', at: 'segment.filter', n: 1, group: 1 };

  it('finds a company field under contacts, once for each user', () => {
    expect(find([CITY, segment], [filters, { ...filters, n: 2 }])).toMatchObject([
      {
        subject: 'segment:near',
        severity: 'error',
        place: { item: 'segment:near' },
        data: {
          detail: 'named',
          item: 'Near',
          field: { label: 'City', alias: 'companycity' },
          kind: 'contact_field',
          reason: 'only-company',
        },
      },
    ]);
  });

  it('is silent where the segment is off, or asks companies', () => {
    expect(find([CITY, { ...segment, published: false }], [filters])).toEqual([]);
    expect(find([CITY, segment], [{ ...filters, to: 'company_field:companycity' }])).toEqual([]);
  });

  it('B21: a date of companies in a filter on contacts', async () => {
    const fields = [{ id: 71, label: 'Contract end', alias: 'contract_end', type: 'date', object: 'company', isPublished: true }];
    const row = { glue: 'and', field: 'contract_end', object: 'lead', type: 'date', operator: 'lt', properties: { filter: '-1 year' } };
    const lists = [{ id: 8, name: 'Ending', alias: 'ending', isPublished: true, filters: [row] }];
    const more = { 'GET /api/fields/company': { total: 1, fields }, 'GET /api/segments': { total: 1, lists } };
    const { findings } = await lintCase(rule, 'B13', { more });
    expect(findings.map(({ subject, data }) => [subject, data.field?.alias, data.reason])).toEqual([
      ['segment:ending', 'contract_end', 'only-company'],
    ]);
  });
});

describe('without the whole lists', () => {
  const uses = [collects('Visit/town', 'companycity')];

  it('is not run without fields', () => {
    const result = lintExample({ declarations: '', items: [CITY, ...VISIT], uses, coverage: [absent('contact_field')], finds: [] });
    expect(result.notRun).toContainEqual({ rule: rule.id, of: 'contact_field', why: ['refused'] });
  });

  it('does not call a field missing while the list that should have it is cut, and says so', () => {
    const { findings, notRun } = lintExample({ declarations: '', items: [CITY, ...VISIT], uses, coverage: [partial('contact_field')] });
    expect(findings.filter(finding => finding.rule === rule.id)).toEqual([]);
    expect(notRun).toContainEqual({ rule: rule.id, of: 'contact_field', why: ['rows-missing'] });
  });

  it('is not run for questions that were not seen', () => {
    expect(subjectsOf(rule, { declarations: '', items: [CITY, ...VISIT], uses, coverage: [absent('form_field')] })).toEqual([]);
  });
});
