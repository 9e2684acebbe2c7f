/** Arrays of PHP → their keys, as far as the same file tells them. */
import type { TextRange } from '../../text/document.js';
import { type KnownKeys, merged } from '../known-keys.js';
import type { Certainty } from '../site.js';
import { nameIn, type PhpNode, part, partsOf } from './nodes.js';
import { type Assigned, calleeOf, type Program, type Scope } from './program.js';

export interface ArrayKey extends TextRange {
  readonly key: string;
  readonly certainty: Certainty;
  readonly value: PhpNode | undefined;
}

type ArrayKeys = KnownKeys<ArrayKey>;

const NOTHING: ArrayKeys = { keys: [], isOpen: false };
const OPEN: ArrayKeys = { keys: [], isOpen: true };

/** Functions that give back what they get, packed or not; the number is that of the argument. */
const PASSES: ReadonlyMap<string, number> = new Map([
  ['json_encode', 0],
  ['wp_json_encode', 0],
  ['http_build_query', 0],
  ['serialize', 0],
  ['maybe_serialize', 0],
  ['base64_encode', 0],
  ['rawurlencode', 0],
  ['urlencode', 0],
  ['esc_attr', 0],
  ['esc_js', 0],
  ['array_filter', 0],
  ['array_unique', 0],
  ['array_map', 1],
]);
const MERGES: ReadonlySet<string> = new Set(['array_merge', 'array_replace', 'array_merge_recursive', 'wp_parse_args']);
/** Functions through which others can add to an array. */
const FILTERS: ReadonlySet<string> = new Set(['apply_filters', 'apply_filters_ref_array', 'do_filter']);
const EMPTY: ReadonlySet<string> = new Set(['string', 'number', 'boolean', 'nullkeyword', 'encapsed']);

/** Nobody writes deeper than this by hand. */
const DEEPEST = 100;

/** Reads what is known of an array. Cyclic code ends: nothing is read twice. */
export class ArrayReader {
  readonly #seen = new Set<unknown>();
  #depth = 0;

  constructor(readonly program: Program) {}

  /** @param direct whether it stands where it is sent */
  read(node: PhpNode, scope: Scope, direct: boolean): ArrayKeys {
    if (this.#seen.has(node.parts)) return NOTHING;
    if (this.#depth > DEEPEST) return OPEN;
    this.#seen.add(node.parts);
    this.#depth += 1;
    const read = this.#read(node, scope, direct);
    this.#depth -= 1;
    return read;
  }

  #read(node: PhpNode, scope: Scope, direct: boolean): ArrayKeys {
    if (EMPTY.has(node.kind)) return NOTHING;
    if (node.kind === 'array') return merged(partsOf(node, 'items').map(item => this.#item(item, scope, direct)));
    if (node.kind === 'variable') return this.#variable(nameIn(node), scope);
    if (node.kind === 'propertylookup') return this.#named(nameIn(part(node, 'offset')), this.program.properties, scope);
    if (node.kind === 'call') return this.#call(node, scope, direct);
    const within = branches(node);
    return within === undefined ? OPEN : merged(within.map(branch => this.read(branch, scope, direct)));
  }

  #item(item: PhpNode, scope: Scope, direct: boolean): ArrayKeys {
    const key = part(item, 'key');
    const value = part(item, 'value') ?? part(item, 'what') ?? (item.kind === 'entry' ? undefined : item);
    if (item.parts.unpack === true || item.kind === 'variadic') return value === undefined ? OPEN : this.read(value, scope, false);
    if (key !== undefined) return keyed({ key, value }, direct);
    // A list of arrays: several contacts at once.
    return value?.kind === 'array' ? this.read(value, scope, direct) : NOTHING;
  }

  #variable(name: string | undefined, scope: Scope): ArrayKeys {
    if (name === undefined || name === 'this') return OPEN;
    for (let around: Scope | undefined = scope; around !== undefined; around = around.around) {
      if (around.values.has(name) || around.keys.has(name)) return this.#named(name, around, scope);
    }
    return OPEN;
  }

  #named(name: string | undefined, { values, keys }: Scope, scope: Scope): ArrayKeys {
    if (name === undefined || (!values.has(name) && !keys.has(name))) return OPEN;
    const assigned = (keys.get(name) ?? []).map(one => (one.key === undefined ? NOTHING : keyed(one, false)));
    return merged([...(values.get(name) ?? []).map(value => this.read(value, scope, false)), ...assigned]);
  }

  #call(call: PhpNode, scope: Scope, direct: boolean): ArrayKeys {
    const name = calleeOf(call).toLowerCase();
    const given = partsOf(call, 'arguments');
    const passed = given[PASSES.get(name) ?? -1];
    if (passed !== undefined) return this.read(passed, scope, direct);
    if (MERGES.has(name)) return merged(given.map(one => this.read(one, scope, direct)));
    if (FILTERS.has(name)) return merged([OPEN, ...given.slice(1, 2).map(one => this.read(one, scope, false))]);
    const own = this.program.functions.get(name) ?? [];
    const returned = own.flatMap(inner => inner.returns.map(value => this.read(value, inner, false)));
    return returned.length === 0 ? OPEN : merged(returned);
  }
}

/** The values that an expression can be; undefined: that cannot be said. */
function branches(node: PhpNode): PhpNode[] | undefined {
  const parts = (...names: string[]): PhpNode[] => names.flatMap(name => part(node, name) ?? []);
  if (node.kind === 'retif') return parts('trueExpr', 'falseExpr');
  if (node.kind === 'assign') return parts('right');
  if (node.kind === 'cast') return parts('expr');
  // `', ' . json_encode($data)`
  return node.kind === 'bin' && ['+', '??', '?:', '.'].includes(String(node.parts.type)) ? parts('left', 'right') : undefined;
}

function keyed({ key, value }: Assigned, direct: boolean): ArrayKeys {
  const text = key?.kind === 'string' ? key.parts.value : undefined;
  if (key === undefined || typeof text !== 'string') return OPEN;
  return {
    keys: [{ key: text, certainty: direct ? 'literal' : 'resolved', value, start: key.start + 1, end: key.end - 1 }],
    isOpen: false,
  };
}
