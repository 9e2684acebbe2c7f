/** What a rule says: one rule, one subject, one place, typed data. The wording is made at the end, in output/. */

export type Language = 'en' | 'it';
export const LANGUAGES: readonly Language[] = ['en', 'it'];

export type Severity = 'error' | 'warn' | 'info';
export type SeveritySetting = Severity | 'off';

/** Worst first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warn', 'info'];

/** Steps from the root of a document to a value: keys and list positions (from 0). */
export type DocumentPath = readonly (string | number)[];

/** A place in a file, by path in the document; it becomes line and column only when it is printed. */
export interface FilePlace {
  readonly file: string;
  readonly path: DocumentPath;
  /** Whether the key or the value at the path is meant. */
  readonly at: 'key' | 'value';
  /** For what has no path (syntax errors): where it starts and ends in the text, in UTF-16 units. Goes before `path`. */
  readonly range?: readonly [start: number, end: number];
}

/** What exists only in Mautic: it is shown at the section key of the file where its kind is declared, with the link to its screen. */
export interface ItemPlace {
  readonly item: string;
}

export type Place = FilePlace | ItemPlace;

export interface Related {
  readonly subject?: string;
  readonly place: Place;
}

/** A text edit on the original bytes, positions in UTF-16 units of the decoded text. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** One step of a fix, in symbols, as a rule says it; it becomes text edits on the file as it is when somebody asks for them. */
export type Change =
  /** The key or the value at a place becomes another one. */
  | { readonly do: 'replace'; readonly place: FilePlace; readonly by: string | number | boolean | readonly string[] }
  /** An entry goes with its key and its comments; the item of a list goes. */
  | { readonly do: 'remove'; readonly place: FilePlace }
  /** Lines of block YAML, not indented, go into the map at a place, behind its last entry; a map that is not there is made. */
  | { readonly do: 'add'; readonly place: FilePlace; readonly lines: string; readonly first?: true }
  /** Items, each as block YAML with its dash, not indented, go to the end of the list at a place; a list that is not there is made. */
  | { readonly do: 'append'; readonly place: FilePlace; readonly items: readonly string[] }
  /** Lines go into a section, in the file where that section lives. */
  | { readonly do: 'declare'; readonly section: string; readonly lines: string };

/** What fixes do; output/ has the words for each. */
export type FixId =
  | 'accept-options'
  | 'declare-item'
  | 'declare-question'
  | 'declare-recipient'
  | 'declare-tracking'
  | 'follow-mautic'
  | 'make-list'
  | 'remove-ghost'
  | 'remove-twin'
  | 'remove-waiver'
  | 'rename-ghost'
  | 'replace-near'
  | 'shorten-retention'
  | 'write-hash'
  | 'write-seen'
  | 'write-version';

/** What would end a finding. It edits YAML only, never Mautic. */
export interface Fix {
  readonly id: FixId;
  /** It loses nothing that people wrote, and says nothing that only they can know. */
  readonly safe: boolean;
  readonly changes: readonly Change[];
}

/** A fix as edits on the text of each file that it touches. */
export interface ResolvedFix {
  readonly id: FixId;
  readonly safe: boolean;
  readonly files: readonly { readonly file: string; readonly edits: readonly Edit[] }[];
}

/** A contact or company field as people see it, with the alias behind it. */
export interface FieldName {
  readonly label: string;
  readonly alias: string;
}

/** An item with the word for its kind. */
export interface NamedItem {
  readonly name: string;
  readonly kind: string;
}

/** A number of people: exact, `<5`, or not known. */
export type People = number | '<5' | 'unknown';

/** A value of Mautic or of a declaration, to be put into words. */
export type PlainValue = string | number | boolean | null | readonly string[];

/**
 * The placeholders of messages and what they hold (the renderer has the table of how each is shown). Placeholders that hold a code
 * (`reason`, `detail`, `missing`, `what`, `stores`, `changes`, `criteria`, `precise`, `coarse`) are looked up in the `words` of the rule's own text;
 * a code without a word is a key to type, shown as such. `live` and `declared` may hold such a code, too; without a word they are values.
 */
export interface FindingData {
  readonly item?: string;
  readonly other_item?: string;
  /** A kind of item, or `purpose`, `recipient`, `system`, `notice`, `tracking`, `waiver`, `organisation`, `plugin`, `setting`. */
  readonly kind?: string;
  readonly field?: FieldName;
  readonly label?: string;
  readonly form?: string;
  readonly segment?: string;
  readonly tag?: string;
  readonly email?: string;
  readonly notice?: string;
  readonly purpose?: string;
  readonly purposes?: readonly string[];
  readonly new_purposes?: readonly string[];
  readonly recipient?: string;
  readonly system?: string;
  readonly key?: string;
  readonly section?: string;
  readonly people?: People;
  readonly count?: number;
  /** A number, or a period such as P24M. */
  readonly limit?: number | string;
  readonly percent?: number;
  /** A period such as P24M. */
  readonly period?: string;
  /** A day such as 2026-11-02. */
  readonly date?: string;
  readonly year?: number;
  readonly version?: string | number;
  readonly age?: number;
  readonly line?: number;
  readonly missing?: readonly string[];
  readonly reason?: string;
  readonly detail?: string;
  readonly changes?: readonly string[];
  readonly what?: readonly string[];
  readonly criteria?: readonly string[];
  readonly stores?: readonly string[];
  readonly places?: readonly NamedItem[];
  readonly fields?: readonly string[];
  readonly labels?: readonly string[];
  readonly options?: readonly string[];
  readonly value?: string;
  readonly text?: string;
  readonly live?: PlainValue;
  readonly declared?: PlainValue;
  readonly near?: string;
  readonly basis?: string | readonly string[];
  readonly category?: string;
  readonly channel?: string;
  readonly channels?: readonly string[];
  readonly precise?: string;
  readonly coarse?: string;
  readonly country?: string;
  readonly authority?: string;
  readonly host?: string;
  readonly rules?: readonly string[];
  readonly token?: string;
  /** For the sentences of `schema-valid` only: what is allowed, what was found, names of places and lists, the other place. */
  readonly allowed?: string;
  readonly found?: string;
  readonly place?: string;
  readonly list?: string;
  readonly values?: readonly string[];
  readonly file?: string;
  readonly first?: string;
  readonly second?: string;
}

/** What a rule returns; the engine adds rule, severity, state and fingerprint. */
export interface RuleFinding {
  /** Identity of what it is about: `kind:key`, or `purpose:…`, `recipient:…`, `tracking:…`, `organisation`, `waiver:…`, `file:…`. */
  readonly subject: string;
  readonly place: Place;
  readonly data: FindingData;
  /** Only where the rule's own condition asks for another severity than the configured one (it never raises what config lowered). */
  readonly severity?: Severity;
  readonly related?: readonly Related[];
  /** The best first. */
  readonly fixes?: readonly Fix[];
  /** Tells findings of one rule about one subject apart, for the fingerprint: a key, never wording or a line. */
  readonly key?: string;
}

export interface WaiverUse {
  readonly reason?: string;
  readonly until?: string;
  readonly approved_by?: string;
}

export interface Finding extends RuleFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly state: 'open' | 'waived' | 'baselined';
  readonly waiver?: WaiverUse;
  /** Sixteen hexadecimal digits over rule, subject, key and a counter for repeats. */
  readonly fingerprint: string;
}

/** True for a place in a file. */
export function isFilePlace(place: Place): place is FilePlace {
  return 'file' in place;
}
