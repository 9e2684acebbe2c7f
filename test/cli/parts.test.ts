import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { requireFrom } from '../../src/cli/parts.js';

type Load = (name: string) => Record<string, unknown>;
type Part = (require: Load, meta: { readonly url: string; readonly filename: string }) => Readonly<Record<string, () => unknown>>;

/** Parts in memory, by the path of their file. */
function program(parts: Readonly<Record<string, Part>>, named: Readonly<Record<string, string>>) {
  const ran: string[] = [];
  const load = requireFrom('/dist', { named, others: 'others' }, createRequire(import.meta.url), filename => {
    ran.push(filename);
    return parts[filename];
  });
  return { load, ran };
}

it('loads a part when one of its chunks is asked for, and each part and chunk once', () => {
  const begun: string[] = [];
  const begin = <T>(name: string, exports: T): T => {
    begun.push(name);
    return exports;
  };
  const { load, ran } = program(
    {
      '/dist/program.cjs': require => ({
        './a.js': () => begin('a', { get: () => require('./b.js').name }),
        './c.js': () => begin('c', { a: require('./a.js') }),
      }),
      '/dist/others.cjs': () => ({ './b.js': () => begin('b', { name: 'b' }) }),
    },
    { program: './a.js ./c.js' },
  );
  const a = load('./a.js');
  expect([ran, begun]).toEqual([['/dist/program.cjs'], ['a']]);
  expect(Object(load('./c.js')).a).toBe(a);
  expect([Object(a).get(), Object(a).get()]).toEqual(['b', 'b']);
  expect([ran, begun]).toEqual([
    ['/dist/program.cjs', '/dist/others.cjs'],
    ['a', 'c', 'b'],
  ]);
});

it('gives a part its own address, and the modules of Node', () => {
  const { load } = program(
    {
      '/dist/others.cjs': (require, { url, filename }) => ({
        './a.js': () => ({ url, filename, sep: Object(require('node:path').posix).sep }),
      }),
    },
    {},
  );
  expect(load('./a.js')).toEqual({ url: 'file:///dist/others.cjs', filename: '/dist/others.cjs', sep: '/' });
});

it('says that the program is not whole when a part lacks a chunk, or is something else', () => {
  expect(() => program({ '/dist/others.cjs': () => ({}) }, {}).load('./gone.js')).toThrow('install it again');
  expect(() => program({}, {}).load('./gone.js')).toThrow('install it again');
});
