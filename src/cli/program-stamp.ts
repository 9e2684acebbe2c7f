/** Marks this program as it is, for what is kept between runs: one that was built anew has the same version. */
import { statSync } from 'node:fs';
import { VERSION } from './version.js';

/** Version, size and time of the file that holds this code: a build of the same version has another stamp. */
export function programStamp(): string {
  const { size, mtimeMs } = statSync(import.meta.filename);
  return `${VERSION} ${size} ${mtimeMs}`;
}
