/** YAML 1.2 → value, faults and places. Strict where a marketer would be surprised, see `plainValue` and the faults of `yaml-thorough`. */
import type { TextDocument } from './document.js';
import { readOrdinary } from './yaml-events.js';
import { parseThoroughly } from './yaml-thorough.js';

/**
 * Parses one YAML document. Never throws: what is wrong is in `faults`, in the order of the text, mostly one for each line; the value
 * is what could be read all the same. Ordinary files take the fast reader; both give the same for them.
 */
export function parseYaml(text: string): TextDocument {
  return readOrdinary(text) ?? parseThoroughly(text);
}
