/** Scenarios, run → the rows of the page. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadSnapshot } from '../../src/mautic/load.js';
import type { Coverage } from '../../src/mautic/snapshot.js';
import { type Ran, TODAY, workspace } from '../cli/workspace.js';
import { startStandIn } from '../mautic/stand-in/stand-in.js';
import type { Scenario } from './scenarios.js';

export interface Row {
  readonly name: string;
  readonly versions: readonly string[];
  readonly cells: readonly string[];
}

const SNAPSHOT = 'privacy/mautic.snapshot.json';

/** Runs `doctor` and `pull` against a server of their own each. */
export async function rowOf({ name, options, env, path = '', url }: Scenario): Promise<Row> {
  const doctor = await against(options, async own => workspace({}, env).run('doctor', '--url', url ?? `${own}${path}`));
  const pulled = await against(options, async own => {
    const folder = workspace({}, env);
    const ran = await folder.run('pull', '--url', url ?? `${own}${path}`);
    const file = join(folder.path, SNAPSHOT);
    return { ran, coverage: existsSync(file) ? loadSnapshot(folder.read(SNAPSHOT), SNAPSHOT).coverage : undefined };
  });
  const said = doctorSays(doctor);
  const cells = [String(doctor.exit), said, String(pulled.ran.exit), pullSays(pulled.ran, said), coverageIn(pulled.coverage)];
  return { name, versions: [options.version], cells };
}

async function against<T>(options: Scenario['options'], work: (url: string) => Promise<T>): Promise<T> {
  const server = await startStandIn({ ...options, now: () => Date.parse(`${TODAY}T12:00:00Z`) });
  try {
    return await work(server.url);
  } finally {
    await server.close();
  }
}

/** What is wrong, or which permissions are missing. */
function doctorSays({ stdout, stderr }: Ran): string {
  const wrong = blockOf(stdout, 'What is wrong')
    .join(' ')
    .replace(/ Then run it again: .*/u, '');
  const change = blockOf(stdout, 'What to change').flatMap(line => /^- ([a-z]+:[a-z]+ \([a-z, ]+\))/iu.exec(line)?.[1] ?? []);
  const remarks = entriesOf(blockOf(stdout, 'What the role')).filter(remark => !remark.startsWith('Of e-mails'));
  const sentences = [
    ...(stdout.includes('Connection') ? [] : [stderr]),
    ...(wrong === '' ? [] : [wrong]),
    ...remarks,
    ...(change.length === 0 ? [] : [`Give ${change.map(right => `\`${right}\``).join(', ')}.`]),
    ...(stdout.includes('It does not accept this login') ? ['API v2 does not accept this login.'] : []),
  ];
  return tidy(sentences.length === 0 ? 'Everything can be seen.' : sentences.join('\n'));
}

function blockOf(text: string, title: string): string[] {
  const lines = text.split('\n');
  const from = lines.findIndex(line => line.startsWith(title));
  const to = lines.indexOf('', Math.max(0, from));
  return from < 0 ? [] : lines.slice(from + 1, to).map(line => line.trim());
}

function entriesOf(lines: readonly string[]): string[] {
  const from = lines.findIndex(line => line.startsWith('- '));
  return from < 0 ? [] : ` ${lines.slice(from).join(' ')}`.split(' - ').filter(entry => entry !== '');
}

/** Without the cost of Basic, said each time, without numbers, and without what `doctor` said. */
function pullSays({ stderr }: Ran, known: string): string {
  const lines = stderr.split('\n').filter(line => line !== '' && !line.startsWith('Logged in by user'));
  const says = tidy(lines.map(line => line.replace(/^\S+ written: .*$/u, 'Snapshot written.')).join('\n'));
  return says.startsWith(known) ? `the same.${says.slice(known.length)}` : says;
}

function tidy(text: string): string {
  return text
    .trim()
    .replaceAll(/127\.0\.0\.1:\d+/gu, 'mautic.example')
    .replaceAll('|', '&#124;')
    .replaceAll(/\n/gu, '<br>');
}

/** What is not whole, by state and reasons; parts of kinds have a table of their own. */
function coverageIn(coverage: readonly Coverage[] | undefined): string {
  if (coverage === undefined) return 'no snapshot';
  const short = coverage.filter(({ of, state }) => state !== 'complete' && !of.includes('.'));
  return short.length === 0 ? 'all complete' : grouped(short);
}

export function grouped(coverage: readonly Coverage[]): string {
  const groups = new Map<string, string[]>();
  for (const { of, state, why = [] } of coverage) {
    const key = `${state} (${why.join(', ')})`;
    groups.set(key, [...(groups.get(key) ?? []), `\`${of}\``]);
  }
  return [...groups].map(([key, kinds]) => `${key}: ${kinds.join(', ')}`).join('<br>');
}

/** Rows that say the same of several versions are one. */
export function merged(rows: readonly Row[]): Row[] {
  const seen = new Map<string, Row>();
  for (const row of rows) {
    const key = JSON.stringify([row.name, row.cells]);
    const same = seen.get(key);
    seen.set(key, same === undefined ? row : { ...same, versions: [...same.versions, ...row.versions] });
  }
  return [...seen.values()];
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** What an administrator is not shown in a version: nobody is. */
export async function unseenParts({ options, env }: Scenario): Promise<string> {
  return against(options, async url => {
    const folder = workspace({}, env);
    await folder.run('pull', '--url', url);
    const { coverage } = loadSnapshot(folder.read(SNAPSHOT), SNAPSHOT);
    return grouped(coverage.filter(({ state }) => state !== 'complete'));
  });
}
