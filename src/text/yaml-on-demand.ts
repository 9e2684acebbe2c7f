/** As `parseYaml`, for programs that run often: what reads texts that are out of the ordinary only loads for such a text. */
import type { TextDocument } from './document.js';
import { readOrdinary } from './yaml-events.js';

/** Parses one YAML document. Never throws: what is wrong is in `faults`. */
export async function readYaml(text: string): Promise<TextDocument> {
  return readOrdinary(text) ?? (await import('./yaml-thorough.js')).parseThoroughly(text);
}
