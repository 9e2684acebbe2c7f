/**
 * The kinds of items, in the order in which a snapshot holds them, and how an item is named everywhere: `kind:key`, or `kind:key#id`
 * where two items of a kind share a key.
 */

interface KindInfo {
  /** Top-level map of the declaration format; null: the kind needs no entry (supporting kinds) or lives inside another (form fields). */
  readonly section: string | null;
  /** Path of the item's screen in Mautic, below `<base>/s/`; null: Mautic has no screen of its own for it. `{id}` and `{bundle}` are filled in. */
  readonly screen: string | null;
}

/** In snapshot order. */
const KIND_TABLE = {
  contact_field: { section: 'contact_fields', screen: 'contacts/fields/edit/{id}' },
  company_field: { section: 'company_fields', screen: 'contacts/fields/edit/{id}' },
  form: { section: 'forms', screen: 'forms/view/{id}' },
  form_field: { section: null, screen: null },
  tag: { section: 'tags', screen: 'tags/view/{id}' },
  segment: { section: 'segments', screen: 'segments/view/{id}' },
  point_action: { section: 'point_actions', screen: 'points/edit/{id}' },
  point_trigger: { section: 'point_triggers', screen: 'points/triggers/edit/{id}' },
  point_group: { section: 'point_groups', screen: 'points/groups/edit/{id}' },
  stage: { section: 'stages', screen: 'stages/edit/{id}' },
  category: { section: 'categories', screen: 'categories/{bundle}/edit/{id}' },
  campaign: { section: 'campaigns', screen: 'campaigns/view/{id}' },
  email: { section: 'emails', screen: 'emails/view/{id}' },
  page: { section: 'pages', screen: 'pages/view/{id}' },
  dynamic_content: { section: 'dynamic_contents', screen: 'dwc/view/{id}' },
  focus_item: { section: 'focus_items', screen: 'focus/view/{id}' },
  text_message: { section: 'text_messages', screen: 'sms/view/{id}' },
  message: { section: 'messages', screen: 'messages/view/{id}' },
  webhook: { section: 'webhooks', screen: 'webhooks/view/{id}' },
  notification: { section: null, screen: null },
  asset: { section: null, screen: 'assets/view/{id}' },
  report: { section: null, screen: 'reports/view/{id}' },
} as const satisfies Record<string, KindInfo>;

export type Kind = keyof typeof KIND_TABLE;

/** Every kind, in snapshot order. */
export const KINDS: readonly Kind[] = Object.keys(KIND_TABLE).filter(isKind);

const POSITION: ReadonlyMap<string, number> = new Map(KINDS.map((kind, position) => [kind, position]));

/** A guard for kinds of items: not for `tracking`, `record`, `purpose` and the like, which identities have as well. */
export function isKind(value: unknown): value is Kind {
  return typeof value === 'string' && Object.hasOwn(KIND_TABLE, value);
}

/** Place of a kind in snapshot order; pseudo-kinds (tracking, record, recipient, purpose …) come last. */
export function kindOrder(kind: string): number {
  return POSITION.get(kind) ?? KINDS.length;
}

/** The declaration section (top-level key) in which a kind is declared; null for kinds without one. */
export function sectionOf(kind: Kind): string | null {
  return KIND_TABLE[kind].section;
}

/** The kinds that a declaration can have entries for, with their sections. */
export const DECLARED_KINDS: readonly { readonly kind: Kind; readonly section: string }[] = KINDS.flatMap(kind => {
  const section = sectionOf(kind);
  return section === null ? [] : [{ kind, section }];
});

export interface Identity {
  /** A kind, or a pseudo-kind such as `tracking`, `record`, `recipient`, `purpose`. */
  readonly kind: string;
  readonly key: string;
  readonly id?: number;
}

/** A number that stands behind a blank belongs to the name: `Wave #2`. */
const ID_BEHIND = /^(|.*\S)#(\d{1,15})$/su;

/** Writes `kind:key`, or `kind:key#id` when an id is given. */
export function formatIdentity(kind: string, key: string, id?: number): string {
  return id === undefined ? `${kind}:${key}` : `${kind}:${key}#${id}`;
}

/** Reads an identity: kind up to the first colon, a final `#digits` is the id. Null when there is no colon. */
export function parseIdentity(text: string): Identity | null {
  const colon = text.indexOf(':');
  if (colon < 0) return null;
  const kind = text.slice(0, colon);
  const rest = text.slice(colon + 1);
  const match = rest.includes('#') ? ID_BEHIND.exec(rest) : null;
  return match === null ? { kind, key: rest } : { kind, key: match[1] ?? '', id: Number(match[2]) };
}

/** The alias of a question: what its key, `<form>/<alias>`, holds after the last slash. */
export function aliasInKey(key: string): string {
  return key.slice(key.lastIndexOf('/') + 1);
}

/**
 * Address of an item's screen in Mautic, or null where Mautic has none.
 * @param base address of the instance, with or without a final slash
 * @param bundle of a category
 */
export function screenLink(base: string, kind: Kind, id: number, bundle = ''): string | null {
  const screen = KIND_TABLE[kind].screen;
  if (screen === null) return null;
  const path = screen.replace('{id}', String(id)).replace('{bundle}', encodeURIComponent(bundle));
  return `${base.replace(/\/+$/u, '')}/s/${path}`;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/** Decodes HTML entities once (Mautic stores some names encoded, mautic/mautic#13922): named, decimal and hexadecimal. */
function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-z]{2,4}));/gu, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : whole;
  });
}

/** The form in which keys are compared: entities decoded once, Unicode NFC. Nothing is trimmed or folded. */
export function comparableKey(key: string): string {
  return PLAIN.test(key) ? key : decodeEntities(key).normalize('NFC');
}

/** Is a key in that form already? */
export function isComparable(key: string): boolean {
  return PLAIN.test(key) || comparableKey(key) === key;
}

/** What neither an entity nor a composed letter can stand in. */
const PLAIN = /^[ -%'-~]*$/u;
