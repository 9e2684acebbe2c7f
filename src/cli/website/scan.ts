/** The website of a repository, scanned, with progress on a terminal and a word on what could not be read. */
import type { Language } from '../../finding.js';
import { linesOf } from '../../text/position.js';
import type { Site, SiteNote } from '../../website/site.js';
import { unreadIn } from '../../website/unread.js';
import type { Configuration } from '../configuration.js';
import type { Io } from '../io.js';
import { type MessageCode, say } from '../messages.js';
import { globsFromRoot } from '../named-files.js';
import { progressOn } from '../progress.js';
import { EXIT, Stop } from '../stop.js';
import { findSiteFiles } from './find-files.js';
import { type ScanWish, scanFiles } from './scan-files.js';

/** All of a repository: of use where nothing is configured. */
const EVERYTHING = ['**'];

/**
 * Scans the website, with progress on a terminal, and says on standard error what could not be read.
 * @param globs from the command line; empty: those of the configuration, or else the whole repository
 * @throws Stop: exit 3 when no file fits, exit 2 for a glob that leaves the root
 */
export async function scanWebsite(config: Configuration, language: Language, io: Io, globs: readonly string[] = []): Promise<Site> {
  const { root, website } = config;
  const own = website.include.length > 0 ? website.include : EVERYTHING;
  const wanted = globs.length > 0 ? globsFromRoot(globs, root, io.cwd) : own;
  const paths = await findSiteFiles(root, wanted, website.ignore);
  if (paths.length === 0) throw new Stop(EXIT.notChecked, 'site-no-files', { globs: wanted.join(', ') });
  const isPart = globs.length > 0 && website.include.length > 0;
  const site = await withProgress(language, io, paths.length, tell =>
    scanFiles({ root, paths, helpers: website.helpers, env: io.env, isPart, tell, letGo: io.letGo }),
  );
  tellUnread(site, language, io);
  return site;
}

type Tell = NonNullable<ScanWish['tell']>;

async function withProgress(language: Language, io: Io, files: number, work: (tell: Tell) => Promise<Site>): Promise<Site> {
  // Each with a line of its own: what comes soon after another is not shown.
  const progress = { look: progressOn(io), read: progressOn(io) };
  const codes = { look: 'site-looking', read: 'site-reading' } as const;
  try {
    return await work((phase, count) => progress[phase].show(say(codes[phase], language, { count, files })));
  } finally {
    progress.read.done();
  }
}

/** So many are named, then counted. */
const MOST_NAMED = 10;

function tellUnread(site: Site, language: Language, io: Io): void {
  const unread = unreadIn(site);
  for (const { path, note } of unread.slice(0, MOST_NAMED)) {
    const { line } = linesOf(site.texts.get(path)?.text ?? '').position(note.start ?? 0);
    io.stderr.write(`${say(codeOf(note), language, { file: path, line, detail: note.detail ?? '' })}\n`);
  }
  const more = unread.length - MOST_NAMED;
  if (more > 0) io.stderr.write(`${say('site-unread-more', language, { count: more })}\n`);
}

const UNREAD: Readonly<Record<string, MessageCode>> = {
  missing: 'site-unread-missing',
  directory: 'site-unread-directory',
  binary: 'site-unread-binary',
  'too-large': 'site-unread-too-large',
  'no-permission': 'site-unread-no-permission',
  'not-utf8': 'site-unread-not-utf8',
  outside: 'site-unread-outside',
};

function codeOf({ code, detail = '' }: SiteNote): MessageCode {
  return code === 'syntax' ? 'site-syntax' : ((Object.hasOwn(UNREAD, detail) ? UNREAD[detail] : undefined) ?? 'site-unread-other');
}
