/** Permissions, one entry each, with what each opens. */
import { type Permission, type RoleSight, wholeRole } from '../../mautic/client/doctor-role.js';
import type { Page } from '../explain.js';
import { code, text } from '../parts.js';
import { fill } from '../template.js';
import { kindsIn, permissionOf, type Telling } from './names.js';

/** One entry for each permission, as Mautic's screen for roles names it. */
export function permissionLines(permissions: readonly Permission[], telling: Telling, page: Page): string[] {
  const { doctor } = telling;
  return permissions.flatMap(permission => {
    const { kinds, note } = permission;
    const said = fill(doctor.opens, { permission: [permissionOf(permission)], kinds: kindsIn(kinds, telling) });
    const more = note === undefined ? [] : [text('. '), ...fill(doctor.notes[note], { counts: [code('pull --counts')] })];
    return page.entry([...said, ...more]);
  });
}

/** The role that a pull needs. */
export function roleBlock(role: RoleSight, telling: Telling, page: Page): string[] {
  const { doctor } = telling;
  return page.section(doctor.role, [
    ...page.paragraph([text(doctor.roleHow)]),
    ...permissionLines(wholeRole(role), telling, page),
    ...page.paragraph(fill(doctor.noApiAccess, { permission: [code('api:access')] })),
  ]);
}
