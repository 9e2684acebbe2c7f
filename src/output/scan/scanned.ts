/** A scan as it is told: each send with its position, and what Mautic has of it. */
import { isKind, parseIdentity } from '../../items.js';
import { labelOf } from '../../lint/labels.js';
import type { SnapshotView } from '../../lint/snapshot-view.js';
import { formFor, sentIn } from '../../lint/website/sent.js';
import type { Item } from '../../mautic/snapshot.js';
import { linesOf, type Position } from '../../text/position.js';
import type { Ignore, Send, Site, SiteFile, SiteNote } from '../../website/site.js';
import { unreadIn } from '../../website/unread.js';

export interface Scan {
  readonly site: Site;
  readonly snapshot: SnapshotView;
}

/** Something in a file, with where it starts and ends. */
export interface Placed<T> {
  readonly found: T;
  readonly start: Position;
  readonly end: Position;
}

export interface FileScan {
  readonly path: string;
  readonly sends: readonly Placed<Send>[];
  readonly ignores: readonly Placed<Ignore>[];
  readonly notes: readonly Placed<SiteNote>[];
}

export interface Counts {
  readonly looked: number;
  readonly sending: number;
  readonly minified: number;
  readonly unread: number;
}

/** How many files were looked at, send something, are minified, and could not be read whole. */
export function countsOf(site: Site): Counts {
  const { files, looked } = site;
  return {
    looked,
    sending: files.filter(({ sends }) => sends.length > 0).length,
    minified: files.filter(({ notes }) => notes.some(({ code }) => code === 'minified')).length,
    unread: unreadIn(site).length,
  };
}

/** A file with lines and columns. */
export function placed({ path, sends, ignores, notes }: SiteFile, { texts }: Site): FileScan {
  const lines = linesOf(texts.get(path)?.text ?? '');
  const place = <T extends { readonly start?: number; readonly end?: number }>(found: T): Placed<T> => {
    const { start = 0, end = start } = found;
    return { found, start: lines.position(start), end: lines.position(end) };
  };
  return { path, sends: sends.map(place), ignores: ignores.map(place), notes: notes.map(place) };
}

/** What a send is in Mautic. */
export interface Meant {
  /** Identity of the item; undefined where nothing certain is named. */
  readonly reference?: string;
  /** What Mautic has there. */
  readonly item?: Item;
  /** Mautic was looked over for that kind, and has no such item. */
  readonly isMissing: boolean;
  /** The form of a question, where Mautic has it. */
  readonly form?: Item;
}

/** The item that a send reaches, and its form. It is missing only where the snapshot has seen its kind completely. */
export function meantBy(send: Send, snapshot: SnapshotView): Meant {
  const form = send.form === undefined ? undefined : formFor(send.form, snapshot);
  const sent = sentIn(send, snapshot);
  const { kind = '' } = parseIdentity(sent?.reference ?? '') ?? {};
  const item = sent === undefined ? undefined : snapshot.item(sent.reference);
  const isMissing = sent !== undefined && item === undefined && isKind(kind) && snapshot.coverage(kind).state === 'complete';
  return {
    ...(sent === undefined ? {} : { reference: sent.reference }),
    ...(item === undefined ? {} : { item }),
    ...(form === undefined ? {} : { form }),
    isMissing,
  };
}

/** What people call an item. */
export function nameIn(item: Item | undefined): string {
  return item === undefined ? '' : labelOf(item);
}
