/** The column "Read by" of the reference says of each key what looks at it: no rule is named that does not, and what is only kept nobody reads. */
import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.js';
import { DECLARED_KINDS } from '../../src/items.js';
import type { ExampleInput } from '../../src/output/example.js';
import { read } from '../schemas/places.js';
import { keyReaders } from './key-readers.js';

const VISITED = {
  from: 'segment:kitchen-offer',
  how: 'filters',
  to: 'tracking:page_hit',
  at: 'segment.filter',
  op: 'not-matches',
} as const;

/** The bad example of a rule with other declarations, and items with more in them. */
function like(id: string, declarations: string, ofItems: object = {}): ExampleInput {
  const bad = rules.find(rule => rule.id === id)?.examples.bad;
  if (bad === undefined) throw new Error(`there is no rule ${id}`);
  return { ...bad, declarations, items: (bad.items ?? []).map(item => ({ ...item, ...ofItems })) };
}

/** What no example of a rule has: each makes a rule look at a key. */
const MORE: readonly ExampleInput[] = [
  like('over-sharing', 'recipients: {crm: {name: CRM, hosts: [hooks.crm.example]}}\nwebhooks: {New contacts: {filtered_by: crm}}'),
  like(
    'no-unsubscribe',
    'purposes: {p: {use: email-marketing}}\nemails: {Monthly menu: {purposes: [p]}}\ninstance: {themes: {a: {has: []}}}',
    {
      theme: 'a',
    },
  ),
  like('mandatory-unmarked', 'instance: {themes: {a: {has: []}}}', { theme: 'a' }),
  like('score-forever', 'purposes: {p: {window: P12M}}\npoint_actions: {Looked at the menu: {purposes: [p]}}'),
  like('no-notice', 'notices: {site: {url: "https://aurora.example/privacy"}}\nforms: {Newsletter: {notice_shown: website}}'),
  like('unknown-alias', 'tracking: {website: {parameters: [favorite_film]}}'),
  like('no-preference-centre', 'pages: {preferences: {preference_centre: false}}'),
  like(
    'unused-datum',
    'purposes: {p: {use: service-delivery}}\ndefaults: {owner: sales}\ncontact_fields: {hobby: {purposes: [p], used_by: ["people:sales"]}}',
  ),
  like('criminal-data', 'organisation: {countries: [IT]}\ncontact_fields: {fedina_penale: {law: ""}}'),
  like(
    'retired-but-stored',
    'contact_fields: {favourite_film: {status: retired, retired_on: 2026-01-01, legal_hold: {until: 2027-01-31}}}',
  ),
  like('stale-item', 'purposes: {p: {active: []}}\nsegments: {fair-2022: {purposes: [p]}}'),
  like(
    'profile-no-objection',
    'purposes: {p: {use: web-tracking, profiling: simple}}\ntracking: {website: {purposes: [p], objection: {where: page}}}',
  ),
  {
    ...like('hidden-harvest', 'forms: {Offer: {hidden_reason: Which flyer brought them, fields: {gclid: {constant: true}, user_ip: {}}}}'),
    uses: [{ from: 'form:Offer', how: 'writes', to: 'tracking:utm', at: 'form.action' }],
  },
  {
    ...like('special-segment', 'segments: {kitchen-offer: {note: They get no offers}}'),
    uses: [{ ...VISITED, url: 'aurora.example/gluten-free-clinic' }],
  },
];

const rich = read('test/fixtures/declarations/rich.yaml').replace(/^version: 1$/mu, '');
const readers = keyReaders([{ declarations: rich }, ...rules.flatMap(({ examples }) => [examples.bad, examples.good]), ...MORE]);

interface Row {
  readonly keys: readonly string[];
  readonly readBy: string;
}

/** The rows of section 3, with keys that are written short (`.tag`) in full. */
const ROWS = (/^## 3\.([\s\S]*?)^## 4\./mu.exec(read('docs/declaration-format.md'))?.[1] ?? '').split('\n').flatMap((line): Row[] => {
  const cells = line.replace(/^\| | \|$/gu, '').split(' | ');
  const [names = '', , , , readBy] = cells;
  const keys = [...names.matchAll(/`([^`]+)`/gu)].map(([, key = '']) => key);
  if (readBy === undefined || keys.length === 0) return [];
  const whole = keys.map(key => (key.startsWith('.') ? `${keys[0]?.replace(/\.\w+$/u, '')}${key}` : key));
  return [{ keys: whole, readBy }];
});

const EFFECTS = ['segments', 'stages', 'point_triggers', 'campaigns'];
const SECTIONS = DECLARED_KINDS.map(({ section }) => section);
const FIELDS = ['contact_fields', 'company_fields', 'forms.*.fields'];
const RETENTIONS = ['purposes.*.retention', 'contact_fields.*.retention', 'forms.*.results_retention', 'tracking.website.retention'];

/** The keys of files that a key of the page stands for. */
function keysFor(key: string): string[] {
  const [head = '', ...rest] = key.split('.');
  const tail = rest.join('.');
  if (head === 'item') return [...SECTIONS, 'forms.*.fields'].map(section => `${section}.*.${tail}`);
  if (head === 'field') return FIELDS.map(section => `${section}.*.${tail}`);
  if (head === 'form_field') return [`forms.*.fields.*.${tail}`];
  if (head === 'retention') return RETENTIONS.map(retention => `${retention}.${tail}`);
  if (head === 'effect' || head === 'decision') return EFFECTS.map(section => `${section}.*.${head}`);
  if (key.startsWith('tracking.*')) return ['website', 'email_opens', 'email_clicks', 'videos'].map(surface => key.replace('*', surface));
  if (head === 'budget') return ['contact_fields', 'tags'].map(limit => `budget.${limit}`);
  return [key.replace('[]', '')];
}

const readersOf = (keys: readonly string[]): string[] => [...new Set(keys.flatMap(keysFor).flatMap(key => [...readers.of(key)]))];
const below = (keys: readonly string[]): string[] => keys.flatMap(keysFor).flatMap(key => [...readers.below(key)]);
const IDS: ReadonlySet<string> = new Set(rules.map(({ id }) => id));
/** Which questions a form has, and the format of a file, is known before rules run. */
const KNOWN_BEFORE: ReadonlySet<string> = new Set(['forms.*.fields', 'version']);

describe('what reads a key', () => {
  it('is said of every key', () => {
    expect(ROWS.length).toBeGreaterThan(150);
    expect(ROWS.filter(({ readBy }) => readBy.trim() === '')).toEqual([]);
  });

  it.each(ROWS.filter(({ keys: [first = ''] }) => !KNOWN_BEFORE.has(first)).map(row => [row.keys.join(' '), row] as const))(
    '%s',
    (_, { keys, readBy }) => {
      const found = readersOf(keys);
      if (readBy === 'kept') {
        expect([...found, ...readersOf(below(keys))]).toEqual([]);
        return;
      }
      const named = [...readBy.matchAll(/`([\w-]+)`/gu)].map(([, name = '']) => name).filter(name => IDS.has(name));
      expect(named.filter(id => !found.includes(id) && !readersOf(below(keys)).includes(id))).toEqual([]);
      // A key that says less than its name does.
      if (readBy.includes('that there is one; the rest is kept')) expect(readersOf(below(keys))).toEqual([]);
      const kept = [...readBy.matchAll(/`(\w+)`(?: and `(\w+)`)? (?:is|are) kept/gu)].flatMap(([, ...names]) => names.filter(Boolean));
      expect(readersOf(kept.flatMap(name => keys.flatMap(key => [`${key}.${name}`])))).toEqual([]);
    },
  );
});
