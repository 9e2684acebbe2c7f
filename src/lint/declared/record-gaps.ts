/** What a record of processing (Art. 30(1) GDPR) would lack: keys of the organisation and of purposes that fill its columns. */
import { policyFile } from '../../declarations/homes.js';
import type { Declarations, Entry } from '../../declarations/model.js';
import type { FilePlace } from '../../finding.js';
import { coreFields } from '../../generated/data.js';
import type { Organisation, Purpose } from '../../generated/declaration.js';
import { type Told, toldBy } from '../places.js';

export interface RecordGap {
  readonly subject: string;
  readonly place: FilePlace;
  readonly item: string;
  readonly kind: string;
  /** Keys as they are written under the entry. */
  readonly missing: readonly string[];
}

/**
 * One gap for each subject. Keys that another rule asks for (`description`, `legal_basis`, `retention`, a recipient's `role` and `country`)
 * are left to it. None when the record is kept elsewhere.
 */
export function recordGaps(declarations: Declarations): RecordGap[] {
  if (declarations.organisation.value.record !== undefined) return [];
  const told = toldBy(declarations);
  const categorised = purposesWithData(declarations);
  const purposes = [...declarations.purposes.values()].flatMap(purpose => purposeGap(purpose, categorised, told) ?? []);
  return [...organisationGap(declarations, told), ...purposes];
}

function organisationGap({ organisation, files }: Declarations, told: Told): RecordGap[] {
  const home = policyFile(files);
  if (home === undefined) return [];
  const top = { file: home.path, path: [], at: 'value' } as const;
  if (organisation.place === null && told.has(top, 'organisation')) return [];
  const isTold = (key: string) => files.some(({ path }) => told.has({ file: path, path: ['organisation'], at: 'value' }, key));
  const missing = missingOf(organisation.value).filter(key => !isTold(key.replace(/\..*$/u, '')));
  if (missing.length === 0) return [];
  const place = organisation.place ?? top;
  return [
    {
      subject: 'organisation',
      place,
      item: organisation.value.name ?? organisation.value.contact ?? 'organisation',
      kind: 'organisation',
      missing,
    },
  ];
}

/** Required ones, and what is begun but not whole. */
function missingOf({ name, contact, countries, security_measures, dpo, representative }: Organisation): string[] {
  const state: readonly (readonly [string, boolean])[] = [
    ['name', name !== undefined],
    ['contact', contact !== undefined],
    ['countries', (countries?.length ?? 0) > 0],
    ['dpo.name', dpo === undefined || dpo.name !== undefined],
    ['dpo.email', dpo === undefined || dpo.email !== undefined],
    ['representative.name', representative === undefined || representative.name !== undefined],
    ['representative.contact', representative === undefined || representative.contact !== undefined],
    ['security_measures', Object.keys(security_measures ?? {}).length > 0],
  ];
  return state.flatMap(([key, isThere]) => (isThere ? [] : [key]));
}

type DataOfPurposes = ReadonlyMap<string, 'known' | 'unknown'>;

function purposeGap({ key, value, place }: Entry<Purpose>, data: DataOfPurposes, told: Told): RecordGap | undefined {
  if (place === null) return undefined;
  const state: readonly (readonly [string, boolean])[] = [
    ['subjects', (value.subjects?.length ?? 0) > 0],
    ['recipients', value.recipients !== undefined],
    ['data_category', data.get(key) !== 'unknown'],
  ];
  const missing = state.flatMap(([name, isThere]) => (isThere || told.has(place, name) ? [] : [name]));
  return missing.length === 0 ? undefined : { subject: `purpose:${key}`, place, item: value.title ?? key, kind: 'purpose', missing };
}

/** Purposes that fields name, and whether the category of at least one of these is known: stated, or that of a field Mautic ships. */
function purposesWithData({ items }: Declarations): DataOfPurposes {
  const found = new Map<string, 'known' | 'unknown'>();
  for (const { kind, key, value } of [...items.contact_field, ...items.company_field, ...items.form_field]) {
    const isKnown = (value.data_category?.length ?? 0) > 0 || (kind !== 'form_field' && Object.hasOwn(coreFields()[kind], key));
    // A question may have the category of the field it fills.
    if (!isKnown && kind === 'form_field') continue;
    for (const purpose of value.purposes ?? []) if (isKnown || !found.has(purpose)) found.set(purpose, isKnown ? 'known' : 'unknown');
  }
  return found;
}
