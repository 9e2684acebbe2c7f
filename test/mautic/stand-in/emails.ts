/** Very many long e-mails, for a bench: one body for all, only id, name and subject differ, and none is kept in memory. */
import { isRecord } from '../../../src/guards.js';
import { phpJson } from './json-text.js';
import type { Rows, ServedRow } from './rows.js';
import { textOf } from './rows.js';

export interface ManyEmails {
  readonly count: number;
  /** Length of the HTML body of each. */
  readonly bytes: number;
}

const TOKENS = ['{contactfield=firstname}', '{contactfield=lastname}', '{contactfield=city}', '{unsubscribe_url}', '{webview_url}'];
const [ID, NAME, SUBJECT] = [987_654_321, 'many-emails-name', 'many-emails-subject'];

/** A newsletter with tables, inline styles, links, pictures of another host and tokens, of about that many bytes. */
export function newsletter(bytes: number): string {
  const links = Array.from(
    { length: 20 },
    (_, n) => `<a href="https://museum.example/event/${n}?from=letter" style="color:#0a5;text-decoration:none">Event ${n}</a>`,
  );
  const images = Array.from(
    { length: 10 },
    (_, n) =>
      `<img src="https://pictures.example/letter/${n}.jpg" width="560" height="200" alt="Picture ${n}" style="display:block;border:0" />`,
  );
  const head = `<!DOCTYPE html><html><head><title>Letter</title></head><body style="margin:0;background:#eee"><p>Dear ${TOKENS[0]} ${TOKENS[1]} from ${TOKENS[2]}</p>`;
  const foot = `<p><a href="${TOKENS[4]}">In the browser</a> <a href="${TOKENS[3]}">No more letters</a></p></body></html>`;
  const cells = [...links, ...images].map(cell);
  const room = bytes - head.length - foot.length - cells.join('').length;
  const filler = cell(
    '<p style="font:14px/1.5 Georgia,serif;color:#333">Every Thursday the rooms stay open until nine, with music in the stair hall.</p>',
  );
  return head + cells.join('') + filler.repeat(Math.max(0, Math.floor(room / filler.length))) + foot;
}

function cell(content: string): string {
  return `<table role="presentation" width="600" cellpadding="0" cellspacing="0" style="border-collapse:collapse"><tr><td style="padding:12px 20px">${content}</td></tr></table>`;
}

/** The list of e-mails with so many rows of a recorded one's shape. */
export function manyEmails(recorded: Rows, { count, bytes }: ManyEmails): Rows {
  const [sample] = recorded.list;
  if (sample === undefined) throw new Error('no e-mail was recorded');
  const parsed: unknown = JSON.parse(textOf(sample));
  const template = {
    ...(isRecord(parsed) ? parsed : {}),
    id: ID,
    name: NAME,
    subject: SUBJECT,
    customHtml: newsletter(bytes),
    variantChildren: [],
    variantParent: null,
    translationChildren: [],
    translationParent: null,
  };
  const short = Object.fromEntries(Object.entries(template).filter(([key]) => recorded.minimalKeys.has(key)));
  const [fullPieces, shortPieces] = [pieces(template), pieces(short)];
  const list = Array.from({ length: count }, (_, at) => row(at + 1, fullPieces, shortPieces, template));
  return { ...recorded, list, places: new Map(), hiddenOff: new Set(), children: new Set(), singles: new Map() };
}

/** The text of a row, cut where id, name and subject go. */
function pieces(value: unknown): Buffer[] {
  return phpJson(value)
    .split(new RegExp(`${ID}|${NAME}|${SUBJECT}`, 'u'))
    .map(part => Buffer.from(part));
}

function row(id: number, full: readonly Buffer[], short: readonly Buffer[], template: Readonly<Record<string, unknown>>): ServedRow {
  const words = [String(id), `Letter ${id}`, `News no. ${id}`];
  const filled = (parts: readonly Buffer[]): Buffer[] =>
    parts.flatMap((part, at) => (at === 0 ? [part] : [Buffer.from(words[at - 1] ?? ''), part]));
  return {
    id,
    get full() {
      return filled(full);
    },
    get minimal() {
      return Buffer.concat(filled(short));
    },
    get value() {
      return { ...template, id, name: words[1], subject: words[2] };
    },
  };
}
