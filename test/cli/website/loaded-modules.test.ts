/** What the built program really loads: the compiler only when there is code to read. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { expect, it } from 'vitest';
import { POLICY, snapshotWith, workspace } from '../workspace.js';

const CLI = resolve('dist/cli.cjs');
const HOOK = `const { writeFileSync } = require('node:fs');
process.once('exit', () => writeFileSync('loaded.json', JSON.stringify(Object.keys(require.cache))));
`;
const FILES = {
  'hook.cjs': HOOK,
  'privacy/all.yaml': POLICY,
  'privacy/mautic.snapshot.json': snapshotWith([]),
  'site/a.ts': "mt('send', 'pageview', { film });\n",
  'site/b.html': '<p>Menu</p>',
};

/** Which packages a run has loaded, and how it ended. */
function loadedBy(
  place: ReturnType<typeof workspace>,
  ...argv: string[]
): { status: number | null; stdout: string; compiler: boolean; packages: number } {
  const env = { ...process.env, XDG_CACHE_HOME: join(place.path, 'cache') };
  const { status, stdout } = spawnSync(process.execPath, ['--require', './hook.cjs', CLI, ...argv], {
    cwd: place.path,
    env,
    encoding: 'utf8',
  });
  const loaded: string[] = JSON.parse(readFileSync(join(place.path, 'loaded.json'), 'utf8'));
  const packages = loaded.filter(path => path.includes('node_modules'));
  return { status, stdout, compiler: packages.some(path => path.includes('/typescript/')), packages: packages.length };
}

it('check without a website loads no compiler, nor any other package', () => {
  const ran = loadedBy(workspace({ ...FILES, 'purposelint.yaml': '' }), 'check');
  expect(ran.stdout).toMatch(/^No findings /u);
  expect([ran.compiler, ran.packages]).toEqual([false, 0]);
});

it('with a website the compiler is loaded once, then no more until something changes', () => {
  const place = workspace({ ...FILES, 'purposelint.yaml': 'website: {include: [site/**]}\n' });
  const first = loadedBy(place, 'scan');
  expect([first.status, first.compiler]).toEqual([0, true]);
  expect(first.stdout).toContain('contact field film, sent with the page view');
  const second = loadedBy(place, 'scan');
  expect([second.stdout, second.compiler]).toEqual([first.stdout, false]);
  expect(loadedBy(place, 'check').compiler).toBe(false);
  writeFileSync(join(place.path, 'site/a.ts'), "mt('send', 'pageview', { city });\n");
  expect(loadedBy(place, 'check').compiler).toBe(true);
});

it('a website without a trace of Mautic needs no compiler', () => {
  const ran = loadedBy(workspace({ ...FILES, 'purposelint.yaml': '', 'site/a.ts': 'export const a = 1;\n' }), 'scan');
  expect([ran.status, ran.compiler, ran.stdout]).toEqual([
    0,
    false,
    // The hook of this test is a file, too.
    'Nothing found that is sent to Mautic.\n\n3 files looked at · 0 send something\n',
  ]);
});
