// What the parts of one cold `check` take, in this process: reading, parsing, validating and merging, snapshot, rules.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

const [folder] = process.argv.slice(2);
const parts = [];
let mark = performance.now();
function took(part) {
  const now = performance.now();
  parts.push([part, now - mark]);
  mark = now;
}

const { buildDeclarations, lint, loadSnapshot, parseYaml, rules } = await import('../../dist/index.js');
took('load the bundle');
const privacy = join(folder, 'privacy');
const files = readdirSync(privacy)
  .filter(name => name.endsWith('.yaml'))
  .map(name => ({ path: `privacy/${name}`, text: readFileSync(join(privacy, name), 'utf8') }));
took('read the files');
for (const { text } of files) parseYaml(text);
took('parse (alone)');
const declarations = buildDeclarations(files);
took('parse, validate, merge');
const snapshot = loadSnapshot(readFileSync(join(privacy, 'mautic.snapshot.json'), 'utf8'), 'mautic.snapshot.json');
took('read the snapshot');
const { findings } = lint({ declarations, snapshot, now: '2026-11-25', preset: 'recommended', rules, configured: new Map() });
took(`rules (${rules.length})`);
const time = name => parts.find(([part]) => part.startsWith(name))[1];
console.log(parts.map(([part, milliseconds]) => `  ${part.padEnd(26)} ${milliseconds.toFixed(1).padStart(7)} ms`).join('\n'));
console.log(`  ${findings.length} findings; rules / parsing the declarations: ${(time('rules') / time('parse')).toFixed(2)}`);
