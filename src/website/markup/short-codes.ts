/** Short codes of content systems and tokens of Mautic in texts: `[mautic type="form" id="3"]`, `{form=3}`. */
import type { TextRange } from '../../text/document.js';
import { nameOf } from '../addresses.js';
import { tagsIn } from '../parameters.js';
import type { Send } from '../site.js';

const CODE = /[[{](mauticform|mautic)(?=[\s\]}/])([^[\]{}]{0,1000})[\]}]/giu;
const TOKEN = /\{(form|focus|dwc)=([^{}\s|]{1,200})(?:\|[^{}]{0,400})?\}/gu;
const ATTRIBUTE = /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|&quot;(.*?)&quot;|([^\s"'\]}]+))/gu;

interface Found extends TextRange {
  readonly type: string;
  readonly value: string;
}

/** @param from added to all places */
export function shortCodesIn(text: string, from: number): Send[] {
  if (!/[[{](?:mautic|form=|focus=|dwc=)/iu.test(text)) return [];
  const codes = [...text.matchAll(CODE)].flatMap(codeOf);
  const tokens = [...text.matchAll(TOKEN)].map(({ 0: all, 1: type = '', 2: value = '', index }) => {
    const start = index + all.indexOf('=') + 1;
    return { type, value, start, end: start + value.length };
  });
  return [...codes, ...tokens].flatMap(sendsOf).map(send => ({ ...send, start: send.start + from, end: send.end + from }));
}

/** What names the thing, by the type of the short code. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  form: ['id'],
  focus: ['id'],
  content: ['slot'],
  dwc: ['slot'],
  tags: ['values', 'tags'],
  video: ['form-id', 'form'],
};

function codeOf({ 0: all, 1: word = '', 2: inner = '', index }: RegExpExecArray): Found[] {
  const offset = index + 1 + word.length;
  const attributes = new Map<string, Found>();
  for (const match of inner.matchAll(ATTRIBUTE)) {
    const value = match[2] ?? match[3] ?? match[4] ?? match[5] ?? '';
    const start = offset + match.index + match[0].indexOf(value, (match[1] ?? '').length);
    attributes.set((match[1] ?? '').toLowerCase(), { type: '', value, start, end: start + value.length });
  }
  if (attributes.size === 0) return [];
  const type = word.toLowerCase() === 'mauticform' ? 'form' : (attributes.get('type')?.value ?? 'form').toLowerCase();
  const names = Object.hasOwn(NAMES, type) ? (NAMES[type] ?? []) : undefined;
  if (names === undefined) return [];
  const named = names.map(name => attributes.get(name)).find(found => found !== undefined && found.value !== '');
  return [{ ...(named ?? { value: '', start: index, end: index + all.length }), type }];
}

const MEANS: Readonly<Record<string, Send['what']>> = { form: 'form', video: 'form', focus: 'focus_item', content: 'slot', dwc: 'slot' };

function sendsOf({ type, value, start, end }: Found): Send[] {
  const what = Object.hasOwn(MEANS, type) ? MEANS[type] : undefined;
  if (what !== undefined) return [{ what, how: 'short-code', ...nameOf(value), start, end }];
  const { key: list, certainty } = nameOf(value);
  if (certainty === 'open') return [{ what: 'tag', how: 'short-code', key: '', certainty, start, end }];
  return tagsIn(list).map(tag => {
    const at = tag.certainty === 'literal' ? value.indexOf(tag.key) : -1;
    const place = at < 0 ? { start, end } : { start: start + at, end: start + at + tag.key.length };
    return { ...tag, how: 'short-code', ...place };
  });
}
