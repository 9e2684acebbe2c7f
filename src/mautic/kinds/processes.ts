/** What acts on contacts by itself or sends their data away: point actions and triggers, campaigns, webhooks, reports. */
import { isRecord, type UnknownRecord } from '../../guards.js';
import { compareBytes } from '../texts/values.js';
import { clean, keyOf, openWord, rowsOf } from '../texts.js';
import { campaignUses, pointActionUses, pointTriggerUses, reportUses, webhookUses } from '../uses/index.js';
import { actionList } from './actions.js';
import { ADDED, CHANGED, DATES, DESCRIPTION, flag, PUBLISHED, whole, word } from './columns.js';
import { has, type KindReader, type More } from './reader.js';

const byName = (row: UnknownRecord): unknown => keyOf(row, 'name');

export const pointAction: KindReader = {
  kind: 'point_action',
  key: byName,
  columns: [
    PUBLISHED,
    ...DATES,
    DESCRIPTION,
    ADDED,
    CHANGED,
    word('type', 'type'),
    whole('delta', 'delta'),
    flag('repeatable', 'repeatable'),
  ],
  full: has('properties'),
  more: row => ({ uses: { action: pointActionUses(row) } }),
};

export const pointTrigger: KindReader = {
  kind: 'point_trigger',
  key: byName,
  columns: [PUBLISHED, ...DATES, DESCRIPTION, ADDED, CHANGED, whole('points', 'points'), flag('existing', 'triggerExistingLeads')],
  full: has('events'),
  more: row => {
    const { actions, masked } = actionList(keyOf(row, 'events'));
    return { properties: { events: actions }, masked: masked ? ['events'] : [], uses: { events: pointTriggerUses(row) } };
  },
};

export const campaign: KindReader = {
  kind: 'campaign',
  key: byName,
  columns: [PUBLISHED, ...DATES, DESCRIPTION, ADDED, CHANGED, flag('restart', 'allowRestart')],
  full: has('events'),
  nested: [
    { keys: ['lists'], kind: 'segment' },
    { keys: ['forms'], kind: 'form' },
  ],
  more: campaignSteps,
};

function campaignSteps(row: UnknownRecord): More {
  const { uses, events } = campaignUses(row);
  const masked = rowsOf(keyOf(row, 'events')).some(event => isRecord(event) && clean(event.name, 80).masked);
  return {
    properties: events === undefined ? {} : { events },
    masked: masked ? ['events'] : [],
    uses: {
      ...(uses.targets === undefined ? {} : { targets: uses.targets }),
      ...(uses.events === undefined ? {} : { events: uses.events }),
    },
  };
}

export const webhook: KindReader = {
  kind: 'webhook',
  key: byName,
  columns: [PUBLISHED, ADDED],
  full: has('triggers'),
  more: row => {
    const triggers = rowsOf(keyOf(row, 'triggers')).map(openWord);
    return {
      properties: { triggers: [...new Set(triggers)].filter(word => word !== '').sort(compareBytes) },
      uses: { hook: webhookUses(row) },
    };
  },
};

export const report: KindReader = {
  kind: 'report',
  key: byName,
  columns: [flag('system', 'system'), flag('scheduled', 'isScheduled'), word('source', 'source')],
  full: has('columns'),
  more: row => ({ uses: { report: reportUses(row) } }),
};
