/** Where declarations refer to something, and to what (docs/declaration-format.md, sections 3 and 5). Purposes have a rule of their own. */
import { KINDS } from '../items.js';

/** What a reference may name. */
export interface Spot {
  /** What a bare key is; `text`: whatever it says; `recipient-or-system`: the key of either; `question`: a question of the same form, or a contact field. */
  readonly bare?: string;
  /** Prefixes with a colon that name something. */
  readonly prefixes?: readonly string[];
  /** Prefixes that are followed by words and refer to nothing. */
  readonly words?: readonly string[];
  /** Bare words that refer to nothing. */
  readonly fixed?: readonly string[];
  /** A web address will do as well. */
  readonly url?: true;
}

const CONTACT_FIELD: Spot = { bare: 'contact_field' };
const RECIPIENT: Spot = { bare: 'recipient' };
const RECIPIENT_OR_SYSTEM: Spot = { bare: 'recipient-or-system', prefixes: ['recipient', 'system'] };
const NOTICE: Spot = { bare: 'notice' };
const SEGMENT: Spot = { bare: 'segment' };
const FIELD: Spot = { prefixes: ['contact_field', 'company_field'] };
const COLLECTED_BY: Spot = { prefixes: ['form', 'page', 'system'], words: ['offline'] };
const ENFORCED_BY: Spot = { prefixes: ['campaign', 'system', 'plugin'], fixed: ['cleanup-command'] };
const DECAY: Spot = { bare: 'text', prefixes: ['campaign', 'system'] };
const SELF_EDIT: Spot = { prefixes: ['form'], fixed: ['preference-centre', 'portal', 'on-request'] };

/** Path inside of an entry (`*`: every entry of a list or map) → what stands there. */
export type Spots = readonly (readonly [path: string, spot: Spot])[];

const RETENTION = (key: string): Spots => [
  [`${key}.from_field`, CONTACT_FIELD],
  [`${key}.enforced_by`, ENFORCED_BY],
];
const OBJECTION: Spots = [
  ['objection.field', CONTACT_FIELD],
  ['objection.category', { bare: 'category' }],
  ['objection.segment', SEGMENT],
];

const PURPOSE_SPOTS: Spots = [
  ['consent.field', CONTACT_FIELD],
  ['consent.tag', { bare: 'tag' }],
  ['consent.segment', SEGMENT],
  ['consent.collected_by.*', COLLECTED_BY],
  ['consent.confirmed_by', { prefixes: ['campaign', 'system', 'plugin'], fixed: ['account'] }],
  ['consent.proof', { prefixes: ['system'] }],
  ['consent.proof.*', { prefixes: ['contact_field'], fixed: ['timestamp', 'wording', 'source', 'form-results'] }],
  ['soft_opt_in.opt_out_at_collection.*', { prefixes: ['form_field'] }],
  ['soft_opt_in.segment', SEGMENT],
  ['soft_opt_in.collected_by.*', COLLECTED_BY],
  ['recipients.*', RECIPIENT],
  ['notice', NOTICE],
  ['decay', DECAY],
  ...OBJECTION,
  ...RETENTION('retention'),
];

/** Of all kinds of items, questions of forms and tracking surfaces: the schema says which of these keys one may have. */
const ITEM_SPOTS: Spots = [
  ['recipients.*', RECIPIENT],
  ['source.*', { prefixes: ['form', 'page', 'system'], words: ['offline', 'third-party', 'public'], fixed: ['observed', 'derived'] }],
  ['special.consent.field', CONTACT_FIELD],
  ['used_by.*', { prefixes: [...KINDS, 'system'], words: ['people'] }],
  ['variant_of', FIELD],
  ['maps_to', FIELD],
  ['self_edit', SELF_EDIT],
  ['notice', NOTICE],
  ['progressive.order.*', { bare: 'question' }],
  ['helper_for.*', SEGMENT],
  ['decay', DECAY],
  ['filtered_by', RECIPIENT_OR_SYSTEM],
  ['consent.field', CONTACT_FIELD],
  ...OBJECTION,
  ...RETENTION('retention'),
  ...RETENTION('results_retention'),
  ...RETENTION('visitor_retention'),
];

export const SPOTS = {
  purposes: PURPOSE_SPOTS,
  items: ITEM_SPOTS,
  recipients: [
    ['gets.*', CONTACT_FIELD],
    ['filtered_by', RECIPIENT_OR_SYSTEM],
  ],
  systems: [
    ['recipient', RECIPIENT],
    ['feeds.*', CONTACT_FIELD],
    ['gets.*', CONTACT_FIELD],
    ['master_of.*', CONTACT_FIELD],
  ],
  notices: [['covers.recipients.*', RECIPIENT]],
  plugins: [['recipients.*', RECIPIENT]],
  rights: [
    ['self_edit', SELF_EDIT],
    ['preference_centre', { prefixes: ['page'], url: true }],
    ['erasure.notify.*', RECIPIENT_OR_SYSTEM],
    ['suppression.checked_by.*', { prefixes: ['system'], fixed: ['imports', 'forms'] }],
    ...RETENTION('suppression.retention'),
  ],
} as const satisfies Record<string, Spots>;

/** Prefixes that name a kind of thing: in front of a key where another is expected, they show what was meant. */
export const PREFIXES: ReadonlySet<string> = new Set([...KINDS, 'purpose', 'recipient', 'system', 'notice', 'plugin', 'tracking']);
