import { describe, expect, it } from 'vitest';
import { importersOf, importsOf } from '../../src/website/imports.js';

const importers = (files: Readonly<Record<string, string>>, ...traced: string[]): string[] =>
  importersOf(
    traced,
    Object.entries(files).flatMap(([path, text]) => importsOf(path, text)),
  );

describe('a file that imports one with a trace is read as well', () => {
  it.each([
    ['site/page.ts', "import { track } from './lib/track';"],
    ['site/page.ts', 'import {track} from"./lib/track.js"'],
    ['site/deep/page.tsx', "import track, { type Visit } from '../lib/track.ts';"],
    ['site/page.ts', "const { track } = await import('./lib/track');"],
    ['site/page.cjs', "const track = require('./lib/track');"],
    ['other/page.ts', "import { track } from '@/lib/track';"],
    ['other/page.ts', "import { track } from '~/site/lib/track';"],
    ['site/Page.vue', '<script setup>import { track } from "./lib/track"</script>'],
  ])('%s: %s', (path, text) => {
    expect(importers({ [path]: text }, 'site/lib/track.ts')).toEqual([path]);
  });

  it('by the name of a folder, for its index', () => {
    expect(importers({ 'site/page.ts': "import { track } from './track';" }, 'site/track/index.ts')).toEqual(['site/page.ts']);
  });

  it('through files that only hand it on, and no further', () => {
    const files = {
      'site/lib/index.ts': "export * from './track';",
      'site/page.ts': "import { track } from './lib';",
      'site/app.ts': "import { page } from './page';",
    };
    expect(importers(files, 'site/lib/track.ts')).toEqual(['site/lib/index.ts', 'site/page.ts']);
  });

  it('files that hand on each other in a circle end', () => {
    const files = { 'a.ts': "export * from './b';\nexport { track } from './track';", 'b.ts': "export * from './a';" };
    expect(importers(files, 'track.ts')).toEqual(['a.ts', 'b.ts']);
  });
});

describe('other files are not', () => {
  it.each([
    ['site/page.ts', "import { track } from './track';"],
    ['site/page.ts', "import { track } from 'other-track';"],
    ['site/page.ts', "import { track } from '../lib/track';"],
    ['site/page.ts', "// see './lib/track'"],
    ['site/page.ts', ''],
  ])('%s: %s', (path, text) => {
    expect(importers({ [path]: text }, 'site/lib/track.ts')).toEqual([]);
  });
});
