/** Files of a website that could not be read. */
import type { Site, SiteNote } from './site.js';

export interface Unread {
  readonly path: string;
  /** The first reason. */
  readonly note: SiteNote;
}

/** In the order of their paths; what was left out as bundled is none of them. */
export function unreadIn({ files }: Site): Unread[] {
  return files.flatMap(({ path, notes }) => {
    const note = notes.find(({ code }) => code !== 'minified');
    return note === undefined ? [] : [{ path, note }];
  });
}
