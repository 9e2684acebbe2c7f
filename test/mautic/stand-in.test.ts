/** The stand-in for Mautic, held against every recorded exchange. */
import { afterAll, describe, expect, it } from 'vitest';
import { exchanges } from './stand-in/exchanges.js';
import { ask, authorization, differences, pathOf, type Tokens } from './stand-in/replay.js';
import { type Scenario, type StandIn, type StandInOptions, startStandIn, type Version } from './stand-in/stand-in.js';

/** When the recorded rate limit was asked: it named the time an hour later. */
const RECORDED_AT = (1_795_580_109 - 3600) * 1000;

/** Each recording with how many of its answers are worked out by rules, how many are looked up, and how many bodies are the same bytes. */
const SCENARIOS: readonly (readonly [Version, string, { computed: number; lookedUp: number; sameBytes: number }])[] = [
  ['5.1.0', 'fresh', { computed: 33, lookedUp: 6, sameBytes: 37 }],
  ['5.1.0', 'museum', { computed: 259, lookedUp: 28, sameBytes: 282 }],
  ['5.1.0', 'museum-large', { computed: 74, lookedUp: 0, sameBytes: 74 }],
  ['5.1.0', 'roles', { computed: 316, lookedUp: 34, sameBytes: 346 }],
  ['5.1.0', 'errors', { computed: 102, lookedUp: 7, sameBytes: 96 }],
  ['6.0.8', 'fresh', { computed: 29, lookedUp: 10, sameBytes: 39 }],
  ['6.0.8', 'museum', { computed: 258, lookedUp: 28, sameBytes: 281 }],
  ['6.0.8', 'roles', { computed: 316, lookedUp: 34, sameBytes: 346 }],
  ['6.0.8', 'errors', { computed: 68, lookedUp: 3, sameBytes: 55 }],
  ['7.0.2', 'fresh', { computed: 33, lookedUp: 6, sameBytes: 37 }],
  ['7.0.2', 'museum', { computed: 259, lookedUp: 28, sameBytes: 282 }],
  ['7.0.2', 'roles', { computed: 316, lookedUp: 34, sameBytes: 346 }],
  ['7.0.2', 'errors', { computed: 81, lookedUp: 6, sameBytes: 66 }],
  ['7.0.2', 'errors-7', { computed: 29, lookedUp: 0, sameBytes: 16 }],
  ['7.0.2', 'v2-fresh', { computed: 29, lookedUp: 1, sameBytes: 30 }],
  ['7.0.2', 'v2', { computed: 176, lookedUp: 10, sameBytes: 159 }],
  ['7.0.2', 'v2-roles', { computed: 290, lookedUp: 0, sameBytes: 199 }],
];

/** Recorded bodies that cannot be served, and why; status and headers are compared all the same. */
const OTHER_BODIES: readonly { readonly scenario: string; readonly path: string; readonly why: string }[] = [
  { scenario: '7.0.2 errors', path: '/api/v2/tags', why: 'recorded before the museum was filled again: other uuids' },
  { scenario: '7.0.2 errors', path: '/api/stages?limit=0', why: 'recorded before the museum was filled again: other times' },
  {
    scenario: '7.0.2 errors',
    path: '/api/segments?limit=2&start=1&orderBy=id&minimal=1',
    why: 'recorded before the museum was filled again: other times',
  },
  { scenario: '7.0.2 v2-roles', path: '/api/v2/assets', why: 'one asset more had been made in between' },
];

const open: StandIn[] = [];
afterAll(() => Promise.all(open.map(standIn => standIn.close())));

async function start(options: StandInOptions): Promise<StandIn> {
  const standIn = await startStandIn(options);
  open.push(standIn);
  return standIn;
}

function scenarioOf(name: string): Scenario {
  if (name.endsWith('fresh')) return 'fresh';
  return name === 'museum-large' ? 'large' : 'museum';
}

/** A stand-in whose clock has moved on between the two tokens. */
async function withTokens(options: StandInOptions): Promise<{ standIn: StandIn; tokens: Tokens }> {
  let time = RECORDED_AT - 7_200_000;
  const standIn = await start({ ...options, now: () => time });
  const token = async (): Promise<string> => {
    const path = '/oauth/v2/token?grant_type=client_credentials&client_id=reader.all&client_secret=sample-secret';
    const given: unknown = JSON.parse((await ask(standIn.url, 'GET', path)).body);
    return typeof given === 'object' && given !== null && 'access_token' in given ? String(given.access_token) : 'refused';
  };
  const expired = options.setting === undefined ? await token() : '';
  time = RECORDED_AT;
  return { standIn, tokens: { expired, valid: options.setting === undefined ? await token() : '' } };
}

describe('every recorded exchange', () => {
  it.each(SCENARIOS)('%s %s', async (version, name, numbers) => {
    const found: string[] = [];
    const standIns = new Map<string | undefined, Awaited<ReturnType<typeof withTokens>>>();
    const counted = { computed: 0, lookedUp: 0, sameBytes: 0 };
    let malformed = 0;
    for (const exchange of exchanges(version, name)) {
      const { method, path, as, accept, setting } = exchange;
      const withBody = !OTHER_BODIES.some(row => row.scenario === `${version} ${name}` && row.path === path);
      const opened =
        standIns.get(setting) ?? (await withTokens({ version, scenario: scenarioOf(name), ...(setting === undefined ? {} : { setting }) }));
      standIns.set(setting, opened);
      const sender = authorization(exchange, opened.tokens, as === 'malformed header' ? malformed++ : 0);
      const headers = { ...(sender === undefined ? {} : { authorization: sender }), ...(accept === undefined ? {} : { accept }) };
      const got = await ask(opened.standIn.url, method, pathOf(exchange, opened.tokens), headers);
      counted[opened.standIn.requests.at(-1)?.from === 'rules' ? 'computed' : 'lookedUp'] += 1;
      counted.sameBytes += Number(exchange.body() === got.body);
      const where = `${version} ${name} ${as} ${method} ${path} ${accept ?? ''} ${setting ?? ''}`;
      for (const difference of differences(exchange, got, withBody)) found.push(`${where}: ${difference}`);
    }
    expect(found).toEqual([]);
    expect(counted).toEqual(numbers);
  });
});
