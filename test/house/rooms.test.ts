/** The import rule: a room imports only rooms before it; only a few files touch the file system, the network, the clock. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Import, importsOf, ROOT, sourceFiles } from './program.js';

/** What each room may import, beside itself. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  root: ['generated'],
  text: ['root'],
  declarations: ['root', 'generated', 'text'],
  mautic: ['root', 'generated', 'text'],
  website: ['root', 'generated', 'text', 'mautic'],
  lint: ['root', 'generated', 'text', 'declarations', 'mautic', 'website'],
  rules: ['root', 'generated', 'text', 'declarations', 'mautic', 'website', 'lint'],
  fixes: ['root', 'generated', 'text', 'declarations', 'lint'],
  output: ['root', 'generated', 'text', 'declarations', 'mautic', 'website', 'lint', 'fixes'],
  lsp: ['root', 'generated', 'text', 'declarations', 'mautic', 'website', 'lint', 'fixes', 'output'],
  cli: ['root', 'generated', 'text', 'declarations', 'mautic', 'website', 'lint', 'fixes', 'rules', 'output', 'lsp', 'index'],
  index: ['root', 'generated', 'text', 'declarations', 'mautic', 'website', 'lint', 'fixes', 'rules', 'output'],
};

/** Node modules that reach outside the process, and who may use them. */
const OUTSIDE = /^node:(fs|fs\/promises|http|https|net|child_process|process|os|timers|tty)$/u;
const MAY_REACH_OUTSIDE = [/^src\/cli\//u, /^src\/text\/files\.ts$/u, /^src\/mautic\/client\//u];

function roomOf(path: string): string {
  if (path === 'src/index.ts') return 'index';
  const [top, room, ...rest] = path.split('/');
  if (top === 'rules') return 'rules';
  if (top !== 'src') return 'outside';
  return rest.length === 0 ? 'root' : (room ?? 'root');
}

/** The faults of one import, in words. */
function faults({ from, to, line }: Import): string[] {
  const at = `${from}:${line} imports ${to}`;
  if (to.startsWith('node:')) return OUTSIDE.test(to) && !MAY_REACH_OUTSIDE.some(allowed => allowed.test(from)) ? [at] : [];
  if (!to.startsWith('src/') && !to.startsWith('rules/')) return [];
  const [room, target] = [roomOf(from), roomOf(to)];
  return room === target || ALLOWED[room]?.includes(target) === true ? [] : [at];
}

const FILES = sourceFiles('src', 'rules');

describe('rooms', () => {
  it.each(FILES)('%s imports only what it may', path => {
    const imports = importsOf(path, readFileSync(join(ROOT, path), 'utf8'));
    expect(imports.flatMap(faults)).toEqual([]);
  });

  it('bites: a rule that reads files, output that reads the command line, declarations that read Mautic are told', () => {
    const told = [
      importsOf('rules/drift/x.ts', "import { readFileSync } from 'node:fs';"),
      importsOf('src/output/x.ts', "const { run } = await import('../cli/run.js');"),
      importsOf('src/declarations/x.ts', "export { clean } from '../mautic/texts.js';"),
    ].flatMap(imports => imports.flatMap(faults));
    expect(told).toEqual([
      'rules/drift/x.ts:1 imports node:fs',
      'src/output/x.ts:1 imports src/cli/run.js',
      'src/declarations/x.ts:1 imports src/mautic/texts.js',
    ]);
  });

  it('sees every room', () => {
    expect(new Set(FILES.map(roomOf))).toEqual(new Set(Object.keys(ALLOWED)));
  });
});
