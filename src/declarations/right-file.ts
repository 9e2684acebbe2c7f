/** Declaration files in which nothing is wrong, nor out of the ordinary: most of them. What is wrong in others takes ten times as much code. */
import isValid from '../generated/declaration.quick.js';
import type { SourceText } from '../text/document.js';
import { readOrdinary } from '../text/yaml-events.js';
import { meaningFaults } from './meaning-faults.js';
import type { ReadFile } from './model.js';

/** Reads a file; undefined when it needs a closer look. */
export function readRightFile(source: SourceText): ReadFile | undefined {
  const document = readOrdinary(source.text);
  const value = document?.value;
  if (document === undefined || !isValid(value) || meaningFaults(value).length > 0) return undefined;
  return { file: { ...source, document }, content: value, problems: [] };
}
