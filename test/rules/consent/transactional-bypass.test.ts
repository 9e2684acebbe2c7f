import { describe, expect, it } from 'vitest';
import rule from '../../../rules/consent/transactional-bypass.js';
import type { CampaignEvent, Item, Use } from '../../../src/mautic/snapshot.js';
import { item, NEWS, sends, step, targets, use } from '../../lint/paths-support.js';
import { EXAMPLE_FILE, findingsOf, lintExample, subjectsOf } from '../examples.js';
import { absent } from '../form-items.js';

const SERVICE = 'pdf: {use: service-delivery, legal_basis: contract}';
const DECLARED = `purposes: {${NEWS}, ${SERVICE}}\nemails: {E: {purposes: [news]}}`;
const E = item('email:E', { id: 1 });
const campaign = (email_mode?: CampaignEvent['email_mode'], more: object = {}): Item =>
  item('campaign:C', { events: [step(1, 0, '', email_mode === undefined ? {} : { email_mode })], ...more });
const subjects = (items: readonly Item[], uses: readonly Use[], declarations = DECLARED): string[] =>
  subjectsOf(rule, { declarations, items: [E, ...items], uses });

describe('advertising sent as a service message', () => {
  it('by a step of a campaign', () => {
    const uses = [sends('campaign:C', 'email:E'), sends('campaign:C', 'email:E', { id: 1, type: 'email.send' })];
    expect(
      findingsOf(rule, {
        declarations: `${DECLARED}\ncampaigns: {C: {purposes: [news]}}`,
        items: [E, campaign('transactional')],
        uses,
        finds: [],
      }),
    ).toMatchObject([
      {
        subject: 'campaign:C',
        severity: 'error',
        place: { file: EXAMPLE_FILE, path: ['campaigns', 'C'] },
        data: { email: 'E', item: 'C', kind: 'campaign', detail: 'set-type' },
        related: [{ subject: 'email:E', place: { file: EXAMPLE_FILE, path: ['emails', 'E'] } }],
        key: 'email:E',
      },
    ]);
  });

  it.each(['form', 'point_trigger'])('by a %s, whose e-mails have no type', kind => {
    const sender = `${kind}:S`;
    const found = findingsOf(rule, { declarations: DECLARED, items: [E, item(sender)], uses: [sends(sender, 'email:E')], finds: [] });
    expect(found.map(({ subject, data }) => [subject, data.detail])).toEqual([[sender, 'by-campaign']]);
  });

  it.each<[name: string, item: Item, sent: Use, expected: readonly string[]]>([
    ['that says nothing', campaign('missing'), sends('campaign:C', 'email:E'), ['campaign:C']],
    ['that says marketing', campaign('marketing'), sends('campaign:C', 'email:E'), []],
    ['whose type was not seen', campaign(), sends('campaign:C', 'email:E'), []],
    ['whose steps were not seen', item('campaign:C', { events: undefined }), sends('campaign:C', 'email:E'), []],
    ['to staff', campaign('missing'), sends('campaign:C', 'email:E', { staff: true }), []],
    ['of a campaign that is off', campaign('missing', { published: false }), sends('campaign:C', 'email:E'), []],
    ['of a form', item('form:F'), sends('form:F', 'email:E'), ['form:F']],
    ['of a form, to the office', item('form:F'), sends('form:F', 'email:E', { staff: true }), []],
    ['of a point trigger', item('point_trigger:Q'), sends('point_trigger:Q', 'email:E'), ['point_trigger:Q']],
    ['of a message', item('message:M'), use('message:M', 'sends', 'email:E', 'message.channel'), []],
    ['that sends a text message', campaign('missing'), sends('campaign:C', 'text_message:T'), []],
  ])('a step %s', (_, sender, sent, expected) => {
    expect(subjects([sender, item('text_message:T')], [sent])).toEqual(expected);
  });

  it('with advertising among its purposes, its own or those of its campaign', () => {
    const sent = [sends('campaign:C', 'email:E')];
    expect(subjects([campaign('missing')], sent, DECLARED.replace('[news]', '[pdf]'))).toEqual([]);
    expect(subjects([campaign('missing')], sent, DECLARED.replace('[news]', '[pdf, news]'))).toEqual(['campaign:C']);
    const undeclared = `purposes: {${NEWS}, ${SERVICE}}`;
    expect(subjects([campaign('missing')], sent, undeclared)).toEqual([]);
    expect(subjects([campaign('missing')], sent, `${undeclared}\ncampaigns: {C: {purposes: [news]}}`)).toEqual(['campaign:C']);
  });

  it('not of an e-mail that is off', () => {
    expect(
      subjectsOf(rule, {
        declarations: DECLARED,
        items: [item('email:E', { published: false }), campaign('missing')],
        uses: [sends('campaign:C', 'email:E')],
      }),
    ).toEqual([]);
  });
});

describe('the e-mail that asks for the click', () => {
  const confirmed = DECLARED.replace('collected_by', 'confirmed_by: campaign:C, collected_by');

  it('is none when the campaign that confirms sends it', () => {
    expect(subjects([campaign('transactional')], [sends('campaign:C', 'email:E')], confirmed)).toEqual([]);
    const other = item('campaign:D', { events: [step(1, 0, '', { email_mode: 'transactional' })] });
    expect(subjects([campaign('marketing'), other], [sends('campaign:D', 'email:E')], confirmed)).toEqual(['campaign:D']);
  });

  it('nor when the form sends it that this campaign takes its people from', () => {
    const items = [campaign('marketing'), item('form:F'), item('form:G')];
    const uses = [targets('campaign:C', 'form:F'), sends('form:F', 'email:E'), sends('form:G', 'email:E')];
    expect(subjects(items, uses, confirmed)).toEqual(['form:G']);
  });

  it('nor when it has the link of a plugin', () => {
    const by = (token: string): string[] =>
      subjectsOf(rule, {
        declarations: DECLARED,
        items: [item('email:E', { other_tokens: [token] }), item('form:F')],
        uses: [sends('form:F', 'email:E')],
      });
    expect([by('doi_link'), by('confirm'), by('doing'), by('coupon')]).toEqual([[], [], ['form:F'], ['form:F']]);
  });

  it('but is one when it serves other advertising as well', () => {
    const more = `purposes: {${NEWS.replace('collected_by', 'confirmed_by: campaign:C, collected_by')}, ads: {use: email-marketing, legal_basis: consent}}\nemails: {E: {purposes: [news, ads]}}`;
    expect(subjects([campaign('transactional')], [sends('campaign:C', 'email:E')], more)).toEqual(['campaign:C']);
  });
});

it('is not run for senders that were not seen, and runs for the others', () => {
  const example = {
    declarations: DECLARED,
    items: [E, item('form:F'), campaign('missing')],
    uses: [sends('form:F', 'email:E'), sends('campaign:C', 'email:E')],
    finds: [],
  };
  const { findings, notRun } = lintExample({ ...example, coverage: [absent('campaign')] });
  expect(findings.filter(finding => finding.rule === rule.id).map(({ subject }) => subject)).toEqual(['form:F']);
  expect(notRun).toContainEqual({ rule: rule.id, of: 'campaign', why: ['refused'] });
});
