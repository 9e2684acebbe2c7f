/** The baseline of the repository: loaded where there is one, written whole. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { BaselineFile } from '../generated/baseline.js';
import { baselineText } from '../lint/baseline/baseline.js';
import type { Configuration } from './configuration.js';
import { writeOwn } from './own-files.js';

/** Is there a file where the configuration, or its default, looks for the baseline? */
export function hasBaseline(config: Configuration): boolean {
  return existsSync(join(config.root, config.baseline));
}

/** Is there a baseline, or does the configuration say so? */
export function isBaselineNamed(config: Configuration): boolean {
  return hasBaseline(config) || config.origins.has('baseline');
}

/** @throws Stop (exit 2) when it cannot be written; what was there is then untouched */
export function saveBaseline(config: Configuration, content: Pick<BaselineFile, 'host' | 'written' | 'accepted'>): void {
  writeOwn(config.root, [{ path: config.baseline, text: baselineText(content) }]);
}
