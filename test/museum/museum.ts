/** The museum on disk: its recorded answers of one version, pulled by the program, and the declarations that its team has written. */
import { readdirSync, readFileSync } from 'node:fs';
import { TODAY, type Workspace, workspace } from '../cli/workspace.js';

export const VERSIONS = ['5.1.0', '6.0.8', '7.0.2'] as const;
export type Version = (typeof VERSIONS)[number];

const FIXTURES = new URL('../fixtures/', import.meta.url);
const POLICY = new URL('museum/privacy/', FIXTURES);
const DOCUMENTS = ['contracts/crm.pdf', 'contracts/payments.pdf', 'contracts/hr.pdf', 'docs/lia-press.md'];

/** The files of the museum's repository, by path. */
export function museumFiles(): Readonly<Record<string, string>> {
  const policy = readdirSync(POLICY).map(name => [`privacy/${name}`, readFileSync(new URL(name, POLICY), 'utf8')]);
  const config = readFileSync(new URL('museum/purposelint.yaml', FIXTURES), 'utf8');
  return { ...Object.fromEntries(policy), ...Object.fromEntries(DOCUMENTS.map(path => [path, ''])), 'purposelint.yaml': config };
}

/** Snapshots by version, pulled once for each test file. */
const snapshots = new Map<Version, Promise<string>>();
const SNAPSHOT = 'privacy/mautic.snapshot.json';

/** A workspace with the snapshot of a version, and with these files. */
export async function museum(version: Version, files: Readonly<Record<string, string>> = {}): Promise<Workspace> {
  const snapshot = snapshots.get(version) ?? pulled(version);
  snapshots.set(version, snapshot);
  return workspace({ ...files, [SNAPSHOT]: await snapshot });
}

async function pulled(version: Version): Promise<string> {
  const place = workspace({});
  const bodies = new URL(`recorded/${version}/museum/bodies/`, FIXTURES).pathname;
  const { exit, stderr } = await place.run('pull', '--from', bodies, '--host', 'mautic.museum.example', '--taken-at', `${TODAY}T03:30:00Z`);
  if (exit !== 0) throw new Error(stderr);
  return place.read(SNAPSHOT);
}

/** A finding as the `json` format prints it. */
export interface PrintedFinding {
  readonly rule: string;
  readonly severity: string;
  readonly subject: string;
  readonly message: string;
  readonly place?: { readonly file: string; readonly line: number; readonly column: number };
  readonly link?: string;
  readonly related: readonly { readonly subject?: string; readonly link?: string }[];
}

interface Printed {
  readonly findings: readonly PrintedFinding[];
  readonly not_run: readonly { readonly rule: string; readonly of: string; readonly why: readonly string[] }[];
}

/** Runs `check` and reads what it prints. */
export async function checked(place: Workspace): Promise<Printed> {
  const { stdout } = await place.run('check', '--format', 'json');
  const printed: Printed = JSON.parse(stdout);
  return printed;
}
