import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EXIT } from '../../../src/cli/stop.js';
import { findSiteFiles } from '../../../src/cli/website/find-files.js';
import { siteFolder } from './site-folder.js';

const FILES = {
  'index.html': '',
  'site/app.ts': '',
  'site/dist/app.js': '',
  'site/.cache/x.js': '',
  'site/data.json': '',
  'site/.env': '',
  'site/README.md': '',
  'site/node_modules/p/index.js': '',
  'theme/page.twig': '',
};

const found = (include: readonly string[], ignore: readonly string[] = []) => findSiteFiles(siteFolder(FILES).path, include, ignore);

describe('the files of a website', () => {
  it.each<[string, readonly string[], readonly string[], readonly string[]]>([
    ['all of the repository', ['**'], [], ['index.html', 'site/app.ts', 'site/dist/app.js', 'theme/page.twig']],
    ['the current folder', ['.'], [], ['index.html', 'site/app.ts', 'site/dist/app.js', 'theme/page.twig']],
    ['a folder', ['site'], [], ['site/app.ts', 'site/dist/app.js']],
    ['a folder with a stroke', ['./site/'], [], ['site/app.ts', 'site/dist/app.js']],
    ['a glob', ['**/*.{twig,html}'], [], ['index.html', 'theme/page.twig']],
    ['files by their names', ['site/app.ts', './index.html'], [], ['index.html', 'site/app.ts']],
    ['all but a folder', ['site/**'], ['site/dist'], ['site/app.ts']],
    ['all but a folder with a stroke', ['site'], ['site/dist/'], ['site/app.ts']],
    ['all but a glob', ['**'], ['**/*.js', 'theme/**'], ['index.html', 'site/app.ts']],
    ['all but what is left out in the same list', ['**', '!theme/**'], [], ['index.html', 'site/app.ts', 'site/dist/app.js']],
    ['a file by its name that is left out', ['site/dist/app.js', 'index.html'], ['site/dist/**'], ['index.html']],
    ['a hidden folder that is named', ['site/.cache/*'], [], ['site/.cache/x.js']],
    ['what is no code and no markup', ['site/data.json', 'site/.env', 'site/README.md'], [], []],
    ['what is installed', ['site/node_modules/**'], [], []],
    ['a file that is missing: reading it says so', ['gone.html'], [], ['gone.html']],
  ])('%s', async (_, include, ignore, paths) => {
    expect(await found(include, ignore)).toEqual(paths);
  });

  it.each(['../other/**', '/etc/**'])('no glob leaves the repository: %s', async glob => {
    await expect(found([glob])).rejects.toMatchObject({ exit: EXIT.usage, code: 'unreadable-outside', data: { path: glob } });
  });

  it('a linked folder is not gone into, a linked file is found', async () => {
    const folder = siteFolder(FILES);
    mkdirSync(join(folder.path, 'links'));
    symlinkSync('../site', join(folder.path, 'links/folder'));
    symlinkSync('../index.html', join(folder.path, 'links/page.html'));
    expect(await findSiteFiles(folder.path, ['links/**'], [])).toEqual(['links/page.html']);
  });
});
