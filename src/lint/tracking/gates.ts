/** Whether the tracking of the website waits for a yes: as it is declared, and in the bodies that Mautic shows. */
import type { FilePlace, FindingData, Place, Severity } from '../../finding.js';
import { placeOf } from '../forms/questions.js';
import { valueAt } from '../places.js';
import { nameOf } from '../policy.js';
import { profiles } from '../profiling/uses.js';
import { basesOf } from '../purposes/legal-bases.js';
import type { RuleContext } from '../rule.js';
import { placedSends, type SendFault } from '../website/told.js';

export interface Ungated {
  readonly subject: string;
  readonly place: Place;
  readonly data: FindingData;
  readonly severity?: Severity;
}

/** What the declaration of the website says against waiting; the first thing only, since the next step is the same for all. */
export function declaredUngated({ declarations, policy }: RuleContext): Ungated[] {
  const website = declarations.tracking.website;
  if (website?.place === null || website === undefined) return [];
  const { place } = website;
  const { legal_basis, consent, gate, purposes = [] } = website.value;
  const own = basesOf(legal_basis);
  const behind = policy.purposes(purposes);
  const bases = own.length > 0 ? own : behind.flatMap(({ value }) => basesOf(value.legal_basis));
  const others = [...new Set(bases)].filter(basis => basis !== 'consent');
  const finding = (data: FindingData, key?: 'legal_basis' | 'gate'): Ungated[] => [
    { subject: 'tracking:website', place: at(place, key), data },
  ];
  if (others.length > 0) {
    // Where plain counting may do without a yes, it rests on a legitimate interest.
    const counts = others.includes('legitimate-interests') && behind.some(({ value }) => profiles(value));
    const reason = counts ? 'other-basis-for-profiles' : 'other-basis';
    return finding({ reason, basis: others }, own.length > 0 ? 'legal_basis' : undefined);
  }
  if (gate === undefined || gate === 'none') return finding({ reason: gate === undefined ? 'no-gate' : 'gate-none' }, gate && 'gate');
  const isAsked = consent?.field !== undefined || own.length === 0 || behind.some(({ value }) => value.consent !== undefined);
  return isAsked ? [] : finding({ reason: 'no-yes' }, 'legal_basis');
}

function at(place: FilePlace, key: string | undefined): FilePlace {
  return key === undefined ? place : valueAt(place, key);
}

const BODIES: ReadonlySet<string> = new Set(['page', 'dynamic_content', 'focus_item']);

/**
 * Live content whose own body loads the script or the pixel. Where a consent tool is declared, it may hold back that copy as well, which
 * the body does not show: a warning then.
 */
export function ungatedBodies(context: RuleContext): Ungated[] {
  const { declarations, snapshot, uses, policy, kinds } = context;
  const loading = uses.to('tracking:page_hit', 'tracks').flatMap(({ at: where, from }) => (where === 'content' ? [from] : []));
  const isHeld = declarations.tracking.website?.value.gate === 'consent-tool';
  return [...new Set(loading)].flatMap((subject): Ungated[] => {
    const item = snapshot.item(subject);
    if (item === undefined || !BODIES.has(item.kind) || !kinds.has(item.kind) || !policy.isLive(item)) return [];
    const data = { reason: 'in-body', item: nameOf(item), kind: item.kind };
    return [{ subject, place: placeOf(context, item), data, ...(isHeld ? { severity: 'warn' } : {}) }];
  });
}

/**
 * Code of the website that starts the tracking as a page loads. Where a gate is declared, it may work from outside the code, which the code does
 * not show: a warning then. So it is with calls of a script that some other code loads; where the loading is seen, it decides. Of code that
 * decides by itself nothing is said: whether it waits, nobody can read from it.
 */
export function ungatedCode({ declarations, site }: RuleContext): SendFault[] {
  const { gate = 'none' } = declarations.tracking.website?.value ?? {};
  const tracking = placedSends(site).filter(({ send }) => send.what === 'tracking');
  const loading = tracking.filter(({ send }) => send.how !== 'mt');
  const reason = loading.length > 0 ? 'in-code' : 'called-in-code';
  const severity = gate === 'none' && loading.length > 0 ? {} : { severity: 'warn' as const };
  return (loading.length > 0 ? loading : tracking)
    .filter(({ send }) => send.gate === 'none')
    .map(({ place }) => ({ subject: 'tracking:website', place, key: 'in-code', data: { reason }, ...severity }));
}
