// The program in parts. esbuild splits it into modules as ES modules only; here they become tables of CommonJS modules, whose compiled code can
// be kept: one for what every run of `check` needs, one for what reads texts that are new, one for the website, one for all others.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { build, transform } from 'esbuild';
import { lazyTexts } from './lazy-texts.mjs';

/** Part → the sources whose modules, with all that they import, are in it, unless they are in an earlier one. */
const SOURCES = [
  [
    'program',
    [
      'src/cli/main.ts',
      'src/cli/commands/check.ts',
      'src/output/formats/stylish.ts',
      'node_modules/picomatch/posix.js',
      'node_modules/picocolors/picocolors.js',
    ],
  ],
  ['reading', ['src/declarations/read-file.ts', 'src/mautic/load.ts']],
  ['website', ['src/cli/website/scan.ts']],
];
const OTHERS = 'others';

/** @returns the modules in each part (but for the last), and a mark of the text of each part */
export async function buildParts(options) {
  const { outputFiles, metafile } = await build({
    ...options,
    plugins: [lazyTexts],
    entryPoints: { program: 'src/cli/main.ts' },
    format: 'esm',
    splitting: true,
    charset: 'ascii',
    define: { 'import.meta.url': '$url' },
    metafile: true,
    write: false,
  });
  const outputs = new Map(Object.entries(metafile.outputs).map(([path, output]) => [basename(path), output]));
  const of = partsOf(outputs);
  const texts = new Map([...SOURCES.map(([part]) => [part, []]), [OTHERS, []]]);
  for (const { path, text } of outputFiles.filter(file => file.path.endsWith('.js'))) {
    const name = basename(path);
    // Platform `browser`: no list of exports for Node's own loader.
    const { code } = await transform(text, { ...TO_COMMON_JS, minify: options.minify, target: options.target });
    texts.get(of.get(name) ?? OTHERS).push(`${JSON.stringify(`./${name}`)}:function(exports,require,module,$url){${code}}`);
  }
  mkdirSync('dist');
  const legal = outputFiles.filter(file => file.path.endsWith('.LEGAL.txt')).map(({ text }) => text);
  writeFileSync('dist/program.LEGAL.txt', [...new Set(legal)].join('\n'));
  const marks = {};
  for (const [part, modules] of texts) {
    const text = `({${modules.join(',\n')}})\n`;
    writeFileSync(`dist/${part}.cjs`, text);
    marks[part] = createHash('sha256').update(text).digest('hex').slice(0, 16);
  }
  return { parts: { of: Object.fromEntries([...of].map(([name, part]) => [`./${name}`, part])), others: OTHERS }, marks };
}

const TO_COMMON_JS = { format: 'cjs', platform: 'browser', charset: 'ascii', supported: { 'dynamic-import': false } };

/** Module → its part. */
function partsOf(outputs) {
  const of = new Map();
  const add = (name, part) => {
    if (of.has(name)) return;
    of.set(name, part);
    for (const { path, kind } of outputs.get(name).imports)
      if (kind === 'import-statement' && outputs.has(basename(path))) add(basename(path), part);
  };
  for (const [part, sources] of SOURCES) {
    for (const source of sources) {
      const [name] = [...outputs].find(([, { entryPoint }]) => entryPoint === source) ?? [];
      if (name === undefined) throw new Error(`${source} is no module of its own: something imports it at once`);
      add(name, part);
    }
  }
  return of;
}
