/** TypeScript and JavaScript → what they send to Mautic, through the compiler API. */
import ts from 'typescript';
import { append } from '../../collections.js';
import { fileKind } from '../file-kinds.js';
import type { Script, Send, SiteNote } from '../site.js';
import { factsOf } from './facts.js';
import { gateOf } from './gate.js';
import { isMinified } from './minified.js';
import { nestedIn } from './nested.js';
import { programOf, type Sources, type Unit } from './program.js';
import { type Reading, readWorld } from './read.js';
import { resolver } from './resolve.js';
import { worldOf } from './world.js';

/** The files around the scripts, for imports and `tsconfig.json`: paths relative to the root of the repository, and never outside it. */
export interface CodeHost {
  /** Undefined when there is no such file, or it may not be read. */
  readonly readText: (path: string) => string | undefined;
  readonly exists: (path: string) => boolean;
}

export interface CodeWish {
  /** Names of functions and components of the team that send to Mautic. */
  readonly helpers: readonly string[];
  readonly host: CodeHost;
}

export interface CodeReading {
  readonly sends: readonly Send[];
  readonly notes: readonly SiteNote[];
}

/** How often more imports are followed: each time those of the files that the unknown was traced to. */
const MOST_ROUNDS = 3;

/** Reads scripts together, so that what one takes from another is known. */
export function readScripts(scripts: readonly Script[], { helpers, host }: CodeWish): ReadonlyMap<Script, CodeReading> {
  const own = new Set(scripts.filter(isWhole).map(({ path }) => path));
  const near: CodeHost = { readText: host.readText, exists: path => own.has(path) || host.exists(path) };
  const sources: Sources = {
    host,
    resolve: resolver(near),
    parsed: new Map(),
    tooDeep: new Set(),
    unfollowed: new Set(),
  };
  const minified = new Set(scripts.filter(script => isWhole(script) && isMinified(script.text)));
  const read = scripts.filter(script => !minified.has(script)).map(unitOf);
  const notes = notesOf(read, sources);
  const units = withNested(
    read.filter(unit => !notes.has(unit.script)),
    sources,
  );
  const sends = readUnits(units, sources, helpers);
  return new Map(
    scripts.map(script => [
      script,
      {
        sends: sends.get(script) ?? [],
        notes: minified.has(script) ? [{ code: 'minified' }] : (notes.get(script) ?? []),
      },
    ]),
  );
}

function isWhole({ path }: Script): boolean {
  return fileKind(path)?.is === 'code';
}

function unitOf(script: Script, index: number): Unit {
  const { path, text, dialect } = script;
  return { script, text, dialect, name: isWhole(script) ? `/${path}` : `/${path}~${index}.${dialect}` };
}

/** What is said only of types is no fault of a script that is read without them. */
const TYPES_IN_SCRIPTS = 8000;

/** Whole files that are broken; of scripts in markup, what the parser made of them is good enough. */
function notesOf(units: readonly Unit[], sources: Sources): ReadonlyMap<Script, readonly SiteNote[]> {
  const program = programOf(units, sources, new Set());
  return new Map(
    units.flatMap(({ script, name }): [Script, SiteNote[]][] => {
      if (sources.tooDeep.has(name)) return [[script, [{ code: 'syntax', detail: 'nested too deeply' }]]];
      const file = isWhole(script) ? program.getSourceFile(name) : undefined;
      const fault = file === undefined ? undefined : program.getSyntacticDiagnostics(file).find(({ code }) => code < TYPES_IN_SCRIPTS);
      if (fault === undefined) return [];
      return [[script, [{ code: 'syntax', start: fault.start, detail: ts.flattenDiagnosticMessageText(fault.messageText, ' ') }]]];
    }),
  );
}

/** Scripts, the scripts in their texts, and once more those in theirs. */
function withNested(units: readonly Unit[], sources: Sources): Unit[] {
  const all = [...units];
  let latest = units;
  for (let level = 0; level < 2; level += 1) {
    if (level > 0) programOf(latest, sources, new Set());
    latest = latest.flatMap(({ script, name }) => {
      const file = sources.parsed.get(name);
      const nested = file === undefined ? [] : nestedIn(file, factsOf(file).strings);
      return nested.map(({ node, text }, index): Unit => ({ script, text, dialect: 'js', inside: node, name: `${name}~${index}.js` }));
    });
    all.push(...latest);
  }
  return all;
}

function readUnits(units: readonly Unit[], sources: Sources, helpers: readonly string[]): ReadonlyMap<Script, readonly Send[]> {
  const nested = new Set(units.flatMap(({ inside }) => inside ?? []));
  const wanted = new Set<string>();
  for (let round = 1; ; round += 1) {
    const program = programOf(units, sources, wanted);
    const files = units.flatMap(({ name }) => program.getSourceFile(name) ?? []);
    const reading = readWorld(worldOf(program, files, nested, helpers));
    const more = [...reading.unknownIn].map(({ fileName }) => fileName).filter(name => !wanted.has(name) && sources.unfollowed.has(name));
    if (more.length === 0 || round === MOST_ROUNDS) return sendsByScript(units, program, reading);
    for (const name of more) wanted.add(name);
  }
}

function sendsByScript(units: readonly Unit[], program: ts.Program, { sends }: Reading): ReadonlyMap<Script, readonly Send[]> {
  const all = new Map<Script, Send[]>();
  for (const { script, name, inside } of units) {
    const file = program.getSourceFile(name);
    const own = (file === undefined ? undefined : sends.get(file)) ?? [];
    const gate = script.held === true ? 'held' : inside === undefined ? 'none' : gateOf(inside);
    const gated = own.map(send => (send.gate === undefined || gate === 'none' ? send : { ...send, gate }));
    for (const send of gated) append(all, script, send);
  }
  return new Map([...all].map(([script, found]) => [script, eachOnce(found).sort((a, b) => a.start - b.start || a.end - b.end)]));
}

/** One place says one thing once, however many ways lead to it: the most direct one counts. */
function eachOnce(sends: readonly Send[]): Send[] {
  const known = new Map<string, Send>();
  for (const send of sends) {
    const key = JSON.stringify([send.what, send.key, send.how, send.start, send.end]);
    if (!known.has(key) || send.certainty === 'literal') known.set(key, send);
  }
  return [...known.values()];
}
