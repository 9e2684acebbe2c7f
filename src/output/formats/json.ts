/** The report as data: schemas/findings.v1.json. */
import type { Finding, FindingsFile, Fix, Place, Related } from '../../generated/findings.js';
import { toHarmlessJson } from '../escape.js';
import type { Located } from '../locate.js';
import { plainText } from '../parts.js';
import type { Report, ReportedFinding, ReportedFix, ReportedRelated } from '../report.js';
import type { Format } from './index.js';

/** Everything, waived and accepted findings as well; what cannot be seen is written as `\uXXXX`. */
export const json: Format = report => `${toHarmlessJson(fileOf(report))}\n`;

function fileOf({ version, language, preset, now, declarations, snapshot, findings, notRun, numbers }: Report): FindingsFile {
  const { open, waived, baselined, coreFields } = numbers;
  return {
    format: 'purposelint-findings',
    version: 1,
    run: { purposelint: version, language, preset, now, declarations, ...(snapshot === null ? {} : { snapshot }) },
    summary: { ...open, waived, baselined, not_run: numbers.notRun, core_fields: coreFields },
    findings: findings.map(findingOf),
    not_run: notRun.map(({ rule, of, why }) => ({ rule, of, why: [...why] })),
  };
}

function findingOf(finding: ReportedFinding): Finding {
  const { rule, severity, state, subject, message, place, link, data, law, related, fixes, fingerprint, waiver } = finding;
  return {
    rule,
    severity,
    state,
    subject,
    message: plainText(message),
    ...(place === undefined ? {} : { place: placeOf(place) }),
    ...(link === undefined ? {} : { link }),
    data,
    law: [...law],
    related: related.map(relatedOf),
    fixes: fixes.map(fixOf),
    fingerprint,
    ...(waiver === undefined ? {} : { waiver }),
  };
}

function relatedOf({ subject, place, link }: ReportedRelated): Related {
  return {
    ...(subject === undefined ? {} : { subject }),
    ...(place === undefined ? {} : { place: placeOf(place) }),
    ...(link === undefined ? {} : { link }),
  };
}

function fixOf({ id, safe, title, files }: ReportedFix): Fix {
  const inFiles = files.map(({ file, edits }) => ({
    file,
    edits: edits.map(({ start, end, text }) => ({
      line: start.line,
      column: start.column,
      end_line: end.line,
      end_column: end.column,
      text,
    })),
  }));
  return { id, safe, title, files: inFiles };
}

function placeOf({ file, line, column, endLine, endColumn }: Located): Place {
  return { file, line, column, end_line: endLine, end_column: endColumn };
}
