/** What the team says: all declaration files, merged. Built only from values that passed the schema. */
import type { FilePlace, FindingData, Related } from '../finding.js';
import type {
  Budget,
  Campaign,
  CompanyField,
  ContactField,
  DeclarationFile as Content,
  Defaults,
  Form,
  FormField,
  Instance,
  Notice,
  Organisation,
  Page,
  Item as PlainItem,
  PointAction,
  PointGroup,
  PointTrigger,
  Purpose,
  Recipient,
  Rights,
  Segment,
  Stage,
  System,
  TrackingEmail,
  TrackingVideos,
  TrackingWebsite,
  Waiver,
  Webhook,
} from '../generated/declaration.js';
import type { SourceText, TextDocument } from '../text/document.js';
import type { Reference } from './references.js';

/** A named entry and where its key stands. Built-in entries have no place. */
export interface Entry<T> {
  readonly key: string;
  readonly value: T;
  readonly place: FilePlace | null;
  /** Of its file, for an entry that names no owner or day itself; only of entries that can have one. */
  readonly defaults?: Defaults;
}

/** The declaration of each kind of item; an empty entry is `{}`. */
export interface ItemValues {
  contact_field: NonNullable<ContactField>;
  company_field: NonNullable<CompanyField>;
  form: NonNullable<Form>;
  form_field: NonNullable<FormField>;
  tag: NonNullable<PlainItem>;
  segment: NonNullable<Segment>;
  point_action: NonNullable<PointAction>;
  point_trigger: NonNullable<PointTrigger>;
  point_group: NonNullable<PointGroup>;
  stage: NonNullable<Stage>;
  category: NonNullable<PlainItem>;
  campaign: NonNullable<Campaign>;
  email: NonNullable<PlainItem>;
  page: NonNullable<Page>;
  dynamic_content: NonNullable<PlainItem>;
  focus_item: NonNullable<PlainItem>;
  message: NonNullable<PlainItem>;
  text_message: NonNullable<PlainItem>;
  webhook: NonNullable<Webhook>;
}

export type DeclaredKind = keyof ItemValues;

/** What an entry itself says an item is for: nothing, when it leaves that to what the item inherits from. */
export type Says = 'purposes' | 'not-personal' | 'undecided' | 'nothing';

export interface ItemEntry<K extends DeclaredKind = DeclaredKind> {
  readonly kind: K;
  /** Key without `#id`, entities decoded, NFC. Of a form field: `<form key>/<alias>`. */
  readonly key: string;
  /** From `key#id`. */
  readonly id?: number;
  /** `kind:key`, with `#id` where it was written: the subject of findings. */
  readonly identity: string;
  /** Set when the key is a glob: how many literal characters it has, and the test. */
  readonly glob?: { readonly literals: number; readonly matches: (key: string) => boolean };
  readonly value: ItemValues[K];
  readonly says: Says;
  readonly place: FilePlace;
  /** Of its file, for an entry that names no owner or day itself. */
  readonly defaults?: Defaults;
  /** Of a form field: the entry of its form. */
  readonly form?: ItemEntry<'form'>;
}

export interface TrackingValues {
  website: NonNullable<TrackingWebsite>;
  email_opens: NonNullable<TrackingEmail>;
  email_clicks: NonNullable<TrackingEmail>;
  videos: NonNullable<TrackingVideos>;
}

/** A block that may be spread over files key by key (`organisation`, `instance`, `rights`, `budget`), with the place of each of its keys. */
export interface Block<T> {
  readonly value: T;
  /** Place of the first file that has the block; null when no file has it. */
  readonly place: FilePlace | null;
  readonly places: ReadonlyMap<string, FilePlace>;
}

/** A mistake in the files themselves, told by `schema-valid` (or `unknown-purpose`). `code` is the sentence, `data` its placeholders. */
export interface Problem {
  readonly code: string;
  readonly subject: string;
  readonly place: FilePlace;
  readonly data: FindingData;
  readonly related?: readonly Related[];
  /** `data.near` is the only name that is near. */
  readonly isOnlyNear?: boolean;
}

export interface DeclarationFile extends SourceText {
  readonly document: TextDocument;
}

export type { Content };

/** One file that was read. */
export interface ReadFile {
  readonly file: DeclarationFile;
  /** Null when the file is empty, or holds no map. */
  readonly content: Content | null;
  readonly problems: readonly Problem[];
}

export interface Declarations {
  /** Every file read, sorted by path. */
  readonly files: readonly DeclarationFile[];
  readonly organisation: Block<Organisation>;
  readonly instance: Block<Instance>;
  readonly rights: Block<Rights>;
  readonly budget: Block<Budget>;
  readonly notices: ReadonlyMap<string, Entry<Notice>>;
  readonly recipients: ReadonlyMap<string, Entry<Recipient>>;
  readonly systems: ReadonlyMap<string, Entry<System>>;
  /** Declared purposes and the built-in ones (`legal-claims`, `security-antispam`, `site-operation`), which have no place. */
  readonly purposes: ReadonlyMap<string, Entry<Purpose>>;
  /** Entries of a kind in file and document order. */
  readonly items: { readonly [K in DeclaredKind]: readonly ItemEntry<K>[] };
  readonly tracking: { readonly [S in keyof TrackingValues]?: Entry<TrackingValues[S]> };
  readonly waivers: readonly Entry<Waiver>[];
  /** Every reference to something, but for purposes. */
  readonly references: readonly Reference[];
  readonly problems: readonly Problem[];
}
