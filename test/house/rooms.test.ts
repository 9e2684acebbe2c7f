/** The import rule: a room imports only rooms before it. */
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

function roomOf(path: string): string {
  if (path === 'src/index.ts') return 'index';
  const [top, room, ...rest] = path.split('/');
  if (top === 'rules') return 'rules';
  if (top !== 'src') return 'outside';
  return rest.length === 0 ? 'root' : (room ?? 'root');
}

/** The faults of one import, in words. */
function faults({ from, to, line }: Import): string[] {
  if (!to.startsWith('src/') && !to.startsWith('rules/')) return [];
  const [room, target] = [roomOf(from), roomOf(to)];
  return room === target || ALLOWED[room]?.includes(target) === true ? [] : [`${from}:${line} imports ${to}`];
}

const FILES = sourceFiles('src', 'rules');

describe('rooms', () => {
  it.each(FILES)('%s imports only what it may', path => {
    const imports = importsOf(path, readFileSync(join(ROOT, path), 'utf8'));
    expect(imports.flatMap(faults)).toEqual([]);
  });

  it('bites: output that reads the command line, and declarations that read Mautic are told', () => {
    const told = [
      importsOf('src/output/x.ts', "const { run } = await import('../cli/run.js');"),
      importsOf('src/declarations/x.ts', "export { clean } from '../mautic/texts.js';"),
    ].flatMap(imports => imports.flatMap(faults));
    expect(told).toEqual(['src/output/x.ts:1 imports src/cli/run.js', 'src/declarations/x.ts:1 imports src/mautic/texts.js']);
  });

  it('sees every room', () => {
    expect(new Set(FILES.map(roomOf))).toEqual(new Set(Object.keys(ALLOWED)));
  });
});
