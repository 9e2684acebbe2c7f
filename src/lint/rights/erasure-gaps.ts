/** What is not settled for the day on which somebody asks to be deleted (Art. 12(3), 17 and 19 GDPR). */
import { policyFile } from '../../declarations/homes.js';
import type { Declarations, Entry } from '../../declarations/model.js';
import type { FilePlace, NamedItem } from '../../finding.js';
import type { ErasureStores, System } from '../../generated/declaration.js';
import { isRecord } from '../../guards.js';
import { comparableKey } from '../../items.js';
import { isBlank } from '../blank.js';
import { toldBy } from '../places.js';
import { leftovers } from '../retention/leftovers.js';
import type { RuleContext } from '../rule.js';

export interface ErasureGap {
  readonly place: FilePlace;
  /** Keys of `rights.erasure`, and `contact`. */
  readonly missing: readonly ('contact' | 'how' | 'owner' | 'notify' | 'covers')[];
  /** Stores that nobody says are emptied. */
  readonly stores: readonly (keyof ErasureStores)[];
  /** Systems that hold the same people and are not told. */
  readonly places: readonly NamedItem[];
}

/** One for the whole policy; undefined when all is settled, or what is missing is written wrong and told elsewhere. */
export function erasureGap(context: Pick<RuleContext, 'declarations' | 'snapshot' | 'policy' | 'indexes'>): ErasureGap | undefined {
  const { declarations } = context;
  const { organisation, rights, files } = declarations;
  const home = policyFile(files);
  if (home === undefined) return undefined;
  const told = toldBy(declarations);
  const top: FilePlace = rights.place ?? { file: home.path, path: [], at: 'value' };
  const erasure = rights.places.get('erasure');
  const isTold = (key: string): boolean =>
    erasure === undefined ? told.has(top, rights.place === null ? 'rights' : 'erasure') : told.has(erasure, key);
  const { how = '', owner = defaultOwner(declarations, erasure), notify = [] } = rights.value.erasure ?? {};
  const contact = rights.value.contact ?? organisation.value.contact ?? '';
  const stores = leftovers(context)?.stores ?? [];
  const places = untoldSystems(declarations, notify);
  const state: readonly (readonly [ErasureGap['missing'][number], boolean])[] = [
    [
      'contact',
      !isBlank(contact) ||
        told.has(top, 'contact') ||
        files.some(({ path }) => told.has({ file: path, path: ['organisation'], at: 'value' }, 'contact')),
    ],
    ['how', !isBlank(how) || isTold('how')],
    ['owner', !isBlank(owner) || isTold('owner')],
    ['notify', places.length === 0 || isTold('notify')],
    ['covers', stores.length === 0 || isTold('covers')],
  ];
  const missing = state.flatMap(([key, isThere]) => (isThere ? [] : [key]));
  return missing.length === 0 ? undefined : { place: erasure ?? top, missing, stores, places };
}

/** `defaults.owner` of the file that has the block. */
function defaultOwner({ files }: Declarations, place: FilePlace | undefined): string {
  const value = files.find(({ path }) => path === place?.file)?.document.value;
  const owner = isRecord(value) && isRecord(value.defaults) ? value.defaults.owner : undefined;
  return typeof owner === 'string' ? owner : '';
}

/** Systems that get data, by their own name or by that of the recipient behind them. */
function untoldSystems({ systems }: Declarations, notify: readonly string[]): NamedItem[] {
  const named = new Set(notify.map(comparableKey));
  const isNamed = (kind: string, key: string): boolean => named.has(key) || named.has(`${kind}:${key}`);
  return [...systems.values()]
    .filter(getsData)
    .filter(
      ({ key, value }) =>
        !isNamed('system', key) && !(value.recipient !== undefined && isNamed('recipient', comparableKey(value.recipient))),
    )
    .map(({ key }) => ({ name: key, kind: 'system' }));
}

function getsData({ value }: Entry<System>): boolean {
  return value.recipient !== undefined || (value.gets ?? []).length > 0;
}
