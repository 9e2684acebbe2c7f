import fc from 'fast-check';
import { expect, it } from 'vitest';
import { siteFolder, TRACE } from './site-folder.js';

const NAMES = ['a.ts', 'b.ts', 'c.js', 'd.html', 'lib/e.ts', 'tsconfig.json'] as const;

const text = fc
  .record({
    trace: fc.boolean(),
    isModule: fc.boolean(),
    words: fc.array(
      fc.oneof(
        fc.constantFrom('film', 'city').map(name => `send ${name}`),
        fc.constantFrom('./a.ts', './b.ts', './lib/e.ts', './c.js', '../a.ts', './none.ts').map(path => `take ${path}`),
        fc.constantFrom('x', 'y').map(name => `global ${name}`),
        fc.constant('script take ./b.ts end'),
      ),
      { maxLength: 3 },
    ),
  })
  .map(({ trace, isModule, words }) => `${trace ? TRACE : ''}${isModule ? 'export {}\n' : ''}${words.join('\n')}`);

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ path: fc.constantFrom(...NAMES), text }) },
  { weight: 1, arbitrary: fc.record({ path: fc.constantFrom(...NAMES), text: fc.constant(null) }) },
);

it('whatever comes, changes and goes, what was kept never changes what is told', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async steps => {
      const folder = siteFolder({});
      const present = new Set<string>();
      for (const { path, text: content } of steps) {
        if (content !== null) {
          folder.write(path, content);
          present.add(path);
        } else if (present.delete(path)) folder.remove(path);
        const cold = await folder.scan({ cold: true });
        const warm = await folder.scan();
        expect(warm.site).toEqual(cold.site);
        expect((await folder.scan()).log).toEqual([]);
      }
    }),
    { numRuns: 60 },
  );
});
