import { describe, expect, it } from 'vitest';
import { type FilterUses, segmentFilterUses } from '../../../src/mautic/uses/index.js';
import { caseRows } from './cases.js';
import { item, short } from './support.js';

const SEGMENT = item('segment');
const read = (rows: unknown): FilterUses => segmentFilterUses(rows, 'segment.filter');
const row = (field: string, operator: string, filter: unknown, more: object = { object: 'lead' }) => ({
  glue: 'and',
  field,
  operator,
  properties: { filter },
  ...more,
});
/** The uses of one row, without its number and group. */
const one = (field: string, operator: string, filter: unknown, more?: object) =>
  short(SEGMENT, read([row(field, operator, filter, more)]).uses).map(line => line.replace(' n=1 group=1', ''));

describe('segment filters, in the order of the format', () => {
  it.each<[string, string, unknown, object | undefined, string[]]>([
    ['city', '=', 'Torino', undefined, ['filters contact_field:city op=is']],
    ['companycity', '=', 'Torino', { object: 'company' }, ['filters company_field:companycity op=is']],
    ['companycity', '=', 'Torino', {}, ['filters company_field:companycity op=is']],
    ['companycity', '=', 'Torino', undefined, ['filters contact_field:companycity op=is']],
    [
      'leadlist',
      'in',
      [2, '1', 28],
      undefined,
      ['filters segment:#28 op=any-of', 'filters segment:members op=any-of', 'filters segment:readers op=any-of'],
    ],
    ['leadlist', 'empty', null, undefined, ['filters segment:* op=unset']],
    ['tags', '!in', ['3', 6], undefined, ['filters tag:Q&A evening#6 op=none-of', 'filters tag:donor op=none-of']],
    ['tags', '!empty', [], undefined, ['filters tag:* op=set']],
    ['tags', 'in_all', ['donor'], undefined, ['filters tag:donor op=all-of']],
    ['campaign', 'in', [2], undefined, ['filters campaign:Clean-up op=any-of']],
    ['stage', '=', '2', undefined, ['filters stage:Friend op=is']],
    ['stage', 'empty', null, undefined, ['filters stage:* op=unset']],
    ['globalcategory', 'in', [1], undefined, ['filters category:asset/downloads op=any-of']],
    ['lead_asset_download', 'in', [1], { object: 'behaviors' }, ['filters asset:Guide op=any-of', 'filters tracking:download op=any-of']],
    [
      'hit_url',
      '=',
      'https://northlight.example/tickets?x=1',
      { object: 'behaviors' },
      ['filters tracking:page_hit op=is url=northlight.example/tickets'],
    ],
    ['hit_url', 'like', '%/price%', undefined, ['filters tracking:page_hit op=matches url=%/price%']],
    ['hit_url', 'regexp', '^/anna/.*', {}, ['filters tracking:page_hit op=matches']],
    ['hit_url', 'contains', 'price', {}, ['filters tracking:page_hit op=matches']],
    ['hit_url_date', 'gte', '-7 days', { object: 'behaviors' }, ['filters tracking:page_hit op=more value=-7 days']],
    ['page_id', 'in', [1], { object: 'behaviors' }, ['filters page:welcome op=any-of', 'filters tracking:page_hit op=any-of']],
    ['page_id', '=', 1, { object: 'behaviors', type: 'boolean' }, ['filters tracking:page_hit op=is']],
    ['sessions', 'gt', '3', { object: 'behaviors' }, ['filters tracking:session op=more']],
    ['referer', 'contains', 'facebook', { object: 'behaviors' }, ['filters tracking:referrer op=matches']],
    ['device_os', 'in', ['iOS'], undefined, ['filters tracking:device op=any-of']],
    ['utm_source', 'like', '%instagram%', undefined, ['filters tracking:utm op=matches']],
    ['lead_email_sent', 'in', ['1'], { object: 'behaviors' }, ['filters email:Welcome op=any-of', 'filters tracking:email_sent op=any-of']],
    [
      'lead_email_received',
      'in',
      [2],
      { object: 'behaviors' },
      ['filters email:Monthly letter op=any-of', 'filters tracking:email_sent op=any-of'],
    ],
    ['lead_email_read_count', 'gt', '1', { object: 'behaviors' }, ['filters tracking:email_open op=more']],
    ['email_id', '=', 1, { object: 'behaviors', type: 'boolean' }, ['filters tracking:email_click op=is']],
    ['redirect_id', '=', 1, { object: 'behaviors' }, ['filters tracking:email_click op=is']],
    ['sms_clicked_link', '=', 1, { object: 'behaviors' }, ['filters tracking:sms_click op=is']],
    ['notification', '=', 1, { object: 'behaviors' }, ['filters tracking:notification op=is']],
    ['dnc_unsubscribed', '=', 0, undefined, ['filters record:dnc op=is value=no']],
    ['dnc_manual_sms', '!=', '1', undefined, ['filters record:dnc op=is-not value=yes']],
    ['owner_id', '=', '1', { object: 'lead', display: 'Sample Admin' }, ['filters record:owner op=is']],
    ['date_added', 'gte', '-1 month', undefined, ['filters record:dates op=more value=-1 month']],
    ['generated_email_domain', '=', 'visitors.example', undefined, ['filters record:email_domain op=is']],
    ['integration_campaigns', '=', 'x', undefined, ['filters record:integration op=is']],
    ['group_points_1', 'gt', '20', { object: 'groups' }, ['filters point_group:Engagement op=more']],
    ['group_points_7', 'gt', '20', undefined, ['filters point_group:#7 op=more']],
    ['plugin_score', '=', '1', undefined, ['filters contact_field:plugin_score op=is']],
    // near misses
    ['date_of_birth', '=', '1990-01-01', undefined, ['filters contact_field:date_of_birth op=is']],
    ['dnc_reason', '=', '1', undefined, ['filters contact_field:dnc_reason op=is']],
    ['city', '=', 'x', { object: 'behaviors' }, []],
    ['source', '=', 'x', { object: 'company' }, ['filters company_field:source op=is']],
  ])('%s %s %j %j', (field, operator, filter, more, expected) => {
    expect(one(field, operator, filter, more)).toEqual(expected);
  });
});

describe('operators', () => {
  it.each([
    ['=', 'is'],
    ['!=', 'is-not'],
    ['!empty', 'set'],
    ['empty', 'unset'],
    ['in', 'any-of'],
    ['!in', 'none-of'],
    ['in_all', 'all-of'],
    ['!in_all', 'not-all-of'],
    ['gt', 'more'],
    ['gte', 'more'],
    ['lt', 'less'],
    ['lte', 'less'],
    ['between', 'between'],
    ['!between', 'not-between'],
    ['like', 'matches'],
    ['contains', 'matches'],
    ['startsWith', 'matches'],
    ['endsWith', 'matches'],
    ['regexp', 'matches'],
    ['!like', 'not-matches'],
    ['!regexp', 'not-matches'],
    ['date', 'date'],
    ['frobnicate', 'other'],
    ['toString', 'other'],
  ])('%s is %s', (operator, op) => {
    expect(one('city', operator, 'Rome')).toEqual([`filters contact_field:city op=${op}`]);
  });
});

describe('values that are kept', () => {
  it.each<[string, string, unknown, string]>([
    ['newsletter_optin', '=', 1, 'value=yes'],
    ['newsletter_optin', '=', '0', 'value=no'],
    ['newsletter_optin', '=', false, 'value=no'],
    ['newsletter_optin', '!empty', null, ''],
    ['diet', 'in', ['halal', 'vegan'], 'values=halal|vegan'],
    ['diet', '=', 'vegan', 'values=vegan'],
    ['diet', 'in', ['vegan', 'Anna Rossi'], ''],
    ['city', 'in', ['Torino'], ''],
    ['city', '=', '1', ''],
    ['firstname', '=', 'anna@visitors.example', ''],
    ['city', '=', 'birthday', 'value=birthday'],
    ['city', 'lt', '-24 months', 'value=-24 months'],
    ['city', 'lt', 'First day of last month', 'value=first day of last month'],
    ['city', 'lt', 'next year', 'value=next year'],
    ['city', 'lt', '2020-01-01', ''],
    ['city', 'lt', 'today anna', ''],
    ['city', 'between', { date_from: '2000-01-01', date_to: '2001-01-01' }, ''],
  ])('%s %s %j: %s', (field, operator, filter, kept) => {
    const [line] = one(field, operator, filter);
    expect(line?.replace(/^filters \S+ op=\S+ ?/u, '')).toBe(kept);
  });

  it('the value is properties.filter when that key exists, even null; else the root filter', () => {
    expect(
      short(SEGMENT, read([{ field: 'diet', object: 'lead', operator: 'in', filter: ['vegan'], properties: { filter: null } }]).uses),
    ).toEqual(['filters contact_field:diet n=1 group=1 op=any-of']);
    expect(short(SEGMENT, read([{ field: 'diet', object: 'lead', operator: 'in', filter: ['vegan'], display: 'Anna' }]).uses)).toEqual([
      'filters contact_field:diet n=1 group=1 op=any-of values=vegan',
    ]);
  });
});

describe('rows and groups', () => {
  it('an `or` starts a group, the first glue means nothing', () => {
    const rows = [{ ...row('city', '=', 'a'), glue: 'or' }, row('email', '!empty', null), { ...row('firstname', '=', 'b'), glue: 'or' }];
    expect(short(SEGMENT, read(rows).uses)).toEqual([
      'filters contact_field:city n=1 group=1 op=is',
      'filters contact_field:email n=2 group=1 op=set',
      'filters contact_field:firstname n=3 group=2 op=is',
    ]);
  });

  it('an object with gaps is a list; blank rows (B25) are counted and give nothing', () => {
    const { uses, rows, blank } = read({
      0: row('city', '=', 'x'),
      3: row('', '=', 'x'),
      4: { ...row(' ', '=', 'x') },
      7: row('email', '!empty', null),
    });
    expect([rows, blank]).toEqual([4, 2]);
    expect(short(SEGMENT, uses)).toEqual([
      'filters contact_field:city n=1 group=1 op=is',
      'filters contact_field:email n=4 group=1 op=set',
    ]);
  });

  it.each([[[]], [{}], [null], [undefined], ['x'], [[null, 1, 'x']]])('%j has no rows', filters => {
    expect(read(filters)).toEqual({ uses: [], rows: 0, blank: 0 });
  });
});

describe('cases from real life', () => {
  it('A41: behaviours by their old place, and without object', () => {
    expect(short(SEGMENT, read(caseRows('A41')).uses)).toEqual([
      'filters tracking:referrer n=1 group=1 op=is',
      'filters tracking:referrer n=2 group=1 op=is',
      'filters tracking:page_hit n=3 group=1 op=matches url=%/price%',
      'filters tracking:device n=4 group=1 op=any-of',
    ]);
  });
  it('B13: a field that was deleted', () => {
    expect(short(SEGMENT, read(caseRows('B13')).uses)).toEqual([
      'filters contact_field:email n=1 group=1 op=set',
      'filters contact_field:coin_budget n=2 group=1 op=more',
    ]);
  });
  it('B23: null, lists and objects as values', () => {
    const { uses, blank } = read(caseRows('B23'));
    expect(blank).toBe(1);
    expect(short(SEGMENT, uses)).toEqual([
      'filters contact_field:city n=1 group=1 op=set',
      'filters contact_field:state n=2 group=1 op=unset',
      'filters contact_field:birthday n=3 group=1 op=between',
      'filters segment:* n=4 group=1 op=unset',
    ]);
  });
  it('B26: segments in segments, one of them itself', () => {
    expect(short(SEGMENT, read(caseRows('B26', '4')).uses)).toEqual([
      'filters segment:#3 n=1 group=1 op=any-of',
      'filters segment:#99 n=1 group=1 op=any-of',
      'filters segment:members n=1 group=1 op=any-of',
    ]);
    expect(short(SEGMENT, read(caseRows('B26', '5')).uses)).toEqual(['filters segment:#5 n=1 group=1 op=none-of']);
  });
});
