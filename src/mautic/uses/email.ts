/** E-mails: subject, bodies and their dynamic parts, audience, settings. Addresses and names of senders are not read. */
import { isRecord } from '../../guards.js';
import type { DraftUse } from '../draft.js';
import { keyOf, rowsOf, textOf } from '../texts/values.js';
import { type Body, htmlBody, joinBodies, textBody } from './body.js';
import { type Content, isFilled, place, utmUses } from './content.js';
import { each } from './draft-uses.js';
import { filterRow, isBlank } from './filters.js';

/** Who gets it, and what goes with it: key of the API and of the export, kind, place. */
const AUDIENCE = [
  { group: 'audience', keys: ['lists'], how: 'targets', kind: 'segment', at: 'email.audience' },
  { group: 'excluded', keys: ['excludedLists'], how: 'excludes', kind: 'segment', at: 'email.audience' },
] as const;
const SETTINGS = [
  { group: 'settings', keys: ['unsubscribeForm', 'unsubscribeform_id'], how: 'links', kind: 'form', part: 'unsubscribe_form' },
  { group: 'attachments', keys: ['assetAttachments'], how: 'sends', kind: 'asset', part: 'attachment' },
  { group: 'preference', keys: ['preferenceCenter', 'preference_center_id'], how: 'links', kind: 'page', part: 'preference_page' },
] as const;

/** An e-mail; the flags say which bodies are filled, and which ways out they have. */
export function emailContent(row: unknown): Content {
  const [html, text] = [keyOf(row, 'customHtml'), keyOf(row, 'plainText')];
  const dynamic = keyOf(row, 'dynamicContent');
  const parts = partsOf(row);
  const uses: Record<string, readonly DraftUse[]> = Object.assign(utmUses(row), relations(row));
  if (dynamic !== undefined) uses.filters = variantFilters(dynamic);
  const flags: Record<string, unknown> = {};
  if (html !== undefined) flags.has_html = isFilled(html);
  if (text !== undefined) flags.has_text = isFilled(text);
  if (parts.length > 0) {
    const body = joinBodies(parts.map(part => part.body));
    uses.body = body.uses;
    flags.exits = parts.flatMap(({ name, body: { exits } }) => exits.map(exit => `${name}.${exit}`)).sort();
    flags.other_tokens = body.other;
  }
  return { uses, flags };
}

interface NamedBody {
  readonly name: string;
  readonly body: Body;
}

/** Without the HTML (a short answer) nothing is said of the bodies. */
function partsOf(row: unknown): NamedBody[] {
  if (keyOf(row, 'customHtml') === undefined) return [];
  const text = (key: string): string => textOf(keyOf(row, key));
  const dynamic = rowsOf(keyOf(row, 'dynamicContent')).flatMap(variantBodies);
  return [
    { name: 'subject', body: textBody(place('subject'), text('subject'), false) },
    { name: 'preheader', body: textBody(place('preheader'), text('preheaderText'), false) },
    { name: 'html', body: htmlBody(place('html'), text('customHtml'), false) },
    { name: 'text', body: textBody(place('text'), text('plainText'), false) },
    { name: 'dynamic', body: joinBodies(dynamic) },
  ];
}

function variantBodies(token: unknown): Body[] {
  const contents = [keyOf(token, 'content'), ...rowsOf(keyOf(token, 'filters')).map(variant => keyOf(variant, 'content'))];
  return contents.map(content => htmlBody(place('dynamic'), textOf(content), false));
}

/**
 * The filters of all variants of all tokens: rows are counted through the whole e-mail, each variant starts a group. Rows without a field
 * are the editor's filler, which every e-mail saved through the API carries (seen live, 5.1.0).
 */
function variantFilters(dynamic: unknown): DraftUse[] {
  const uses: DraftUse[] = [];
  let n = 0;
  let group = 0;
  for (const variant of rowsOf(dynamic).flatMap(token => rowsOf(keyOf(token, 'filters')))) {
    const rows = rowsOf(keyOf(variant, 'filters')).filter(isRecord);
    rows
      .filter(row => !isBlank(row))
      .forEach((row, index) => {
        n += 1;
        if (index === 0 || row.glue === 'or') group += 1;
        for (const use of filterRow(row, 'filters', { at: 'content.filter', n, group })) uses.push(use);
      });
  }
  return uses;
}

function relations(row: unknown): Content['uses'] {
  const uses: Record<string, readonly DraftUse[]> = {};
  for (const { group, keys, how, kind, at } of AUDIENCE) {
    const value = keyOf(row, ...keys);
    if (value !== undefined) uses[group] = each({ at }, how, kind, value);
  }
  for (const { group, keys, how, kind, part } of SETTINGS) {
    const value = keyOf(row, ...keys);
    if (value !== undefined) uses[group] = each({ at: 'email.setting', part }, how, kind, value);
  }
  return uses;
}
