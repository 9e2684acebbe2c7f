/** What an example says that its pages send is what the readers of code and markup find in them. */
import { expect, it } from 'vitest';
import { rules } from '../../rules/index.js';
import { siteOf } from '../../src/output/example.js';
import { readFiles } from '../../src/website/read.js';
import type { Send } from '../../src/website/site.js';

const HOST = { readText: () => undefined, exists: () => false };
const EXAMPLES = rules.flatMap(({ id, examples }) =>
  (['bad', 'good'] as const).flatMap(kind => {
    const site = siteOf(examples[kind]);
    return site === null ? [] : [[id, kind, site] as const];
  }),
);

it('has examples to look at', () => {
  expect(new Set(EXAMPLES.map(([id]) => id)).size).toBeGreaterThanOrEqual(6);
});

it.each(EXAMPLES)('%s, %s', async (_, __, site) => {
  const read = await readFiles([...site.texts.values()], { helpers: [], host: HOST });
  const found = read.map(({ file }) => ({ path: file.path, sends: file.sends.map(plain), notes: file.notes }));
  expect(found).toEqual(site.files.map(({ path, sends, notes }) => ({ path, sends: sends.map(plain), notes })));
});

/** In the order of keys, so that a difference is easy to see. */
function plain(send: Send): object {
  return Object.fromEntries(Object.entries(send).sort());
}
