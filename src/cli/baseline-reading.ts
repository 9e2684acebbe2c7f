/** Reading the baseline of the repository: refused where it is of another Mautic. */
import type { Baseline } from '../lint/baseline/baseline.js';
import { BaselineUnusable, readBaseline } from '../lint/baseline/read.js';
import type { Snapshot } from '../mautic/snapshot.js';
import { MAX_SNAPSHOT_BYTES } from '../mautic/snapshot-text.js';
import { linesOf } from '../text/position.js';
import { hasBaseline } from './baseline-file.js';
import type { Configuration } from './configuration.js';
import { type OwnSentences, readSource } from './session.js';
import { EXIT, Stop } from './stop.js';

/**
 * Reads the baseline where there is one.
 * @throws Stop as `readBaselineFor` does, and when the configuration names one that is not there
 */
export function loadBaseline(config: Configuration, snapshot: Snapshot | null): Baseline | null {
  if (hasBaseline(config)) return readBaselineFor(config, snapshot);
  const from = config.origins.get('baseline');
  if (from !== undefined) throw new Stop(EXIT.usage, 'baseline-missing', { from, path: config.baseline });
  return null;
}

/**
 * Reads the baseline that is there.
 * @param snapshot of this run, whose host must be that of the baseline
 * @throws Stop (exit 2) when it cannot be read, is broken, or of another Mautic
 */
export function readBaselineFor(config: Configuration, snapshot: Snapshot | null): Baseline {
  return ofThisMautic(parseFile(config), snapshot);
}

const SENTENCES: OwnSentences = { directory: 'baseline-directory', 'too-large': 'baseline-too-large' };

function parseFile(config: Configuration): Baseline {
  try {
    return readBaseline(readSource(config.root, config.baseline, MAX_SNAPSHOT_BYTES, SENTENCES));
  } catch (error) {
    if (!(error instanceof BaselineUnusable)) throw error;
    const { reason, path, line, version = '' } = error;
    throw new Stop(EXIT.usage, `baseline-${reason}`, { file: path, line, version });
  }
}

/** Where one of the two does not say of which Mautic it is, nobody can tell, and both are taken as they are. */
function ofThisMautic(baseline: Baseline, snapshot: Snapshot | null): Baseline {
  const { host, file } = baseline;
  const other = snapshot?.made.host;
  if (host === undefined || other === undefined || host.toLowerCase() === other.toLowerCase()) return baseline;
  const { line } = linesOf(file.text).position(file.document.rangeOf(['host'], 'value')?.start ?? 0);
  throw new Stop(EXIT.usage, 'baseline-other-host', { file: file.path, line, host, other });
}
