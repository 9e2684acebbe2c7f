// Times `purposelint scan` on a website of 10,000 files of which 50 send something: as whole processes, with nothing kept (cold) and with what the
// run before kept (warm), beside a process that only reads the files, in one run. The goals are 3 s cold and 1 s warm. Timings are never a test.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';

const FILES = 10_000;
const MATTER = 50;
const RUNS = 7;
const GOALS = { cold: 3000, warm: 1000 };
const root = resolve(import.meta.dirname, '../..');
const home = join(root, 'node_modules/.cache/purposelint-bench/website');
const cwd = join(home, 'team');
const env = { ...process.env, XDG_CACHE_HOME: join(home, 'cache'), NODE_EXTRA_CA_CERTS: undefined };

// What most files of a website are: no trace of Mautic, some kilobytes.
const PLAIN = {
  ts: number => `import { shop } from '../shop';\n\nexport interface Dish${number} {\n  readonly name: string;\n  readonly price: number;\n}\n
${Array.from({ length: 40 }, (_, n) => `export function cook${number}_${n}(dishes: readonly Dish${number}[]): number {\n  return dishes.filter(({ price }) => price > ${n}).length * shop.tables;\n}`).join('\n\n')}\n`,
  tsx: number =>
    `export function Menu${number}({ items }: { items: string[] }) {\n  return (\n    <ul className="mt-4 flex">\n${Array.from({ length: 60 }, (_, n) => `      <li className="mt-2 text-sm" key={items[${n}]}>{items[${n}]}</li>`).join('\n')}\n    </ul>\n  );\n}\n`,
  html: number =>
    `<!doctype html>\n<title>Dish ${number}</title>\n${Array.from({ length: 50 }, (_, n) => `<p class="mt-4">Step ${n}: stir, and wait for ${number} minutes.</p>`).join('\n')}\n`,
};

// Those that matter, of the kinds that there are.
const SENDING = [
  [
    'ts',
    number =>
      `import { fields } from './fields-${number}';\nexport function send(film: string) {\n  window.mt('send', 'pageview', { favourite_film: film, ...fields, tags: 'menu-${number}' });\n}\n`,
  ],
  [
    'tsx',
    number =>
      `export const Form = () => <form action="https://m.example/form/submit?formId=${number}"><input name="mauticform[email]" /></form>;\n`,
  ],
  [
    'html',
    number =>
      `<script>(function(w,d,t,u,n,a,m){w['MauticTrackingObject']=n;w[n]=w[n]||function(){(w[n].q=w[n].q||[]).push(arguments)},a=d.createElement(t),m=d.getElementsByTagName(t)[0];a.async=1;a.src=u;m.parentNode.insertBefore(a,m)})(window,document,'script','https://m.example/mtc.js','mt');mt('send','pageview',{page_${number}: 1});</script>\n`,
  ],
  ['php', number => `<?php $email = $_POST['email']; ?>\n<img src="https://m.example/mtracking.gif?email=<?= $email ?>&page=${number}">\n`],
  [
    'vue',
    number =>
      `<template><form><input name="mauticform[city]"></form></template>\n<script setup lang="ts">\nfetch('/form/submit?formId=${number}')\n</script>\n`,
  ],
];

function write(path, text) {
  mkdirSync(dirname(join(cwd, path)), { recursive: true });
  writeFileSync(join(cwd, path), text);
}

function generate() {
  rmSync(home, { recursive: true, force: true });
  write('purposelint.yaml', 'website: {include: [site/**]}\n');
  write('tsconfig.json', '{"compilerOptions": {"strict": true}}\n');
  const endings = Object.keys(PLAIN);
  for (let number = 0; number < FILES; number++) {
    const folder = `site/part-${number % 200}`;
    const [ending, text] =
      number % (FILES / MATTER) === 0
        ? SENDING[(number / (FILES / MATTER)) % SENDING.length]
        : [endings[number % 3], PLAIN[endings[number % 3]]];
    write(`${folder}/page-${number}.${ending}`, text(number));
    if (ending === 'ts' && text !== PLAIN.ts)
      write(`${folder}/fields-${number}.ts`, `export const fields = { city: 1, age_${number}: 2 };\n`);
  }
}

const READ_ONLY = `const { readdirSync, readFileSync } = require('node:fs');
for (const entry of readdirSync('site', { recursive: true, withFileTypes: true })) if (entry.isFile()) readFileSync(entry.parentPath + '/' + entry.name);`;

const median = values => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

function time({ argv, before }) {
  before();
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, argv, { cwd, env, encoding: 'utf8', maxBuffer: 1e9 });
  const took = performance.now() - start;
  if (status !== 0) throw new Error(`${argv.join(' ')}: exit code ${status}\n${stdout}${stderr}`);
  return { took, stdout };
}

generate();
const scan = [join(root, 'dist/cli.cjs'), 'scan'];
const forget = () => {
  const kept = spawnSync('find', [join(home, 'cache/purposelint'), '-name', 'site-*.json', '-delete']);
  if (kept.error !== undefined) throw kept.error;
};
const contenders = [
  { name: 'reading the files only', argv: ['-e', READ_ONLY], before: () => undefined, times: [] },
  { name: 'scan, cold', argv: scan, before: forget, goal: GOALS.cold, times: [] },
  { name: 'scan, warm', argv: scan, before: () => undefined, goal: GOALS.warm, times: [] },
];
// In turn, so that a slow moment of the machine meets all; the first round warms the file cache and is not counted.
let last = '';
for (let round = 0; round <= RUNS; round++) {
  for (const contender of contenders) {
    const { took, stdout } = time(contender);
    if (round > 0) contender.times.push(took);
    last = stdout;
  }
}
rmSync(home, { recursive: true, force: true });

const bare = median(contenders[0].times);
console.log(`\nA website of ${FILES.toLocaleString('en')} files of which ${MATTER} send something; ${RUNS} runs each, whole processes`);
for (const { name, times, goal } of contenders) {
  const took = median(times);
  const verdict = goal === undefined ? '' : `   goal ${goal} ms: ${took < goal ? 'reached' : 'missed'}`;
  console.log(`  ${name.padEnd(24)} ${took.toFixed(0).padStart(5)} ms ${(took / bare).toFixed(1).padStart(6)} × reading${verdict}`);
}
console.log(`  ${last.trimEnd().split('\n').at(-1)}`);
