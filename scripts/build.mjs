// The program, the library and its type declarations.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

rmSync('dist', { recursive: true, force: true });
const options = {
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  minify: true,
  legalComments: 'linked',
  // Loaded when there is code to read or a rule of the team's own, and not before.
  external: ['typescript'],
  // Its ES modules bundle smaller and load faster than the CommonJS build that Node gets.
  alias: { yaml: fileURLToPath(new URL('../node_modules/yaml/browser/index.js', import.meta.url)) },
};
// The program is one file, so that what the engine compiled of it can be kept; parts of it still run only when they are asked for.
const commonJs = { ...options, format: 'cjs', charset: 'ascii', outExtension: { '.js': '.cjs' } };
await build({
  ...commonJs,
  entryPoints: { program: 'src/cli/main.ts' },
  define: { 'import.meta.url': '$url' },
  banner: { js: "const $url = require('node:url').pathToFileURL(__filename).href;" },
});
const mark = createHash('sha256').update(readFileSync('dist/program.cjs')).digest('hex').slice(0, 16);
await build({ ...commonJs, entryPoints: { cli: 'src/cli/start.ts' }, define: { PROGRAM_MARK: JSON.stringify(mark) } });
await build({
  ...options,
  entryPoints: {
    index: 'src/index.ts',
    'answer-worker': 'src/mautic/client/answer-worker.ts',
    'plugin-worker': 'src/cli/plugins/plugin-worker.ts',
  },
  splitting: true,
  format: 'esm',
  // CommonJS dependencies in an ESM bundle still ask for `require`.
  banner: { js: "import { createRequire as $require } from 'node:module'; const require = $require(import.meta.url);" },
});
const types = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--noCheck'], {
  stdio: 'inherit',
});
process.exitCode = types.status ?? 1;
