/** Calls of PHP that push contacts or companies to Mautic's API, or answers to a form of Mautic, and what they push. */
import { type Target, targetOf } from '../api-paths.js';
import type { BodyOf } from '../parameters.js';
import { nameIn, type PhpNode, part, partsOf } from './nodes.js';
import { calleeOf, type Program, type Scope } from './program.js';

/** An array that is sent. */
export interface Push {
  readonly data: PhpNode;
  readonly target: Target;
  readonly scope: Scope;
  /** Its keys are questions of the form, which the function that is called wraps. */
  readonly isInner?: true;
  /** Told only when the file says what is in it: the call may be about something else. */
  readonly isGuess?: true;
}

/** Methods of Mautic's own library for PHP; the number is that of the argument with the data. */
const METHODS: ReadonlyMap<string, number> = new Map([
  ['create', 0],
  ['edit', 1],
  ['createbatch', 0],
  ['editbatch', 0],
]);
/** Keys of HTTP clients under which the body stands. */
const BODIES: ReadonlySet<string> = new Set(['body', 'json', 'form_params', 'CURLOPT_POSTFIELDS']);
const OWN_NAME = /mautic/iu;
const VERB = /create|edit|update|add|subscribe|push|send|sync|upsert|submit|identify|track|api|request|post/iu;

/** @param helpers names of functions of the team that send to Mautic */
export function pushesIn(program: Program, helpers: readonly string[]): Push[] {
  const apis = apisOf(program);
  const targets = new Map(program.scopes.map(scope => [scope, targetsIn(scope)]));
  return program.scopes.flatMap(scope => {
    const paths = targets.get(scope) ?? new Map<number, Target>();
    const ownTarget = (name: string): Target | undefined =>
      program.functions.get(name.toLowerCase())?.flatMap(own => [...(targets.get(own)?.values() ?? [])])[0];
    return scope.calls.flatMap(call => pushOf(call, { scope, paths, apis, helpers, ownTarget }));
  });
}

interface Around {
  readonly scope: Scope;
  /** The paths in the function, by where they stand. */
  readonly paths: ReadonlyMap<number, Target>;
  readonly apis: ReadonlyMap<string, BodyOf>;
  readonly helpers: readonly string[];
  /** What a function of the same file writes. */
  readonly ownTarget: (name: string) => Target | undefined;
}

function targetsIn({ texts }: Scope): Map<number, Target> {
  const found = new Map<number, Target>();
  for (const { text, start } of texts) {
    const target = targetOf(text);
    if (target !== undefined) found.set(start, target);
  }
  return found;
}

function pushOf(call: PhpNode, around: Around): Push[] {
  const { scope, paths } = around;
  const given = partsOf(call, 'arguments');
  const library = libraryPush(call, given, around);
  if (library !== undefined) return [library];
  const name = calleeOf(call);
  const own = around.ownTarget(name);
  const inner = { target: own ?? { of: 'contact' as const }, scope, ...(own?.of === 'form' ? { isInner: true as const } : {}) };
  if (around.helpers.includes(name)) return given.map(data => ({ data, ...inner }));
  const named = given.flatMap(one => pathIn(one, around) ?? [])[0];
  const target = named ?? [...paths.values()][0];
  if (target !== undefined) {
    const bodies = given.flatMap(options => wrapped(options, scope));
    if (bodies.length > 0) return bodies.map(data => ({ data, target, scope }));
    const options = given.findIndex(one => nameIn(one) === 'CURLOPT_POSTFIELDS');
    if (options >= 0) return given.slice(options + 1, options + 2).map(data => ({ data, target, scope }));
    if (!name.startsWith('curl_') && named !== undefined) return given.filter(isData).map(data => ({ data, target, scope }));
  }
  return OWN_NAME.test(receiver(call)) && VERB.test(name) ? given.filter(isData).map(data => ({ data, ...inner, isGuess: true })) : [];
}

/** `$contactApi->create($data)` */
function libraryPush(call: PhpNode, given: readonly PhpNode[], { scope, apis }: Around): Push | undefined {
  const index = METHODS.get(calleeOf(call).toLowerCase());
  const api = nameIn(objectOf(call));
  const data = index === undefined ? undefined : given[index];
  if (data === undefined || api === undefined) return undefined;
  const of = apis.get(api) ?? (/^(?:mautic_?)?(?:contacts?|leads?)_?api$/iu.test(api) ? 'contact' : undefined);
  return of === undefined ? undefined : { data, target: { of }, scope };
}

/** Variables and properties that hold a part of the API. */
function apisOf({ scopes, properties }: Program): Map<string, BodyOf> {
  const apis = new Map<string, BodyOf>();
  for (const { values } of [...scopes, properties]) {
    for (const [name, nodes] of values) {
      const of = nodes.map(apiOf).find(found => found !== undefined);
      if (of !== undefined) apis.set(name, of);
    }
  }
  return apis;
}

/** `$api->newApi('contacts', …)`, or the class itself: `new \Mautic\Api\Contacts(…)`. */
function apiOf(value: PhpNode): BodyOf | undefined {
  if (value.kind === 'new') return APIS.get(nameIn(part(value, 'what'))?.toLowerCase() ?? '');
  if (value.kind !== 'call' || calleeOf(value).toLowerCase() !== 'newapi') return undefined;
  const [of] = partsOf(value, 'arguments');
  return APIS.get(String(of?.parts.value));
}

/** Parts of the API, as the library calls them and their classes. */
const APIS: ReadonlyMap<string, BodyOf> = new Map([
  ['contacts', 'contact'],
  ['leads', 'contact'],
  ['companies', 'company'],
]);

function objectOf(call: PhpNode): PhpNode | undefined {
  const object = part(part(call, 'what'), 'what');
  return object?.kind === 'propertylookup' ? part(object, 'offset') : object;
}

/** What a call is about, in words: the object or class, and the function. */
function receiver(call: PhpNode): string {
  return `${nameIn(objectOf(call)) ?? ''} ${calleeOf(call)}`;
}

/** The body in the options of an HTTP client, which may have been put together before. */
function wrapped(options: PhpNode, { values, keys }: Scope): PhpNode[] {
  const name = options.kind === 'variable' ? (nameIn(options) ?? '') : '';
  const arrays = [options, ...(values.get(name) ?? [])].filter(({ kind }) => kind === 'array');
  const entries = arrays.flatMap(array => partsOf(array, 'items').map(item => ({ key: part(item, 'key'), value: part(item, 'value') })));
  return [...entries, ...(keys.get(name) ?? [])].flatMap(({ key, value }) => {
    const word = key?.kind === 'string' ? String(key.parts.value) : (nameIn(key) ?? '');
    return BODIES.has(word) && value !== undefined ? [value] : [];
  });
}

/** What a path writes, or a variable that is one: texts begin behind their quote. */
function pathIn(node: PhpNode, { paths, scope: { values } }: Around): Target | undefined {
  const inside = node.kind === 'variable' ? [node, ...(values.get(nameIn(node) ?? '') ?? [])] : [node];
  return inside.flatMap(({ start }) => paths.get(start) ?? paths.get(start + 1) ?? [])[0];
}

const DATA: ReadonlySet<string> = new Set(['array', 'variable', 'call', 'propertylookup']);

function isData(node: PhpNode): boolean {
  return DATA.has(node.kind);
}
