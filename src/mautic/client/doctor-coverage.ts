/** The coverage that a pull would have, from what the totals told. */
import { KINDS, type Kind } from '../../items.js';
import { hasVersion } from '../series.js';
import type { Coverage, CoverageName, Made, ReasonCode } from '../snapshot.js';
import type { KindSight, Sees, V2State } from './doctor-sights.js';

/** Parts that only API v2 shows. */
const V2_PARTS: Readonly<Partial<Record<Kind, readonly CoverageName[]>>> = {
  form: ['form.progressive'],
  segment: ['segment.built'],
  campaign: ['campaign.deleted_events'],
  email: ['email.excluded', 'email.preference_page'],
  page: ['page.scripts'],
};

type State = Coverage['state'];

/** Of a kind with rows; without any, what is not complete is absent. */
const STATES: Readonly<Record<Sees, State>> = {
  all: 'complete',
  'perhaps-all': 'complete',
  own: 'partial',
  unproven: 'unknown',
  refused: 'absent',
  failed: 'absent',
  'not-in-version': 'absent',
  'plugin-off': 'complete',
};

/** In the order of a snapshot. Questions of forms have the coverage of their forms; parts are told only of kinds with rows. */
export function expectedCoverage(sights: readonly KindSight[], made: Made, v2: V2State): Coverage[] {
  const byKind = new Map(sights.map(sight => [sight.kind, sight]));
  return KINDS.flatMap(kind => {
    // Questions are seen with their forms.
    const sight = byKind.get(kind === 'form_field' ? 'form' : kind);
    if (sight === undefined) return [];
    const own: Coverage = { of: kind, state: stateOf(sight), ...(sight.why.length === 0 ? {} : { why: [...sight.why] }) };
    return sight.visible === 0 ? [own] : [own, ...partsOf(kind, sight, made, v2)];
  });
}

function stateOf({ sees, visible }: KindSight): State {
  const state = STATES[sees];
  return visible === 0 && state !== 'complete' ? 'absent' : state;
}

function partsOf(kind: Kind, { sees, why }: KindSight, made: Made, v2: V2State): Coverage[] {
  if (kind === 'point_action') {
    return [{ of: 'point_action.group', state: 'absent', why: [hasVersion('5.1', made) ? 'not-in-api' : 'not-in-version'] }];
  }
  const reasons = missingV2(sees, why, v2);
  if (reasons.length === 0) return [];
  // API v1 tells which forms ask step by step, and not how.
  return (V2_PARTS[kind] ?? []).map(of => ({ of, state: of === 'form.progressive' ? 'partial' : 'absent', why: reasons }));
}

/** Why API v2 will not be read about a kind: it shows everything to everybody, so nobody reads it for a role that sees only its own. */
function missingV2(sees: Sees, why: readonly ReasonCode[], v2: V2State): ReasonCode[] {
  if (v2 === 'none') return ['not-in-version'];
  if (v2 === 'refused') return ['v2-login'];
  if (sees === 'own') return ['not-asked'];
  return sees === 'unproven' ? [...why] : [];
}
