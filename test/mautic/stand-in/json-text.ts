/** JSON as text: rows are cut out of recorded answers, so that they are served byte for byte. */

export type Member = readonly [key: string, text: string];

/** The members of one JSON object or array (keys of an array are its positions), each as the text it stands there with. */
export function members(text: string): Member[] {
  const found: Member[] = [];
  const keyed = text.startsWith('{');
  for (let at = 1; at < text.length - 1; at += 1) {
    let key = String(found.length);
    if (keyed) {
      const end = stringEnd(text, at);
      key = String(JSON.parse(text.slice(at, end)));
      at = end + 1;
    }
    const end = valueEnd(text, at);
    found.push([key, text.slice(at, end)]);
    at = end;
  }
  return found;
}

/** One member's text, or nothing. */
export function member(text: string, key: string): string | undefined {
  return members(text).find(([name]) => name === key)?.[1];
}

export function object(list: readonly Member[]): string {
  return `{${list.map(([key, text]) => `${phpJson(key)}:${text}`).join(',')}}`;
}

function stringEnd(text: string, start: number): number {
  let at = start + 1;
  while (text[at] !== '"' && at < text.length) at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

function valueEnd(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '"') at = stringEnd(text, at) - 1;
    else if (sign === '{' || sign === '[') depth += 1;
    else if (sign === '}' || sign === ']') depth -= 1;
    if (depth < 0 || (depth === 0 && sign === ',')) return at;
  }
  return text.length;
}

/** A value as PHP writes it: slashes escaped, nothing beyond ASCII. */
export function phpJson(value: unknown): string {
  const text = JSON.stringify(value) ?? 'null';
  return text.replaceAll('/', '\\/').replaceAll(/[\u0080-\u{10ffff}]/gu, sign => escaped(sign));
}

function escaped(sign: string): string {
  return Array.from({ length: sign.length }, (_, at) => `\\u${sign.charCodeAt(at).toString(16).padStart(4, '0')}`).join('');
}

/** The plain JSON of API v2 out of its JSON-LD: no `@` keys, and the ordinary escapes. */
export function withoutLinks(text: string): string {
  if (text.startsWith('{'))
    return object(members(text).flatMap(([key, value]) => (key.startsWith('@') ? [] : [[key, withoutLinks(value)]])));
  if (text.startsWith('['))
    return `[${members(text)
      .map(([, value]) => withoutLinks(value))
      .join(',')}]`;
  return text.startsWith('"') ? phpJson(JSON.parse(text)) : text;
}
