/** The lowest version of Mautic that has the keys that were seen (docs/snapshot-format.md, section 1). */
import type { UnknownRecord } from '../guards.js';
import type { Kind } from '../items.js';
import type { Source } from './draft.js';
import type { Made } from './snapshot.js';

export type Series = Made['series'];

const ORDER: readonly Series[] = ['2', '3', '4.0', '4.1', '4.2', '5.0', '5.1', '5.2', '6.0', '7.0'];

interface Sign {
  readonly kinds: readonly Kind[];
  readonly key: string;
  readonly since: Series;
}

const FIELDS: readonly Kind[] = ['contact_field', 'company_field'];
const SIGNS: readonly Sign[] = [
  { kinds: ['segment'], key: 'publicName', since: '3' },
  { kinds: FIELDS, key: 'isFixed', since: '4.0' },
  { kinds: ['form_field'], key: 'conditions', since: '4.1' },
  { kinds: ['tag'], key: 'description', since: '4.2' },
  { kinds: ['form_field'], key: 'mappedField', since: '5.0' },
  { kinds: ['form'], key: 'language', since: '5.1' },
  { kinds: ['email'], key: 'publicPreview', since: '5.1' },
  { kinds: FIELDS, key: 'charLengthLimit', since: '5.2' },
  { kinds: ['email'], key: 'preheaderText', since: '5.2' },
  { kinds: ['form_field'], key: 'isReadOnly', since: '6.0' },
  { kinds: ['form_field'], key: 'fieldWidth', since: '7.0' },
  { kinds: ['dynamic_content'], key: 'type', since: '7.0' },
];
/** Kinds whose rows have `projects` from 7.0 on; elsewhere the word may be a plugin's. */
const IN_PROJECTS: readonly Kind[] = [
  'asset',
  'campaign',
  'message',
  'email',
  'form',
  'segment',
  'page',
  'point_action',
  'point_trigger',
  'stage',
];

/** The version that one row proves. */
export function seriesOf(kind: Kind, row: UnknownRecord, source: Source): Series {
  if (source === 'v2' || source === 'export') return '7.0';
  const signs = SIGNS.filter(sign => sign.kinds.includes(kind) && Object.hasOwn(row, sign.key)).map(sign => sign.since);
  if (kind === 'point_group') signs.push('5.1');
  if (IN_PROJECTS.includes(kind) && Object.hasOwn(row, 'projects')) signs.push('7.0');
  return signs.reduce(later, '2');
}

/** The newer one of two versions, in the order of Mautic's releases. */
export function later(a: Series, b: Series): Series {
  return ORDER.indexOf(a) >= ORDER.indexOf(b) ? a : b;
}

/** Whether a Mautic has what came with a version: by its own word (`5.2.1`), else by the keys that were seen. */
export function hasVersion(since: Series, made: { readonly mautic?: string; readonly series: Series }): boolean {
  const own = /^(\d+)\.(\d+)/u.exec(made.mautic ?? '');
  if (own === null) return ORDER.indexOf(made.series) >= ORDER.indexOf(since);
  const [major = 0, minor = 0] = since.split('.').map(Number);
  return Number(own[1]) > major || (Number(own[1]) === major && Number(own[2]) >= minor);
}
