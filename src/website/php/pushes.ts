/** Calls of PHP that push contacts or companies to Mautic's API, and what they push. */
import type { BodyOf } from '../parameters.js';
import { nameIn, type PhpNode, part, partsOf } from './nodes.js';
import { calleeOf, type Program, type Scope } from './program.js';

/** An array that is sent. */
export interface Push {
  readonly data: PhpNode;
  readonly of: BodyOf;
  readonly scope: Scope;
  /** Told only when the file says what is in it: the call may be about something else. */
  readonly isGuess?: true;
}

/** Paths of the API that write (Mautic 5.1 to 7.0). */
const WRITES = /(?:^|[/\u2d63\s])(contacts|companies)\/(?:new|batch\/new|batch\/edit|[\d\u2d63]+\/edit)(?:[/?]|$)/u;
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
  return program.scopes.flatMap(scope => {
    const written = scope.texts.flatMap(
      ({ text, start }) =>
        WRITES.exec(text)
          ?.slice(1, 2)
          .map(path => ({ path, start })) ?? [],
    );
    const paths = new Set(written.map(({ start }) => start));
    return scope.calls.flatMap(call => pushOf(call, { scope, path: written[0]?.path, paths, apis, helpers }));
  });
}

interface Around {
  readonly scope: Scope;
  /** What the path of the API that stands in the function is about. */
  readonly path: string | undefined;
  /** Where such paths stand. */
  readonly paths: ReadonlySet<number>;
  readonly apis: ReadonlyMap<string, BodyOf>;
  readonly helpers: readonly string[];
}

function pushOf(call: PhpNode, around: Around): Push[] {
  const { scope, path } = around;
  const given = partsOf(call, 'arguments');
  const library = libraryPush(call, given, around);
  if (library !== undefined) return [library];
  const name = calleeOf(call);
  if (around.helpers.includes(name)) return given.map(data => ({ data, of: 'contact', scope }));
  if (path !== undefined) {
    const of = bodyOf(path);
    const bodies = given.flatMap(options => wrapped(options, scope));
    if (bodies.length > 0) return bodies.map(data => ({ data, of, scope }));
    const options = given.findIndex(one => nameIn(one) === 'CURLOPT_POSTFIELDS');
    if (options >= 0) return given.slice(options + 1, options + 2).map(data => ({ data, of, scope }));
    if (!name.startsWith('curl_') && given.some(one => isPath(one, around))) return given.filter(isData).map(data => ({ data, of, scope }));
  }
  return OWN_NAME.test(receiver(call)) && VERB.test(name)
    ? given.filter(isData).map(data => ({ data, of: 'contact', scope, isGuess: true }))
    : [];
}

/** `$contactApi->create($data)` */
function libraryPush(call: PhpNode, given: readonly PhpNode[], { scope, apis }: Around): Push | undefined {
  const index = METHODS.get(calleeOf(call).toLowerCase());
  const api = nameIn(objectOf(call));
  const data = index === undefined ? undefined : given[index];
  if (data === undefined || api === undefined) return undefined;
  const of = apis.get(api) ?? (/^(?:mautic_?)?(?:contacts?|leads?)_?api$/iu.test(api) ? 'contact' : undefined);
  return of === undefined ? undefined : { data, of, scope };
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

function bodyOf(path: string): BodyOf {
  return path === 'companies' ? 'company' : 'contact';
}

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

/** A path, or a variable that is one: texts begin behind their quote. */
function isPath(node: PhpNode, { paths, scope: { values } }: Around): boolean {
  const inside = node.kind === 'variable' ? [node, ...(values.get(nameIn(node) ?? '') ?? [])] : [node];
  return inside.some(({ start }) => paths.has(start) || paths.has(start + 1));
}

const DATA: ReadonlySet<string> = new Set(['array', 'variable', 'call', 'propertylookup']);

function isData(node: PhpNode): boolean {
  return DATA.has(node.kind);
}
