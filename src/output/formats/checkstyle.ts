/** The report of Checkstyle, which many CI systems and editors read: open findings, by file. */
import { group } from '../../collections.js';
import type { Severity } from '../../finding.js';
import type { ReportedFinding } from '../report.js';
import { placeIn, sentencesOf, withBackticks } from '../sentences.js';
import { type Words, wordsOf } from '../words.js';
import type { Format } from './index.js';
import { type Element, xmlDocument } from './xml.js';

const SEVERITY: Readonly<Record<Severity, string>> = { error: 'error', warn: 'warning', info: 'info' };

/** XML with one `file` for each file, findings without a place under the anchor; waived and accepted ones are left out. */
export const checkstyle: Format = ({ findings, language }, { anchor }) => {
  const words = wordsOf(language);
  const open = findings.filter(({ state }) => state === 'open');
  const files = [...group(open, finding => placeIn(finding, anchor).file)].map(
    ([name, inFile]): Element => ({ name: 'file', attributes: { name }, children: inFile.map(finding => error(finding, words)) }),
  );
  return xmlDocument({ name: 'checkstyle', children: files });
};

function error(finding: ReportedFinding, words: Words): Element {
  const { place, rule, severity } = finding;
  const message = sentencesOf(finding, words).map(withBackticks).join(' ');
  // A column only where something stands in the file.
  const column = place?.snippet === undefined ? undefined : place.column;
  const line = place?.line ?? 1;
  return { name: 'error', attributes: { line, column, severity: SEVERITY[severity], message, source: `purposelint.${rule}` } };
}
