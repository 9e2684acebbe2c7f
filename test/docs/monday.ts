/** A Mautic of many years that nobody wrote down: 300 items, and what happens to it in the week that the page tells of. */
import { snapshotWith } from '../cli/workspace.js';

type Item = Readonly<Record<string, unknown>>;

const two = (n: number): string => String(n).padStart(2, '0');

function times(count: number, make: (n: number) => Item): Item[] {
  return Array.from({ length: count }, (_, index) => make(index + 1));
}

const SHOPS = ['Trastevere', 'Testaccio', 'Prati', 'Monti', 'Ostiense', 'Pigneto'];

/** The items on Monday. */
export const MONDAY: readonly Item[] = [
  { kind: 'contact_field', id: 51, key: 'favourite_film', title: 'Favourite film', published: true, added: '2019-03-02', type: 'text' },
  ...times(89, n => ({
    kind: 'contact_field',
    id: 100 + n,
    key: `wish_${two(n)}`,
    title: `Wish ${n}`,
    published: true,
    added: '2020-05-04',
    type: 'text',
  })),
  ...times(150, n => ({ kind: 'tag', id: n, key: `evt-${2013 + Math.ceil(n / 12)}-${two(((n - 1) % 12) + 1)}`, description: '' })),
  ...times(60, n => ({
    kind: 'segment',
    id: n,
    key: `guests-${SHOPS[n % 6]?.toLowerCase()}-${two(n)}`,
    title: `Guests ${SHOPS[n % 6]} ${n}`,
    published: true,
    added: '2021-09-01',
    filter_rows: 1,
  })),
];

/** Made on Tuesday by somebody in a hurry. */
export const NEW_FIELD: Item = {
  kind: 'contact_field',
  id: 412,
  key: 'high_chair',
  title: 'High chair',
  published: true,
  added: '2026-11-24',
  type: 'boolean',
};

/** The snapshot of these items, pulled in the night before a day. */
export function snapshotOf(items: readonly Item[], day: string): string {
  return snapshotWith(items, `${day}T03:13:18Z`);
}
