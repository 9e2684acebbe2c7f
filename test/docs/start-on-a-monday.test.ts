/** The page "Start on a Monday", walked from its first command to its last: each runs as it stands there, and prints what stands there. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { type Ran, type Workspace, workspace } from '../cli/workspace.js';
import { MONDAY, NEW_FIELD, snapshotOf } from './monday.js';

const PAGE = readFileSync(new URL('../../docs/start-on-a-monday.md', import.meta.url), 'utf8');
const SNAPSHOT = 'privacy/mautic.snapshot.json';
const BASELINE = 'privacy/baseline.json';
/** Something left out of what is printed. */
const CUT = /^\[…\]\n/mu;

const blocks = (language: string): string[] =>
  [...PAGE.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gsu'))].map(([, text]) => text ?? '');

/** The commands of the page with what they print, in order. */
const commands = blocks('console').flatMap(block =>
  block
    .split(/^\$ npx purposelint /mu)
    .slice(1)
    .map(text => ({ argv: text.slice(0, text.indexOf('\n')).split(' '), printed: text.slice(text.indexOf('\n') + 1) })),
);

/** Runs the next command of the page. What it prints to both outputs is compared, piece by piece where something is left out. */
async function next(place: Workspace, ...argv: string[]): Promise<Ran> {
  const command = commands.shift();
  expect(command?.argv).toEqual(argv);
  const ran = await place.run(...argv);
  const printed = command?.printed ?? '';
  const said = printed.startsWith(ran.stdout) ? ran.stdout + ran.stderr : ran.stderr + ran.stdout;
  if (!CUT.test(printed)) expect(printed).toBe(said);
  else for (const piece of printed.split(CUT)) expect(ran.stdout + ran.stderr).toContain(piece);
  return ran;
}

const openIn = async (place: Workspace): Promise<string[]> => {
  const { stdout } = await place.run('check', '--format', 'json');
  const { findings }: { findings: { rule: string; subject: string; state: string }[] } = JSON.parse(stdout);
  return findings.filter(({ state }) => state === 'open').map(({ rule, subject }) => `${rule} ${subject}`);
};
const accepted = (place: Workspace): number => {
  const { accepted: entries }: { accepted: unknown[] } = JSON.parse(place.read(BASELINE));
  return entries.length;
};

it('takes a team with 300 things that nobody wrote down through its first week', async () => {
  expect(MONDAY).toHaveLength(300);
  const place = workspace({ [SNAPSHOT]: snapshotOf(MONDAY, '2026-11-23') });

  expect((await next(place, 'init')).exit).toBe(0);
  expect((await next(place, 'check')).exit).toBe(1);
  expect((await next(place, 'baseline', 'write')).exit).toBe(0);
  const [excerpt = ''] = blocks('json');
  expect(place.read(BASELINE)).toContain(excerpt);
  expect((await next(place, 'check')).exit).toBe(0);

  const tuesday = [...MONDAY, NEW_FIELD];
  place.write(SNAPSHOT, snapshotOf(tuesday, '2026-11-24'));
  expect((await next(place, 'check')).exit).toBe(1);
  expect(await openIn(place)).toEqual(['undeclared-field contact_field:high_chair']);
  const [declared = ''] = blocks('yaml');
  place.write('privacy/fields.yaml', place.read('privacy/fields.yaml') + declared);
  expect((await next(place, 'check')).exit).toBe(0);
  expect(accepted(place)).toBe(303);

  await next(place, 'where', '--unused');
  const isOld = (text: string): boolean => /evt-201[4-9]-/u.test(text);
  place.write(
    SNAPSHOT,
    snapshotOf(
      tuesday.filter(({ key }) => !isOld(String(key))),
      '2026-11-25',
    ),
  );
  const lines = place.read('privacy/tags.yaml').split('\n');
  place.write('privacy/tags.yaml', lines.filter(line => !isOld(line)).join('\n'));
  expect((await next(place, 'check')).exit).toBe(0);
  expect(new Set((await openIn(place)).map(open => open.split(' ')[0]))).toEqual(new Set(['stale-baseline']));
  expect((await next(place, 'baseline', 'prune')).exit).toBe(0);
  expect(accepted(place)).toBe(231);
  expect((await next(place, 'check')).exit).toBe(0);
  expect(commands).toEqual([]);
});

it('shows only commands and options that there are', async () => {
  const place = workspace({});
  for (const [, line = ''] of PAGE.matchAll(/npx purposelint ((?:[a-z]+|--[a-z-]+|[\w./:]+)(?: [\w./:-]+)*)/gu)) {
    const [command = '', ...rest] = line.split(' ');
    const { exit, stdout } = await place.run(command, '--help');
    expect(exit, line).toBe(0);
    for (const option of rest.filter(word => word.startsWith('--'))) expect(stdout, line).toContain(`  ${option}`);
  }
});
