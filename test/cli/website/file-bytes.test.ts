import { execFileSync } from 'node:child_process';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { watchedHost } from '../../../src/cli/website/code-host.js';
import { openFolder, SITE_FILE_LIMIT } from '../../../src/cli/website/file-bytes.js';
import { siteFolder } from './site-folder.js';

function folder() {
  const made = siteFolder({ 'a.html': 'città', 'sub/b.html': 'b' });
  writeFileSync(join(made.path, '../secret.html'), 'secret');
  return made;
}

function text(path: string, found: string): unknown {
  const read = openFolder(path)(found);
  return 'bytes' in read ? read.bytes.toString('utf8') : read.reason;
}

it('gives the bytes of a file, one after the other', () => {
  const read = openFolder(folder().path);
  const texts = ['a.html', 'sub/b.html', 'a.html'].map(path => {
    const found = read(path);
    return 'bytes' in found ? found.bytes.toString('utf8') : found;
  });
  expect(texts).toEqual(['città', 'b', 'città']);
});

it('says why there are none', () => {
  const { path, write } = folder();
  write('large.html', new Uint8Array(SITE_FILE_LIMIT + 1));
  write('largest.html', new Uint8Array(SITE_FILE_LIMIT).fill(97));
  execFileSync('mkfifo', [join(path, 'pipe.html')]);
  expect(['gone.html', 'gone/a.html', 'sub', 'large.html', 'pipe.html', '../secret.html'].map(name => text(path, name))).toEqual([
    'missing',
    'missing',
    'directory',
    'too-large',
    'other',
    'outside',
  ]);
  expect(text(path, 'largest.html')).toHaveLength(SITE_FILE_LIMIT);
});

it('follows links within the repository, and none out of it', () => {
  const { path } = folder();
  symlinkSync('a.html', join(path, 'within.html'));
  symlinkSync('../secret.html', join(path, 'out.html'));
  symlinkSync('..', join(path, 'up'));
  symlinkSync('sub', join(path, 'down'));
  symlinkSync('loop.html', join(path, 'loop.html'));
  expect(['within.html', 'out.html', 'up/secret.html', 'down/b.html', 'loop.html'].map(name => text(path, name))).toEqual([
    'città',
    'link',
    'link',
    'b',
    'other',
  ]);
});

it('the reader of code gets text of the repository alone, and nothing that is installed', () => {
  const { path, write } = folder();
  write('node_modules/p/index.ts', 'installed');
  symlinkSync('../secret.html', join(path, 'out.html'));
  const host = watchedHost(path);
  const asked = [
    'a.html',
    './sub/../a.html',
    '../secret.html',
    join(path, '../secret.html'),
    'out.html',
    'node_modules/p/index.ts',
    'gone.ts',
  ];
  expect(asked.map(host.readText)).toEqual(['città', 'città', undefined, undefined, undefined, undefined, undefined]);
  expect(['a.html', 'sub', '../secret.html', '/etc/passwd', 'node_modules/p/index.ts'].map(host.exists)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
});
