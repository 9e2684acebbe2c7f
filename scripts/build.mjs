// One bundle with lazy chunks, and the type declarations of the public API.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

rmSync('dist', { recursive: true, force: true });
await build({
  entryPoints: { cli: 'src/cli/main.ts', index: 'src/index.ts', 'answer-worker': 'src/mautic/client/answer-worker.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'linked',
  // Its ES modules bundle smaller and load faster than the CommonJS build that Node gets.
  alias: { yaml: fileURLToPath(new URL('../node_modules/yaml/browser/index.js', import.meta.url)) },
  // CommonJS dependencies in an ESM bundle still ask for `require`.
  banner: { js: "import { createRequire as $require } from 'node:module'; const require = $require(import.meta.url);" },
});
const types = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--noCheck'], {
  stdio: 'inherit',
});
process.exitCode = types.status ?? 1;
