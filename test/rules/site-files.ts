/** Small files of a website for tests: each send has a line of its own, `what key`. */
import type { ExampleFile } from '../../src/lint/rule.js';

type Sending = ExampleFile['sends'][number];

/** What a send is unless a test says otherwise: a page view with a name that stands there. */
const USUAL = { how: 'mt', certainty: 'literal' } as const;

/** A send; `behind` is written at the end of its line, such as a comment. */
export function send(what: Sending['what'], key: string, more: Partial<Sending> & { readonly behind?: string } = {}) {
  const { behind = '', ...rest } = more;
  return { line: `${what} ${key}${behind}`, send: { ...USUAL, what, key, ...rest } };
}

/** A file with these sends, a line each, below the lines given. */
export function codeFile(sends: readonly ReturnType<typeof send>[], path = 'site/page.js', above: readonly string[] = []): ExampleFile {
  // The number in front makes each line one of its kind.
  const numbered = sends.map(({ line, ...rest }, index) => ({ ...rest, line: `${index}: ${line}` }));
  return {
    path,
    text: [...above, ...numbered.map(({ line }) => line)].join('\n'),
    sends: numbered.map(({ line, send: own }) => ({ ...own, text: line })),
  };
}
