/** Who else gets it, and where it comes from. */
import type { Breakage } from '../breaking.js';
import { added, all, changed, written } from '../changes.js';
import { newStep } from '../news.js';

const SYSTEMS = 'recipients-and-systems.yaml';
const BADGES = { from: 'campaign:Torchio day', how: 'reads', at: 'campaign.event', id: 43, type: 'campaign.sendwebhook', in: 'data' };
const ROOM = 'webhook:New contacts to the webinar room';

export const sharing: readonly Breakage[] = [
  {
    happened: 'every seat in a webinar is copied into a table somewhere on the web',
    edit: newStep(
      'Seat in a webinar',
      'campaign.sendwebhook',
      {},
      { how: 'shares', to: 'recipient:hooks.tabellone.example' },
      { how: 'reads', to: 'contact_field:email', in: 'data', param: 'email' },
    ),
    finds: ['undeclared-recipient campaign:Seat in a webinar error'],
  },
  {
    happened: 'the list of guests is mailed to the firm that builds the stands',
    edit: changed('uses', { from: 'report:Desk list of the Torchio day', how: 'shares' }, { to: 'recipient:@standbau.example' }),
    finds: ['undeclared-recipient report:Desk list of the Torchio day error'],
  },
  {
    happened: 'the contract with the printer of badges is not renewed',
    edit: written(SYSTEMS, '    contract: {document: https://docs.meridiana.example/contracts/badges.pdf, date: 2026-09-14}\n', ''),
    finds: ['recipient-contract recipient:badge-printer error'],
  },
  {
    happened: 'editors come from a broker of addresses',
    edit: written(
      'people/tags.yaml',
      'source: [form:Accredito stampa, "offline:press desk at the fair"]',
      'source: ["third-party:broker of addresses"]',
    ),
    // Nobody knows how they agreed, and nobody tells them.
    finds: ['bought-list tag:press:* error', 'indirect-source tag:press:* error'],
  },
  {
    happened: 'nobody says when people learn what the CRM tells us about them',
    edit: written(
      'fields/sales.yaml',
      'when: Whenever sales moves the offer on\n    source: [system:crm]\n    informed: {when: already known}\n',
      'when: Whenever sales moves the offer on\n    source: [system:crm]\n',
    ),
    finds: ['indirect-source contact_field:crm_state error'],
  },
  {
    happened: 'the printer of badges gets the mobile number as well',
    edit: added('uses', { ...BADGES, to: 'contact_field:mobile', param: 'mobile' }),
    finds: ['over-sharing campaign:Torchio day error'],
  },
  {
    happened: 'a webhook tells the webinar room of every new contact',
    edit: all(
      added('items', {
        kind: 'webhook',
        id: 900,
        key: 'New contacts to the webinar room',
        published: true,
        category: 'none',
        added: '2026-11-24',
        triggers: ['mautic.lead_post_save_new'],
      }),
      added('uses', { from: ROOM, how: 'shares', to: 'recipient:meet.saalwerk.example', at: 'webhook' }),
      added('uses', { from: ROOM, how: 'reads', to: 'record:contact', at: 'webhook.trigger', type: 'mautic.lead_post_save_new' }),
    ),
    finds: [`over-sharing ${ROOM} error`],
  },
  {
    happened: 'the CRM and the webinar room both know best since when somebody is a client',
    edit: written(SYSTEMS, '    master_of: [webinar_watched]\n', '    master_of: [webinar_watched, client_since]\n'),
    finds: ['systems-disagree system:webinar-room error'],
  },
  {
    happened: 'nobody says any more that the relay holds back what the CRM does not get',
    edit: written(
      'content/campaigns.yaml',
      'client-letter, consent-records], recipients: [crm], filtered_by: relay',
      'client-letter, consent-records], recipients: [crm]',
    ),
    finds: ['over-sharing webhook:Refusals to the relay of the CRM error'],
  },
  {
    happened: 'a no reaches the CRM after a month',
    edit: written(
      SYSTEMS,
      '    # Who says no here must not be written to from there.\n    consent_master: mautic\n    propagates_within: PT1H\n',
      '    # Who says no here must not be written to from there.\n    consent_master: mautic\n    propagates_within: P30D\n',
    ),
    finds: ['systems-disagree system:crm error'],
  },
];
