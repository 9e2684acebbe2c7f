import { describe, expect, it } from 'vitest';
import type { CodeAction } from 'vscode-languageserver';
import { rules } from '../../rules/index.js';
import { answers } from '../../src/lsp/answers.js';
import { placesIn } from '../../src/lsp/positions.js';
import { POLICY, snapshotWith } from '../cli/workspace.js';
import { type Repository, repository, type Setting } from './repository.js';

const FILE = 'privacy/all.yaml';
const OTHER = 'privacy/waivers.yaml';
const SNAPSHOT = snapshotWith([{ kind: 'contact_field', id: 51, key: 'film', title: 'Favourite film', type: 'text', published: true }]);

/** The actions at the first place where a rule finds something. */
function actionsAt(repo: Repository, rule: string, path = FILE): readonly CodeAction[] {
  const text = repo.session.read(path)?.text ?? '';
  const found = repo.session
    .latest()
    ?.told.get(path)
    ?.find(({ finding }) => finding.rule === rule);
  if (found === undefined) throw new Error(`${rule} finds nothing in ${path}`);
  const { range } = found.diagnostic;
  return answers.codeActions({ session: repo.session, path, text, client: {} }, { start: range.start, end: range.start }) ?? [];
}

/** A file as it is when an action was taken. */
function applied(repo: Repository, action: CodeAction | undefined, path: string): string {
  const text = repo.session.read(path)?.text ?? '';
  const edits = action?.edit?.changes?.[`file:///repository/${path}`] ?? [];
  const places = placesIn(text);
  return [...edits]
    .sort((a, b) => places.offset(b.range.start) - places.offset(a.range.start))
    .reduce((now, { range, newText }) => now.slice(0, places.offset(range.start)) + newText + now.slice(places.offset(range.end)), text);
}

const waiver = (actions: readonly CodeAction[], rule: string): CodeAction | undefined =>
  actions.find(({ title }) => title.startsWith(`Waive this, with a reason (${rule})`));

function rulesFound({ session }: Repository, path: string): string[] {
  return (session.latest()?.told.get(path) ?? []).map(({ finding }) => finding.rule);
}

function start(extra: Readonly<Record<string, string>> = {}, setting: Setting = {}): Promise<Repository> {
  return repository({ [FILE]: POLICY, 'privacy/mautic.snapshot.json': SNAPSHOT, ...extra }, setting);
}

const ENTRY = 'rule: undeclared-field\n    item: contact_field:film\n    reason: ""\n    until: 2027-11-25\n';

describe('fixes', () => {
  it('are offered at the finding, with the finding', async () => {
    const repo = await start({ [FILE]: `${POLICY}contact_fields:\n  firstname: {purposes: []}\n` });
    const fix = actionsAt(repo, 'undeclared-field').find(({ title }) => title.startsWith('Add an entry'));
    expect(fix).toMatchObject({ kind: 'quickfix', isPreferred: true, diagnostics: [{ code: 'undeclared-field', source: 'purposelint' }] });
    expect(applied(repo, fix, FILE)).toBe(
      `${POLICY}contact_fields:\n  firstname: {purposes: []}\n  film: {purposes: []} # Favourite film (text)\n`,
    );
  });

  it('are of the text as it is typed, and name its version to editors that ask for it', async () => {
    const repo = await start({ [FILE]: `${POLICY}contact_fields: {}\n` });
    const typed = `${POLICY}purposes:\n  newsletter: {use: email-marketing}\n${'# remark\n'.repeat(3)}tags:\n  vip: {purposes: [newsleter]}\n`;
    repo.type(FILE, typed);
    const { asked, position } = repo.at(FILE, typed.replace('[newsleter]', '[n¦ewsleter]'));
    const client = { workspace: { workspaceEdit: { documentChanges: true } } };
    const actions = answers.codeActions({ ...asked, client }, { start: position, end: position }) ?? [];
    const fix = actions.find(({ title }) => title.startsWith("Write 'newsletter'"));
    expect(fix?.edit?.documentChanges).toEqual([
      {
        textDocument: { uri: `file:///repository/${FILE}`, version: 2 },
        edits: [{ range: { start: { line: 9, character: 19 }, end: { line: 9, character: 28 } }, newText: 'newsletter' }],
      },
    ]);
  });
});

it('right after a save, actions are of the text as it is typed, and settings follow', async () => {
  const text = `${POLICY}purposes:\n  newsletter: {use: email-marketing}\ntags:\n  vip: {purposes: [newsleter]}\n`;
  const repo = await start({ [FILE]: text });
  repo.save(FILE, text);
  const { asked, position } = repo.at(FILE, `# remark\n${text.replace('[newsleter]', '[n¦ewsleter]')}`);
  const actionsAtLine = (line: number) => answers.codeActions(asked, { start: { ...position, line }, end: { ...position, line } }) ?? [];
  expect(actionsAtLine(position.line - 1)).toEqual([]);
  const fix = actionsAtLine(position.line).find(({ title }) => title.startsWith("Write 'newsletter'"));
  expect(applied(repo, fix, FILE)).toBe(`# remark\n${text.replace('newsleter', 'newsletter')}`);
  repo.published.length = 0;
  repo.save('privacy/later.yaml', `version: 1\ntags:\n  old: {purposes: [newsleter]}\n`);
  await repo.settle();
  expect(rulesFound(repo, 'privacy/later.yaml')).toContain('unknown-purpose');
  expect(repo.published.map(({ uri }) => uri)).toContain(`file:///repository/${FILE}`);
});

describe('a waiver', () => {
  it('is started without a reason, so that nothing is waived', async () => {
    const repo = await start({ [FILE]: `${POLICY}contact_fields: {}\n` });
    const after = applied(repo, waiver(actionsAt(repo, 'undeclared-field'), 'undeclared-field'), FILE);
    expect(after).toBe(`${POLICY}contact_fields: {}\nwaivers:\n  - ${ENTRY}`);
    repo.type(FILE, after);
    await repo.settle();
    expect(rulesFound(repo, FILE)).toEqual(expect.arrayContaining(['undeclared-field', 'exception-hygiene']));
    repo.type(FILE, after.replace('reason: ""', 'reason: The field goes with the next release'));
    await repo.settle();
    expect(rulesFound(repo, FILE)).not.toContain('undeclared-field');
  });

  const OLD = '{rule: no-retention, item: purpose:x, reason: We are still looking into it, until: 2026-12-31}';
  it.each([
    ['behind the others', `waivers:\n  - ${OLD}\n`, `waivers:\n  - ${OLD}\n  - ${ENTRY}`],
    ['in the column of its key', `waivers:\n- ${OLD}\n# end\n`, `waivers:\n- ${OLD}\n- ${ENTRY.replaceAll('\n    ', '\n  ')}# end\n`],
    ['without a line end', `waivers:\n  - ${OLD}`, `waivers:\n  - ${OLD}\n  - ${ENTRY}`],
    [
      'in brackets',
      `waivers: [${OLD}]\n`,
      `waivers: [${OLD}, {rule: undeclared-field, item: contact_field:film, reason: "", until: "2027-11-25"}]\n`,
    ],
    [
      'in empty brackets',
      'waivers: []\n',
      'waivers: [{rule: undeclared-field, item: contact_field:film, reason: "", until: "2027-11-25"}]\n',
    ],
    [
      'in brackets that end in a comment',
      `waivers: [\n  ${OLD} # note\n]\n`,
      `waivers: [\n  ${OLD} # note\n , {rule: undeclared-field, item: contact_field:film, reason: "", until: "2027-11-25"}\n]\n`,
    ],
    ['where nothing is said in so many words', 'waivers: ~ # none\n', `waivers: # none\n  - ${ENTRY}`],
    ['where nothing is yet', 'waivers:\n\ntags: {}\n', `waivers:\n  - ${ENTRY}\ntags: {}\n`],
  ])('goes into the file of waivers, %s', async (_, waivers, expected) => {
    const repo = await start({ [FILE]: `${POLICY}contact_fields: {}\n`, [OTHER]: `version: 1\n${waivers}` });
    const action = waiver(actionsAt(repo, 'undeclared-field'), 'undeclared-field');
    const after = applied(repo, action, OTHER);
    expect(after).toBe(`version: 1\n${expected}`);
    repo.type(OTHER, after);
    await repo.settle();
    expect(repo.session.read(OTHER)?.document.faults).toEqual([]);
  });

  it('keeps the line ends of Windows', async () => {
    const text = `version: 1\nwaivers:\n  - ${OLD}\n`;
    const windows = (lines: string): string => lines.replaceAll('\n', '\r\n');
    const repo = await start({ [FILE]: `${POLICY}contact_fields: {}\n`, [OTHER]: windows(text) });
    const action = waiver(actionsAt(repo, 'undeclared-field'), 'undeclared-field');
    expect(applied(repo, action, OTHER)).toBe(windows(`${text}  - ${ENTRY}`));
  });

  it('asks for who has to agree, and ends sooner, where the rules say so', async () => {
    const strict = await start({ [FILE]: `${POLICY}contact_fields: {}\n` }, { preset: 'strict' });
    const after = applied(strict, waiver(actionsAt(strict, 'undeclared-field'), 'undeclared-field'), FILE);
    expect(after).toContain('until: 2027-05-25\n    approved_by: ""\n');
  });

  it('is not offered for a rule that takes none', async () => {
    const repo = await start({ [FILE]: `${POLICY}tags:\n  vip: {purposes: [x], colour: red}\n` });
    expect(waiver(actionsAt(repo, 'schema-valid'), 'schema-valid')).toBeUndefined();
  });

  it('is not offered while the file of waivers is broken', async () => {
    const repo = await start({ [FILE]: `${POLICY}contact_fields: {}\n`, [OTHER]: 'version: 1\nwaivers: [\n' });
    expect(waiver(actionsAt(repo, 'undeclared-field'), 'undeclared-field')).toBeUndefined();
  });

  it('is not offered where it would change something else, too', async () => {
    const repo = await start({ [FILE]: `${POLICY}contact_fields: {}\n`, [OTHER]: 'version: 1\nwaivers: &none []\nx-old: *none\n' });
    expect(actionsAt(repo, 'undeclared-field').map(({ title }) => title)).toEqual([expect.stringContaining('Add an entry')]);
  });

  it('for a rule of the data protection officer is left open', async () => {
    const found = 'special-tag';
    const { declarations, items = [], uses = [] } = rules.find(({ id }) => id === found)?.examples.bad ?? { declarations: '' };
    const snapshot = JSON.stringify({ ...JSON.parse(snapshotWith(items.map(item => ({ ...item })))), uses });
    const repo = await start({ [FILE]: `version: 1\n${declarations}`, 'privacy/mautic.snapshot.json': snapshot });
    const after = applied(repo, waiver(actionsAt(repo, found), found), FILE);
    expect(after).toContain('approved_by: "" # dpo, once the data protection officer has agreed\n');
    repo.type(FILE, after.replace('reason: ""', 'reason: We compare two flyers until Christmas'));
    await repo.settle();
    expect(rulesFound(repo, FILE)).toContain(found);
  });
});
