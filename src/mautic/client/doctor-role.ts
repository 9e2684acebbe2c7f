/** The role that a pull needs: which permissions, and for which kinds. */
import { group } from '../../collections.js';
import type { Kind } from '../../items.js';
import { RIGHTS, type Right, seesOwn } from '../rights.js';
import type { KindSight, V2State } from './doctor-sights.js';
import { LIST_PLANS } from './plan.js';

/**
 * What there is to say about a permission: `contacts`: it also opens the contacts, and Mautic has no smaller one for tags; `or-next`: from
 * Mautic 7 on the next one may stand in for it; `instead`: it is that one.
 */
export type PermissionNote = 'contacts' | 'or-next' | 'instead';

export interface Permission extends Right {
  readonly kinds: readonly Kind[];
  readonly note?: PermissionNote;
}

export interface RoleSight {
  readonly kinds: readonly KindSight[];
  /** Undefined: not known. */
  readonly from7: boolean | undefined;
  readonly v2: V2State;
}

/** Opens the tags in API v2, and no contact (seen live, 7.0.2). */
const TAG_MANAGER: Permission = { area: 'tagManager:tagManager', levels: ['view'], kinds: ['tag'], note: 'instead' };

/** Every permission of a role that may only read: what this Mautic does not have is left out. */
export function wholeRole(role: RoleSight): Permission[] {
  const absent = new Set(role.kinds.filter(({ sees }) => sees === 'not-in-version' || sees === 'plugin-off').map(({ kind }) => kind));
  return permissionsFor(
    LIST_PLANS.map(({ kind }) => kind).filter(kind => !absent.has(kind)),
    role,
  );
}

/** What is to be added to the role that was looked at. */
export function missingRights(role: RoleSight): Permission[] {
  return permissionsFor(
    role.kinds.filter(isShort).map(({ kind }) => kind),
    role,
  );
}

/** A list of tags fails where a role sees its own contacts only; others do the same with a plugin or two. */
function isShort({ kind, sees, why }: KindSight): boolean {
  return sees === 'refused' || sees === 'own' || (sees === 'failed' && why.includes('error-500') && seesOwn(kind));
}

function permissionsFor(kinds: readonly Kind[], { from7, v2 }: RoleSight): Permission[] {
  const byArea = group(kinds, kind => RIGHTS[kind].area);
  const hasManager = from7 !== false && v2 !== 'refused';
  return [...byArea.values()].flatMap(own => {
    const [first] = own;
    if (first === undefined) return [];
    const right: Permission = { ...RIGHTS[first], kinds: own };
    if (first !== 'tag') return [right];
    return hasManager ? [{ ...right, note: 'or-next' as const }, TAG_MANAGER] : [{ ...right, note: 'contacts' as const }];
  });
}
