/**
 * Values from outside made harmless, one helper for each format. A label may hold anything: control characters, line ends, commands of CI
 * systems, markup, characters that turn the direction of the text or cannot be seen. What cannot be seen is shown as its code.
 */
import { later } from '../text/later.js';
import { isOneCellEach } from '../text/position.js';

/** Controls, line separators, halves of characters, and what has no shape of its own; a joiner between two emoji and the emoji selectors may stay. */
const UNSEEN = later(
  () =>
    /(?!(?<=\ufe0f|[\p{Extended_Pictographic}\p{Emoji_Modifier}])\u200d(?=\p{Extended_Pictographic}))(?!\ufe0e|\ufe0f)[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu,
);

const SHORT: ReadonlyMap<string, string> = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

/** Shows characters that cannot be seen, or that steer what shows them, as codes such as `\u001b`. The result is one line. */
export function visible(text: string): string {
  if (isOneCellEach(text)) return text;
  return text.replace(UNSEEN(), character => SHORT.get(character) ?? code(character));
}

function code(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16);
  return hex.length > 4 ? `\\u{${hex}}` : `\\u${hex.padStart(4, '0')}`;
}

/** `::command::` counts at the start of a line (GitHub), and a wrapped line may start at any blank. */
const LINE_COMMAND = /(^|\s)::/gu;
/** `##[command]`, `##vso[…]`, `##teamcity[…]` count anywhere in a line (older GitHub runners, Azure Pipelines, TeamCity). */
const ANYWHERE_COMMAND = /##(?=\w*\[)/gu;

/** For a terminal or the log of a CI system. */
export function escapeTerminal(text: string): string {
  const shown = visible(text);
  if (!shown.includes('::') && !shown.includes('##')) return shown;
  return shown.replace(ANYWHERE_COMMAND, '#\\#').replace(LINE_COMMAND, '$1:\\:');
}

/** For the text of a workflow command of GitHub (`::error::text`); the runner decodes `%0A` and the like once. */
export function escapeCommandText(text: string): string {
  return visible(text).replaceAll('%', '%25');
}

/** For a property of a workflow command (`::error title=…::`). */
export function escapeCommandProperty(text: string): string {
  return escapeCommandText(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** Where a forge would make a mention, a reference or a link of a text: a blank of no width breaks it, as the last step puts it in. */
const REFERENCES = later(() => /@(?=[\p{L}\p{N}_-])|[#!~$%^](?=\d)|:(?=\/\/)|\bwww(?=\.)|\bGH(?=-\d)|\b(?:mailto|xmpp)(?=:)/giu);
const BREAK = '\u200b';

const SPECIAL = /[\\`*_{}[\]()~$#]|^[-+=]|!(?=\[)|(?<=^\d+)\.|:(?=[\w+-]+:)/gu;

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  // A backslash in front of a bar is not read alike in all tables.
  ['|', '&#124;'],
  [BREAK, '&#8203;'],
]);

/** For running text in Markdown, in list items and table cells alike. */
export function escapeMarkdown(text: string): string {
  return visible(text)
    .replace(REFERENCES(), `$&${BREAK}`)
    .replace(SPECIAL, '\\$&')
    .replace(/[&<>|\u200b]/gu, character => ENTITIES.get(character) ?? character);
}

/** For text to type in Markdown: a code span whose fence is longer than any run of backticks in it. */
export function markdownCode(text: string): string {
  const shown = visible(text);
  // A table splits its row at every bar, in code too, and a code span knows no entities; nor can a command be broken in it.
  if (shown.includes('|') || shown.search(ANYWHERE_COMMAND) >= 0) return `<code>${escapeMarkdown(text)}</code>`;
  const longest = Math.max(0, ...Array.from(shown.matchAll(/`+/gu), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const isPadded = /^`|`$|^ .* $/u.test(shown) && shown.trim() !== '';
  if (shown.trim() === '') return escapeMarkdown(text);
  return isPadded ? `${fence} ${shown} ${fence}` : `${fence}${shown}${fence}`;
}

/** For the target of a Markdown link, between `<` and `>`. */
export function escapeMarkdownTarget(address: string): string {
  return address.replace(/[\\<>|\s\p{Cc}]/gu, character => encodeURIComponent(character));
}

/** For the text of a message in SARIF, where `[text](target)` would be a link. */
export function escapeSarif(text: string): string {
  return visible(text).replace(/\](?=\()/gu, ']\\');
}

/** A path as a relative reference (RFC 3986): what is no plain letter is encoded, a colon too, which would end a scheme. */
export function pathAsUri(path: string): string {
  return path
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
}

const XML: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
]);

/** For text and attributes in double quotes of XML 1.0 that CI systems print into their logs: one line, no markup, no command, no character that XML forbids. */
export function escapeXml(text: string): string {
  return escapeTerminal(text)
    .replace(/[\ufffe\uffff]/gu, code)
    .replace(/[&<>"]/gu, character => XML.get(character) ?? character);
}

/** JSON with everything that cannot be seen written as `\uXXXX`: the values stay the same, the bytes do no harm. */
export function toHarmlessJson(value: unknown): string {
  // `JSON.stringify` has escaped line ends and other controls inside of texts already; line ends left over are its own layout.
  return JSON.stringify(value, null, 2)
    .replace(UNSEEN(), character => (character === '\n' ? character : jsonCode(character)))
    .replace(ANYWHERE_COMMAND, '#\\u0023');
}

function jsonCode(character: string): string {
  return Array.from({ length: character.length }, (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`).join('');
}
