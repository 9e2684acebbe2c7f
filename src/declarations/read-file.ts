/** One declaration file: text → valid values, and the problems of the text and of the values. */
import type { FilePlace } from '../finding.js';
import type { DeclarationFile as Content } from '../generated/declaration.js';
import { declarationShapes } from '../generated/declaration.shapes.js';
import validate from '../generated/declaration.validate.js';
import { isRecord } from '../guards.js';
import type { SourceText } from '../text/document.js';
import { linesOf } from '../text/position.js';
import { parseYaml } from '../text/yaml.js';
import { type Correction, corrected } from './correct.js';
import { meaningFaults } from './meaning-faults.js';
import type { DeclarationFile, Problem, ReadFile } from './model.js';
import { readRightFile } from './right-file.js';
import { subjectAt } from './subjects.js';
import { problemsOfText, toldByText } from './text-problems.js';
import { UnknownVersion } from './unknown-version.js';
import { type ValueFault, valueFaults } from './value-faults.js';

/** The version of the format that this program reads. */
const FORMAT = 1;

/**
 * Reads one file.
 * @throws UnknownVersion
 */
export function readFile(source: SourceText): ReadFile {
  return readRightFile(source) ?? readClosely(source);
}

/** The same for a file that is not right, or out of the ordinary. @throws UnknownVersion */
export function readClosely(source: SourceText): ReadFile {
  const document = parseYaml(source.text);
  const file: DeclarationFile = { ...source, document };
  const textProblems = problemsOfText(file);
  const { value } = document;
  if (value === null) return { file, content: null, problems: textProblems };
  checkVersion(file);
  const { content, faults } = readContent(value);
  const isTold = toldByText(file);
  const valueProblems = faults.filter(fault => !isTold(fault)).map(fault => valueProblem(file, fault));
  return { file, content, problems: [...textProblems, ...valueProblems] };
}

function checkVersion({ path, text, document }: DeclarationFile): void {
  const version = isRecord(document.value) ? document.value.version : undefined;
  if (typeof version !== 'number' || version === FORMAT) return;
  const start = document.rangeOf(['version'], 'value')?.start ?? 0;
  throw new UnknownVersion(path, linesOf(text).position(start).line, version);
}

/** Validates, and leaves out what is wrong, until the rest is valid; the second and later rounds only meet consequences of what is told. */
function readContent(value: unknown): { content: Content | null; faults: readonly ValueFault[] } {
  // The text may be rare, and its value right.
  if (validate(value) && meaningFaults(value).length === 0) return { content: value, faults: [] };
  const wrong = schemaFaults(value);
  const outer = new Set(wrong.map(({ path }) => JSON.stringify(path)));
  const meaning = meaningFaults(value).filter(({ path }) => !path.some((_, depth) => outer.has(JSON.stringify(path.slice(0, depth + 1)))));
  const faults = [...wrong, ...meaning];
  // A file whose version is missing or no number is read as the one format there is.
  const version = isRecord(value) && value.version !== FORMAT ? [{ path: ['version'], instead: FORMAT }] : [];
  let rest = corrected(value, [...version, ...faults.flatMap(correctionFor)]);
  while (!validate(rest)) {
    const next = schemaFaults(rest).flatMap(correctionFor);
    if (!isRecord(rest) || next.length === 0) return { content: null, faults };
    rest = corrected(rest, next);
  }
  return { content: rest, faults };
}

function schemaFaults(value: unknown): ValueFault[] {
  return validate(value) ? [] : valueFaults(validate.errors ?? [], value, declarationShapes);
}

/** An entry that lacks a key it cannot be without is left out whole. */
function correctionFor({ code, path, instead }: ValueFault): Correction[] {
  if (code === 'version-missing') return [];
  return [{ path: code === 'missing-key' ? path.slice(0, -1) : path, ...(instead === undefined ? {} : { instead }) }];
}

function valueProblem(file: DeclarationFile, { code, path, at, data, isOnlyNear }: ValueFault): Problem {
  // What is missing has no place: it is told at the key of what lacks it.
  const range = code === 'missing-key' ? file.document.rangeOf(path.slice(0, -1), 'key') : undefined;
  const place: FilePlace = { file: file.path, path, at, ...(range === undefined ? {} : { range: [range.start, range.end] }) };
  return { code, subject: subjectAt(file.path, path), place, data, ...(isOnlyNear === undefined ? {} : { isOnlyNear }) };
}
