/** Marks what makes the readings of a website what they are: this program, the compiler, the settings. */
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { isRecord } from '../../guards.js';
import { VERSION } from '../version.js';
import { hashOf } from './code-host.js';

/** @param helpers names of the team's own functions; which files are scanned is no matter of a single reading */
export function madeBy(helpers: readonly string[]): string {
  return hashOf(JSON.stringify([VERSION, programStamp(), compilerVersion(), [...new Set(helpers)].sort()]));
}

/** A program that was built anew has the same version. */
function programStamp(): string {
  const { size, mtimeMs } = statSync(fileURLToPath(import.meta.url));
  return `${size} ${mtimeMs}`;
}

/** From its package: the compiler itself is large, and loads only when there is code to read. */
function compilerVersion(): string {
  try {
    const path = createRequire(import.meta.url).resolve('typescript/package.json');
    const manifest: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return isRecord(manifest) ? String(manifest.version) : '';
  } catch {
    return '';
  }
}
