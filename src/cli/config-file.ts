/** One configuration file (purposelint.yaml, or a preset): read, validated, with the line of each of its keys. */

import type { DeclarationFile, Problem } from '../declarations/model.js';
import { problemsOfText } from '../declarations/text-problems.js';
import { valueFaults } from '../declarations/value-faults.js';
import type { DocumentPath } from '../finding.js';
import type { ConfigFile } from '../generated/config.js';
import { configShapes } from '../generated/config.shapes.js';
import validate from '../generated/config.validate.js';
import { isRecord } from '../guards.js';
import type { SourceText } from '../text/document.js';
import { linesOf } from '../text/position.js';
import { readYaml } from '../text/yaml-on-demand.js';
import { ConfigFaults } from './config-faults.js';
import { readSource } from './session.js';
import { EXIT, Stop } from './stop.js';

export interface Layer {
  readonly file: string;
  readonly value: ConfigFile;
  /** `file:line` of a path in the file. */
  readonly origin: (path: DocumentPath) => string;
}

/**
 * Reads a configuration file.
 * @param only the keys that this file may have, when it may not have all
 * @throws ConfigFaults; Stop (exit 2) when it cannot be read, or holds what looks like a secret
 */
export async function readConfigFile(root: string, path: string, only?: readonly string[]): Promise<Layer> {
  return readConfigText(readSource(root, path), only);
}

/**
 * As `readConfigFile`, for a text that was read already.
 * @throws ConfigFaults; Stop (exit 2) when it holds what looks like a secret
 */
export async function readConfigText(source: SourceText, only?: readonly string[]): Promise<Layer> {
  const { path } = source;
  const file: DeclarationFile = { ...source, document: await readYaml(source.text) };
  const line = (at: DocumentPath) => linesOf(source.text).position(file.document.rangeOf(at, 'key')?.start ?? 0).line;
  const secret = findSecret(file.document.value, []);
  if (secret !== undefined) throw new Stop(EXIT.usage, 'secret-in-config', { from: `${path}:${line(secret)}`, key: String(secret.at(-1)) });
  const broken = problemsOfText(file);
  const problems = broken.length > 0 ? broken : problemsOfValue(file, only);
  // An empty file says nothing, and all defaults hold.
  const value = file.document.value ?? {};
  if (problems.length > 0 || !validate(value)) throw new ConfigFaults(file, problems);
  return { file: path, value, origin: at => `${path}:${line(at)}` };
}

function problemsOfValue({ path: name, document }: DeclarationFile, only: readonly string[] | undefined): Problem[] {
  const value = document.value ?? {};
  const faults = validate(value) ? [] : valueFaults(validate.errors ?? [], value, configShapes, name);
  const foreign =
    only === undefined || !isRecord(value) ? [] : Object.keys(value).filter(key => !only.includes(key) && !key.startsWith('x-'));
  return [
    ...faults.map(({ code, path, at, data }): Problem => ({ code, subject: `file:${name}`, place: { file: name, path, at }, data })),
    ...foreign.map(
      (key): Problem => ({
        code: 'unknown-key',
        subject: `file:${name}`,
        place: { file: name, path: [key], at: 'key' },
        data: { key, place: name },
      }),
    ),
  ];
}

const SECRET = /secret|passw|token|api_?key|credential|private_?key/iu;

/** Path of the first key that looks like a secret; its value is never shown. */
function findSecret(value: unknown, path: DocumentPath): DocumentPath | undefined {
  if (!isRecord(value)) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    if (SECRET.test(key) && path[0] !== 'rules') return [...path, key];
    const found = findSecret(inner, [...path, key]);
    if (found !== undefined) return found;
  }
  return undefined;
}
