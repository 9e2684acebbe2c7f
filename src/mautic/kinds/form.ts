/** Forms: `/api/forms`, v2 `forms`, export `forms` (with `form_field` and `form_action` joined to it). */
import { isRecord, type UnknownRecord } from '../../guards.js';
import type { Source } from '../draft.js';
import { asFlag, asId, keyOf, rowsOf } from '../texts.js';
import { formActionUses, formAfterUses } from '../uses/index.js';
import { actionList } from './actions.js';
import { ADDED, CHANGED, choice, DATES, DESCRIPTION, flag, LANGUAGE, name, PUBLISHED, word } from './columns.js';
import type { KindReader, More } from './reader.js';

const COLUMNS = [
  PUBLISHED,
  ...DATES,
  LANGUAGE,
  DESCRIPTION,
  ADDED,
  CHANGED,
  name('alias', 'alias'),
  choice('type', 'formType', ['standalone', 'campaign']),
  choice('after', 'postAction', ['return', 'redirect', 'message', 'hideform']),
  flag('kiosk', 'inKioskMode', false),
  word('theme', 'template'),
];

function more(row: UnknownRecord, source: Source): More {
  const fields = keyOf(row, 'fields');
  const actions = keyOf(row, 'actions');
  const listed = actions === undefined ? undefined : actionList(actions);
  return {
    properties: {
      ...(fields === undefined ? {} : { _fields: idsOf(fields) }),
      ...(listed === undefined ? {} : { actions: listed.actions }),
      ...progressive(row, rowsOf(fields), source),
    },
    masked: listed?.masked === true ? ['actions'] : [],
    uses: {
      ...(actions === undefined ? {} : { actions: rowsOf(actions).flatMap(action => [...formActionUses(action, row)]) }),
      ...(keyOf(row, 'postActionProperty') === undefined ? {} : { after: formAfterUses(row) }),
    },
  };
}

function idsOf(fields: unknown): number[] {
  return rowsOf(fields)
    .flatMap(field => (isRecord(field) ? (asId(field.id) ?? []) : []))
    .sort((a, b) => a - b);
}

/**
 * Progressive profiling. v1 hides it but for one sign: the rendered form is not kept when questions come step by step (`cachedHtml` null,
 * seen live, 5.1.0). v2 and exports have the settings; only v2 has the limit of the form.
 */
function progressive(row: UnknownRecord, fields: readonly unknown[], source: Source): Readonly<Record<string, unknown>> {
  const cached = keyOf(row, 'cachedHtml');
  const sign = cached === undefined ? {} : { _cached: typeof cached === 'string' && cached !== '' ? 'no' : 'maybe' };
  if (source !== 'v2' && source !== 'export') return sign;
  const limit = asId(keyOf(row, 'progressiveProfilingLimit'));
  const stepwise = limit !== undefined || fields.some(asksLater);
  return {
    ...sign,
    ...(stepwise ? { progressive: 'yes' } : {}),
    ...(limit === undefined ? {} : { progressive_limit: limit }),
  };
}

function asksLater(field: unknown): boolean {
  return asFlag(keyOf(field, 'showWhenValueExists')) === false || (asId(keyOf(field, 'showAfterXSubmissions')) ?? 0) > 0;
}

export const form: KindReader = {
  kind: 'form',
  key: row => keyOf(row, 'name'),
  columns: COLUMNS,
  // partial answers (`select[]`) have fields, but invent the published flag; they lack the alias
  full: row => Object.hasOwn(row, 'fields') && Object.hasOwn(row, 'alias'),
  nested: [{ keys: ['fields'], kind: 'form_field', whole: true, parent: 'form' }],
  nulls: {
    publishUp: { properties: { publish_up: '' } },
    publishDown: { properties: { publish_down: '' } },
    description: { properties: { description: '' } },
    category: { links: { category: null } },
    language: { properties: { language: '' } },
    template: { properties: { theme: '' } },
    dateModified: { properties: { changed: '' } },
    dateAdded: { properties: { added: '' } },
    postActionProperty: { uses: ['after'] },
    cachedHtml: { properties: { _cached: 'maybe' } },
    progressiveProfilingLimit: { properties: { progressive: 'no', progressive_limit: 0 } },
  },
  more,
};
