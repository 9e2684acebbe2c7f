/** Which facts may be kept beside the snapshot: those without a value that the snapshot will not have. */
import type { RowFacts } from '../answer-facts.js';
import type { Draft, DraftUse, Target } from '../draft.js';
import { mask } from '../texts/mask.js';

/** Properties that are raw and only looked at when the snapshot is put together. */
const RAW_TEXT = '_raw';
const RAW_DEFAULT = '_default';

/** The draft of the row itself; what is nested in it comes after. */
export function draftOf({ id, facts }: RowFacts): Draft | undefined {
  const own = facts.find(fact => fact.is === 'draft' && fact.draft.own && fact.draft.id === id);
  return own?.is === 'draft' ? own.draft : undefined;
}

/** Default values and filter values are raw until the options are known that they are compared with; so are tags told by their text. */
export function isKeepable({ facts }: RowFacts): boolean {
  return facts.every(fact => fact.is !== 'draft' || isPlain(fact.draft));
}

function isPlain({ properties, uses, links }: Draft): boolean {
  const initial = properties[RAW_DEFAULT];
  if (Object.hasOwn(properties, RAW_TEXT) || (initial !== undefined && initial !== null && initial !== '')) return false;
  const targets = Object.values(links).every(target => target === null || isPlainTarget(target));
  return targets && Object.values(uses).every(group => group.every(isPlainUse));
}

function isPlainUse({ to, candidates }: DraftUse): boolean {
  return (candidates ?? []).length === 0 && isPlainTarget(to);
}

function isPlainTarget(target: Target): boolean {
  return Object.values(target).every(value => typeof value !== 'string' || !mask(value).masked);
}
