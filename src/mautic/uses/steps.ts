/** What submit actions, trigger events and campaign actions have in common: the same deed under other names of properties. */
import { isRecord } from '../../guards.js';
import type { DraftUse } from '../draft.js';
import { keyOf, rowsOf, textOf } from '../texts/values.js';
import { yesOrNo } from './conditions.js';
import { deltaOf, each, integration, mailboxes, type Place, points, tags, use } from './draft-uses.js';

/** A deed: its place and the properties of its row. */
export type Deed = (place: Place, properties: unknown) => DraftUse[];

/** Into and out of segments or campaigns. */
export function membership(kind: 'segment' | 'campaign', into: string, outOf: string): Deed {
  return (place, properties) => [
    ...each(place, 'adds', kind, keyOf(properties, into)),
    ...each(place, 'removes', kind, keyOf(properties, outOf)),
  ];
}

/** Tags that a step gives, and tags that it takes away. */
export const changeTags: Deed = (place, properties) => [
  ...tags(place, 'adds', keyOf(properties, 'add_tags')),
  ...tags(place, 'removes', keyOf(properties, 'remove_tags')),
];

/** An amount with its sign. */
export const changePoints: Deed = (place, properties) =>
  points(place, 'writes', keyOf(properties, 'group'), { delta: deltaOf(keyOf(properties, 'points')) });

const OPERATORS: ReadonlyMap<string, 1 | -1> = new Map([
  ['plus', 1],
  ['minus', -1],
]);

/** An amount with an operator: times and divide set. */
export const calculatePoints: Deed = (place, properties) => {
  const sign = OPERATORS.get(textOf(keyOf(properties, 'operator')) || 'plus') ?? 0;
  return points(place, 'writes', keyOf(properties, 'group'), { delta: deltaOf(Number(textOf(keyOf(properties, 'points'))) * sign) });
};

/** Always the same target. */
export function fixed(how: DraftUse['how'], pseudo: string): Deed {
  return place => [use(place, how, { pseudo })];
}

/** Hands the contact to the integration that the step names; which fields, its settings say, which no answer shows. */
export const push: Deed = (place, properties) => integration(place, keyOf(properties, 'integration'));

/** An e-mail to the person. */
export const sendEmail: Deed = (place, properties) => each(place, 'sends', 'email', keyOf(properties, 'email'));

/** An e-mail to staff, and to the addresses named. User ids are not resolved: they name staff. */
export const sendToStaff: Deed = (place, properties) => [
  ...each({ ...place, staff: true }, 'sends', 'email', keyOf(keyOf(properties, 'useremail'), 'email')),
  ...mailboxes(place, keyOf(properties, 'to'), keyOf(properties, 'cc'), keyOf(properties, 'bcc')),
];

/** What the editor of campaigns leaves in the properties beside the aliases of fields (seen live, 5.1.0). */
const NOISE: ReadonlySet<string> = new Set([
  ...['_token', 'anchor', 'anchorEventType', 'buttons', 'campaignId', 'canvasSettings', 'eventType', 'id', 'name', 'properties'],
  ...['settings', 'tempId', 'triggerDate', 'triggerHour', 'triggerInterval', 'triggerIntervalUnit', 'triggerMode'],
  ...['triggerRestrictedDaysOfWeek', 'triggerRestrictedStartHour', 'triggerRestrictedStopHour', 'triggerWindow', 'type'],
]);
const EDITOR_MARKS: readonly string[] = ['_token', 'canvasSettings', 'settings', 'properties', 'anchorEventType'];

/** Fields that are set: every alias is there, and only what is not empty is written (`"0"` is not empty). */
export function writeFields(object: 'contact' | 'company'): Deed {
  return (place, properties) => {
    if (!isRecord(properties)) return [];
    const polluted = EDITOR_MARKS.some(mark => Object.hasOwn(properties, mark));
    return Object.entries(properties).flatMap(([field, value]) => {
      if ((polluted && NOISE.has(field)) || isEmpty(value)) return [];
      const text = rowsOf(value).length > 0 ? rowsOf(value).map(textOf).join('|') : textOf(value);
      const kind = /\{[^}]*\}|%7B/iu.test(text) ? 'token' : 'constant';
      return [use(place, 'writes', { field, object }, { value: kind, flag: yesOrNo(value) })];
    });
  };
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (typeof value === 'object' && rowsOf(value).length === 0);
}
