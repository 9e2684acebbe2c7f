/** Rules of the team's own in the built program: the compiler loads only for them, and Ctrl-C ends one that never ends. */
import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { ruleFile, withRules } from './support.js';

const PROGRAM = fileURLToPath(new URL('../../../dist/cli.cjs', import.meta.url));

/** Says at its end whether the compiler was loaded. */
const WITNESS = `process.once('exit', () => process.stderr.write('compiler: ' + Object.keys(require.cache).some(path => path.includes('typescript'))));`;

it.each([
  ['only where there are such rules', 'language: en\n', 'compiler: false'],
  ['where there are', undefined, 'compiler: true'],
])('the compiler is loaded: %s', (_, config, said) => {
  const place = withRules({ 'a.ts': ruleFile('small-letter') }, config === undefined ? {} : { 'purposelint.yaml': config });
  const script = `${WITNESS} process.argv.splice(1, 0, ${JSON.stringify(PROGRAM)}); require(${JSON.stringify(PROGRAM)});`;
  const { stderr } = spawnSync(process.execPath, ['-e', script, 'check'], { cwd: place.path, encoding: 'utf8' });
  expect(stderr).toBe(said);
});

it('Ctrl-C ends a rule that never ends', async () => {
  const place = withRules({ 'a.ts': ruleFile('endless', '() => {\n    for (;;);\n  }') });
  const child = spawn(process.execPath, [PROGRAM, 'check'], { cwd: place.path, stdio: 'ignore' });
  setTimeout(() => child.kill('SIGINT'), 3000);
  const code = await new Promise(resolve => child.once('exit', resolve));
  expect(code).toBe(130);
});
