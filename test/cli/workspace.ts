/** A repository in a temporary folder, and the program run in it with a world of its own. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { run } from '../../src/cli/run.js';
import type { ExitCode } from '../../src/cli/stop.js';

export interface Ran {
  readonly exit: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Workspace {
  readonly path: string;
  run(...argv: string[]): Promise<Ran>;
  /** Runs it in a folder below. */
  runIn(folder: string, ...argv: string[]): Promise<Ran>;
  read(path: string): string;
  write(path: string, content: string | Uint8Array): void;
}

/** The day on which all these tests take place. */
export const TODAY = '2026-11-25';

/** Makes a repository with these files (and a `.git`, so that the search for purposelint.yaml ends here); it is gone after the test. */
export function workspace(files: Readonly<Record<string, string | Uint8Array>>, env: Readonly<Record<string, string>> = {}): Workspace {
  const path = mkdtempSync(join(tmpdir(), 'purposelint-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  const write = (name: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  };
  mkdirSync(join(path, '.git'));
  for (const [name, content] of Object.entries(files)) write(name, content);
  return {
    path,
    write,
    read: name => readFileSync(join(path, name), 'utf8'),
    run: (...argv) => runIn(path, argv, env),
    runIn: (folder, ...argv) => runIn(join(path, folder), argv, env),
  };
}

/** Runs the program in a folder, in a world of its own; `isTTY`: at a terminal. */
export async function runIn(cwd: string, argv: readonly string[], env: Readonly<Record<string, string>>, isTTY = false): Promise<Ran> {
  const written = { stdout: '', stderr: '' };
  const output = (name: keyof typeof written) => ({
    write: (text: string) => {
      written[name] += text;
    },
    isTTY,
    columns: 100,
  });
  const now = () => new Date(`${TODAY}T12:00:00Z`);
  const clock = () => 0;
  const exit = await run(argv, { cwd, env, stdout: output('stdout'), stderr: output('stderr'), now, clock });
  return { exit, ...written };
}

/** A snapshot without anything in it, whole. */
export function emptySnapshot(takenAt = `${TODAY}T03:13:18Z`): string {
  return snapshotWith([], takenAt);
}

const KINDS =
  'contact_field company_field form form_field tag segment point_action point_trigger point_group stage category campaign email page dynamic_content focus_item text_message message webhook notification asset report'.split(
    ' ',
  );

/** A snapshot with these items, as Mautic's host `mautic.aurora.example` has them. */
export function snapshotWith(items: readonly Readonly<Record<string, unknown>>[], takenAt = `${TODAY}T03:13:18Z`): string {
  const coverage = KINDS.map(of => {
    const rows = items.filter(item => item.kind === of).length;
    return { of, state: 'complete', rows, total: rows };
  });
  const made = { taken_at: takenAt, source: 'files', host: 'mautic.aurora.example', series: '5.1' };
  return JSON.stringify({ format: 'purposelint-snapshot', version: 1, made, coverage, items, uses: [] });
}

/** A policy that gives no finding of its own with an empty Mautic. */
export const POLICY = `version: 1
organisation: {name: Pizzeria Aurora srl, contact: privacy@aurora.example, countries: [IT], security_measures: {access: Two people have a login}}
rights: {erasure: {how: The office deletes the contact, owner: office, covers: {audit_log: P3M, imports: P7D, exports: P7D, backups: P1M}}}
`;
