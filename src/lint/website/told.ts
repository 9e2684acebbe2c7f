/** What rules say about sends of the website: each at its place, and what is the same in one file together. */
import { group } from '../../collections.js';
import type { FilePlace, RuleFinding } from '../../finding.js';
import { later } from '../../text/later.js';
import type { Send, Site } from '../../website/site.js';

/** A send, and where the code says so. */
export interface PlacedSend {
  readonly send: Send;
  readonly place: FilePlace;
  /** The host of the form or embed, where the address is written out. */
  readonly host?: string;
}

/** Something about a send that a rule tells. */
export interface SendFault extends Pick<RuleFinding, 'subject' | 'data' | 'severity'> {
  readonly place: FilePlace;
  /** Tells what is said about one subject in one file apart, such as the code of the reason. */
  readonly key: string;
}

/** Every send of the website, in the order of files and texts; none without a scan. */
export function placedSends(site: Site | null): PlacedSend[] {
  return (site?.files ?? []).flatMap(({ path, sends }) => {
    const text = site?.texts.get(path)?.text ?? '';
    const placed = sends.map((send): PlacedSend => {
      const place = { file: path, path: [], at: 'value', range: [send.start, send.end] } as const;
      const host = ADDRESSED.has(send.what) ? HOST().exec(text.slice(send.start, send.start + LONGEST))?.[1] : undefined;
      return { send, place, ...(host === undefined ? {} : { host }) };
    });
    // A question goes where its form does.
    const hosts = new Map(
      placed.flatMap(({ send, host }) => (send.what === 'form' && host !== undefined ? [[send.key, host] as const] : [])),
    );
    return placed.map(one => {
      const host = one.send.what === 'form_field' ? hosts.get(one.send.form ?? '') : undefined;
      return host === undefined ? one : { ...one, host };
    });
  });
}

const ADDRESSED: ReadonlySet<Send['what']> = new Set<Send['what']>(['form', 'focus_item', 'slot']);
const HOST = later(() => /^\s*["'`]?(?:https?:)?\/\/([\w.-]+(?::\d+)?)(?=[/?#])/iu);
const LONGEST = 300;

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
