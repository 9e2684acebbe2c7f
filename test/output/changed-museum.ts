/** The museum, and the museum after a month of work: every sort of change that a drift tells. */
import { loadSnapshot } from '../../src/mautic/load.js';
import type { Coverage, Item, ItemOf, Snapshot, Use } from '../../src/mautic/snapshot.js';
import { bodies, read, textOf } from '../mautic/recordings.js';
import { HOSTILE } from './made-up.js';

let pulled: Promise<Snapshot> | undefined;

/** The snapshot of the museum 5.1.0, under a host of its own, with some numbers of people. */
export async function museum(): Promise<Snapshot> {
  pulled ??= read(bodies('5.1.0/museum'), { host: 'mautic.museum.example' }).then(({ snapshot }) => ({
    ...snapshot,
    made: { ...snapshot.made, mautic: '5.1.0' },
    counts: [
      { of: 'record:contact', how: 'total', n: 1200 },
      { of: 'contact_field:diet', how: 'filled', n: '<5' },
      { of: 'tag:vip', how: 'people', n: 57 },
    ],
  }));
  return pulled;
}

/** A snapshot with the items that `change` gives for its own; undefined: the item is gone. */
export function withItems(snapshot: Snapshot, change: (item: Item) => Item | undefined, more: readonly Item[] = []): Snapshot {
  return { ...snapshot, items: [...snapshot.items.map(change).filter(item => item !== undefined), ...more] };
}

export function withCoverage(snapshot: Snapshot, ...entries: readonly Coverage[]): Snapshot {
  const own = new Map(entries.map(entry => [entry.of, entry]));
  return { ...snapshot, coverage: snapshot.coverage.map(entry => own.get(entry.of) ?? entry) };
}

/** A text that is a name, or part of one, replaced wherever it stands: what Mautic's answers look like after a rename. */
export function withText(snapshot: Snapshot, before: string, after: string): Snapshot {
  return loadSnapshot(textOf(snapshot).replaceAll(before, after), 'renamed.json');
}

type Question = ItemOf<'form_field'>;

const question = (id: number, form: string, alias: string, more: Partial<Question>): Question => ({
  kind: 'form_field',
  id,
  key: `${form}/${alias}`,
  title: alias,
  form: `form:${form}`,
  type: 'text',
  required: false,
  ...more,
});

/** What the team changed, by kind and id. */
const EDITS: Readonly<Record<string, (item: Item) => Item | undefined>> = {
  // Deleted, while a form, a segment and an e-mail still name it.
  'contact_field:religion': () => undefined,
  'contact_field:diet': item =>
    item.kind !== 'contact_field'
      ? item
      : {
          ...item,
          public: true,
          changed: '2026-12',
          options: [
            ...(item.options ?? [])
              .filter(({ value }) => value !== 'vegan')
              .map(option => (option.value === 'halal' ? { ...option, label: 'Halal food' } : option)),
            { value: 'lactose', label: 'No milk' },
          ],
        },
  'contact_field:fax': item => ({ ...item, changed: '2026-12' }),
  'form_field:Evening registration/mobile': item => ({ ...item, required: false, help: 'So that we can reach you on the night' }),
  'form_field:Evening registration/religion': () => undefined,
  'form_field:Donation/surname': item => ({ ...item, required: true }),
  'form:Shop feedback': () => undefined,
  'tag:vip': () => undefined,
  'email:Lettera mensile': item => ({ ...item, published: false, language: 'it' }),
  'segment:members': item => ({
    ...item,
    description:
      'Everybody who has paid the membership fee for this year, and nobody else, as agreed with the board in a meeting of the spring',
  }),
  'campaign:Welcome journey': item =>
    item.kind === 'campaign'
      ? {
          ...item,
          restart: true,
          events: (item.events ?? []).map(event =>
            event.id === 3 ? { ...event, name: 'Tag the interest', delay: 'P3D', parent: 1 } : event,
          ),
        }
      : item,
};

const NEW: readonly Item[] = [
  { kind: 'contact_field', id: 900, key: 'blood_group', title: 'Blood group', published: true, type: 'select' },
  { kind: 'form', id: 900, key: 'Night at the museum', published: true, type: 'standalone' },
  question(900, 'Night at the museum', 'E-mail', { type: 'email', position: 1 }),
  question(901, 'Night at the museum', 'Allergies', { position: 2 }),
  question(902, 'Night at the museum', 'Send', { type: 'button', position: 3 }),
  question(903, 'Evening registration', 'Car plate', {}),
  { kind: 'point_group', id: 900, key: 'Loyalty', published: true },
  ...HOSTILE.map((key, index): Item => ({ kind: 'tag', id: 900 + index, key })),
];

const NEW_USES: readonly Use[] = [
  { from: 'form:Night at the museum', how: 'adds', to: 'tag:newsletter', at: 'form.action', id: 900, type: 'lead.changetags' },
  { from: 'form:Donation', how: 'adds', to: 'tag:newsletter', at: 'form.action', id: 13, type: 'lead.changetags' },
  { from: 'segment:newsletter-readers', how: 'filters', to: 'contact_field:blood_group', at: 'segment.filter', n: 2, group: 1, op: 'set' },
];

const WAS: readonly Coverage[] = [{ of: 'point_group', state: 'unknown', rows: 3, why: ['no-total'] }];
const IS: readonly Coverage[] = [{ of: 'tag', state: 'partial', rows: 61, total: 62, why: ['own-only', 'rows-missing'] }];

/** The museum as it was: point groups came from a bare list. */
export async function before(): Promise<Snapshot> {
  return withCoverage(await museum(), ...WAS);
}

/** The museum a month later: a form has another name, one of its questions another alias, and the role may see its own tags only. */
export async function after(): Promise<Snapshot> {
  const asked = withText(await museum(), 'Event registration/guests', 'Event registration/company');
  const called = withText(asked, 'Event registration', 'Evening registration');
  const edited = withItems(
    called,
    item => {
      if (item.kind === 'form_field' && item.form === 'form:Shop feedback') return undefined;
      const edit = EDITS[`${item.kind}:${item.key}`];
      return edit === undefined ? item : edit(item);
    },
    NEW,
  );
  const uses = edited.uses.map((use): Use => (use.from === 'segment:vegan-guests' ? { ...use, op: 'none-of', values: ['halal'] } : use));
  return withCoverage(
    {
      ...edited,
      made: { ...edited.made, taken_at: '2026-12-25T03:30:00Z', mautic: '5.1.1' },
      uses: [...uses.filter(({ from }) => !from.startsWith('form_field:Shop feedback/')), ...NEW_USES],
      counts: [
        { of: 'record:contact', how: 'total', n: 1300 },
        { of: 'contact_field:diet', how: 'filled', n: 12 },
        { of: 'contact_field:blood_group', how: 'filled', n: 0 },
      ],
    },
    ...IS,
  );
}
