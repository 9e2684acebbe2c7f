/** What comes from outside is handed in: files, the network, the clock, chance and the environment are met in a few places only. */
import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { importsOf, parse, ROOT, sourceFiles } from './program.js';

/** What may be taken from `node:`, by the longest path that fits. */
const FROM_NODE: readonly (readonly [path: string, modules: readonly string[]])[] = [
  ['src/', []],
  ['rules/', []],
  ['src/text/', ['path']],
  ['src/text/files/', ['fs', 'path']],
  ['src/mautic/', ['crypto']],
  ['src/mautic/client/', ['buffer', 'crypto', 'fs', 'http', 'https', 'net', 'path', 'stream', 'url', 'worker_threads', 'zlib']],
  ['src/website/', ['path']],
  ['src/lsp/', ['path', 'url']],
  ['src/cli/', ['child_process', 'crypto', 'fs', 'module', 'path', 'process', 'timers/promises', 'url', 'util', 'vm', 'worker_threads']],
];

type Sense = 'clock' | 'chance' | 'environment' | 'process' | 'network' | 'timer' | 'console' | 'global';

/** Where what is there without an import is met: files, or folders with all below them. */
const SENSES: Readonly<Record<Sense, readonly string[]>> = {
  clock: ['src/cli/compiled-code.ts', 'src/cli/main.ts'],
  chance: ['src/cli/commands/doctor.ts', 'src/cli/live.ts'],
  environment: ['src/cli/compiled-code.ts', 'src/cli/main.ts', 'src/cli/start.ts'],
  process: ['src/cli/', 'src/text/files/write.ts'],
  timer: ['src/cli/', 'src/mautic/client/'],
  network: [],
  console: [],
  global: [],
};

const NAMES: Readonly<Record<string, Sense>> = {
  performance: 'clock',
  crypto: 'chance',
  fetch: 'network',
  WebSocket: 'network',
  EventSource: 'network',
  XMLHttpRequest: 'network',
  setTimeout: 'timer',
  setInterval: 'timer',
  setImmediate: 'timer',
  console: 'console',
  global: 'global',
  globalThis: 'global',
};

/** What a name stands for that nobody has declared: undefined where it touches nothing, such as a date that is calculated. */
function senseOf(name: ts.Identifier): Sense | undefined {
  const { parent, text } = name;
  const member = ts.isPropertyAccessExpression(parent) && parent.expression === name ? parent.name.text : undefined;
  if (text === 'process') return member === undefined || member === 'env' ? 'environment' : 'process';
  if (text === 'Math') return member === 'random' || member === undefined ? 'chance' : undefined;
  if (text === 'Date') {
    const isMade = ts.isNewExpression(parent) && parent.expression === name;
    // `new Date()` and `Date()` are now; a date of something is that of what it is made of.
    if (isMade) return (parent.arguments ?? []).length === 0 ? 'clock' : undefined;
    return member === 'now' || member === undefined ? 'clock' : undefined;
  }
  return Object.hasOwn(NAMES, text) ? NAMES[text] : undefined;
}

/** Is it used for its value, and not the name of a member, of a type, or of something that is declared or imported here? */
function isUse(name: ts.Identifier): boolean {
  const { parent } = name;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === name;
  if (ts.isBindingElement(parent) || ts.isVariableDeclaration(parent) || ts.isParameter(parent)) return parent.initializer === name;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === name;
  const names = [ts.isTypeNode, ts.isQualifiedName, ts.isImportSpecifier, ts.isImportClause, ts.isNamespaceImport, ts.isExportSpecifier];
  return !names.some(is => is(parent)) && !ts.isTypeElement(parent) && !ts.isClassElement(parent) && !ts.isFunctionDeclaration(parent);
}

interface Met {
  readonly sense: Sense;
  readonly path: string;
  readonly line: number;
  readonly text: string;
}

function sensesIn(path: string, source: string): Met[] {
  const file = parse(path, source);
  const found: Met[] = [];
  const visit = (node: ts.Node): void => {
    const sense = ts.isIdentifier(node) && isUse(node) ? senseOf(node) : undefined;
    const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    if (sense !== undefined) found.push({ sense, path, line, text: node.parent.getText() });
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

const lies = (path: string, within: string): boolean => path === within || (within.endsWith('/') && path.startsWith(within));

function wrongSenses(path: string, source: string): string[] {
  const wrong = sensesIn(path, source).filter(({ sense }) => !SENSES[sense].some(place => lies(path, place)));
  return wrong.map(({ sense, line, text }) => `${path}:${line} ${sense}: ${text}`);
}

function wrongModules(path: string, source: string): string[] {
  const [, modules = []] = FROM_NODE.findLast(([within]) => lies(path, within)) ?? [];
  return importsOf(path, source)
    .filter(({ to }) => isBuiltin(to) && !modules.includes(to.replace('node:', '')))
    .map(({ line, to }) => `${path}:${line} imports ${to}`);
}

const SOURCES = sourceFiles('src', 'rules').map(path => ({ path, source: readFileSync(join(ROOT, path), 'utf8') }));

describe('what comes from outside', () => {
  it('is taken from Node only where it may be', () => {
    expect(SOURCES.flatMap(({ path, source }) => wrongModules(path, source))).toEqual([]);
  });

  it('is met without an import only where it may be', () => {
    expect(SOURCES.flatMap(({ path, source }) => wrongSenses(path, source))).toEqual([]);
  });

  it('is met wherever it may be: no permission is left over', () => {
    const modules = FROM_NODE.flatMap(([within, names]) => names.map(name => `${within} node:${name}`));
    const taken = SOURCES.flatMap(({ path, source }) => {
      const [within = ''] = FROM_NODE.findLast(([place]) => lies(path, place)) ?? [];
      return importsOf(path, source).map(({ to }) => `${within} ${to}`);
    });
    expect(modules.filter(entry => !taken.includes(entry))).toEqual([]);
    const met = SOURCES.flatMap(({ path, source }) => sensesIn(path, source));
    const places = Object.entries(SENSES).flatMap(([sense, all]) => all.map(place => ({ sense, place })));
    expect(places.filter(({ sense, place }) => !met.some(one => one.sense === sense && lies(one.path, place)))).toEqual([]);
  });

  it.each([
    ['a module of Node', "import { connect } from 'node:tls';", ['rules/x.ts:1 imports node:tls']],
    ['one without its prefix', "import { connect } from 'net';", ['rules/x.ts:1 imports net']],
    ['one that is asked for later', "await import('node:worker_threads');", ['rules/x.ts:1 imports node:worker_threads']],
    ['the time', 'a = [new Date(), Date.now(), performance.now(), Date()];', ['clock', 'clock', 'clock', 'clock']],
    ['chance', 'const id = Math.random() + crypto.randomUUID();', ['chance', 'chance']],
    ['the environment', 'const { env } = process; b(process.env.HOME, process);', ['environment', 'environment', 'environment']],
    ['the network', "await fetch('https://a.example'); new WebSocket(b);", ['network', 'network']],
    ['a way around', 'globalThis.process; console.log(c); setTimeout(d, 1);', ['global', 'console', 'timer']],
    ['nothing: dates and numbers that are calculated', 'new Date(0); Date.parse(e); Math.max(f.process, 1); g({ fetch: 1 });', []],
    ['nothing: names of its own', 'interface H { fetch: Date }; function i(process: J) {}', []],
  ])('would be told: %s', (_, source, expected) => {
    const told = [...wrongModules('rules/x.ts', source), ...wrongSenses('rules/x.ts', source)];
    expect(told.map(text => /^\S+ (clock|chance|environment|network|global|console|timer): /u.exec(text)?.[1] ?? text)).toEqual(expected);
  });
});
