#!/usr/bin/env node
// Bundles serve.ts in memory and runs it: see there for the options.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = new URL('serve.ts', import.meta.url);
const { outputFiles } = await build({
  entryPoints: [fileURLToPath(here)],
  bundle: true,
  write: false,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  // The bundle has no address of its own: every file of this folder finds the recordings from here.
  define: { 'import.meta.url': JSON.stringify(here.href) },
});
const [bundle] = outputFiles;
const { serve } = await import(`data:text/javascript;base64,${Buffer.from(bundle.text).toString('base64')}`);
try {
  await serve(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
