/** Marks what makes the readings of a website what they are: this program, the compiler, the settings. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { isRecord } from '../../guards.js';
import { programStamp } from '../program-stamp.js';
import { hashOf } from './code-host.js';

/** @param helpers names of the team's own functions; which files are scanned is no matter of a single reading */
export function madeBy(helpers: readonly string[]): string {
  return hashOf(JSON.stringify([programStamp(), compilerVersion(), [...new Set(helpers)].sort()]));
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
