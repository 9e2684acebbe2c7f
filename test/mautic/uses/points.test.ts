import { describe, expect, it } from 'vitest';
import { pointActionUses, pointTriggerUses } from '../../../src/mautic/uses/index.js';
import { caseAnswer } from './cases.js';
import { item, resolved, short } from './support.js';

describe('point actions', () => {
  it.each<[string, unknown, number, string[]]>([
    [
      'page.hit',
      { pages: [1, '2'] },
      3,
      ['decides page:event', 'decides page:welcome', 'decides tracking:page_hit', 'writes contact_field:points delta=up'],
    ],
    ['page.hit', { pages: [] }, 3, ['decides page:*', 'decides tracking:page_hit', 'writes contact_field:points delta=up']],
    ['asset.download', { assets: [1] }, 4, ['decides asset:Guide', 'decides tracking:download', 'writes contact_field:points delta=up']],
    [
      'email.open',
      { emails: [2] },
      2,
      ['decides email:Monthly letter', 'decides tracking:email_open', 'writes contact_field:points delta=up'],
    ],
    ['email.send', [], 0, ['decides email:*', 'decides tracking:email_sent', 'writes contact_field:points delta=set']],
    ['form.submit', { forms: [1] }, -20, ['decides form:Newsletter', 'writes contact_field:points delta=down']],
    ['form.submit', { forms: [] }, 1, ['decides form:*', 'writes contact_field:points delta=up']],
    [
      'url.hit',
      { page_url: 'https://northlight.example/tickets*', page_hits: 2 },
      5,
      ['decides tracking:page_hit url=northlight.example/tickets*', 'writes contact_field:points delta=up'],
    ],
    ['url.hit', { page_url: '*' }, 5, ['decides tracking:page_hit', 'writes contact_field:points delta=up']],
    ['plugin.thing', {}, 5, ['writes contact_field:points delta=up']],
  ])('%s %j %i', (type, properties, delta, expected) => {
    expect(short(item('point_action'), pointActionUses({ id: 1, type, properties, delta }))).toEqual(expected);
  });
});

describe('point triggers', () => {
  const events = (type: string, properties: unknown) =>
    short(item('point_trigger'), pointTriggerUses({ events: [{ id: 4, type, properties }] }));

  it('start at a number of points', () => {
    expect(short(item('point_trigger'), pointTriggerUses({ points: 50, events: [] }))).toEqual(['decides contact_field:points']);
  });

  it.each<[string, unknown, string[]]>([
    ['lead.changelists', { addToLists: [1], removeFromLists: [2] }, ['adds segment:readers', 'removes segment:members']],
    ['lead.changetags', { add_tags: ['donor'], remove_tags: ['2024'] }, ['adds tag:donor', 'removes tag:2024']],
    ['campaign.changecampaign', { addTo: [1], removeFrom: ['2'] }, ['adds campaign:Welcome journey', 'removes campaign:Clean-up']],
    ['email.send', { email: 1 }, ['sends email:Welcome']],
    [
      'email.send_to_user',
      { useremail: { email: 2 }, user_id: [1], to_owner: 0, to: 'team@northlight.example', cc: '', bcc: '' },
      ['sends email:Monthly letter staff=true', 'shares recipient:@northlight.example'],
    ],
    ['plugin.leadpush', { integration: 'Hubspot' }, ['reads record:contact', 'shares recipient:integration/Hubspot']],
    ['plugin.leadpush', { integration: 'anna@visitors.example' }, ['reads record:contact', 'shares recipient:integration/other']],
    ['lead.unknown', { add_tags: ['x'] }, []],
  ])('%s', (type, properties, expected) => {
    expect(events(type, properties)).toEqual([...expected, 'decides contact_field:points']);
  });

  it('A17: a tag by name that no list has, an e-mail by number', () => {
    const row = caseAnswer('A17', 'GET /api/points/triggers', 'triggers', '0');
    expect(resolved(item('point_trigger'), pointTriggerUses(row))).toEqual([
      { how: 'adds', to: 'tag:hot', id: 4, type: 'lead.changetags' },
      { how: 'sends', to: 'email:#12', id: 5, type: 'email.send' },
      { how: 'decides', to: 'contact_field:points' },
    ]);
  });
});
