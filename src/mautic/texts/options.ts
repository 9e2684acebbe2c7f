/** Answers to choose from, in all the shapes in which Mautic has kept them since 2.x, and the hash of a consent sentence. */
import { isRecord } from '../../guards.js';
import { hashText } from '../../text/hash.js';
import type { Option } from '../snapshot.js';
import { clean, uniqueSorted } from './clean.js';
import { asFlag, keyOf } from './values.js';

export interface ReadOptions {
  /** All of them, in the order stored. */
  readonly options: readonly Option[];
  readonly masked: boolean;
  /** Addresses in their labels. */
  readonly links: readonly string[];
}

export interface LimitedOptions {
  readonly options: readonly Option[];
  readonly options_total?: number;
  readonly options_hash?: string;
}

/** Types of contact, company and form fields that have options. */
const CHOICES: ReadonlySet<string> = new Set(['select', 'multiselect', 'lookup', 'checkboxgrp', 'radiogrp', 'country']);
const MAX_OPTIONS = 100;
const MAX_TEXT = 120;
const MAX_GROUPS = 2;

/**
 * The options in `properties` of a contact, company or form field; undefined: the type has none, or this answer does not show them
 * (a form field that copies its options has them only in the answer of the single form; seen live, 5.1.0).
 */
export function readOptions(properties: unknown, type: string): ReadOptions | undefined {
  const pairs = type === 'boolean' ? booleanPairs(properties) : CHOICES.has(type) ? listedPairs(properties, type) : undefined;
  if (pairs === undefined) return undefined;
  const read = pairs.map(([value, label]) => ({ value: clean(value, MAX_TEXT), label: clean(label, MAX_TEXT) }));
  return {
    options: read.map(({ value, label }) => ({ value: value.text, label: label.text })),
    masked: read.some(({ value, label }) => value.masked || label.masked),
    links: uniqueSorted(read.flatMap(({ label }) => label.links)),
  };
}

/** The first hundred options, with number and hash of all when there are more. */
export function limitOptions(options: readonly Option[]): LimitedOptions {
  if (options.length <= MAX_OPTIONS) return { options };
  const lines = options.map(option => `${option.value}\t${option.label}`);
  return { options: options.slice(0, MAX_OPTIONS), options_total: options.length, options_hash: shortHash(lines.join('\n')) };
}

/** Twelve hexadecimal digits over what a person reads beside a box: label, help, options; case and blanks do not count. */
export function wordingHash(label: string, help: string, optionLabels: readonly string[]): string {
  const lines = [label, help, ...optionLabels].map(line => line.toLowerCase().replace(/\s+/gu, ' ').trim());
  return shortHash(lines.join('\n'));
}

function shortHash(text: string): string {
  return hashText(text).slice(0, 12);
}

type Pair = readonly [value: unknown, label: unknown];

/** The order of the two keys is kept: on 5.1.0 it decides what is stored (seen live). */
function booleanPairs(properties: unknown): Pair[] | undefined {
  if (!isRecord(properties)) return undefined;
  const pairs = Object.entries(properties).filter(([key]) => key === 'yes' || key === 'no');
  return pairs.length === 0 ? undefined : pairs;
}

function listedPairs(properties: unknown, type: string): Pair[] | undefined {
  const outer = keyOf(properties, 'optionlist') ?? keyOf(properties, 'list');
  const list = isRecord(outer) && Object.hasOwn(outer, 'list') ? outer.list : outer;
  const pairs = pairsOf(list, MAX_GROUPS);
  // an empty list says "none" only where the field has options of its own
  if (pairs?.length === 0 && (type === 'country' || asFlag(keyOf(properties, 'syncList')) === true)) return undefined;
  return pairs;
}

/** @param depth how many groups within groups are opened */
function pairsOf(list: unknown, depth: number): Pair[] | undefined {
  if (typeof list === 'string') return list === '' ? [] : list.split('|').map(entry => [entry, entry]);
  if (Array.isArray(list)) return list.flatMap(entry => pairOf(entry, depth));
  if (!isRecord(list)) return undefined;
  // an id-keyed list of rows, or a flat map of value to label
  return Object.entries(list).flatMap(([key, entry]) => pairOf(isRecord(entry) ? entry : { value: key, label: entry }, depth));
}

function pairOf(entry: unknown, depth: number): Pair[] {
  if (!isRecord(entry)) return isScalar(entry) ? [[entry, entry]] : [];
  const [value, label] = [entry.value, entry.label];
  if (isRecord(value) || Array.isArray(value)) return depth === 0 ? [] : (pairsOf(value, depth - 1) ?? []);
  return isScalar(value) || isScalar(label) ? [[value ?? label, label ?? value]] : [];
}

function isScalar(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
