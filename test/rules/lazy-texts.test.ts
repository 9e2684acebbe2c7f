/** The build makes words, law and examples of rules later, with the constants that they need: they must stay what they are. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { expect, it, onTestFinished } from 'vitest';
import { rules } from '../../rules/index.js';

const root = resolve(import.meta.dirname, '../..');

it('leaves each rule what it says, and makes it when it is asked for', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lazy-texts-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const outfile = join(folder, 'rules.mjs');
  const { lazyTexts }: { readonly lazyTexts: Plugin } = await import(pathToFileURL(join(root, 'scripts/lazy-texts.mjs')).href);
  const entryPoints = [join(root, 'rules/index.ts')];
  await build({ entryPoints, outfile, bundle: true, platform: 'node', format: 'esm', external: ['typescript'], plugins: [lazyTexts] });
  const built: { readonly rules: typeof rules } = await import(pathToFileURL(outfile).href);
  for (const [index, rule] of rules.entries()) {
    const made = built.rules[index];
    expect(Object.getOwnPropertyDescriptor(made, 'examples')?.get, rule.id).toBeDefined();
    // As JSON: some words are getters in the source as well.
    expect(JSON.stringify(made), rule.id).toBe(JSON.stringify(rule));
    expect(Object.getOwnPropertyDescriptor(made, 'examples')?.get, rule.id).toBeUndefined();
  }
});
