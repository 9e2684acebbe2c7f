// Schemas → standalone validators and TypeScript types, rules/data/*.yaml → typed constants, assembly/ → WebAssembly: all in src/generated/.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { transform } from 'esbuild';
import { compile } from 'json-schema-to-typescript';
import { parse } from 'yaml';
import { shelvesModule, wordListsModule } from './shelves.mjs';

const root = new URL('..', import.meta.url);
const out = new URL('src/generated/', root);
const data = new URL('rules/data/', root);
const SCHEMAS = ['declaration', 'config', 'snapshot', 'findings', 'baseline', 'diff', 'scan', 'where', 'doctor', 'drift'];

const MAPS = ['properties', '$defs', 'patternProperties'];

/**
 * A copy without the keys that speak to people: what is left decides validity. A definition that only gives another one its own words
 * is replaced by that other, so that types and validators have each thing once.
 */
function bare(node, dropped, defs = node.$defs ?? {}, isMap = false) {
  if (Array.isArray(node)) return node.map(entry => bare(entry, dropped, defs));
  if (node === null || typeof node !== 'object') return node;
  if (!isMap && typeof node.$ref === 'string') {
    const target = defs[node.$ref.replace('#/$defs/', '')];
    return target?.$ref === undefined ? { $ref: node.$ref } : bare(target, dropped, defs);
  }
  const kept = Object.entries(node).filter(([key, value]) => (isMap || !dropped.includes(key)) && !(node === defs && value.$ref));
  return Object.fromEntries(kept.map(([key, value]) => [key, bare(value, dropped, defs, !isMap && MAPS.includes(key))]));
}

/** Declarations and config are written by people, who want all their faults at once; for machine-made files the first one will do. */
const WRITTEN_BY_PEOPLE = ['declaration', 'config'];

/** As JSON: the engine makes objects of it in a third of the time that it needs for the same in code. */
const SHAPES = 'export type Shapes = Readonly<Record<string, Readonly<Record<string, string>>>>;\n';

function asJson(value) {
  return `JSON.parse('${JSON.stringify(value)}')`;
}

/** Definitions whose values mean something that no pattern tells (src/declarations/meaning-faults.ts). */
const MEANINGS = ['Date', 'Country', 'Language', 'Season'];

/** The module with those of the shapes that lead there: every declaration file is walked through for them. */
function meaningsModule(shapes) {
  const leads = shape => {
    const name = shape.replace('*', '');
    return MEANINGS.includes(name) || Object.values(shapes[name] ?? {}).some(inner => inner !== '' && leads(inner));
  };
  const ways = Object.entries(shapes)
    .filter(([name]) => leads(name))
    .map(([name, keys]) => [
      name,
      Object.fromEntries(Object.entries(keys).filter(([key, inner]) => key === '[]' || (inner !== '' && leads(inner)))),
    ]);
  return `import type { Shapes } from './declaration.shapes.js';
export type Meaning = ${MEANINGS.map(name => `'${name}'`).join(' | ')};
export const meaningShapes: Shapes = ${asJson(Object.fromEntries(ways))};
`;
}

/** The code of a validator. */
function validatorCode(schema, allErrors) {
  const ajv = new Ajv({
    allErrors,
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    discriminator: true,
    // Short definitions stay apart, so that an error says which one (`#/$defs/Date/pattern`).
    inlineRefs: 2,
    messages: false,
    code: { source: true, esm: true, optimize: 2 },
  });
  return withHelpers(standaloneCode(ajv, ajv.compile(bare(schema, ['title', 'description', 'examples', '$schema']))));
}

async function generate(name) {
  const schema = JSON.parse(await readFile(new URL(`schemas/${name}.v1.json`, root), 'utf8'));
  const validator = validatorCode(schema, WRITTEN_BY_PEOPLE.includes(name));
  if (WRITTEN_BY_PEOPLE.includes(name)) {
    const shapes = shapesOf(bare(schema, ['title', 'description', 'examples']));
    await writeFile(new URL(`${name}.shapes.ts`, out), `${SHAPES}export const ${name}Shapes: Shapes = ${asJson(shapes)};\n`);
    if (name === 'declaration') await writeFile(new URL('meanings.ts', out), meaningsModule(shapes));
  }
  const typeName = `${name[0].toUpperCase()}${name.slice(1)}File`;
  const types = await compile({ ...bare(schema, ['title', 'examples', 'patternProperties']), $id: typeName }, typeName, {
    bannerComment: '',
    additionalProperties: false,
    unreachableDefinitions: true,
    strictIndexSignatures: false,
    format: false,
  });
  await writeFile(
    new URL(`${name}.ts`, out),
    types.replace(/^ \*\s*\n \* This interface was referenced by .*\n \* via the `definition` .*\n/gmu, ''),
  );
  await writeFile(new URL(`${name}.validate.js`, out), validator);
  await writeFile(
    new URL(`${name}.validate.d.ts`, out),
    `import type { ErrorObject } from 'ajv';
import type { ${typeName} } from './${name}.js';
declare const validate: { (value: unknown): value is ${typeName}; errors?: ErrorObject[] | null };
export default validate;
`,
  );
}

/** What most declarations are held against: it says whether they are right, and not what is wrong, which makes it a third as large. */
async function generateQuick() {
  const schema = JSON.parse(await readFile(new URL('schemas/declaration.v1.json', root), 'utf8'));
  const code = withoutErrors(validatorCode(schema, false));
  await writeFile(new URL('declaration.quick.js', out), code);
  await writeFile(
    new URL('declaration.quick.d.ts', out),
    `import type { DeclarationFile } from './declaration.js';
declare const isValid: (value: unknown) => value is DeclarationFile;
export default isValid;
`,
  );
}

/** What ajv writes to tell errors: each is made, kept, counted, and handed on with the place of the value. */
const TELLING = [
  [/validate\d+\.errors = \[\{[^;]*?\}\];return false;/gu, 'return false;'],
  [/const err\d+ = \{[^;]*?\};if\(vErrors === null\)\{vErrors = \[err\d+\];\}else \{vErrors\.push\(err\d+\);\}errors\+\+;/gu, 'errors++;'],
  [
    /vErrors = vErrors === null \? validate\d+\.errors : \(vErrors\.push\(\.\.\.validate\d+\.errors\), vErrors\);errors = vErrors\.length;/gu,
    'errors++;',
  ],
  [/if\(vErrors !== null\)\{if\(_errs\d+\)\{vErrors\.length = _errs\d+;\}else \{vErrors = null;\}\}/gu, ''],
  [
    /, \{instancePath(?::(?:[^{}]|\{[^{}]*\})*?)?,parentData(?::[^{}]*?)?,parentDataProperty(?::(?:[^{}]|\{[^{}]*\})*?)?,rootData\}\)/gu,
    ')',
  ],
  [/function (validate\d+)\(data, \{[^{}]*\}=\{\}\)/gu, 'function $1(data)'],
  [/validate\d+\.errors = vErrors;|let vErrors = null;|validate\d+\.evaluated = [^;]*;/gu, ''],
];

function withoutErrors(code) {
  const bare = TELLING.reduce((text, [pattern, instead]) => text.replace(pattern, instead), code);
  const left = /vErrors|instancePath|rootData|\.errors\b/u.exec(bare);
  if (left !== null) throw new Error(`ajv tells errors in another way: ${bare.slice(left.index - 100, left.index + 100)}`);
  const asked = bare.replace(/\w+\.call\((schema\d+)\.properties, (\w+)\)/gu, '$1.has($2)');
  return asked.replace(/const (schema\d+) = (\{.*?\});(?=const |function )/gu, (_, name, json) => `const ${name} = ${keysOnly(json)};`);
}

/** A part of the schema, of which the code only asks which keys there are. */
function keysOnly(json) {
  const { properties = {} } = JSON.parse(json);
  return `new Set(${JSON.stringify(Object.keys(properties))})`;
}

/**
 * What stands where: definition → key → the definition of its value, or of the entries of its list; `*` in front where it is a map of
 * names. The file itself is ``, and so is what has no definition. Errors say only where a fault is, not what would be right there.
 */
function shapesOf({ $defs: defs, ...file }) {
  const shapes = Object.entries({ '': file, ...defs }).filter(([, { properties }]) => properties !== undefined);
  return Object.fromEntries(
    shapes.map(([name, { properties, items }]) => {
      const keys = Object.entries(properties).map(([key, value]) => [key, shapeOf(value, defs)]);
      return [name, Object.fromEntries(items === undefined ? keys : [...keys, ['[]', shapeOf(items, defs)]])];
    }),
  );
}

function shapeOf(node, defs) {
  const name = node.$ref?.replace('#/$defs/', '');
  const target = name === undefined ? node : defs[name];
  if (typeof target.additionalProperties === 'object') return `*${shapeOf(target.additionalProperties, defs)}`;
  if (target.anyOf !== undefined) {
    const shapes = target.anyOf.map(branch => shapeOf(branch, defs));
    // Only what has keys of its own can be stepped into.
    return shapes.find(shape => defs[shape]?.properties !== undefined) ?? shapes.find(shape => shape !== '') ?? '';
  }
  if (target.properties === undefined && target.items !== undefined) return shapeOf(target.items, defs);
  return name ?? '';
}

/** ajv's run-time helpers, which its standalone code would `require`. */
const HELPERS = {
  'ajv/dist/runtime/ucs2length': 'text => (/[\\ud800-\\udbff]/.test(text) ? [...text].length : text.length)',
};

/** ajv joins the errors of each entry to a copy of all before them, which is quadratic in the faults of a file. */
function withoutCopies(code) {
  return code.replace(/vErrors\.concat\((validate\d+\.errors)\)/gu, '(vErrors.push(...$1), vErrors)');
}

function withHelpers(code) {
  return withoutCopies(code).replace(/require\("([^"]+)"\)\.default/gu, (_, module) => {
    const helper = HELPERS[module];
    if (helper === undefined) throw new Error(`the validators need ${module}`);
    return helper;
  });
}

/** Names as they are compared → the fact: worked out here, since the patterns for the letters of all languages take long to compile. */
async function comparedNames(facts) {
  const { code } = await transform(await readFile(new URL('src/lint/tokens.ts', root), 'utf8'), { loader: 'ts' });
  const { runTogether } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  const names = Object.entries(facts).flatMap(([fact, byLanguage]) =>
    Object.values(byLanguage)
      .flat()
      .map(name => [runTogether(name), fact]),
  );
  return Object.fromEntries(names);
}

/** All words in one text, each in a line: to look for ten words there takes less than to sort them all. */
function asLines({ words, small }) {
  return ['', ...Object.values(words).flat(), ...small, ''].join('\n');
}

/** Data that the program looks things up in, in another form than people write it. */
const LOOKED_UP = {
  'same-facts.yaml': async ({ facts, ...value }) => ({ ...value, facts: await comparedNames(facts) }),
  'vague-words.yaml': asLines,
};

/** The type of a value of JSON that has no other value. */
function typeOf(value) {
  if (Array.isArray(value)) return `readonly [${value.map(typeOf).join(', ')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([key, inner]) => `readonly ${JSON.stringify(key)}: ${typeOf(inner)}`)
    .join('; ')} }`;
}

/** The dated data files become constants with literal types. As JSON, and made when it is asked for: a run needs some of them. */
async function generateData() {
  const names = (await readdir(data)).filter(name => name.endsWith('.yaml')).sort();
  const constants = await Promise.all(
    names.map(async name => {
      const constant = name.replace('.yaml', '').replace(/-(\w)/gu, (_, letter) => letter.toUpperCase());
      const value = parse(await readFile(new URL(name, data), 'utf8'));
      return [constant, name in LOOKED_UP ? await LOOKED_UP[name](value) : value];
    }),
  );
  const types = constants.map(([constant, value]) => `export declare const ${constant}: () => ${typeOf(value)};\n`);
  const code = constants.map(
    ([constant, value]) =>
      `export const ${constant} = /* @__PURE__ */ later(() => JSON.parse(${JSON.stringify(JSON.stringify(value))}));\n`,
  );
  await Promise.all([
    writeFile(new URL('data.d.ts', out), types.join('\n')),
    writeFile(new URL('data.js', out), ["import { later } from '../text/later.js';\n", ...code].join('\n')),
  ]);
}

async function generateLexicon() {
  const [lexicon, contexts] = await Promise.all(
    ['lexicon.yaml', 'lexicon-contexts.yaml'].map(async name => parse(await readFile(new URL(name, data), 'utf8'))),
  );
  await writeFile(new URL('lexicon.ts', out), await shelvesModule(lexicon.categories, contexts));
}

/** Word lists that are looked for together: by name, the file of rules/data and its lists. */
const WORD_LISTS = {
  consentTexts: ['consent-words', ['consent', 'agree', 'terms', 'acknowledgement', 'refusal', 'marketing', 'profiling', 'third_parties']],
  consentAnswers: ['consent-words', ['no', 'thanks', 'without', 'messages', 'marketing', 'declined', 'yes']],
  optionalMarks: ['mark-words', ['optional']],
  requiredMarks: ['mark-words', ['required']],
  warnings: ['warning-words', ['words']],
};

async function generateWordLists() {
  const groups = Object.entries(WORD_LISTS).map(async ([name, [file, lists]]) => {
    const value = parse(await readFile(new URL(`${file}.yaml`, data), 'utf8'));
    return [name, Object.fromEntries(lists.map(list => [list, value[list]]))];
  });
  await writeFile(new URL('word-lists.ts', out), await wordListsModule(Object.fromEntries(await Promise.all(groups))));
}

/** The files that `init --ci` writes are those of examples/ci: by forge, the path in the repository and the text. */
const CI_FILES = {
  github: { '.github/workflows/': ['purposelint.yml', 'purposelint-nightly.yml'] },
  gitlab: { '': ['.gitlab-ci.yml', 'purposelint.gitlab-ci.yml'] },
};

async function generateCi() {
  const forges = Object.entries(CI_FILES).map(async ([forge, folders]) => {
    const files = Object.entries(folders).flatMap(([folder, names]) =>
      names.map(async name => [folder + name, await readFile(new URL(`examples/ci/${forge}/${name}`, root), 'utf8')]),
    );
    return [forge, Object.fromEntries(await Promise.all(files))];
  });
  const texts = JSON.stringify(Object.fromEntries(await Promise.all(forges)), null, 1);
  await writeFile(new URL('ci.ts', out), `export const ciFiles = ${texts} as const;\n`);
}

const ASSEMBLY = ['--outFile', 'sift.wasm', '-O3', '--runtime', 'stub', '--noAssert', '--use', 'abort='];

/** The program in assembly/ as a text in base64; compiled when it has changed only, as that takes seconds. */
async function generateSift() {
  const names = (await readdir(new URL('assembly/', root))).filter(name => name.endsWith('.ts')).sort();
  const sources = await Promise.all(names.map(name => readFile(new URL(`assembly/${name}`, root), 'utf8')));
  const { devDependencies } = JSON.parse(await readFile(new URL('package.json', root), 'utf8'));
  const mark = createHash('sha256')
    .update([...sources, ...ASSEMBLY, devDependencies.assemblyscript].join('\n'))
    .digest('hex');
  const file = new URL('sift.ts', out);
  const made = await readFile(file, 'utf8').catch(() => '');
  if (made.startsWith(`// ${mark}\n`)) return;
  const { default: asc } = await import('assemblyscript/asc');
  let program;
  const { error, stderr } = await asc.main(['assembly/sift.ts', '--baseDir', fileURLToPath(root), ...ASSEMBLY], {
    writeFile: (_name, contents) => {
      program = contents;
    },
  });
  if (error) throw new Error(`${error.message}\n${stderr}`);
  await writeFile(file, `// ${mark}\nexport const SIFT =\n  '${Buffer.from(program).toString('base64')}';\n`);
}

await mkdir(out, { recursive: true });
// Earlier versions wrote it; imports would find it before data.js.
await rm(new URL('data.ts', out), { force: true });
await Promise.all([
  ...SCHEMAS.map(generate),
  generateQuick(),
  generateData(),
  generateLexicon(),
  generateWordLists(),
  generateCi(),
  generateSift(),
]);
