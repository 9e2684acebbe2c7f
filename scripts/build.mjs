// The program, the library and its type declarations.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { buildParts } from './parts.mjs';

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
const { parts, marks } = await buildParts(options);
await build({
  ...options,
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  entryPoints: { cli: 'src/cli/start.ts' },
  define: { PARTS: JSON.stringify(parts), MARKS: JSON.stringify(marks) },
});
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
