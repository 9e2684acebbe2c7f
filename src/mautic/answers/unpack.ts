/** Bytes of a file → JSON values, or why there are none. Told by the bytes, never by the name. */
import { strFromU8, unzipSync } from 'fflate';

export type Unpacked =
  | { readonly is: 'json'; readonly value: unknown }
  /** HTML page, spreadsheet (CSV, XLSX), broken or foreign ZIP, text that is no JSON, nothing at all, too much. */
  | { readonly is: 'html' | 'table' | 'zip-without-export' | 'broken-zip' | 'not-json' | 'empty' | 'too-large' };

/** Largest file, and largest export inside a ZIP. */
const MAX_ANSWER_BYTES = 256 * 1024 * 1024;
const EXPORT_FILE = /(?:^|\/)entity_data\.json$/u;
/** The console export puts the time before the JSON (seen live, 7.0.2). */
const TIME_STAMP = /^\[\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}\]\s*/u;

/** A ZIP is taken for an export of Mautic 7, anything else for JSON, with or without the time in front of it; never throws. */
export function unpack(bytes: Uint8Array): Unpacked {
  if (bytes.byteLength > MAX_ANSWER_BYTES) return { is: 'too-large' };
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return unpackZip(bytes);
  return parse(new TextDecoder().decode(bytes));
}

function unpackZip(bytes: Uint8Array): Unpacked {
  const names: string[] = [];
  let tooLarge = false;
  try {
    const files = unzipSync(bytes, {
      filter: file => {
        names.push(file.name);
        if (!EXPORT_FILE.test(file.name)) return false;
        tooLarge ||= file.originalSize > MAX_ANSWER_BYTES;
        return file.originalSize <= MAX_ANSWER_BYTES;
      },
    });
    const [content] = Object.values(files);
    if (content !== undefined) return parse(strFromU8(content));
  } catch {
    return { is: 'broken-zip' };
  }
  if (tooLarge) return { is: 'too-large' };
  return { is: names.includes('[Content_Types].xml') ? 'table' : 'zip-without-export' };
}

function parse(text: string): Unpacked {
  const body = text
    .replace(/^\ufeff/u, '')
    .replace(TIME_STAMP, '')
    .trim();
  if (body === '') return { is: 'empty' };
  if (body.startsWith('<')) return { is: 'html' };
  try {
    return { is: 'json', value: JSON.parse(body) };
  } catch {
    return { is: isTable(body) ? 'table' : 'not-json' };
  }
}

/** Exports of people are spreadsheets whose header is translated: a first line of quoted texts, or with two separators or more. */
function isTable(body: string): boolean {
  const [line = ''] = body.split(/\r?\n/u, 1);
  return /^"|^[^{[][^,;\t]*[,;\t][^,;\t]*[,;\t]/u.test(line);
}
