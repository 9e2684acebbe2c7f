/** What stands once in all files together: blocks that may be spread over files key by key, and the tracking surfaces. */
import type { FilePlace } from '../finding.js';
import type { ContentOf, Reading } from './entries.js';
import type { Block, Declarations, Entry, TrackingValues } from './model.js';
import { type Twice, watchTwice } from './twice.js';

type Blocks = Pick<Declarations, 'organisation' | 'instance' | 'rights' | 'budget'>;

/** The blocks, each merged over all files. */
export function readBlocks(files: readonly ContentOf[], reading: Reading): Blocks {
  return {
    organisation: readBlock('organisation', files, content => content.organisation, {}, reading),
    instance: readBlock('instance', files, content => content.instance, {}, reading),
    rights: readBlock('rights', files, content => content.rights, {}, reading),
    budget: readBlock('budget', files, content => content.budget, {}, reading),
  };
}

function readBlock<T extends object>(
  name: keyof Blocks,
  files: readonly ContentOf[],
  value: (content: ContentOf['content']) => T | undefined,
  // Always `{}`: only the caller, who knows the type, can write that without a cast.
  empty: T,
  reading: Reading,
): Block<T> {
  const twice = watchTwice(reading.problems, reading.lineOf);
  const places = new Map<string, FilePlace>();
  let merged = empty;
  let first: FilePlace | null = null;
  for (const { path, content } of files) {
    const own = value(content);
    if (own === undefined) continue;
    first ??= { file: path, path: [name], at: 'key' };
    for (const key of Object.keys(own)) {
      const place: FilePlace = { file: path, path: [name, key], at: 'key' };
      if (twice.isNew(key, `${name}.${key}`, name, place)) places.set(key, place);
    }
    merged = { ...own, ...merged };
  }
  return { value: merged, place: first, places };
}

/** The tracking surfaces that are declared; one without any keys is an empty entry. */
export function readTracking(files: readonly ContentOf[], reading: Reading): Declarations['tracking'] {
  const twice = watchTwice(reading.problems, reading.lineOf);
  const website = readSurface('website', files, content => content.tracking?.website, {}, twice);
  const email_opens = readSurface('email_opens', files, content => content.tracking?.email_opens, {}, twice);
  const email_clicks = readSurface('email_clicks', files, content => content.tracking?.email_clicks, {}, twice);
  const videos = readSurface('videos', files, content => content.tracking?.videos, {}, twice);
  return {
    ...(website === undefined ? {} : { website }),
    ...(email_opens === undefined ? {} : { email_opens }),
    ...(email_clicks === undefined ? {} : { email_clicks }),
    ...(videos === undefined ? {} : { videos }),
  };
}

function readSurface<S extends keyof TrackingValues>(
  name: S,
  files: readonly ContentOf[],
  value: (content: ContentOf['content']) => TrackingValues[S] | null | undefined,
  // Always `{}`: only the caller, who knows the type, can write that without a cast.
  empty: TrackingValues[S],
  twice: Twice,
): Entry<TrackingValues[S]> | undefined {
  let first: Entry<TrackingValues[S]> | undefined;
  for (const { path, content } of files) {
    const own = value(content);
    if (own === undefined) continue;
    const place: FilePlace = { file: path, path: ['tracking', name], at: 'key' };
    if (twice.isNew(name, name, `tracking:${name}`, place)) first = { key: name, value: own ?? empty, place };
  }
  return first;
}
