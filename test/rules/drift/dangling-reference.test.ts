import { describe, expect, it } from 'vitest';
import rule from '../../../rules/drift/dangling-reference.js';
import type { Item, Use } from '../../../src/mautic/snapshot.js';
import { EXAMPLE_FILE, findingsOf, lintExample, subjectsOf } from '../examples.js';
import { absent, collects, contactField, form, question } from '../form-items.js';
import { lintCase } from '../real-cases.js';

const segment = (id: number, key: string, more: object = {}): Item => ({ kind: 'segment', id, key, title: key, published: true, ...more });
const campaign: Item = { kind: 'campaign', id: 1, key: 'Follow-up', published: true };
const email: Item = { kind: 'email', id: 5, key: 'Menu', published: true };
const filters = (from: string, to: string): Use => ({ from, how: 'filters', to, at: 'segment.filter', n: 1, group: 1, op: 'set' });
const decides = (to: string): Use => ({ from: 'campaign:Follow-up', how: 'decides', to, at: 'campaign.event', id: 16 });
const reads = (to: string): Use => ({ from: 'email:Menu', how: 'reads', to, at: 'content', part: 'html', in: 'text' });
const acts = (how: 'adds' | 'removes', to: string): Use => ({ from: 'form:Club', how, to, at: 'form.action', id: 11 });
const CLUB = [form('Club'), question('Club/lost', 'text', { title: 'Lost' })];

describe('what is gone', () => {
  it('tells an item once, with all that names it; a question stands for its form', () => {
    const example = {
      declarations: '',
      items: [...CLUB, segment(3, 'city'), campaign, email],
      uses: [
        collects('Club/lost', 'lost_field'),
        filters('segment:city', 'contact_field:lost_field'),
        filters('segment:city', 'contact_field:lost_field'),
        decides('contact_field:lost_field'),
        reads('contact_field:lost_field'),
      ],
      finds: [],
    };
    const users = ['form_field:Club/lost', 'segment:city', 'campaign:Follow-up', 'email:Menu'];
    expect(findingsOf(rule, example)).toMatchObject([
      {
        subject: 'contact_field:lost_field',
        severity: 'warn',
        place: { item: 'form_field:Club/lost' },
        data: {
          key: 'lost_field',
          kind: 'contact_field',
          places: [
            { name: 'Club', kind: 'form' },
            { name: 'city', kind: 'segment' },
            { name: 'Follow-up', kind: 'campaign' },
            { name: 'Menu', kind: 'email' },
          ],
        },
        related: users.slice(1).map(subject => ({ subject, place: { item: subject } })),
      },
    ]);
    expect(findingsOf(rule, example, 'strict')[0]?.severity).toBe('error');
  });

  it.each([
    ['segment:#28', '#28', 'segment'],
    ['company_field:companysize', 'companysize', 'company_field'],
    ['tag:#46', '#46', 'tag'],
    ['email:#88', '#88', 'email'],
    ['point_group:#2', '#2', 'point_group'],
    ['stage:#4', '#4', 'stage'],
    ['category:#7', '#7', 'category'],
    ['asset:#9', '#9', 'asset'],
  ] as const)('knows %s by its kind', (to, key, kind) => {
    const found = findingsOf(rule, { declarations: '', items: [segment(3, 'city')], uses: [filters('segment:city', to)], finds: [] });
    expect(found).toMatchObject([{ subject: to, data: { key, kind, places: [{ name: 'city', kind: 'segment' }] } }]);
  });

  it('finds a question that is gone, and takes the question of a form that is gone for the form', () => {
    const uses = [decides('form_field:Club/colour'), decides('form_field:#9/email'), decides('form:#9')];
    expect(subjectsOf(rule, { declarations: '', items: [...CLUB, campaign], uses })).toEqual(['form_field:Club/colour', 'form:#9']);
  });

  it('stands at what is live and declared, then at what is live', () => {
    const items = [...CLUB, segment(2, 'off', { published: false }), segment(3, 'city'), segment(4, 'town')];
    const uses = ['off', 'city', 'town'].map(key => filters(`segment:${key}`, 'segment:#28'));
    const [finding] = findingsOf(rule, { declarations: 'segments: {off: {}, town: {}}', items, uses, finds: [] });
    expect(finding?.place).toMatchObject({ file: EXAMPLE_FILE, path: ['segments', 'town'] });
    expect(finding?.data.places?.map(({ name }) => name)).toEqual(['town', 'city', 'off']);
    expect(finding?.related?.map(({ subject }) => subject)).toEqual(['segment:town', 'segment:city', 'segment:off']);
    expect(findingsOf(rule, { declarations: '', items, uses, finds: [] })[0]?.place).toEqual({ item: 'segment:city' });
  });

  it('leads to five of many users, and names all', () => {
    const keys = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const items = keys.map((key, id) => segment(id + 1, key));
    const uses = keys.map(key => filters(`segment:${key}`, 'segment:#28'));
    const [finding] = findingsOf(rule, { declarations: '', items, uses, finds: [] });
    expect(finding?.data.places).toHaveLength(7);
    expect(finding?.related?.map(({ subject }) => subject)).toEqual(['segment:b', 'segment:c', 'segment:d', 'segment:e']);
  });

  it('is for information where all that names it is switched off', () => {
    const items = [form('Club', { published: false }), question('Club/lost', 'text'), segment(3, 'city', { published: false })];
    const uses = [collects('Club/lost', 'lost_field'), filters('segment:city', 'contact_field:lost_field')];
    expect(findingsOf(rule, { declarations: '', items, uses, finds: [] })).toMatchObject([{ severity: 'info' }]);
  });

  it('can be waived by the name that is told', () => {
    const declarations =
      "waivers: [{rule: dangling-reference, item: 'segment:#28', reason: A plugin adds this segment, until: 2027-02-01}]";
    const example = { declarations, items: [segment(3, 'city')], uses: [filters('segment:city', 'segment:#28')], finds: [] };
    const { findings } = lintExample(example);
    expect(findings.filter(({ rule: id }) => ['schema-valid', 'exception-hygiene'].includes(id))).toEqual([]);
    expect(findings.find(({ rule: id }) => id === rule.id)).toMatchObject({ subject: 'segment:#28', state: 'waived' });
  });
});

describe('what is not gone', () => {
  it('is silent about tags that an action makes, and about taking off a tag that nobody has', () => {
    const find = (...uses: Use[]) => subjectsOf(rule, { declarations: '', items: [...CLUB, segment(3, 'city')], uses });
    expect(find(acts('adds', 'tag:brand-new'))).toEqual([]);
    expect(find(acts('removes', 'tag:never-existed'))).toEqual([]);
    expect(find(acts('adds', 'tag:brand-new'), filters('segment:city', 'tag:brand-new'))).toEqual([]);
    expect(find(acts('removes', 'tag:old'), filters('segment:city', 'tag:old'))).toEqual(['tag:old']);
  });

  it.each([
    'tracking:page_hit',
    'record:dnc',
    'recipient:crm.example',
    'tag:*',
    'contact_field:points',
    'contact_field:last_active',
    'contact_field:id',
    'contact_field:date_added',
    'contact_field:city',
    'segment:city',
  ])('is silent about %s', to => {
    const items = [contactField('city'), segment(3, 'city')];
    expect(subjectsOf(rule, { declarations: '', items, uses: [filters('segment:city', to)] })).toEqual([]);
  });

  it('leaves a field of the other object to wrong-object', () => {
    const items: Item[] = [{ kind: 'company_field', id: 31, key: 'companycity', published: true }, segment(3, 'city')];
    const uses = [filters('segment:city', 'contact_field:companycity')];
    expect(subjectsOf(rule, { declarations: '', items, uses })).toEqual([]);
  });
});

it('finds filters without a field (mautic/mautic#11870)', () => {
  const items = [segment(3, 'city', { blank_rows: 1 }), segment(4, 'off', { blank_rows: 2, published: false }), segment(5, 'whole')];
  expect(findingsOf(rule, { declarations: 'segments: {city: {}}', items, finds: [] })).toMatchObject([
    { subject: 'segment:city', severity: 'warn', data: { detail: 'blank', segment: 'city' }, place: { path: ['segments', 'city'] } },
    { subject: 'segment:off', severity: 'info', place: { item: 'segment:off' } },
  ]);
});

describe('without the whole list', () => {
  it('is not run for that kind, and runs for the others', () => {
    const result = lintExample({
      declarations: '',
      items: [segment(3, 'city')],
      uses: [filters('segment:city', 'contact_field:lost'), filters('segment:city', 'stage:#4')],
      coverage: [{ of: 'contact_field', state: 'partial', rows: 2, total: 47, why: ['rows-missing'] }],
      finds: [],
    });
    expect(result.notRun).toContainEqual({ rule: rule.id, of: 'contact_field', why: ['rows-missing'] });
    expect(result.findings.filter(({ rule: id }) => id === rule.id).map(({ subject }) => subject)).toEqual(['stage:#4']);
  });

  it('says nothing of blank filters while segments were not seen', () => {
    const items = [segment(3, 'city', { blank_rows: 1 })];
    expect(findingsOf(rule, { declarations: '', items, coverage: [absent('segment')], finds: [] })).toEqual([]);
  });
});

describe('cases of real life', () => {
  const found = async (name: string, more: Readonly<Record<string, unknown>> = {}) => {
    const { findings } = await lintCase(rule, name, { more });
    return findings.map(({ subject, data }) => [subject, data.places?.map(({ name: place }) => place)]);
  };

  it('B13, B15: a deleted field in a filter and in a form', async () => {
    expect(await found('B13')).toEqual([['contact_field:coin_budget', ['Coin club', 'Collectors']]]);
  });

  it('B05: a field beyond a cut list is not gone', async () => {
    const { findings, notRun } = await lintCase(rule, 'B05');
    expect(findings).toEqual([]);
    expect(notRun).toContainEqual({ rule: rule.id, of: 'contact_field', why: ['rows-missing'] });
  });

  it('B16: a condition of a campaign', async () => {
    const event = { id: 1, name: 'c', type: 'lead.field_value', eventType: 'condition', properties: { field: 'gone', operator: '!empty' } };
    const campaigns = [{ id: 1, name: 'C', isPublished: true, events: [event], forms: [], lists: [] }];
    expect(await found('B13', { 'GET /api/campaigns': { total: 1, campaigns } })).toContainEqual(['contact_field:gone', ['C']]);
  });

  it('B26: a segment in a segment, and one that is its own', async () => {
    expect((await found('B26')).filter(([subject]) => subject !== 'contact_field:birthday')).toEqual([['segment:#99', ['D']]]);
  });

  it('A17: the e-mail of a trigger, and no tag that it adds', async () => {
    expect(await found('A17', { 'GET /api/emails': { total: 0, emails: [] } })).toEqual([['email:#12', ['Hot prospect']]]);
  });

  it('A41, B28: behaviours of visitors are no fields', async () => {
    expect(await found('A41')).toEqual([]);
  });

  it('A21, A23: an export never has everything', async () => {
    expect((await lintCase(rule, 'A21')).findings).toEqual([]);
    expect((await lintCase(rule, 'A23')).findings).toEqual([]);
  });
});
