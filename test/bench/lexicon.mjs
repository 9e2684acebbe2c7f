// Prints what the lexicon finds and where it is wrong, by category and by language, tuned and held-out names apart; and how long 5,000 names
// take. Bundles test/lexicon/cases.ts in memory, so that it measures the sources as they are.
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const NAMES = 5000;
const RUNS = 7;
const LANGUAGES = ['en', 'it', 'de', 'fr', 'es', 'pt', 'nl', 'pl'];

const here = new URL('../lexicon/', import.meta.url);
const { outputFiles } = await build({
  stdin: {
    contents: "export * from './cases.ts'; export { lexiconFor } from '../../src/lint/lexicon/lexicon.ts';",
    resolveDir: fileURLToPath(here),
  },
  bundle: true,
  write: false,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  // The bundle has no address of its own: it finds the names from here, and what is CommonJS needs a `require`.
  define: { 'import.meta.url': JSON.stringify(here.href) },
  banner: { js: `import { createRequire } from 'node:module'; const require = createRequire(${JSON.stringify(here.href)});` },
});
const [bundle] = outputFiles;
const { AT_FIRST_SIGHT, falselyHit, HARMLESS, lexiconFor, missed, SENSITIVE, share } = await import(
  `data:text/javascript;base64,${Buffer.from(bundle.text).toString('base64')}`
);

const percent = part => `${(100 * part).toFixed(1)} %`;
const cell = (text, width = 9) => String(text).padStart(width);

function line(name, sensitive, harmless) {
  const found = sensitive.length === 0 ? '' : percent(1 - share(missed(sensitive), sensitive));
  const wrong = harmless.length === 0 ? '' : percent(share(falselyHit(harmless), harmless));
  const hints = harmless.length === 0 ? '' : percent(share(falselyHit(harmless, 'weak'), harmless));
  console.log(`${name.padEnd(24)}${cell(sensitive.length)}${cell(found)}${cell(harmless.length)}${cell(wrong)}${cell(hints)}`);
}

console.log('Lexicon: sensitive names and how many are found; harmless names, and how many give a strong or only a weak hit');
console.log(
  'Names of our own making and, among the tuned ones, from public forms. One of a team with several languages counts for each of them.',
);
for (const [part, held] of [
  ['tuned', false],
  ['held out', true],
]) {
  const sensitive = SENSITIVE.filter(one => one.held === held);
  const harmless = HARMLESS.filter(one => one.held === held);
  console.log(`\n${part.padEnd(24)}${cell('names')}${cell('found')}${cell('harmless')}${cell('strong')}${cell('weak')}`);
  line('all', sensitive, harmless);
  const speaks = language => one => one.languages.includes(language);
  for (const language of LANGUAGES) line(`  ${language}`, sensitive.filter(speaks(language)), harmless.filter(speaks(language)));
  for (const category of new Set(SENSITIVE.map(one => one.category))) {
    line(
      `  ${category}`,
      sensitive.filter(one => one.category === category),
      [],
    );
  }
}

console.log(
  `\n${'names from elsewhere, each round before it was tuned on'.padEnd(68)}${cell('names')}${cell('found')}${cell('harmless')}${cell('strong')}`,
);
for (const { from, sensitive, found, harmless, wrong } of AT_FIRST_SIGHT) {
  console.log(
    `  ${from.padEnd(66)}${cell(sensitive)}${cell(percent(found / sensitive))}${cell(harmless)}${cell(percent(wrong / harmless))}`,
  );
}

const all = [...SENSITIVE, ...HARMLESS];
const names = Array.from({ length: NAMES }, (_, at) => `${all[at % all.length].text} ${at}`);
const median = values => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)].toFixed(0);
console.log(`\n${NAMES} names, no two the same; medians of ${RUNS} runs in one process`);
for (const languages of [['it'], LANGUAGES]) {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    const lexicon = lexiconFor({ languages: new Set(languages) });
    const made = performance.now();
    for (const text of names) lexicon.judge({ as: 'field', texts: [{ text, weight: 1 }] });
    return [made - start, performance.now() - made];
  });
  const [make, judge] = [0, 1].map(part => median(times.map(time => time[part])));
  console.log(`  ${['en', ...languages.filter(language => language !== 'en')].join(' ')}: made in ${make} ms, judged in ${judge} ms`);
}
