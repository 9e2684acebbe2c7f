/** What the website sends, as uses of the same graph as those of Mautic. */
import type { How, SiteUse } from '../../mautic/snapshot.js';
import { linesOf } from '../../text/position.js';
import type { Send, SentKind, Site, SiteFile } from '../../website/site.js';
import type { SnapshotView } from '../snapshot-view.js';
import { type Sent, sentIn } from './sent.js';

/** What a send does with what it names; what is not here names nothing that anybody could use. */
const HOWS: Readonly<Partial<Record<SentKind, How>>> = {
  contact_field: 'writes',
  company_field: 'writes',
  form_field: 'collects',
  form: 'shows',
  slot: 'shows',
  focus_item: 'shows',
  tag: 'adds',
  tag_removed: 'removes',
  tracking: 'tracks',
  service: 'shares',
};

/**
 * The uses that a website makes of what Mautic has; none without a scan. What the code does not say for certain is no use.
 * @returns in the order of files and texts; each is from `tracking:website`, its row is the line
 */
export function siteUses(site: Site | null, snapshot: SnapshotView): SiteUse[] {
  if (site === null) return [];
  return site.files.flatMap(file => {
    const lines = linesOf(site.texts.get(file.path)?.text ?? '');
    return file.sends.flatMap(send => {
      const sent = sentIn(send, snapshot);
      return sent === undefined ? [] : [useOf(send, sent, file, lines.position(send.start).line)];
    });
  });
}

function useOf(send: Send, sent: Sent, file: SiteFile, line: number): SiteUse {
  return {
    from: 'tracking:website',
    how: HOWS[sent.what] ?? 'tracks',
    to: sent.reference,
    at: 'site',
    n: line,
    ...(send.inUrl === true ? { in: 'url' as const } : {}),
    file: file.path,
    range: [send.start, send.end],
  };
}
