// Times `purposelint check` as a whole process beside bare Node, ajv-cli, ESLint with a schema validator and Spectral on the same files, in one run; prints ratios.
// The peers are installed on the first run, into a folder that git ignores. Timings are never a test.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { generate } from './generate.mjs';
import { enlargeMuseum } from './museum-large.mjs';

const RUNS = 7;
const root = resolve(import.meta.dirname, '../..');
const cache = join(root, 'node_modules/.cache/purposelint-bench');
const data = join(cache, 'repository');
const museum = join(cache, 'museum');
const node = process.execPath;

const PEERS = [
  'ajv-cli@5.0.0',
  'ajv-formats@3.0.1',
  'eslint@10.15.0',
  'eslint-plugin-json-schema-validator@6.3.1',
  'yaml-eslint-parser@2.1.0',
  '@stoplight/spectral-cli@6.16.3',
];

function installPeers() {
  if (PEERS.every(name => existsSync(join(cache, 'node_modules', name.replace(/(?<=.)@.*/u, ''))))) return;
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, 'package.json'), '{"private": true, "type": "commonjs"}\n');
  const done = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--save-exact', ...PEERS], { cwd: cache, stdio: 'inherit' });
  if (done.status !== 0) throw new Error('the peers could not be installed');
}

/** Spectral has no closed-schema rule of its own: it gets the same schema, and one pattern rule as users write them. */
function writeRuleset() {
  writeFileSync(
    join(cache, 'ruleset.yaml'),
    `rules:
  declaration:
    given: $
    severity: error
    then: {function: schema, functionOptions: {dialect: draft2020-12, allErrors: true, schema: {$ref: ${JSON.stringify(join(root, 'schemas/declaration.v1.json'))}}}}
  why:
    given: $.contact_fields[*].why
    severity: warn
    then: {function: pattern, functionOptions: {match: ".{15,}"}}
`,
  );
}

/** ESLint reads YAML by way of a parser of its own, and holds each file against the same schema. */
function writeEslintConfig() {
  writeFileSync(
    join(cache, 'eslint.config.mjs'),
    `import validator from 'eslint-plugin-json-schema-validator';
import * as parser from 'yaml-eslint-parser';
const schema = ${JSON.stringify(join(root, 'schemas/declaration.v1.json'))};
export default [{
  files: ['**/*.yaml'],
  plugins: {'json-schema-validator': validator},
  languageOptions: {parser},
  rules: {'json-schema-validator/no-invalid': ['error', {schemas: [{fileMatch: ['**/privacy/*.yaml'], schema}], useSchemastoreCatalog: false}]},
}];
`,
  );
}

const peers = join(cache, 'node_modules/.bin');
const check = { argv: [node, join(root, 'dist/cli.cjs'), 'check', '--now', '2026-11-25'], cwd: data };

/** What a commit does: another word in one of the files. */
function edit(round) {
  const path = join(data, 'privacy/part-000.yaml');
  writeFileSync(path, readFileSync(path, 'utf8').replace(/offer number \d+/u, `offer number ${round}`));
}

const CONTENDERS = [
  { name: 'node -e 0', argv: [node, '-e', '0'] },
  { name: 'purposelint --version', argv: [node, join(root, 'dist/cli.cjs'), '--version'] },
  // What runs remember of each other is not used, is used but for a file that was edited, and is used.
  { name: 'check, from scratch', ...check, env: { PURPOSELINT_NO_CACHE: '1' } },
  { name: 'check, after an edit', ...check, before: edit },
  { name: 'check, again', ...check },
  {
    name: 'ajv-cli',
    argv: [
      node,
      join(peers, 'ajv'),
      'validate',
      '--spec=draft2020',
      '--strict=false',
      '-s',
      join(root, 'schemas/declaration.v1.json'),
      '-d',
      join(data, 'privacy/*.yaml'),
    ],
  },
  {
    name: 'ESLint + schema',
    // It takes half a minute: it compiles the schema for each file.
    runs: 1,
    argv: [node, join(peers, 'eslint'), '--config', join(cache, 'eslint.config.mjs'), 'privacy'],
    cwd: data,
  },
  {
    name: 'Spectral',
    argv: [node, join(peers, 'spectral'), 'lint', '--ruleset', join(cache, 'ruleset.yaml'), join(data, 'privacy/*.yaml')],
  },
];

/** @param kept folder in which programs keep what they compiled: each size of a policy has its own, as each team has */
function time({ argv, cwd, env }, kept) {
  const [command, ...args] = argv;
  const start = performance.now();
  const { status, signal, error } = spawnSync(command, args, {
    cwd: cwd ?? cache,
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 1e9,
    env: { ...process.env, NODE_EXTRA_CA_CERTS: undefined, XDG_CACHE_HOME: kept, ...env },
  });
  if (error !== undefined || signal !== null) throw new Error(`${command}: ${error?.message ?? signal}`);
  return { milliseconds: performance.now() - start, status };
}

function partsOf(folder) {
  const parts = spawnSync(node, [join(import.meta.dirname, 'parts.mjs'), folder], { encoding: 'utf8' });
  console.log(parts.stdout || parts.stderr);
}

const median = values => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

installPeers();
writeRuleset();
writeEslintConfig();
for (const [files, entries] of [
  [100, 50],
  [1, 50],
]) {
  generate(data, files, entries);
  rmSync(join(cache, `kept-${files}`), { recursive: true, force: true });
  const times = new Map(CONTENDERS.map(({ name }) => [name, []]));
  const status = new Map();
  // In turn, so that a slow moment of the machine meets all of them; the first round warms the file cache and is not counted.
  for (let round = 0; round <= RUNS; round++) {
    for (const contender of CONTENDERS) {
      if (round > (contender.runs ?? RUNS)) continue;
      contender.before?.(round);
      const result = time(contender, join(cache, `kept-${files}`));
      status.set(contender.name, result.status);
      if (round > 0) times.get(contender.name).push(result.milliseconds);
    }
  }
  const bare = median(times.get('node -e 0'));
  const peer = median(times.get('ajv-cli'));
  console.log(
    `\n${files * entries} declarations in ${files} ${files === 1 ? 'file' : 'files'}, snapshot of the same size; ${RUNS} runs each, whole processes`,
  );
  console.log(`${'command'.padEnd(24)} ${'median'.padStart(9)} ${'min'.padStart(7)} ${'max'.padStart(7)}  × node  × ajv  exit`);
  for (const [name, values] of times) {
    const cell = value => value.toFixed(0).padStart(7);
    console.log(
      `${name.padEnd(24)} ${cell(median(values))}ms ${cell(Math.min(...values))} ${cell(Math.max(...values))} ${(median(values) / bare).toFixed(2).padStart(7)} ${(median(values) / peer).toFixed(2).padStart(6)}  ${status.get(name)}`,
    );
  }
  partsOf(data);
}

enlargeMuseum(museum, 5000, 50_000);
console.log('\nThe museum with 5,000 items and 50,000 uses, declared');
partsOf(museum);
