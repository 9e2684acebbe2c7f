/** A pull that was cut off goes on; the next one asks only for what changed; neither changes a byte of the snapshot. */
import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { PullStopped } from '../../../src/mautic/client/answers.js';
import { openJournal } from '../../../src/mautic/client/journal.js';
import { ADMIN, NOW, pull, standIn } from './live.js';

const MINUTE = 60_000;

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'purposelint-journal-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return join(path, 'mautic.snapshot.json');
}

function journalOf(snapshot: string, minutes = 0, instance = 'https://mautic.example basic', version = '1.0.0') {
  return openJournal({ snapshot, instance, version, now: new Date(NOW.getTime() + minutes * MINUTE) });
}

function partOf(snapshot: string): string {
  return join(snapshot, '..', '.purposelint', 'mautic.snapshot.json.part.jsonl');
}

const FULL_EMAILS = /^\/api\/emails\?start=\d+&limit=\d+&orderBy=id&orderByDir=ASC$/u;
const SECOND_PAGE = /\/api\/emails\?start=50/u;

describe('a pull that was cut off', () => {
  it('goes on from where it was within the hour, and gives the same', async () => {
    const server = await standIn({ version: '5.1.0', scenario: 'large', faults: [{ on: /\/api\/reports/u, is: 'redirect' }] });
    const snapshot = folder();
    await expect(pull(server.url, ADMIN, { journal: journalOf(snapshot) })).rejects.toThrow(PullStopped);
    server.setFaults([]);
    const journal = journalOf(snapshot, 30);
    expect(journal.resumed).toBe(true);
    const resumed = await pull(server.url, ADMIN, { journal });
    // of the two pages of e-mails the first has filter values, which are not kept beside the snapshot
    expect(resumed.requests.filter(path => FULL_EMAILS.test(path))).toEqual(['/api/emails?start=0&limit=50&orderBy=id&orderByDir=ASC']);
    const whole = await pull(server.url);
    expect(resumed.content).toBe(whole.content);
    expect(existsSync(partOf(snapshot))).toBe(false);
  });

  it.each([
    ['after an hour', 61, undefined, undefined],
    ['of another address or kind of login', 30, 'https://mautic.example oauth', undefined],
    ['of another purposelint', 30, undefined, '1.0.1'],
  ])('begins anew: %s', async (_, minutes, instance, version) => {
    const server = await standIn({ version: '5.1.0', scenario: 'large', faults: [{ on: SECOND_PAGE, is: 'redirect' }] });
    const snapshot = folder();
    await expect(pull(server.url, ADMIN, { journal: journalOf(snapshot) })).rejects.toThrow(PullStopped);
    expect(journalOf(snapshot, minutes, instance, version).resumed).toBe(false);
  });

  it('goes on also when its last line was cut, or somebody wrote into it', async () => {
    const server = await standIn({ version: '5.1.0', scenario: 'large', faults: [{ on: /\/api\/pages/u, is: 'redirect' }] });
    const whole = await standIn({ version: '5.1.0', scenario: 'large' });
    const { content } = await pull(whole.url);
    for (const spoil of [
      (path: string) => truncateSync(path, readFileSync(path).length - 9),
      (path: string) => appendFileSync(path, '0123456789abcdef {"is":"page","list":"email"}\n'),
    ]) {
      const snapshot = folder();
      await expect(pull(server.url, ADMIN, { journal: journalOf(snapshot) })).rejects.toThrow(PullStopped);
      spoil(partOf(snapshot));
      server.setFaults([]);
      const journal = journalOf(snapshot, 1);
      expect(journal.resumed).toBe(true);
      const resumed = await pull(server.url, ADMIN, { journal });
      server.setFaults([{ on: /\/api\/pages/u, is: 'redirect' }]);
      expect(withoutHost(resumed.content)).toBe(withoutHost(content));
    }
  });

  it('reads a list anew that changed meanwhile', async () => {
    const server = await standIn({ version: '5.1.0', scenario: 'large', faults: [{ on: SECOND_PAGE, is: 'redirect' }] });
    const snapshot = folder();
    await expect(pull(server.url, ADMIN, { journal: journalOf(snapshot) })).rejects.toThrow(PullStopped);
    server.setFaults([]);
    server.setRows((kind, rows) => (kind === 'emails' ? rows.filter(row => row.id !== 20) : rows));
    const resumed = await pull(server.url, ADMIN, { journal: journalOf(snapshot, 1) });
    expect(resumed.content).toBe((await pull(server.url)).content);
  });

  it('ends well when its folder is taken away while it reads, and says of nothing that it is kept', async () => {
    const server = await standIn({ version: '5.1.0', scenario: 'large' });
    const snapshot = folder();
    const journal = journalOf(snapshot);
    const onRows = (): void => rmSync(join(snapshot, '..', '.purposelint'), { recursive: true, force: true });
    const { content } = await pull(server.url, ADMIN, { journal, onRows });
    expect([content, journal.holdsPages()]).toEqual([(await pull(server.url)).content, false]);
    expect(readdirSync(join(snapshot, '..'))).toEqual([]);
  });

  it('does not mix with another pull at the same time', async () => {
    const server = await standIn({ version: '5.1.0', scenario: 'large' });
    const snapshot = folder();
    const journals = [journalOf(snapshot), journalOf(snapshot)];
    const pulls = await Promise.all(journals.map(journal => pull(server.url, ADMIN, { journal })));
    expect(new Set(pulls.map(({ content }) => content)).size).toBe(1);
    expect(journals.map(journal => journal.holdsPages())).toEqual([false, false]);
    const next = await pull(server.url, ADMIN, { journal: journalOf(snapshot, 5) });
    expect(next.content).toBe(pulls[0]?.content);
    expect(next.requests.filter(path => FULL_EMAILS.test(path))).toEqual([]);
  });

  it('keeps its journal out of git, readable for its owner only', async () => {
    const server = await standIn({ version: '5.1.0', scenario: 'large' });
    const snapshot = folder();
    await pull(server.url, ADMIN, { journal: journalOf(snapshot) });
    const names = readdirSync(join(snapshot, '..', '.purposelint')).sort();
    expect(names).toEqual(['.gitignore', 'mautic.snapshot.json.jsonl']);
    expect(readFileSync(join(snapshot, '..', '.purposelint', '.gitignore'), 'utf8')).toMatch(/^\*$/mu);
  });
});

/** The address of a stand-in is in the links of its pages. */
function withoutHost(content: string): string {
  return content.replace(/127\.0\.0\.1(?::\d+)?/gu, 'mautic');
}

describe('the next pull', () => {
  const CHANGES = {
    nothing: undefined,
    'one e-mail was changed': (kind: string, rows: Row[]) =>
      kind === 'emails'
        ? rows.map(row => (row.id === 30 ? { ...row, name: 'Renamed', dateModified: '2026-11-25T12:30:00+00:00' } : row))
        : rows,
    'one e-mail was deleted': (kind: string, rows: Row[]) => (kind === 'emails' ? rows.filter(row => row.id !== 40) : rows),
    'one e-mail came': (kind: string, rows: Row[]) => {
      const [first] = rows;
      return kind === 'emails' && first !== undefined ? [...rows, { ...first, id: 9001, name: 'New', dateModified: null }] : rows;
    },
    'a variant was changed, its parent not': (kind: string, rows: Row[]) => (kind === 'emails' ? rows.map(withOtherVariant) : rows),
    'a tag and a form were changed': (kind: string, rows: Row[]) =>
      kind === 'tags' || kind === 'forms' ? rows.map(row => (row.id === 1 ? { ...row, tag: 'other', name: 'Other form' } : row)) : rows,
  };

  it.each(Object.entries(CHANGES))('is the same as a full one: %s', async (name, change) => {
    const server = await standIn({ version: '5.1.0', scenario: 'large' });
    const snapshot = folder();
    await pull(server.url, ADMIN, { journal: journalOf(snapshot) });
    server.setRows(change);
    const full = await pull(server.url);
    const second = await pull(server.url, ADMIN, { journal: journalOf(snapshot, 45) });
    expect(second.content).toBe(full.content);
    const emails = second.requests.filter(path => FULL_EMAILS.test(path));
    expect(emails).toEqual([]);
    expect(second.requests).toContain('/api/emails?start=0&limit=500&orderBy=id&orderByDir=ASC&minimal=1');
    expect(name).not.toBe('');
  });
});

type Row = Record<string, unknown>;

function withOtherVariant(row: Row): Row {
  const children = row.variantChildren;
  if (!Array.isArray(children) || children.length === 0) return row;
  return { ...row, variantChildren: children.map((child: Row) => ({ ...child, name: 'Welcome (C)' })) };
}
