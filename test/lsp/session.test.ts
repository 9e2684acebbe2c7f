/** When and what is published: on unsaved text, only what changed, cleared when gone, and never a word too many. */
import { describe, expect, it } from 'vitest';
import { POLICY, snapshotWith } from '../cli/workspace.js';
import { offered, type Published, type Repository, repository } from './repository.js';

const PURPOSES = `${POLICY}purposes:
  newsletter:
    use: email-marketing
    description: Send the menu of the month by e-mail to people who asked for it
`;
const TAGS = 'version: 1\ntags:\n  vip: {purposes: [newsletter], why: Guests who come every week}\n';
const SNAPSHOT = snapshotWith([
  { kind: 'tag', id: 1, key: 'vip', description: '' },
  { kind: 'contact_field', id: 51, key: 'film', title: 'Favourite film', type: 'text', published: true },
]);
const FILES = { 'privacy/purposes.yaml': PURPOSES, 'privacy/tags.yaml': TAGS, 'privacy/mautic.snapshot.json': SNAPSHOT };

/** `rule line:column-column` of what was last published for a file; undefined when nothing was. */
function shown({ published }: Pick<Repository, 'published'>, path: string): string[] | undefined {
  const last: Published | undefined = published.findLast(({ uri }) => uri === `file:///repository/${path}`);
  return last?.diagnostics.map(({ code, range: { start, end } }) => `${code} ${start.line + 1}:${start.character}-${end.character}`);
}

const has = (repo: Repository, path: string, rule: string): boolean =>
  shown(repo, path)?.some(line => line.startsWith(`${rule} `)) === true;

describe('diagnostics', () => {
  it('come for files that are not open, in the file where the kind is declared', async () => {
    const repo = await repository(FILES);
    expect(has(repo, 'privacy/purposes.yaml', 'undeclared-field')).toBe(true);
    expect(shown(repo, 'privacy/tags.yaml')?.some(line => line.startsWith('unknown-purpose'))).toBe(false);
  });

  it('are of the text in the editor, with its version', async () => {
    const repo = await repository(FILES);
    repo.type('privacy/tags.yaml', TAGS.replace('[newsletter]', '[newsleter]'));
    await repo.settle();
    expect(shown(repo, 'privacy/tags.yaml')).toContain('unknown-purpose 3:19-28');
    expect(repo.published.findLast(({ uri }) => uri.endsWith('tags.yaml'))?.version).toBe(1);
    repo.type('privacy/tags.yaml', TAGS);
    await repo.settle();
    expect(has(repo, 'privacy/tags.yaml', 'unknown-purpose')).toBe(false);
    expect(repo.published.findLast(({ uri }) => uri.endsWith('tags.yaml'))?.version).toBe(2);
  });

  it('of website code stand where it sends, also when a line comes before it; what is saved elsewhere does not matter', async () => {
    const send = { what: 'contact_field', key: 'film', how: 'mt', certainty: 'literal', text: "'film'" } as const;
    const site = [{ path: 'site/shop.ts', text: "mt('send', 'pageview', {'film': film});\n", sends: [send] }];
    const repo = await repository(FILES, { site });
    expect(shown(repo, 'site/shop.ts')).toContain('undeclared-send 1:24-30');
    repo.save('site/shop.ts', `// films\n${site[0]?.text}`);
    await repo.settle();
    expect(shown(repo, 'site/shop.ts')).toContain('undeclared-send 2:24-30');
    const { length } = repo.published;
    repo.save('node_modules/shop/index.js', 'x');
    expect(repo.due()).toBe(0);
    expect(repo.published).toHaveLength(length);
    const without = await repository(FILES);
    without.save('site/shop.ts', 'x');
    expect(without.due()).toBe(0);
    without.save('rules/own.js', 'x');
    expect(without.due()).toBe(1);
  });

  it('of other files follow', async () => {
    const repo = await repository(FILES);
    repo.type('privacy/purposes.yaml', PURPOSES.replace('  newsletter:', '  letter:'));
    await repo.settle();
    expect(shown(repo, 'privacy/tags.yaml')).toContain('unknown-purpose 3:19-29');
    repo.type('privacy/purposes.yaml', PURPOSES);
    await repo.settle();
    expect(has(repo, 'privacy/tags.yaml', 'unknown-purpose')).toBe(false);
  });

  it('count in UTF-16 units, and end with the first line', async () => {
    const repo = await repository(FILES);
    repo.type('privacy/tags.yaml', 'version: 1\ntags:\n  "🍕 fans": {purposes: [x]}\n');
    await repo.settle();
    expect(shown(repo, 'privacy/tags.yaml')).toContain('unknown-purpose 3:25-26');
    repo.type('privacy/tags.yaml', `\ufeff${TAGS.replace('version: 1', 'version: 1\nfoo:\n  bar: 1')}`);
    await repo.settle();
    expect(shown(repo, 'privacy/tags.yaml')).toContain('schema-valid 2:0-3');
    repo.type('privacy/tags.yaml', '\ufefffoo: 1\n');
    await repo.settle();
    expect(shown(repo, 'privacy/tags.yaml')).toContain('schema-valid 1:1-4');
  });

  it('of broken YAML are the fault, and what can be said all the same', async () => {
    const repo = await repository(FILES);
    repo.type('privacy/tags.yaml', `${TAGS}  new: {purposes: [\n`);
    await repo.settle();
    expect(has(repo, 'privacy/tags.yaml', 'schema-valid')).toBe(true);
    expect(has(repo, 'privacy/purposes.yaml', 'undeclared-field')).toBe(true);
  });

  it('are sent again only where something changed', async () => {
    const repo = await repository(FILES);
    repo.published.length = 0;
    repo.type('privacy/tags.yaml', `${TAGS}# a remark\n`);
    await repo.settle();
    expect(repo.published.map(({ uri }) => uri)).toEqual(['file:///repository/privacy/tags.yaml']);
  });

  it('go with the session', async () => {
    const repo = await repository(FILES);
    repo.session.close();
    expect(shown(repo, 'privacy/purposes.yaml')).toEqual([]);
  });
});

describe('what is read', () => {
  it('is read once, and again when it changed', async () => {
    const repo = await repository(FILES);
    repo.reads.length = 0;
    repo.type('privacy/tags.yaml', `${TAGS}#\n`);
    await repo.settle();
    expect(repo.reads).toEqual([]);
    repo.save('privacy/purposes.yaml', PURPOSES.replace('  newsletter:', '  letter:'));
    await repo.settle();
    expect(repo.reads).toEqual(['privacy/purposes.yaml']);
    expect(has(repo, 'privacy/tags.yaml', 'unknown-purpose')).toBe(true);
  });

  it('is the snapshot of now', async () => {
    const repo = await repository(FILES);
    repo.save('privacy/mautic.snapshot.json', snapshotWith([{ kind: 'tag', id: 1, key: 'vip', description: '' }]));
    await repo.settle();
    expect(has(repo, 'privacy/purposes.yaml', 'undeclared-field')).toBe(false);
  });

  it('may be gone: files, snapshot, everything', async () => {
    const repo = await repository(FILES);
    repo.save('privacy/tags.yaml', undefined);
    await repo.settle();
    expect(shown(repo, 'privacy/tags.yaml')).toEqual([]);
    repo.save('privacy/mautic.snapshot.json', undefined);
    await repo.settle();
    expect(has(repo, 'privacy/purposes.yaml', 'undeclared-field')).toBe(false);
    expect(repo.logged.join()).toContain('There is no snapshot at privacy/mautic.snapshot.json');
    repo.save('privacy/purposes.yaml', undefined);
    await repo.settle();
    expect(shown(repo, 'privacy/purposes.yaml')).toEqual([]);
  });

  it('may be in a format of later times: that is told in the file, and the rest goes on', async () => {
    const repo = await repository({ ...FILES, 'privacy/later.yaml': 'version: 9\n' });
    expect(repo.published.find(({ uri }) => uri.endsWith('later.yaml'))?.diagnostics.map(({ message }) => message)).toEqual(['version 9']);
    expect(has(repo, 'privacy/purposes.yaml', 'undeclared-field')).toBe(true);
  });

  it('may be nothing: that is said once, until there is something', async () => {
    const repo = await repository({});
    repo.session.touch();
    await repo.settle();
    expect(repo.published).toEqual([]);
    expect(repo.logged).toEqual(['no file is a declaration']);
    const mistyped = TAGS.replace('newsletter', 'newsleter');
    repo.type('privacy/notes.md', mistyped);
    await repo.settle();
    expect(repo.published).toEqual([]);
    repo.type('privacy/tags.yaml', mistyped);
    await repo.settle();
    expect(shown(repo, 'privacy/tags.yaml')).toContain('unknown-purpose 3:19-28');
    expect(repo.logged).toEqual(['no file is a declaration', expect.stringContaining('There is no snapshot')]);
  });

  it('may be on no disk yet: what is open counts among the declarations, and goes when it is closed', async () => {
    const repo = await repository(FILES);
    repo.type('privacy/new.yaml', TAGS.replace('newsletter', 'newsleter'));
    await repo.settle();
    expect(shown(repo, 'privacy/new.yaml')).toContain('unknown-purpose 3:19-28');
    expect(offered(repo, 'privacy/new.yaml', TAGS.replace('newsletter', 'news¦'))).toContain('newsletter');
    repo.close('privacy/new.yaml');
    await repo.settle();
    expect(shown(repo, 'privacy/new.yaml')).toEqual([]);
  });
});

it('what is waived is not told', async () => {
  const waived = `${PURPOSES}waivers:\n  - {rule: undeclared-field, item: "contact_field:film", reason: It goes with the next release, until: 2026-12-31}\n`;
  const repo = await repository({ ...FILES, 'privacy/purposes.yaml': waived });
  expect(has(repo, 'privacy/purposes.yaml', 'undeclared-field')).toBe(false);
});

it('many key strokes are one check', async () => {
  const repo = await repository(FILES);
  repo.published.length = 0;
  for (let length = 1; length < 10; length++) repo.type('privacy/tags.yaml', `${TAGS}# ${'x'.repeat(length)}\n`);
  await repo.settle();
  expect(repo.published.map(({ version }) => version)).toEqual([9]);
});
