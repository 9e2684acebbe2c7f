/** Tells code that was bundled or minified: nobody wrote it, and its sources say the same. */

const LONG_LINE = 500;
const SHORT_FILE = 1000;
/** What bundlers write around modules. */
const BUNDLES = /\b(?:__webpack_require__|webpackChunk\w*|webpackJsonp|parcelRequire\w*|__turbopack_\w+__|__rollup_\w+__)\b/u;
const SOURCE_MAP = /^\/[/*][#@] sourceMappingURL=/mu;

/** @param text of a whole file */
export function isMinified(text: string): boolean {
  if (text.length < SHORT_FILE) return false;
  if (BUNDLES.test(text)) return true;
  const lines = text.split('\n').filter(line => line.trim() !== '' && !/^\s*(?:\/\/|\*|\/\*)/u.test(line));
  const average = lines.reduce((sum, line) => sum + line.length, 0) / Math.max(lines.length, 1);
  return average > (SOURCE_MAP.test(text) ? LONG_LINE / 3 : LONG_LINE);
}
