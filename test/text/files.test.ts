import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UnreadableFile } from '../../src/text/document.js';
import { expandGlobs, lookFor } from '../../src/text/files/find.js';
import { readText } from '../../src/text/files/read.js';
import { writeWhole } from '../../src/text/files/write.js';

const LIMIT = 1000;
let base: string;
let root: string;

beforeAll(() => {
  base = realpathSync(mkdtempSync(join(tmpdir(), 'purposelint-')));
  root = join(base, 'repository');
  mkdirSync(join(root, 'privacy/deep'), { recursive: true });
  mkdirSync(join(root, 'node_modules/x'), { recursive: true });
  mkdirSync(join(root, '.git'));
  const files: Record<string, string | Buffer> = {
    'privacy/b.yaml': 'b: 1\r\n',
    'privacy/a.yaml': 'a: 1\n',
    'privacy/deep/c.yaml': 'è: 寿司',
    'privacy/mark.yaml': '\ufeffa: 1',
    'privacy/binary.bin': Buffer.from([0x50, 0x4b, 3, 4, 0, 0]),
    'privacy/latin.txt': Buffer.from([0x63, 0x61, 0x66, 0xe8]),
    'privacy/utf16.txt': Buffer.from('\ufeffa: 1', 'utf16le'),
    'privacy/long.txt': 'x'.repeat(LIMIT + 1),
    'privacy/whole.txt': 'x'.repeat(LIMIT),
    'privacy/empty.txt': '',
    'node_modules/x/a.yaml': '',
    '.git/a.yaml': '',
    '../outside.yaml': 'secret',
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(root, name), content);
  symlinkSync(join(base, 'outside.yaml'), join(root, 'privacy/out.lnk'));
  symlinkSync('a.yaml', join(root, 'privacy/in.lnk.yaml'));
  symlinkSync('nowhere', join(root, 'privacy/broken.lnk.yaml'));
  symlinkSync('..', join(root, 'privacy/loop'));
  execFileSync('mkfifo', [join(root, 'privacy/pipe')]);
});

afterAll(() => rmSync(base, { recursive: true }));

function reasonOf(path: string): string | undefined {
  try {
    readText(root, path, LIMIT);
    return undefined;
  } catch (error) {
    return error instanceof UnreadableFile ? error.reason : String(error);
  }
}

describe('readText', () => {
  it('decodes, keeps line ends, and gives the path from the root', () => {
    expect(readText(root, 'privacy/deep/c.yaml', LIMIT)).toEqual({ path: 'privacy/deep/c.yaml', text: 'è: 寿司' });
    expect(readText(root, './privacy//b.yaml', LIMIT)).toEqual({ path: 'privacy/b.yaml', text: 'b: 1\r\n' });
    expect(readText(root, join(root, 'privacy/a.yaml'), LIMIT)).toEqual({ path: 'privacy/a.yaml', text: 'a: 1\n' });
    expect(readText(root, 'privacy/in.lnk.yaml', LIMIT)).toEqual({ path: 'privacy/in.lnk.yaml', text: 'a: 1\n' });
    expect(readText(root, 'privacy/whole.txt', LIMIT).text.length).toBe(LIMIT);
    expect(readText(root, 'privacy/empty.txt', LIMIT).text).toBe('');
  });

  it('reads a replacement character that somebody wrote', () => {
    const path = join(root, 'privacy/replaced.txt');
    writeFileSync(path, 'Caff\ufffd');
    expect(readText(root, 'privacy/replaced.txt', LIMIT).text).toBe('Caff\ufffd');
    rmSync(path);
  });

  it('takes a byte order mark off and says so', () => {
    expect(readText(root, 'privacy/mark.yaml', LIMIT)).toEqual({ path: 'privacy/mark.yaml', text: 'a: 1', mark: true });
  });

  it.each([
    ['privacy', 'directory'],
    ['', 'directory'],
    ['privacy/none.yaml', 'missing'],
    ['privacy/a.yaml/b', 'missing'],
    ['privacy/broken.lnk.yaml', 'missing'],
    [`privacy/${'x'.repeat(300)}`, 'missing'],
    ['privacy/binary.bin', 'binary'],
    ['privacy/latin.txt', 'not-utf8'],
    ['privacy/utf16.txt', 'not-utf8'],
    ['privacy/long.txt', 'too-large'],
    ['privacy/pipe', 'other'],
    ['../outside.yaml', 'outside'],
    ['/etc/hostname', 'outside'],
    ['privacy/out.lnk', 'link'],
  ])('refuses %s: %s', (path, reason) => {
    expect(reasonOf(path)).toBe(reason);
  });

  it('refuses what it may not read', () => {
    const path = join(root, 'privacy/closed.yaml');
    writeFileSync(path, 'a: 1');
    chmodSync(path, 0o000);
    // The superuser may read everything.
    expect(reasonOf('privacy/closed.yaml')).toBe(process.getuid?.() === 0 ? undefined : 'no-permission');
    rmSync(path);
  });
});

describe('expandGlobs', () => {
  it('finds files, sorted, each once, and stays out of node_modules, .git and linked folders; of links that lead nowhere, reading tells', async () => {
    expect(await expandGlobs(root, ['**/*.yaml', 'privacy/*.yaml'])).toEqual([
      'privacy/a.yaml',
      'privacy/b.yaml',
      'privacy/broken.lnk.yaml',
      'privacy/deep/c.yaml',
      'privacy/in.lnk.yaml',
      'privacy/mark.yaml',
    ]);
  });

  it('gives plain paths back, there or not', async () => {
    expect(await expandGlobs(root, ['privacy/none.yaml', './privacy/a.yaml', 'privacy'])).toEqual([
      'privacy',
      'privacy/a.yaml',
      'privacy/none.yaml',
    ]);
  });

  it('leaves out what stands behind an exclamation mark', async () => {
    expect(await expandGlobs(root, ['privacy/**/*.yaml', '!privacy/*.lnk.yaml', '!**/deep/**'])).toEqual([
      'privacy/a.yaml',
      'privacy/b.yaml',
      'privacy/mark.yaml',
    ]);
    expect(await expandGlobs(root, ['!privacy/a.yaml'])).toEqual([]);
  });

  it.each(['../*.yaml', '/etc/*', 'privacy/../../x.yaml', '!../x', 'C:\\x\\*.yaml'])('refuses %s, which leaves the root', async glob => {
    await expect(expandGlobs(root, ['privacy/a.yaml', glob])).rejects.toThrow(new UnreadableFile(glob, 'outside'));
  });
});

describe('lookFor', () => {
  const asYaml = (path: string): string | undefined => (path.endsWith('.txt') ? path.replace(/txt$/u, 'yaml') : undefined);

  it('tells which files would fit under another name, but for those that are left out or named', async () => {
    const globs = ['privacy/{a,b,e*,l*,u*}.{yaml,json}', '!privacy/l*', 'privacy/utf16.txt'];
    expect(await lookFor(root, globs, asYaml)).toEqual({
      named: ['privacy/a.yaml', 'privacy/b.yaml', 'privacy/utf16.txt'],
      near: ['privacy/empty.txt'],
    });
  });
});

describe('writeWhole', () => {
  it('writes texts and pieces, keeps the mode, and leaves nothing beside', () => {
    const folder = mkdtempSync(join(base, 'write-'));
    const path = join(folder, 'a.json');
    writeWhole(path, ['[', '"寿司"', ']']);
    expect(readFileSync(path, 'utf8')).toBe('["寿司"]');
    chmodSync(path, 0o640);
    writeWhole(path, 'new');
    expect([readFileSync(path, 'utf8'), statSync(path).mode & 0o777]).toEqual(['new', 0o640]);
    expect(readdirSync(folder)).toEqual(['a.json']);
  });

  it('leaves the old file when a piece cannot be made', () => {
    const folder = mkdtempSync(join(base, 'write-'));
    const path = join(folder, 'a.json');
    writeFileSync(path, 'old');
    function* pieces(): Generator<string> {
      yield 'half';
      throw new Error('stop');
    }
    expect(() => writeWhole(path, pieces())).toThrow('stop');
    expect([readFileSync(path, 'utf8'), readdirSync(folder)]).toEqual(['old', ['a.json']]);
  });

  it('replaces what a link leads to', () => {
    const folder = mkdtempSync(join(base, 'write-'));
    writeFileSync(join(folder, 'real'), 'old');
    symlinkSync('real', join(folder, 'link'));
    writeWhole(join(folder, 'link'), 'new');
    expect([readFileSync(join(folder, 'real'), 'utf8'), readdirSync(folder)]).toEqual(['new', ['link', 'real']]);
  });

  it('throws where there is no folder', () => {
    expect(() => writeWhole(join(base, 'none/a.json'), 'x')).toThrow('ENOENT');
    expect(existsSync(join(base, 'none'))).toBe(false);
  });
});
