/** Declaration files as people write them, generated: every layout that YAML allows for the same entries. */
import fc from 'fast-check';

export interface WrittenEntry {
  readonly key: string;
  /** The comments that are its own: above it, behind it, in it. */
  readonly comments: readonly string[];
  readonly value: Readonly<Record<string, string | boolean | readonly string[]>>;
}

export interface Written {
  readonly text: string;
  readonly section: string;
  readonly entries: readonly WrittenEntry[];
  /** Values of the whole file. */
  readonly value: Readonly<Record<string, unknown>>;
}

const NAMES = ['email', 'city', 'first name', 'a_b', 'yes', '2024', 'già', 'taste-spicy'] as const;
const values = fc.record(
  {
    purposes: fc.array(fc.constantFrom('news', 'events'), { maxLength: 2 }),
    why: fc.constantFrom('Where it is sent', 'a: b', "it's", '#1', 'two  blanks'),
    required: fc.boolean(),
    note: fc.constantFrom('P24M', 'ends with a colon:', 'è già'),
  },
  { noNullPrototype: true, requiredKeys: ['purposes'] },
);
const layouts = fc.record({
  style: fc.constantFrom('flow', 'block', 'wide', 'quoted'),
  above: fc.boolean(),
  behind: fc.boolean(),
  within: fc.boolean(),
  blank: fc.boolean(),
});
const files = fc.record({
  eol: fc.constantFrom('\n', '\r\n'),
  final: fc.boolean(),
  last: fc.boolean(),
  inBraces: fc.constantFrom('no', 'no', 'line', 'lines'),
  indent: fc.constantFrom(2, 4),
});

type Value = WrittenEntry['value'];
type Layout = typeof layouts extends fc.Arbitrary<infer T> ? T : never;
type File = typeof files extends fc.Arbitrary<infer T> ? T : never;

/** A file with `version` and one section, `contact_fields`, of up to four entries. */
export const documents: fc.Arbitrary<Written> = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 4 }),
    files,
    fc.array(values, { minLength: 4, maxLength: 4 }),
    fc.array(layouts, { minLength: 4, maxLength: 4 }),
  )
  .map(([names, file, contents, ways]) => {
    const parts = names.map((key, index) => entry(key, contents[index] ?? { purposes: [] }, ways[index], file, index));
    const section = file.inBraces === 'no' ? `contact_fields:\n${parts.map(part => part.text).join('')}` : braces(parts, file);
    const whole = file.last ? `version: 1\n${section}` : `${section}version: 1\n`;
    const text = file.final ? whole : whole.replace(/\n$/u, '');
    return {
      text: text.replaceAll('\n', file.eol),
      section: 'contact_fields',
      entries: parts.map(({ key, comments, value }) => ({ key, comments, value })),
      value: { version: 1, contact_fields: Object.fromEntries(parts.map(({ key, value }) => [key, value])) },
    };
  });

function entry(
  key: string,
  value: Value,
  way: Layout | undefined,
  { indent, inBraces }: File,
  index: number,
): WrittenEntry & { readonly text: string } {
  const inside = inBraces !== 'no';
  const { style, above, behind, within, blank } = inside
    ? { style: 'flow', above: false, behind: false, within: false, blank: false }
    : (way ?? { style: 'flow', above: false, behind: false, within: false, blank: false });
  const pad = ' '.repeat(indent);
  const name = /^[a-z][a-z_-]*$/u.test(key) && key !== 'yes' && style !== 'quoted' ? key : JSON.stringify(key);
  const comments: string[] = [];
  const comment = (is: boolean, where: string) => {
    if (!is) return '';
    comments.push(`${where}${index} of it`);
    return `# ${where}${index} of it`;
  };
  const lead = comment(above, 'above');
  const tail = comment(behind, 'behind');
  const behindIt = tail === '' ? '' : ` ${tail}`;
  const flow = `{${Object.entries(value)
    .map(([inner, content]) => `${inner}: ${JSON.stringify(content)}`)
    .join(', ')}}`;
  const block = Object.entries(value).map(([inner, content]) => {
    if (!Array.isArray(content) || content.length === 0 || style !== 'wide') return `${pad}${pad}${inner}: ${JSON.stringify(content)}\n`;
    return `${pad}${pad}${inner}:\n${content.map(item => `${pad}${pad}  - ${item}\n`).join('')}`;
  });
  const middle = style === 'flow' ? '' : comment(within, 'within');
  const body =
    style === 'flow'
      ? `${pad}${name}: ${flow}${behindIt}\n`
      : `${pad}${name}:${behindIt}\n${block.join(middle === '' ? '' : `${pad}${pad}${middle}\n`)}`;
  if (style !== 'flow' && block.length < 2 && middle !== '') comments.pop();
  const text = `${blank ? '\n' : ''}${lead === '' ? '' : `${pad}${lead}\n`}${body}`;
  return { key, comments, value, text };
}

function braces(parts: readonly { readonly text: string }[], { inBraces }: File): string {
  const pairs = parts.map(part => part.text.trim());
  return inBraces === 'line'
    ? `contact_fields: {${pairs.join(', ')}} # all\n`
    : `contact_fields: {\n  ${pairs.join(', # between\n  ')}\n} # all\n`;
}
