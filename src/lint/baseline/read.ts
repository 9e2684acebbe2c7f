/** Reads a baseline file. */
import type { DocumentPath } from '../../finding.js';
import validate from '../../generated/baseline.validate.js';
import { isRecord } from '../../guards.js';
import type { SourceText, TextDocument } from '../../text/document.js';
import { parseJson } from '../../text/json.js';
import { linesOf } from '../../text/position.js';
import { parseYaml } from '../../text/yaml.js';
import type { Baseline } from './baseline.js';

export type BaselineFault = 'not-json' | 'not-a-baseline' | 'newer-version' | 'invalid';

/** A file that cannot be used as a baseline, and the line where that shows. */
export class BaselineUnusable extends Error {
  constructor(
    readonly reason: BaselineFault,
    readonly path: string,
    readonly line: number,
    /** Of a newer version: which. */
    readonly version?: number,
  ) {
    super(`${path}:${line}: ${reason}`);
    this.name = 'BaselineUnusable';
  }
}

/** @throws BaselineUnusable */
export function readBaseline(source: SourceText): Baseline {
  const { path, text } = source;
  const { value, fault } = parseJson(text);
  if (fault !== undefined) throw new BaselineUnusable('not-json', path, linesOf(text).position(fault.range.start).line);
  const document = placesIn(text, value);
  const lineOf = (at: DocumentPath): number => linesOf(text).position(document.rangeOf(at, 'value')?.start ?? 0).line;
  if (!isRecord(value) || value.format !== 'purposelint-baseline') throw new BaselineUnusable('not-a-baseline', path, 1);
  const { version } = value;
  if (typeof version === 'number' && version > 1) throw new BaselineUnusable('newer-version', path, lineOf(['version']), version);
  if (validate(value)) return { ...value, file: { ...source, document } };
  throw new BaselineUnusable('invalid', path, lineOf(pathOf(validate.errors?.[0]?.instancePath ?? '')));
}

/** Where the parts of JSON stand; it is read for that, as the YAML that it is as well, only when somebody asks. */
function placesIn(text: string, value: unknown): TextDocument {
  let places: TextDocument | undefined;
  return {
    value,
    faults: [],
    rangeOf: (path, at) => {
      places ??= parseYaml(text);
      return places.rangeOf(path, at);
    },
  };
}

/** `/accepted/3/rule` → a path in the document. */
function pathOf(pointer: string): DocumentPath {
  const steps = pointer.split('/').slice(1);
  return steps.map(step => (/^\d+$/u.test(step) ? Number(step) : step.replaceAll('~1', '/').replaceAll('~0', '~')));
}
