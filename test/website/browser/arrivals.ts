/**
 * What arrives at Mautic, told in words that the browser and the scan share: `field favourite_film`, `tag evt-2026`, `untag guest`, `form 2`,
 * `question 2/email`, `script`, `pixel`, `slot greeting`, `focus 1`. Worked out from requests alone, by none of the code that is under test.
 */

export interface Arrived {
  readonly method: string;
  readonly url: URL;
  readonly type: string;
  readonly body: Buffer;
}

/** What the tracking script sends by itself with every page view. */
export const AUTOMATIC: ReadonlySet<string> = new Set([
  'page_title',
  'page_language',
  'preferred_locale',
  'page_referrer',
  'page_url',
  'counter',
  'timezone_offset',
  'timezone',
  'resolution',
  'platform',
  'do_not_track',
  'mautic_device_id',
]);

/** Inputs that only steer a form of Mautic. */
const STEERING: ReadonlySet<string> = new Set(['formId', 'formName', 'return', 'messenger', 'submit']);

/** The forms of the stand-in: ids, and the names that Mautic writes into their HTML. */
export const FORMS: ReadonlyMap<string, string> = new Map([
  ['1', 'newsletter'],
  ['2', 'tablebooking'],
  ['3', 'winadinnerfortwo'],
]);

type Pairs = readonly (readonly [name: string, value: string])[];

/** By path: what a request to it means. */
const MEANINGS: readonly (readonly [path: RegExp, meaning: (arrived: Arrived, id: string) => string[] | Promise<string[]>])[] = [
  [/^\/mtc\.js$/u, () => ['script']],
  [/^\/mtracking\.gif$/u, ({ url }) => ['pixel', ...fields([...url.searchParams])]],
  [/^\/mtc\/event$/u, async arrived => fields((await pairs(arrived)).filter(([name]) => !AUTOMATIC.has(name)))],
  [/^\/form\/generate\.js$/u, ({ url }) => [`form ${url.searchParams.get('id')}`]],
  [/^\/form\/(\d+)$/u, (_, id) => [`form ${id}`]],
  [/^\/form\/submit$/u, submitted],
  [/^\/focus\/(\d+)\.js$/u, (_, id) => [`focus ${id}`]],
  [/^\/dwc\/([\w-]+)$/u, (_, slot) => [`slot ${slot}`]],
  [/^\/api\/contacts\/new$/u, ({ body }) => fields(jsonPairs(body.toString()))],
];

/** What one request brought; undefined where Mautic has nothing at its path. */
export async function meaningOf(arrived: Arrived): Promise<string[] | undefined> {
  for (const [path, meaning] of MEANINGS) {
    const match = path.exec(arrived.url.pathname);
    if (match !== null) return [...new Set(await meaning(arrived, match[1] ?? ''))];
  }
  return undefined;
}

const fields = (sent: Pairs): string[] => sent.flatMap(([name, value]) => (name === 'tags' ? tags(value) : [`field ${name}`]));

function tags(list: string): string[] {
  const names = list.split(',').map(name => name.trim());
  return names.filter(name => name !== '').map(name => (name.startsWith('-') ? `untag ${name.slice(1)}` : `tag ${name}`));
}

/** The body of a post, encoded as a form of either kind. */
async function pairs({ body, type }: Arrived): Promise<Pairs> {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  return [...form].map(([name, value]) => [name, String(value)]);
}

function jsonPairs(body: string): Pairs {
  const contact: unknown = JSON.parse(body);
  return Object.entries(contact ?? {}).map(([name, value]) => [name, String(value)]);
}

async function submitted(arrived: Arrived): Promise<string[]> {
  const sent = await pairs(arrived);
  const inputs = sent.flatMap(([name, value]) => {
    const input = /^mauticform\[(\w+)\](?:\[\w*\])?$/u.exec(name)?.[1];
    return input === undefined ? [] : [[input, value] as const];
  });
  const id = arrived.url.searchParams.get('formId') ?? inputs.find(([name]) => name === 'formId')?.[1] ?? 'unknown';
  return [`form ${id}`, ...inputs.filter(([name]) => !STEERING.has(name)).map(([name]) => `question ${id}/${name}`)];
}
