/** The words of `doctor`: one interface, so that no language lacks a word. Templates: `{placeholder}`. */
import type { Language } from '../../finding.js';
import type { Diagnosis } from '../../mautic/client/doctor.js';
import type { PermissionNote } from '../../mautic/client/doctor-role.js';
import type { Sees } from '../../mautic/client/doctor-sights.js';
import { en } from './words.en.js';
import { it } from './words.it.js';

export interface DoctorWords {
  readonly title: string;
  readonly connection: string;
  readonly reached: string;
  readonly notReached: string;
  readonly tls: Readonly<Record<Diagnosis['tls'], string>>;
  readonly version: string;
  readonly noVersion: string;
  readonly logins: Readonly<Record<Diagnosis['login'], string>>;
  /** Of a login that was not tried, or not accepted. */
  readonly triedLogins: Readonly<Record<Diagnosis['login'], string>>;
  readonly wrong: string;
  readonly again: string;
  readonly asFar: string;
  readonly kinds: string;
  /** In front of kinds in sentences, not in tables. */
  readonly article: RegExp;
  readonly sees: Readonly<Record<Sees, string>>;
  /** Where a role that sees only its own may be the cause. */
  readonly failed: string;
  readonly failedElse: string;
  readonly strange: string;
  readonly unproven: string;
  readonly perhapsAll: string;
  readonly change: string;
  readonly opens: string;
  readonly notes: Readonly<Record<PermissionNote, string>>;
  readonly v2: string;
  readonly v2States: Readonly<Record<Exclude<Diagnosis['v2'], 'none'>, string>>;
  readonly pull: string;
  readonly estimate: string;
  readonly rules: string;
  readonly notRun: string;
  readonly allRun: string;
  readonly ruleCause: string;
  readonly role: string;
  readonly roleHow: string;
  readonly noApiAccess: string;
}

const WORDS: Readonly<Record<Language, DoctorWords>> = { en, it };

/** The words of `doctor` alone. */
export function doctorWordsOf(language: Language): DoctorWords {
  return WORDS[language];
}
