/** What rules say about sends of the website: each at its place, and what is the same in one file together. */
import type { FilePlace, RuleFinding } from '../../finding.js';
import type { Send, Site } from '../../website/site.js';
import { group } from '../use-index.js';

/** A send, and where the code says so. */
export interface PlacedSend {
  readonly send: Send;
  readonly place: FilePlace;
}

/** Something about a send that a rule tells. */
export interface SendFault extends Pick<RuleFinding, 'subject' | 'data' | 'severity'> {
  readonly place: FilePlace;
  /** Tells what is said about one subject in one file apart, such as the code of the reason. */
  readonly key: string;
}

/** Every send of the website, in the order of files and texts; none without a scan. */
export function placedSends(site: Site | null): PlacedSend[] {
  return (site?.files ?? []).flatMap(({ path, sends }) =>
    sends.map(send => ({ send, place: { file: path, path: [], at: 'value', range: [send.start, send.end] } as const })),
  );
}

/**
 * One finding for each subject, file and key: at the first place, the others beside it. Its own key is made of the file and the key, never of a
 * line.
 */
export function siteFindings(faults: readonly SendFault[]): RuleFinding[] {
  const together = group(faults, ({ subject, place, key }) => JSON.stringify([subject, place.file, key]));
  return [...together.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const { key, ...finding } = first;
    return [{ ...finding, key: `${first.place.file} ${key}`, related: others.map(({ place }) => ({ place })) }];
  });
}
