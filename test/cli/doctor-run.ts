/** `purposelint doctor` against a stand-in for Mautic. */
import { onTestFinished } from 'vitest';
import { type StandIn, type StandInOptions, startStandIn } from '../mautic/stand-in/stand-in.js';
import { type Ran, workspace } from './workspace.js';

/** Everything that was printed, to look for secrets in. */
export const printed: string[] = [];

export async function standIn(options: StandInOptions): Promise<StandIn> {
  const server = await startStandIn(options);
  onTestFinished(() => server.close());
  return server;
}

export function basic(user = 'admin', password = 'sample-password'): Record<string, string> {
  return { MAUTIC_USER: user, MAUTIC_PASSWORD: password };
}

export function oauth(id = 'admin'): Record<string, string> {
  return { MAUTIC_CLIENT_ID: id, MAUTIC_CLIENT_SECRET: 'sample-secret' };
}

/** Runs it in a folder without any file. */
export async function doctorAt(url: string, env: Readonly<Record<string, string>>, ...argv: string[]): Promise<Ran> {
  const ran = await workspace({}, env).run('doctor', '--url', url, ...argv);
  printed.push(ran.stdout, ran.stderr);
  return ran;
}

/** The text without the port, which is another one each time; all of them have five digits. */
export function withoutPort(text: string): string {
  return text.replaceAll(/127\.0\.0\.1:\d{5}/gu, '127.0.0.1:54321');
}

/** Lines of a section, by its title. */
export function section(text: string, title: string): string[] {
  const lines = text.split('\n');
  const from = lines.findIndex(line => line.startsWith(title));
  if (from < 0) return [];
  const to = lines.indexOf('', from);
  return lines.slice(from + 1, to < 0 ? undefined : to).map(line => line.trim());
}
