/** What `purposelint doctor` says about logins and roles. */
import { afterAll, describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.js';
import { isRecord } from '../../src/guards.js';
import { dataFaults } from '../output/data-faults.js';
import { basic, doctorAt, oauth, printed, section, standIn, withoutPort } from './doctor-run.js';
import { workspace } from './workspace.js';

/** Rules that have to see the tags. */
const ON_TAGS = rules
  .filter(({ needs = [], per = [], severity }) => severity.recommended !== 'off' && [...needs, ...per].includes('tag'))
  .map(({ id }) => id);
const OWN = 'form segment campaign email page dynamic_content focus_item text_message message webhook notification asset report'.split(' ');
const ALL = 21;

interface Told {
  /** Kinds by how much of them is seen, but those seen whole. */
  readonly short: Readonly<Record<string, readonly string[]>>;
  readonly all: number;
  readonly change: readonly string[];
}

function listOf(value: unknown): Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

function toldBy(json: string): Told {
  expect(dataFaults('doctor', json)).toEqual([]);
  const data: unknown = JSON.parse(json);
  const { kinds, change } = isRecord(data) ? data : {};
  const short: Record<string, string[]> = {};
  for (const { kind, sees } of listOf(kinds)) {
    const how = String(sees);
    if (how !== 'all') short[how] = [...(short[how] ?? []), String(kind)];
  }
  const areas = listOf(change).map(({ area, levels }) => `${String(area)} (${String(levels)})`);
  return { short, all: listOf(kinds).filter(({ sees }) => sees === 'all').length, change: areas };
}

/** E-mails of a museum with one A/B test: up to 6.x no total tells a variant from an e-mail of others. */
const DOUBT = { 'perhaps-all': ['email'] };
const FORMS = 'form:forms (viewown,viewother)';
const CONTACTS = 'lead:leads (viewown,viewother)';
const TAGS = 'tagManager:tagManager (view)';

describe.each(['5.1.0', '6.0.8', '7.0.2'] as const)('roles of %s', version => {
  const is7 = version === '7.0.2';
  const doubt = is7 ? {} : DOUBT;
  const whole = is7 ? ALL : ALL - 1;
  const tagRights = is7 ? [CONTACTS, TAGS] : [CONTACTS];

  it.each(['admin', 'reader.all', 'reader.noapi'])('%s sees everything', async user => {
    const server = await standIn({ version });
    const { exit, stdout, stderr } = await doctorAt(server.url, basic(user), '--json');
    expect(toldBy(stdout)).toEqual({ short: doubt, all: whole, change: [] });
    expect([exit, stderr]).toEqual([0, '21 of 21 kinds of items can be read whole (34 requests).\n']);
  });

  it('a role without forms is told which permission opens them', async () => {
    const server = await standIn({ version });
    const { exit, stdout } = await doctorAt(server.url, basic('reader.noforms'), '--json');
    expect(toldBy(stdout)).toEqual({ short: { refused: ['form'], ...doubt }, all: whole - 1, change: [FORMS] });
    expect(exit).toBe(3);
  });

  it('a role that sees only its own contacts is told what opens the tags', async () => {
    const server = await standIn({ version });
    const { exit, stdout } = await doctorAt(server.url, basic('reader.ownleads'), '--json');
    expect(toldBy(stdout)).toEqual({ short: { failed: ['tag'], ...doubt }, all: whole - 1, change: tagRights });
    expect(exit).toBe(3);
  });

  it('a role that sees only its own is told so, kind by kind', async () => {
    const server = await standIn({ version });
    const { exit, stdout, stderr } = await doctorAt(server.url, basic('reader.own'), '--json');
    const { short, all, change } = toldBy(stdout);
    expect({ short, all }).toEqual({ short: { own: OWN, failed: ['tag'] }, all: 7 });
    expect(change).toHaveLength(OWN.length + tagRights.length);
    expect([exit, stderr]).toEqual([3, `7 of 21 kinds of items can be read whole (${is7 ? 35 : 34} requests).\n`]);
  });

  it('a role without any permission is told all of them', async () => {
    const server = await standIn({ version });
    const { exit, stdout } = await doctorAt(server.url, basic('reader.none'));
    const rights = section(stdout, 'What to change').filter(line => line.startsWith('- '));
    expect(rights).toHaveLength(is7 ? 21 : 20);
    expect(section(stdout, 'The role to create').filter(line => line.startsWith('- '))).toEqual(rights);
    expect(section(stdout, 'What the role').every(line => line.endsWith('  refused'))).toBe(true);
    expect(exit).toBe(3);
  });

  it('a role with the tag manager alone sees the tags from 7 on, and no contact', async () => {
    const server = await standIn({ version });
    const { exit, stdout } = await doctorAt(server.url, basic('reader.tags'), '--json');
    expect(toldBy(stdout).all).toBe(is7 ? 1 : 0);
    expect(exit).toBe(3);
  });

  it('asks for totals of empty pages and a first page of API v2, and for nobody', async () => {
    const server = await standIn({ version });
    await doctorAt(server.url, basic());
    const allowed = is7
      ? /^\/api\/(?!v2)[a-z/]+\?limit=1&start=999999$|^\/api\/v2\/[a-z_]+\?page=1$/u
      : /\?limit=1&start=999999(?:&where.*)?$/u;
    expect(server.requests.filter(({ method, path }) => method !== 'GET' || !allowed.test(path))).toEqual([]);
    expect(server.requests.filter(({ path }) => /contacts|companies|users|roles|stats/u.test(path))).toEqual([]);
    expect(new Set(server.requests.map(({ path }) => path)).size).toBe(34);
  });
});

describe('the page', () => {
  it('looks like its golden files', async () => {
    const [old, current] = [await standIn({ version: '5.1.0' }), await standIn({ version: '7.0.2' })];
    const english = await doctorAt(current.url, basic());
    const italian = await doctorAt(old.url, basic('reader.own'), '--language', 'it');
    const json = await doctorAt(current.url, basic('reader.noforms'), '--json');
    await expect(withoutPort(english.stdout)).toMatchFileSnapshot('../golden/doctor.txt');
    await expect(withoutPort(italian.stdout)).toMatchFileSnapshot('../golden/doctor.it.txt');
    await expect(withoutPort(json.stdout)).toMatchFileSnapshot('../golden/doctor.json');
  });

  it('says what API v2 would show when it does not take the login', async () => {
    const server = await standIn({ version: '7.0.2' });
    const { exit, stdout } = await doctorAt(server.url, oauth());
    expect(section(stdout, 'Connection').at(-1)).toBe('- The login works: OAuth2 client credentials.');
    expect(section(stdout, 'API v2').join(' ')).toBe(
      'It does not accept this login. Without it, a pull does not see excluded segments of e-mails, preference pages of e-mails, deleted campaign events, build times of segments, scripts of landing pages and settings for step-by-step questions; and a list that is cut to the own items of the role looks whole unless items of several people are in it. If that matters, use a user with Basic authentication.',
    );
    expect(section(stdout, 'What the role').filter(line => line.endsWith('perhaps not all'))).toHaveLength(OWN.length);
    expect(stdout).not.toContain('tagManager');
    expect(exit).toBe(3);
  });

  it('is all right with OAuth2 where API v2 takes it', async () => {
    const server = await standIn({ version: '7.0.2', v2Tokens: true });
    const { exit, stdout } = await doctorAt(server.url, oauth(), '--json');
    expect(toldBy(stdout)).toEqual({ short: {}, all: ALL, change: [] });
    expect(exit).toBe(0);
  });

  it('names the rules that will not run, and why', async () => {
    const server = await standIn({ version: '5.1.0' });
    const { stdout } = await doctorAt(server.url, basic('reader.ownleads'));
    const told = section(stdout, 'Rules that').join(' ');
    const reason =
      "- Mautic failed when asked for tags (give the role of the API user the permission to view those of others; if that is not it, read Mautic's log): ";
    expect(told.slice(0, reason.length)).toBe(reason);
    expect(ON_TAGS).toContain('undeclared-tag');
    expect(told.slice(reason.length, -1).split(/, | and /u)).toEqual(ON_TAGS);
    const { stdout: all } = await doctorAt(server.url, basic());
    expect(section(all, 'Rules')).toEqual(['Every rule that is switched on can run.']);
  });

  it('leaves out rules that the configuration switched off', async () => {
    const server = await standIn({ version: '5.1.0' });
    const config = `mautic: {url: "${server.url}"}\nrules: {undeclared-tag: off}\n`;
    const { stdout } = await workspace({ 'purposelint.yaml': config }, basic('reader.ownleads')).run('doctor', '--json');
    const data: unknown = JSON.parse(stdout);
    expect(isRecord(data) && listOf(data.not_run).map(({ rules }) => rules)).toEqual([ON_TAGS.filter(id => id !== 'undeclared-tag')]);
  });
});

afterAll(() => {
  const all = printed.join('\n');
  expect(printed.length).toBeGreaterThan(50);
  for (const secret of ['sample-password', 'sample-secret', Buffer.from('admin:sample-password').toString('base64')])
    expect(all).not.toContain(secret);
  // tokens of the stand-in
  expect(all).not.toMatch(/[\da-f]{8}-[\da-f]{4}-/u);
});
