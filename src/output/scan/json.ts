/** A scan as data: schemas/scan.v1.json. */
import type { Note, ScanFile, Send as ScanSend, SendFile } from '../../generated/scan.js';
import type { SnapshotView } from '../../lint/snapshot-view.js';
import type { Send, SiteNote } from '../../website/site.js';
import { toHarmlessJson } from '../escape.js';
import { countsOf, meantBy, nameIn, type Placed, placed, type Scan } from './scanned.js';

/** JSON that ends with a line end: `purposelint-scan`, version 1. */
export function scanJson({ site, snapshot }: Scan): string {
  const { looked, sending, minified, unread } = countsOf(site);
  const file: ScanFile = {
    format: 'purposelint-scan',
    version: 1,
    summary: { looked, sending, minified, not_read: unread },
    files: site.files.map(one => {
      const { path, sends, ignores, notes } = placed(one, site);
      return {
        path,
        sends: sends.map(send => sendOf(send, snapshot)),
        ignores: ignores.map(({ found: { rule, reason, line }, ...at }) => ({ rule, reason, for_line: line, ...rangeOf(at) })),
        notes: notes.map(noteOf),
      } satisfies SendFile;
    }),
  };
  return `${toHarmlessJson(file)}\n`;
}

function rangeOf({ start, end }: Pick<Placed<unknown>, 'start' | 'end'>): Pick<ScanSend, 'line' | 'column' | 'end_line' | 'end_column'> {
  return { line: start.line, column: start.column, end_line: end.line, end_column: end.column };
}

function sendOf({ found, ...at }: Placed<Send>, snapshot: SnapshotView): ScanSend {
  const { what, key, form, how, certainty, gate, insecure, inUrl, value, helper } = found;
  const { reference, item, isMissing } = meantBy(found, snapshot);
  const name = nameIn(item);
  return {
    what,
    key,
    ...(form === undefined ? {} : { form }),
    how,
    certainty,
    ...rangeOf(at),
    ...(gate === undefined ? {} : { gate }),
    ...(insecure === undefined ? {} : { insecure }),
    ...(inUrl === undefined ? {} : { in_url: inUrl }),
    ...(value === undefined ? {} : { value }),
    ...(helper === undefined ? {} : { helper }),
    ...(reference === undefined ? {} : { item: reference }),
    ...(name === '' ? {} : { name }),
    ...(isMissing ? { missing: true } : {}),
  };
}

function noteOf({ found: { code, detail }, start }: Placed<SiteNote>): Note {
  return { code, line: start.line, column: start.column, ...(detail === undefined ? {} : { detail }) };
}
