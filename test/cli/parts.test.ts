import { expect, it } from 'vitest';
import { requireFrom } from '../../src/cli/parts.js';

/** Parts in memory: by path of the file, its table. */
function parts(tables: Readonly<Record<string, Readonly<Record<string, unknown>>>>, of: Readonly<Record<string, string>>) {
  const ran: string[] = [];
  const load = requireFrom('/dist', { of, others: 'others' }, filename => {
    ran.push(filename);
    return tables[filename];
  });
  return { load, ran };
}

type Exports = Record<string, unknown>;
type Load = (name: string) => Exports;

it('loads a part when one of its modules is asked for, and each part and module once', () => {
  let begun = 0;
  const { load, ran } = parts(
    {
      '/dist/program.cjs': {
        './a.js': (exports: Exports, require: Load) => {
          begun++;
          exports.get = () => require('./b.js').name;
        },
        './c.js': (exports: Exports, require: Load) => {
          exports.a = require('./a.js');
        },
      },
      '/dist/others.cjs': { './b.js': (exports: Exports) => void Object.assign(exports, { name: 'b' }) },
    },
    { './a.js': 'program', './c.js': 'program' },
  );
  const a = load('./a.js');
  expect(ran).toEqual(['/dist/program.cjs']);
  expect(load('./c.js')).toEqual({ a });
  expect(Object(a).get()).toBe('b');
  expect([ran, begun]).toEqual([['/dist/program.cjs', '/dist/others.cjs'], 1]);
});

it('takes what replaces the exports, the address of the part, and the modules of Node', () => {
  const { load } = parts(
    {
      '/dist/others.cjs': {
        './a.js': (_exports: Exports, require: Load, itself: Exports, url: string) =>
          void Object.assign(itself, { exports: { url, posix: require('node:path').posix } }),
      },
    },
    {},
  );
  expect(load('./a.js')).toEqual({ url: 'file:///dist/others.cjs', posix: expect.objectContaining({ sep: '/' }) });
});

it('gives modules in a circle what there is of each other', () => {
  const { load } = parts(
    {
      '/dist/others.cjs': {
        './a.js': (exports: Exports, require: Load) => {
          exports.early = 1;
          exports.seen = require('./b.js').seen;
        },
        './b.js': (exports: Exports, require: Load) => void Object.assign(exports, { seen: { ...require('./a.js') } }),
      },
    },
    {},
  );
  expect(load('./a.js')).toEqual({ early: 1, seen: { early: 1 } });
});

it('says which module of which part is missing', () => {
  const { load } = parts({ '/dist/others.cjs': {} }, {});
  expect(() => load('./gone.js')).toThrow('others.cjs has no ./gone.js');
});
