/** What makes Mautic forget that somebody said no: with the contact its refusals are deleted (code, Mautic 5.1.0). */
import { policyFile } from '../../declarations/homes.js';
import type { Declarations, Entry } from '../../declarations/model.js';
import { wholeRetention } from '../../declarations/retention.js';
import type { FilePlace, NamedItem } from '../../finding.js';
import type { System } from '../../generated/declaration.js';
import { comparableKey } from '../../items.js';
import { toldBy, valueAt } from '../places.js';
import { nameOf } from '../policy.js';
import { NOTE_LENGTH } from '../purposes/basis-doubts.js';
import type { RuleContext } from '../rule.js';

export interface LostRefusal {
  readonly subject: string;
  readonly place: FilePlace;
  /** Code of a half sentence. */
  readonly reason: 'campaign-deletes' | 'deletes' | 'synced' | 'unchecked';
  /** Campaigns that delete contacts. */
  readonly places?: readonly NamedItem[];
  /** The system that brings people back. */
  readonly system?: string;
}

type Known = Pick<RuleContext, 'declarations' | 'snapshot' | 'uses' | 'policy'>;

/** Without a list outside the contacts, one; with a list, one for each system that does not look into it. */
export function lostRefusals(context: Known): LostRefusal[] {
  const { rights, systems, files } = context.declarations;
  const home = policyFile(files);
  if (home === undefined) return [];
  const told = toldBy(context.declarations);
  const { suppression } = rights.value;
  const top: FilePlace = rights.place ?? { file: home.path, path: [], at: 'value' };
  const place = rights.places.get('suppression');
  const feeding = [...systems.values()].filter(({ value }) => (value.feeds ?? []).length > 0);
  if (suppression === undefined || suppression.not_needed !== undefined) {
    const isAnswered = (suppression?.not_needed ?? '').trim().length >= NOTE_LENGTH;
    if (isAnswered || told.has(top, rights.place === null ? 'rights' : 'suppression')) return [];
    const cause = causeOf(context, feeding);
    return cause === undefined ? [] : [{ subject: 'rights', place: place ?? top, ...cause }];
  }
  if (place !== undefined && told.has(place, 'checked_by')) return [];
  const checking = new Set((suppression.checked_by ?? []).map(comparableKey));
  return feeding.flatMap(({ key, place: entry }) =>
    entry === null || checking.has(`system:${key}`)
      ? []
      : [{ subject: `system:${key}`, place: valueAt(entry, 'feeds'), reason: 'unchecked', system: key }],
  );
}

type Cause = Pick<LostRefusal, 'reason' | 'places' | 'system'>;

/** What deletes contacts by itself, as seen or as declared; else what brings people back whom somebody deleted by hand. */
function causeOf(context: Known, [feeding]: readonly Entry<System>[]): Cause | undefined {
  const places = deletingCampaigns(context);
  if (places.length > 0) return { reason: 'campaign-deletes', places };
  if (deletesByDeclaration(context.declarations)) return { reason: 'deletes' };
  return feeding === undefined ? undefined : { reason: 'synced', system: feeding.key };
}

function deletingCampaigns({ snapshot, uses, policy }: Known): NamedItem[] {
  const references = new Set(uses.to('record:contact', 'removes').map(({ from }) => from));
  return [...references].flatMap(reference => {
    const item = snapshot.item(reference);
    return item !== undefined && policy.isLive(item) ? [{ name: nameOf(item), kind: item.kind }] : [];
  });
}

function deletesByDeclaration({ purposes }: Declarations): boolean {
  return [...purposes.values()].some(({ value: { retention } }) => {
    if (retention === undefined) return false;
    const { enforced_by, end } = wholeRetention(retention, 'purpose');
    return enforced_by !== undefined && end === 'delete';
  });
}
