/** What a finding says, for formats that are plain text: what was found, what to do, where to look in Mautic. */
import type { Located } from './locate.js';
import { type Sentence, text, value, type Writer, write } from './parts.js';
import type { ReportedFinding } from './report.js';
import type { Words } from './words.js';

/** One sentence, or two, for each of the three, raw. */
export function sentencesOf(finding: ReportedFinding, words: Words): readonly Sentence[] {
  const { link } = finding;
  return [...adviceOf(finding, words), ...(link === undefined ? [] : [[text(`${words.report.inMautic} `), value(link)]])];
}

/** What was found and what to do, without the link. */
export function adviceOf({ message, next }: ReportedFinding, { report }: Words): readonly Sentence[] {
  return [message, ...(next === undefined ? [] : [[text(`${report.next} `), ...next]])];
}

/** A sentence as plain text in which backticks set off what is to be typed. Raw: the whole of it is still to be escaped. */
export function withBackticks(sentence: Sentence): string {
  return write(sentence, RAW);
}

const RAW: Writer = { escape: raw => raw, code: typed => `\`${typed}\`` };

/** Where a finding is shown by a format that has to name a file. */
export function placeIn({ place }: ReportedFinding, anchor: string): Located {
  return place ?? { file: anchor, line: 1, column: 1, endLine: 1, endColumn: 1 };
}
