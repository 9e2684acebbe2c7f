/** What the code of a website sends to Mautic, and where it says so. Names only: never a value that a person gives or that stands in the code. */
import type { SourceText } from '../text/document.js';

/**
 * What is sent. `contact_field` is any parameter that Mautic takes for a field of the contact, if it has such a field; `page_data`: what Mautic
 * takes for the page view itself (`page_url`, `page_title` …); `opaque`: data packed so that nobody can see what it is; `tracking`: the
 * tracking script or pixel itself; `slot`: dynamic content; `service`: a tracker of another company.
 */
export type SentKind =
  | 'contact_field'
  | 'company_field'
  | 'tag'
  | 'tag_removed'
  | 'form'
  | 'form_field'
  | 'page_data'
  | 'opaque'
  | 'tracking'
  | 'slot'
  | 'focus_item'
  | 'service';

/** How it gets to Mautic. `script`: a script of Mautic or another company is loaded; `form-embed`: Mautic's own script or frame of a form. */
export type SendHow = 'mt' | 'pixel' | 'script' | 'form-embed' | 'form-post' | 'rest-push' | 'short-code' | 'slot';

/**
 * `literal`: it stands there as such; `resolved`: worked out (a constant, a type, a spread); `pattern`: known in part, `*` stands for the rest;
 * `open`: what is sent cannot be known from the code.
 */
export type Certainty = 'literal' | 'resolved' | 'pattern' | 'open';

export interface Send {
  readonly what: SentKind;
  /** Alias, tag, id or name of a form, name of a slot or service; `*` for what is not known of a pattern; empty when nothing is known. */
  readonly key: string;
  /** Of a `form_field`: id of the form or its name in the HTML; left out when it is not known. */
  readonly form?: string;
  readonly how: SendHow;
  readonly certainty: Certainty;
  /** Where it stands in the file, in UTF-16 units: the name where there is one, else the call, element or address. */
  readonly start: number;
  readonly end: number;
  /** Of `tracking` and `service`: `none`: it starts as the page loads; `held`: marked so that a consent tool starts it; else the code decides. */
  readonly gate?: 'none' | 'held' | 'code';
  /** The address is plain http. */
  readonly insecure?: true;
  /** The value becomes part of a web address. */
  readonly inUrl?: true;
  /** A person's datum stands in the code as its value; what it is, never the value itself. */
  readonly value?: 'email' | 'phone';
  /** Of an open set: the function or component whose callers could tell more, if it is named in `website.helpers`. */
  readonly helper?: string;
}

/** A comment `purposelint-ignore RULE: reason`. */
export interface Ignore {
  readonly rule: string;
  /** Empty when there is none. */
  readonly reason: string;
  readonly start: number;
  readonly end: number;
  /** The line of the file that it is about, from 1: its own, or the next where it stands alone. */
  readonly line: number;
}

/**
 * What could not be read as hoped. `minified`: bundled or minified, left out; `syntax`: broken, not read; `unreadable`: not text, too large or
 * not permitted.
 */
export interface SiteNote {
  readonly code: 'minified' | 'syntax' | 'unreadable';
  /** Where, in UTF-16 units. */
  readonly start?: number;
  /** The parser's own words (English), or the reason why a file is unreadable. */
  readonly detail?: string;
}

export interface SiteFile {
  /** Relative to the root of the repository. */
  readonly path: string;
  /** In the order of the text. */
  readonly sends: readonly Send[];
  readonly ignores: readonly Ignore[];
  readonly notes: readonly SiteNote[];
}

/** The website as it was scanned. */
export interface Site {
  /** Files that send something, or that something is to be said about; by path. */
  readonly files: readonly SiteFile[];
  /** How many files were looked at. */
  readonly looked: number;
  /** The texts of `files`, to show places in; a file that is no text has none. */
  readonly texts: ReadonlyMap<string, SourceText>;
}

/** A script to be read: a file, or the scripts inside markup at their places. */
export interface Script {
  readonly path: string;
  /** As long as the file: what is no script is blank, what a template fills in is a run of `HOLE`. */
  readonly text: string;
  readonly dialect: 'ts' | 'tsx' | 'js' | 'jsx';
  /** Stands inside markup, and runs as the page loads. */
  readonly inline?: true;
  /** Inside markup, and marked so that a consent tool starts it. */
  readonly held?: true;
}

/** Stands for each character of what a template fills in: a letter of identifiers that no code uses. */
export const HOLE = '\u2d63';
