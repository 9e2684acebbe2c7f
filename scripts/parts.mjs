// The program in parts, so that a run loads what it needs, and the code which the engine compiled of each can be kept. esbuild splits a program as
// ES modules only; its chunks are then put together part by part.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { build, transform } from 'esbuild';
import { lazyTexts } from './lazy-texts.mjs';
import { pureYaml } from './pure-yaml.mjs';

/** Part → the sources that are in it with all that they import, unless that is in an earlier part. */
const SOURCES = [
  [
    'program',
    [
      'src/cli/main.ts',
      'src/cli/commands/check.ts',
      'src/cli/config-file.ts',
      'src/output/formats/stylish.ts',
      'node_modules/picomatch/posix.js',
      'node_modules/picocolors/picocolors.js',
    ],
  ],
  ['reading', ['src/declarations/right-file.ts']],
  ['faults', ['src/declarations/read-file.ts']],
  ['snapshot', ['src/mautic/load.ts']],
  ['website', ['src/cli/website/scan.ts']],
  ['editor', ['src/cli/commands/lsp.ts', 'src/lsp/desk.ts', 'src/cli/lsp-world.ts']],
];
const OTHERS = 'others';

/** Writes the parts. @returns which chunks are in which part, but for the last, as `Parts` of src/cli/parts.ts; and a mark of the text of each part */
export async function buildParts(options) {
  const { outputFiles, metafile } = await build({
    ...options,
    plugins: [lazyTexts, pureYaml],
    entryPoints: { program: 'src/cli/main.ts' },
    format: 'esm',
    splitting: true,
    minify: false,
    legalComments: 'inline',
    define: { 'import.meta.url': '$meta.url', 'import.meta.filename': '$meta.filename' },
    metafile: true,
    write: false,
  });
  const texts = new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
  const outputs = new Map(Object.entries(metafile.outputs).map(([path, output]) => [basename(path), output]));
  const of = partsOf(outputs);
  mkdirSync('dist');
  const marks = {};
  for (const part of [...SOURCES.map(([name]) => name), OTHERS]) {
    const chunks = [...outputs.keys()].filter(chunk => (of.get(chunk) ?? OTHERS) === part);
    const text = await partText(chunks, texts, options);
    writeFileSync(`dist/${part}.cjs`, text);
    marks[part] = createHash('sha256').update(text).digest('hex').slice(0, 16);
  }
  const named = SOURCES.map(([part]) => [part, [...of].flatMap(([chunk, own]) => (own === part ? [`./${chunk}`] : [])).join(' ')]);
  return { parts: { named: Object.fromEntries(named), others: OTHERS }, marks };
}

/** Chunk → its part. */
function partsOf(outputs) {
  const of = new Map();
  const add = (chunk, part) => {
    if (of.has(chunk)) return;
    of.set(chunk, part);
    for (const { path, kind } of outputs.get(chunk).imports) {
      if (kind === 'import-statement' && outputs.has(basename(path))) add(basename(path), part);
    }
  };
  for (const [part, sources] of SOURCES) {
    for (const source of sources) {
      // A linked node_modules has its real path here.
      const [chunk] = [...outputs].find(([, { entryPoint }]) => entryPoint?.endsWith(source)) ?? [];
      if (chunk === undefined) throw new Error(`${source} has no chunk of its own: something imports it at once`);
      add(chunk, part);
    }
  }
  return of;
}

/** A script whose value is a function: from `require` to a table of chunks, each of which begins when it is asked for. */
async function partText(chunks, texts, options) {
  const inside = new Set(chunks.map(chunk => `./${chunk}`));
  const { outputFiles } = await build({
    ...options,
    stdin: { contents: `module.exports = {${chunks.map(chunk => `"./${chunk}": () => require("./${chunk}")`)}}`, resolveDir: '.' },
    plugins: [
      {
        name: 'chunks',
        setup(made) {
          made.onResolve({ filter: /^\.\// }, ({ path }) => (inside.has(path) ? { path, namespace: 'chunk' } : { path, external: true }));
          made.onLoad({ filter: /./, namespace: 'chunk' }, ({ path }) => ({ contents: texts.get(basename(path)), resolveDir: '.' }));
        },
      },
    ],
    format: 'cjs',
    minify: false,
    legalComments: 'inline',
    supported: { 'dynamic-import': false },
    write: false,
  });
  const { minify, target } = options;
  // As the value of a variable: what stands alone has no effect, and would be left out.
  const text = `value = function(require,$meta){var module={exports:{}};${withLateExports(outputFiles[0].text)}return module.exports}`;
  const { code } = await transform(text, { minify, target, legalComments: 'inline', charset: 'ascii' });
  return `(${code.replace(/^value ?= ?/u, '').replace(/;?\n$/u, '')})\n`;
}

/**
 * esbuild fills the table of what a chunk exports when the part loads: nine hundred functions that most runs never call. Here it is filled when
 * somebody asks for it.
 */
function withLateExports(text) {
  const tables = new Set();
  const late = text.replace(/^__export\((\w+_exports), (\{\n[\s\S]*?^\})\);$/gmu, (_, table, exported) => {
    tables.add(table);
    return `var fill_${table} = () => { fill_${table} = () => {}; __export(${table}, ${exported}); };`;
  });
  const filled = late.replace(/(?<!\bvar |\b__export\(|fill_)\b\w+_exports\b/gu, name =>
    tables.has(name) ? `(fill_${name}(), ${name})` : name,
  );
  if (tables.size === 0 || filled.includes('\n__export(')) throw new Error('esbuild writes the exports of chunks in another way');
  return filled;
}
