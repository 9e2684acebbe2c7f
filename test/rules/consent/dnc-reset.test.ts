import { describe, expect, it } from 'vitest';
import rule from '../../../rules/consent/dnc-reset.js';
import type { Item, Use } from '../../../src/mautic/snapshot.js';
import { adds, boxOf, decides, item, NEWS, step, targets, use } from '../../lint/paths-support.js';
import { EXAMPLE_FILE, findingsOf, lintExample, subjectsOf } from '../examples.js';
import { absent, box } from '../form-items.js';

const PURPOSES = `purposes: {${NEWS}, pdf: {use: service-delivery, legal_basis: contract}}\n`;
const lifts = (from: string, id = 1): Use =>
  use(from, 'removes', 'record:dnc', from.startsWith('campaign:') ? 'campaign.event' : 'form.action', { id });
const subjects = (items: readonly Item[], uses: readonly Use[], declarations = PURPOSES): string[] =>
  subjectsOf(rule, { declarations, items, uses });

describe('a form', () => {
  const F = item('form:F', { id: 1 });
  const asking = (more: object = {}): string[] => {
    const { items, uses } = boxOf('F', 'news_ok', more);
    return subjects([F, item('contact_field:news_ok', { type: 'boolean' }), ...items], [...uses, lifts('form:F')]);
  };

  it('that lifts an unsubscribe is found once', () => {
    const declarations = `${PURPOSES}forms: {F: {purposes: [pdf]}}`;
    expect(findingsOf(rule, { declarations, items: [F], uses: [lifts('form:F'), lifts('form:F', 2)], finds: [] })).toMatchObject([
      { subject: 'form:F', severity: 'error', place: { file: EXAMPLE_FILE, path: ['forms', 'F'] }, data: { item: 'F', kind: 'form' } },
    ]);
  });

  it('may do so together with a box that people tick themselves', () => {
    expect(asking()).toEqual([]);
    expect(asking({ required: true })).toEqual(['form:F']);
    expect(asking({ default: 'option', default_option: '1' })).toEqual(['form:F']);
    expect(asking({ type: 'hidden' })).toEqual(['form:F']);
  });

  it('may not do so with a box for something that is not sent by e-mail', () => {
    const declared = (purposes: string): string[] =>
      subjects(
        [F, box('F/keep', 'You may keep what I wrote')],
        [lifts('form:F')],
        `${PURPOSES}forms: {F: {fields: {keep: {role: consent, purposes: ${purposes}}}}}`,
      );
    expect([declared('[pdf]'), declared('[news]'), declared('[pdf, news]')]).toEqual([['form:F'], [], []]);
  });

  it('may do so with a box that reads like one', () => {
    expect(subjects([F, box('F/again', 'I agree to receive offers again')], [lifts('form:F')])).toEqual([]);
    expect(subjects([F, box('F/terms', 'I have read the terms')], [lifts('form:F')])).toEqual(['form:F']);
  });

  it('may do so when it is there for nothing else, as declared', () => {
    const declared = (form: string): string[] => subjects([F], [lifts('form:F')], `${PURPOSES}forms: {F: ${form}}`);
    expect(declared('{purposes: [news], consent: submit}')).toEqual([]);
    expect(declared('{purposes: [news]}')).toEqual(['form:F']);
    expect(declared('{purposes: [news, pdf], consent: submit}')).toEqual(['form:F']);
  });

  it('is not found when it is off, or lifts something else', () => {
    expect(subjects([item('form:F', { published: false })], [lifts('form:F')])).toEqual([]);
    expect(subjects([F], [use('form:F', 'removes', 'tag:lead', 'form.action')])).toEqual([]);
  });
});

describe('a campaign', () => {
  const OK = item('contact_field:news_ok', { type: 'boolean' });
  const asking = boxOf('F', 'news_ok');
  const inCampaign = (events: object[], uses: readonly Use[], id: number, more: readonly Item[] = []): string[] =>
    subjects(
      [OK, item('form:F'), ...asking.items, item('campaign:C', { events }), ...more],
      [...asking.uses, lifts('campaign:C', id), ...uses],
    );
  const decision = step(1, 0, '', { kind: 'decision', type: 'form.submit' });

  it('that lifts an unsubscribe', () => {
    expect(inCampaign([step(1)], [targets('campaign:C', 'segment:S')], 1, [item('segment:S')])).toEqual(['campaign:C']);
  });

  it('on the branch of those who sent a form that asks', () => {
    const events = [decision, step(2, 1, 'yes'), step(3, 2), step(4, 1, 'no')];
    const asks = decides('campaign:C', 1, 'form:F');
    expect([2, 3, 4].map(id => inCampaign(events, [asks], id))).toEqual([[], [], ['campaign:C']]);
    const other = decides('campaign:C', 1, 'form:G');
    expect(inCampaign(events, [asks, other], 2, [item('form:G')])).toEqual(['campaign:C']);
  });

  it('a yes that was stored earlier is older than the unsubscribe', () => {
    const events = [step(1, 0, '', { kind: 'condition', type: 'lead.field_value' }), step(2, 1, 'yes')];
    expect(inCampaign(events, [decides('campaign:C', 1, 'contact_field:news_ok', { op: 'is', value: 'yes' })], 2)).toEqual(['campaign:C']);
  });

  it('that takes people only from a form that asks', () => {
    expect(inCampaign([step(1)], [targets('campaign:C', 'form:F')], 1)).toEqual([]);
    expect(inCampaign([step(1)], [targets('campaign:C', 'form:F'), targets('campaign:C', 'form:G')], 1, [item('form:G')])).toEqual([
      'campaign:C',
    ]);
    expect(
      inCampaign([step(1)], [targets('campaign:C', 'form:F'), adds('point_trigger:Q', 'campaign:C')], 1, [item('point_trigger:Q')]),
    ).toEqual(['campaign:C']);
  });

  it('whose steps go in a circle, or were not seen', () => {
    expect(inCampaign([step(1, 2), step(2, 1)], [targets('campaign:C', 'segment:S')], 1)).toEqual(['campaign:C']);
    expect(subjects([item('campaign:C', { events: undefined })], [lifts('campaign:C')])).toEqual([]);
    expect(subjects([item('campaign:C', { events: [step(1)], published: false })], [lifts('campaign:C')])).toEqual([]);
  });
});

it('is not run without the questions of forms, nor for campaigns that were not seen', () => {
  const example = {
    declarations: PURPOSES,
    items: [item('form:F'), item('campaign:C')],
    uses: [lifts('form:F'), lifts('campaign:C')],
    finds: [],
  };
  const run = (of: 'form_field' | 'campaign') => {
    const { findings, notRun } = lintExample({ ...example, coverage: [absent(of)] });
    return [
      findings.filter(finding => finding.rule === rule.id).map(({ subject }) => subject),
      notRun.filter(entry => entry.rule === rule.id),
    ];
  };
  expect(run('form_field')).toEqual([[], [{ rule: rule.id, of: 'form_field', why: ['refused'] }]]);
  expect(run('campaign')).toEqual([['form:F'], [{ rule: rule.id, of: 'campaign', why: ['refused'] }]]);
});
