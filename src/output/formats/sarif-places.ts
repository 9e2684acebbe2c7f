/** Places and edits in SARIF: files by address from the root of the repository, lines and columns from 1. */
import { escapeSarif, pathAsUri } from '../escape.js';
import type { Located } from '../locate.js';
import type { ReportedEdit, ReportedFix, ReportedRelated } from '../report.js';
import { cutKey } from '../values.js';

/** Name of the root of the repository, from which all addresses count. */
export const ROOT = 'SRCROOT';

/** GitHub takes 1,000 locations with a result and shows 100 of them. */
const MOST_RELATED = 100;

/** Where something stands: the file and, when the place is a real one, from where to where. */
export function physicalLocation({ file, line, column, endLine, endColumn, snippet }: Located): object {
  const columns = snippet === undefined ? {} : { startColumn: column, endLine, endColumn };
  return { artifactLocation: artifact(file), region: { startLine: line, ...columns } };
}

/** The item that a result is about, by its identity. */
export function logicalLocation(subject: string): object {
  return { fullyQualifiedName: escapeSarif(cutKey(subject)) };
}

/** The other places of a finding; those without a file cannot be shown. */
export function relatedLocations(related: readonly ReportedRelated[]): object[] {
  return related
    .flatMap(({ place, subject, link }) => {
      if (place === undefined) return [];
      const told = [subject, link].filter(fact => fact !== undefined).map(fact => escapeSarif(cutKey(fact)));
      const message = told.length === 0 ? {} : { message: { text: told.join(', ') } };
      return [{ physicalLocation: physicalLocation(place), ...message }];
    })
    .slice(0, MOST_RELATED)
    .map((location, id) => ({ id, ...location }));
}

/** A fix as changes of files. */
export function fixOf({ title, safe, files }: ReportedFix): object {
  return {
    description: { text: escapeSarif(title) },
    artifactChanges: files.map(({ file, edits }) => ({ artifactLocation: artifact(file), replacements: edits.map(replacement) })),
    properties: { safe },
  };
}

function replacement({ start, end, text }: ReportedEdit): object {
  return {
    deletedRegion: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
    insertedContent: { text },
  };
}

function artifact(file: string): object {
  return { uri: pathAsUri(file), uriBaseId: ROOT };
}
