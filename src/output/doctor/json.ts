/** A diagnosis as data: schemas/doctor.v1.json. Codes and numbers are those of the program; words are those of the text. */
import type { DoctorFile, KindSight as KindData, Permission as PermissionData } from '../../generated/doctor.js';
import type { Unchecked } from '../../lint/unchecked.js';
import type { Diagnosis } from '../../mautic/client/doctor.js';
import { missingRights, type Permission, wholeRole } from '../../mautic/client/doctor-role.js';
import { isListed, type KindSight } from '../../mautic/client/doctor-sights.js';
import { faultText } from '../../mautic/client/fault-words.js';
import { RIGHTS } from '../../mautic/rights.js';
import { toHarmlessJson } from '../escape.js';
import { plainText } from '../parts.js';
import type { Telling } from './names.js';
import { addressOf, causeSentence, V2_SHOWS } from './text.js';

/** JSON that ends with a line end: `purposelint-doctor`, version 1. */
export function doctorJson(diagnosis: Diagnosis, unchecked: readonly Unchecked[], telling: Telling): string {
  const { base, reached, tls, made, login, fault, kinds, v2, pull } = diagnosis;
  const { language } = telling.words;
  const file: DoctorFile = {
    format: 'purposelint-doctor',
    version: 1,
    language,
    mautic: { address: addressOf(base), host: base.host, reached, tls, ...(made.mautic === undefined ? {} : { version: made.mautic }) },
    login,
    ...(fault === undefined ? {} : { fault: { code: fault.code, text: faultText(fault, language) } }),
    kinds: kinds.map(kindOf),
    change: missingRights(diagnosis).map(permissionData),
    ...(fault !== undefined || v2 === 'none' ? {} : { api_v2: { state: v2, not_seen: v2 === 'accepted' ? [] : [...V2_SHOWS] } }),
    ...(pull === undefined ? {} : { pull: { requests: pull.requests, seconds: pull.seconds } }),
    ...(fault === undefined
      ? {
          not_run: unchecked.map(cause => ({
            why: cause.reason,
            of: [...cause.what],
            rules: [...cause.rules],
            text: plainText(causeSentence(cause, telling)),
          })),
        }
      : {}),
    role: wholeRole(diagnosis).map(permissionData),
  };
  return `${toHarmlessJson(file)}\n`;
}

function kindOf({ kind, sees, visible, exist, why, fault }: KindSight): KindData {
  return {
    kind,
    sees,
    ...(isListed(sees) ? { visible } : {}),
    ...(exist === undefined ? {} : { exist }),
    ...(why.length === 0 ? {} : { why: [...why] }),
    ...(fault === undefined ? {} : { fault: fault.code }),
    permission: { area: RIGHTS[kind].area, levels: [...RIGHTS[kind].levels] },
  };
}

function permissionData({ area, levels, kinds, note }: Permission): PermissionData {
  return { area, levels: [...levels], kinds: [...kinds], ...(note === undefined ? {} : { note }) };
}
