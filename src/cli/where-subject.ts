/** What `where` looks at: the snapshot with what is declared, and the items that somebody names. */
import { buildDeclarations } from '../declarations/build.js';
import type { Declarations } from '../declarations/model.js';
import type { Language } from '../finding.js';
import type { Indexed } from '../lint/forms/questions.js';
import { indexesOf } from '../lint/indexes.js';
import { UNOBSERVED } from '../lint/observer.js';
import { joinPolicy } from '../lint/policy.js';
import { seenIn } from '../lint/seen.js';
import { type Found, resolveItem } from '../lint/usage/resolve.js';
import type { Telling } from '../output/where/names.js';
import { whereWordsOf } from '../output/where/words.js';
import { wordsOf } from '../output/words.js';
import type { Configuration } from './configuration.js';
import { type Io, today } from './io.js';
import { say } from './messages.js';
import { readSnapshot } from './reading.js';
import { hasSnapshot } from './session.js';
import { siteOf } from './site.js';
import { EXIT, Stop } from './stop.js';

export interface Looked {
  readonly telling: Telling;
  readonly context: Indexed;
}

/**
 * Everything that questions about uses look at.
 * @param declarations left out where they are of no matter: what is live does not depend on them
 * @throws Stop (exit 3) without a snapshot, or with one that cannot be used; Stop (exit 2) for a file that cannot be read
 */
export async function lookAt(
  config: Configuration,
  language: Language,
  io: Io,
  declarations: Declarations = buildDeclarations([]),
): Promise<Looked> {
  if (!hasSnapshot(config)) throw new Stop(EXIT.notChecked, 'where-no-snapshot', { path: config.snapshot });
  const file = readSnapshot(config);
  const site = await siteOf(config, language, io);
  const seen = seenIn({ snapshot: file, site, ...(config.url === undefined ? {} : { url: config.url }) });
  const { snapshot, uses } = seen;
  const policy = joinPolicy(declarations, seen, today(io));
  const indexes = indexesOf({ declarations, seen, policy }, UNOBSERVED);
  const looked = { snapshot, index: indexes.steps, isLive: policy.isLive, isSiteScanned: site !== null };
  const telling = { words: wordsOf(language), where: whereWordsOf(language), ...looked };
  return { telling, context: { declarations, snapshot, uses, policy, indexes } };
}

/**
 * The item that somebody names.
 * @throws Stop (exit 2) for what fits none, or several
 */
export function itemMeant(wanted: string, { words, snapshot, index }: Telling): Found {
  const resolution = resolveItem(wanted, snapshot, index);
  if (resolution.is === 'found') return resolution;
  const { is, references } = resolution;
  const [open, close] = words.quotes;
  const list = references.map(reference => `${open}${reference}${close}`).join(', ');
  const near = references.length === 0 ? '' : say('where-near', words.language, { list });
  throw new Stop(EXIT.usage, `where-${is}`, { item: wanted, list, near });
}
