/** Contact and company fields: `/api/fields/{contact|company}`, v2 `lead_fields`, export `lead_field`. */
import { isRecord, type UnknownRecord } from '../../guards.js';
import { asFlag, keyOf, readOptions } from '../texts.js';
import { ADDED, CHANGED, flag, PUBLISHED, text, word } from './columns.js';
import { has, type KindReader, type More } from './reader.js';

const COLUMNS = [
  text('title', 'label', 191),
  PUBLISHED,
  ADDED,
  CHANGED,
  word('type', 'type'),
  word('group', ['group', 'fieldGroup']),
  flag('fixed', 'isFixed'),
  flag('required', 'isRequired'),
  flag('listable', 'isListable'),
  flag('visible', 'isVisible'),
  // v2 and the database spell it wrong, too
  flag('unique', ['isUniqueIdentifier', 'isUniqueIdentifer'], false),
  flag('public', 'isPubliclyUpdatable'),
];

function more(row: UnknownRecord): More {
  const type = keyOf(row, 'type');
  const properties = keyOf(row, 'properties');
  const read = typeof type === 'string' ? readOptions(properties, type) : undefined;
  const initial = keyOf(row, 'defaultValue');
  return {
    properties: {
      ...(read === undefined ? {} : { options: read.options }),
      ...(type === 'boolean' && isRecord(properties) ? yesFirst(properties) : {}),
      ...(initial === undefined ? {} : { _default: initial }),
      ...(asFlag(keyOf(row, 'columnIsNotCreated')) === true ? { pending: true } : {}),
    },
    masked: read?.masked === true ? ['options'] : [],
  };
}

/** On 5.1.0 answers are swapped when the label of "yes" is stored first (seen live): the order of the keys is all that tells. */
function yesFirst(properties: UnknownRecord): { readonly yes_first?: boolean } {
  const order = Object.keys(properties).filter(key => key === 'yes' || key === 'no');
  return order.length === 2 ? { yes_first: order[0] === 'yes' } : {};
}

function fieldReader(kind: 'contact_field' | 'company_field'): KindReader {
  return {
    kind,
    key: row => keyOf(row, 'alias'),
    columns: COLUMNS,
    full: has('type'),
    nulls: {
      group: { properties: { group: '' } },
      defaultValue: { properties: { _default: null } },
      isUniqueIdentifier: { properties: { unique: false } },
    },
    more,
  };
}

export const contactField = fieldReader('contact_field');
export const companyField = fieldReader('company_field');
