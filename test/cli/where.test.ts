import { describe, expect, it } from 'vitest';
import { isRecord } from '../../src/guards.js';
import { escapeTerminal } from '../../src/output/escape.js';
import { HOSTILE, hostileAnswers, RAW, STEERING } from '../acceptance/hostile.js';
import { museum } from '../museum/museum.js';
import { dataFaults } from '../output/data-faults.js';
import { emptySnapshot, snapshotWith, workspace } from './workspace.js';

const SNAPSHOT = 'privacy/mautic.snapshot.json';

describe('where --unused', () => {
  const items = ['ok_at', 'front_desk', 'spare'].map((key, index) => ({
    kind: 'contact_field',
    id: index + 1,
    key,
    published: true,
    fixed: false,
  }));
  const agreed = { kind: 'tag', id: 1, key: 'agreed' };
  const policy = `version: 1
purposes:
  menu: {use: email-marketing, legal_basis: consent, consent: {tag: agreed, proof: {timestamp: contact_field:ok_at}}}
contact_fields:
  front_desk: {purposes: [menu], owner: reception, used_by: ["people:front desk"]}
`;

  it('leaves out what the policy rests on, and what is used outside Mautic', async () => {
    const unused = async (files: Readonly<Record<string, string>>) => {
      const place = workspace({ ...files, [SNAPSHOT]: snapshotWith([...items, agreed]) });
      const { unused: found }: { unused: { identity: string }[] } = JSON.parse((await place.run('where', '--unused', '--json')).stdout);
      return found.map(({ identity }) => identity);
    };
    expect(await unused({})).toEqual(['contact_field:front_desk', 'contact_field:ok_at', 'contact_field:spare', 'tag:agreed']);
    expect(await unused({ 'privacy/all.yaml': policy })).toEqual(['contact_field:spare']);
  });
});

describe('where in the museum', () => {
  it('tells every use of a field in English and Italian', async () => {
    const place = await museum('5.1.0');
    const { exit, stdout, stderr } = await place.run('where', 'contact_field:religion');
    expect([exit, stderr]).toEqual([0, '']);
    await expect(stdout).toMatchFileSnapshot('../golden/where.txt');
    const italian = await place.run('where', 'contact_field:religion', '--language', 'it');
    await expect(italian.stdout).toMatchFileSnapshot('../golden/where.it.txt');
  });

  it('gives data with --json', async () => {
    const { stdout } = await (await museum('5.1.0')).run('where', 'segment:old-crm-import', '--json');
    await expect(stdout).toMatchFileSnapshot('../golden/where.json');
    expect(dataFaults('where', stdout)).toEqual([]);
  });

  it('gives every indirect user with its step, so that the way can be followed', async () => {
    const { stdout } = await (await museum('5.1.0')).run('where', 'contact_field:religion', '--json');
    type Named = { identity: string };
    const { direct, indirect }: { direct: { by: Named }[]; indirect: { item: Named; by: string; distance: number; way: string }[] } =
      JSON.parse(stdout);
    expect(indirect.map(({ item, by, distance }) => `${distance} ${item.identity} < ${by}`)).toEqual([
      '2 form:Event registration < form_field:Event registration/religion',
      '3 point_action:Registers for an event < form:Event registration',
      '3 page:event < form:Event registration',
      '4 email:Lettera mensile < page:event',
      '5 message:E-mail only < email:Lettera mensile',
    ]);
    const known = new Set([...direct.map(({ by }) => by.identity), ...indirect.map(({ item }) => item.identity)]);
    expect(indirect.filter(({ by }) => !known.has(by))).toEqual([]);
    expect(indirect[2]?.way).toBe("landing page 'Event page' → shows form 'Event registration' → asks question 'Religion' → asks for this");
  });

  it('lists what nothing uses', async () => {
    const place = await museum('5.1.0');
    const { stdout } = await place.run('where', '--unused');
    await expect(stdout).toMatchFileSnapshot('../golden/where-unused.txt');
    const json = (await place.run('where', '--unused', '--json')).stdout;
    expect(dataFaults('where', json)).toEqual([]);
    const { unused, judged }: { unused: { identity: string }[]; judged: string[] } = JSON.parse(json);
    expect(unused).toHaveLength(118);
    expect(
      unused.map(({ identity }) => identity).filter(identity => !stdout.includes(`- ${escapeTerminal(identity.slice(0, 60))}`)),
    ).toEqual([]);
    expect(judged).toEqual(['contact_field', 'company_field', 'form', 'tag', 'segment', 'stage', 'category', 'message']);
  });

  it.each(['6.0.8', '7.0.2'] as const)('knows Mautic %s, too', async version => {
    const { stdout } = await (await museum(version)).run('where', 'contact_field:religion', '--json');
    expect(dataFaults('where', stdout)).toEqual([]);
    const { direct }: { direct: { deed: string; by: { identity: string } }[] } = JSON.parse(stdout);
    expect(direct.filter(({ deed }) => deed !== 'given').map(({ deed, by }) => `${deed} ${by.identity}`)).toEqual([
      'collects form_field:Event registration/religion',
      'reads email:Buon compleanno',
      'filters segment:vegan-guests',
      'decides campaign:Event follow-up',
    ]);
  });
});

describe('where says what is wrong', () => {
  const items = [
    { kind: 'contact_field', id: 1, key: 'religion', published: true },
    { kind: 'form', id: 1, key: 'Menu', published: true },
    { kind: 'form', id: 2, key: 'Menu', published: true },
    { kind: 'tag', id: 1, key: 'menu' },
  ];
  it.each<[name: string, argv: string[], says: string, italian: string]>([
    [
      'nothing is named',
      [],
      'Say which item, such as `purposelint where contact_field:email`; or `purposelint where --unused` for all that nothing uses.',
      'Indica quale elemento',
    ],
    [
      'a name with a blank has no quotes',
      ['form:Newsletter', 'sign-up'],
      'One item at a time; a name with blanks goes in quotes: `purposelint where "form:Newsletter sign-up"`.',
      'Un elemento alla volta; un nome con spazi va tra virgolette',
    ],
    ['an item and --unused', ['tag:menu', '--unused'], 'Say which item', 'Indica quale elemento'],
    [
      'a key that two have',
      ['form:Menu'],
      "'form:Menu' fits several items: 'form:Menu#1', 'form:Menu#2'. Name one of them.",
      '«form:Menu» corrisponde a più elementi: «form:Menu#1», «form:Menu#2». Indicane uno.',
    ],
    [
      'a word without kind',
      ['Menu'],
      "'Menu' has no kind. Did you mean 'form:Menu#1', 'form:Menu#2'? An item is named `kind:key`.",
      '«Menu» non indica il tipo. Intendevi «form:Menu#1», «form:Menu#2»?',
    ],
    [
      'a slip of the pen',
      ['contact_field:religon'],
      "The snapshot has no 'contact_field:religon', and nothing refers to it. Did you mean 'contact_field:religion'?",
      'Nello snapshot «contact_field:religon» non c’è, e nulla vi fa riferimento. Intendevi «contact_field:religion»?',
    ],
    [
      'something unknown',
      ['stage:nowhere'],
      "The snapshot has no 'stage:nowhere', and nothing refers to it. An item is named `kind:key`, such as `contact_field:email`.\n",
      'Nello snapshot «stage:nowhere» non c’è',
    ],
  ])('%s', async (_, argv, says, italian) => {
    const place = workspace({ [SNAPSHOT]: snapshotWith(items) });
    const ran = await place.run('where', ...argv);
    expect(ran).toMatchObject({ exit: 2, stdout: '' });
    expect(ran.stderr).toContain(says);
    expect((await place.run('where', ...argv, '--language', 'it')).stderr).toContain(italian);
  });

  it('no snapshot, or one that is damaged', async () => {
    const missing = await workspace({}).run('where', 'tag:a');
    expect(missing).toEqual({
      exit: 3,
      stdout: '',
      stderr: 'Nothing was looked at: there is no snapshot at privacy/mautic.snapshot.json. Make one with `purposelint pull`.\n',
    });
    expect(await workspace({ [SNAPSHOT]: '{' }).run('where', '--unused')).toMatchObject({ exit: 3, stdout: '' });
  });
});

describe('where', () => {
  it('leads to the configured address, and tells that nothing uses it', async () => {
    const items = [{ kind: 'tag', id: 7, key: 'menu' }];
    const config = 'mautic: {url: "https://host.example/mautic"}\nlanguage: it\n';
    const { stdout } = await workspace({ [SNAPSHOT]: snapshotWith(items), 'purposelint.yaml': config }).run('where', 'tag:menu');
    expect(stdout).toBe(`Tag «menu»
  tag:menu
  https://host.example/mautic/s/tags/view/7

Nulla di ciò che lo snapshot mostra lo usa.

Non considerato
  - Non visibile tramite Mautic, in nessuna versione: il codice del tuo sito, i campi collegati a
    un CRM o a plugin, le importazioni di contatti, altri programmi che usano l'API e ciò che si fa
    a mano in Mautic.
`);
  });

  it('tells that everything has a use', async () => {
    const { exit, stdout } = await workspace({ [SNAPSHOT]: emptySnapshot() }).run('where', '--unused');
    expect(exit).toBe(0);
    expect(stdout).toMatch(/^Nothing that was judged is without a use\.\n\nNot judged\n/u);
  });

  it('tells that nothing could be judged, where nothing was seen', async () => {
    const unseen = emptySnapshot().replaceAll('"state":"complete","rows":0,"total":0', '"state":"absent","rows":0,"why":["refused"]');
    const { stdout } = await workspace({ [SNAPSHOT]: unseen }).run('where', '--unused');
    expect(stdout).toMatch(/^Nothing could be judged\.\n\nNot judged\n/u);
  });

  it('tells what the day makes live or not', async () => {
    const dated = { kind: 'focus_item', id: 1, key: 'Autumn', published: true, publish_down: '2026-11-24' };
    const uses = [{ from: 'focus_item:Autumn', how: 'reads', to: 'contact_field:old', at: 'content', part: 'headline', in: 'text' }];
    const snapshot: unknown = JSON.parse(snapshotWith([dated]));
    const place = workspace({ [SNAPSHOT]: JSON.stringify(isRecord(snapshot) ? { ...snapshot, uses } : {}) });
    const { stdout } = await place.run('where', 'contact_field:old');
    expect(stdout).toContain("Contact field 'old'\n  contact_field:old\n  Mautic has it no more, but something still refers to it.");
    expect(stdout).toContain("  Read by\n  - focus item 'Autumn' (not live): in the headline\n");
  });

  it('cuts long ways, lists and names', async () => {
    const segment = (n: number) => ({ kind: 'segment', id: n, key: `s${n}`, published: true });
    const filter = (from: number, to: number) => ({
      from: `segment:s${from}`,
      how: 'filters',
      to: `segment:s${to}`,
      at: 'segment.filter',
      n: 1,
    });
    const items = [...Array.from({ length: 10 }, (_, n) => segment(n + 1)), { ...segment(11), key: 'x'.repeat(150) }];
    const chain = Array.from({ length: 9 }, (_, n) => filter(n + 2, n + 1));
    const rows = Array.from({ length: 9 }, (_, n) => ({ ...filter(1, 0), to: 'tag:t', n: n + 1 }));
    const snapshot: unknown = JSON.parse(snapshotWith(items));
    const place = workspace({ [SNAPSHOT]: JSON.stringify(isRecord(snapshot) ? { ...snapshot, uses: [...chain, ...rows] } : {}) });
    const { stdout } = await place.run('where', 'tag:t');
    expect(stdout).toContain("- segment 's1': filter 1, filter 2, filter 3, filter 4, filter 5, filter 6 and 3 more\n");
    expect(stdout.replace(/\n {4}(?!http)/gu, ' ')).toContain(
      "- segment 's10' → chooses people by segment 's9' → chooses people by segment 's8' → chooses people by segment 's7' → chooses people by segment 's6' → chooses people by segment 's5' → chooses people by segment 's4' → … (4 more to this)\n",
    );
    expect((await place.run('where', `segment:${'x'.repeat(150)}`)).stdout).toMatch(/^Segment 'x{59}…'\n/u);
  });

  it('prints hostile names harmlessly', async () => {
    const answers = Object.entries(hostileAnswers()).map(([name, text]) => [`answers/${name}`, text]);
    const place = workspace(Object.fromEntries(answers));
    expect((await place.run('pull', '--from', 'answers', '--host', 'm.example')).exit).toBe(0);
    const snapshot: { items: { kind: string; key: string; id: number }[] } = JSON.parse(place.read(SNAPSHOT));
    const some = HOSTILE.flatMap((_, index) => snapshot.items.filter(({ kind, id }) => ['form', 'tag'].includes(kind) && id === index + 1));
    expect(some.length).toBeGreaterThan(HOSTILE.length);
    for (const argv of [
      ['--unused'],
      ...some.map(({ kind, id }) => [`${kind}:#${id}`]),
      ['tag:red \u001b[31m'],
      ['stage:\u202e\n::error::x'],
    ]) {
      const { exit, stdout, stderr } = await place.run('where', ...argv);
      expect(exit).toBe(argv[0]?.includes('#') || argv[0] === '--unused' ? 0 : 2);
      expect(stdout + stderr).not.toMatch(RAW);
      expect(stdout + stderr).not.toMatch(/^::|##\w*\[/mu);
      const json = await place.run('where', ...argv, '--json');
      expect(json.stdout).not.toMatch(STEERING);
      if (exit === 0) expect(dataFaults('where', json.stdout)).toEqual([]);
    }
  });
});
