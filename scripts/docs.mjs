// The pages of docs/ that are made from the program. `--check` writes nothing and exits 1 when one is stale.
import { readFile, writeFile } from 'node:fs/promises';
import { museumPage } from './pages/museum.mjs';
import { rulesPage } from './pages/rules.mjs';

const PAGES = { 'docs/rules.md': rulesPage, 'docs/example-museum.md': museumPage };

const check = process.argv.includes('--check');
for (const [path, make] of Object.entries(PAGES)) {
  const target = new URL(`../${path}`, import.meta.url);
  const page = make();
  if (!check) await writeFile(target, page);
  else if (page !== (await readFile(target, 'utf8').catch(() => ''))) {
    console.error(`${path} is stale: run \`npm run docs\`.`);
    process.exitCode = 1;
  }
}
