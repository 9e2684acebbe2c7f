/** The server as a process: how it ends, and what it makes of settings that cannot be read. */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { emptySnapshot, POLICY } from '../cli/workspace.js';
import { type Dialogue, startDialogue } from './dialogue.js';

const FILES = { 'purposelint.yaml': 'extends: recommended\n', 'privacy/all.yaml': POLICY, 'privacy/mautic.snapshot.json': emptySnapshot() };

const initialize = (talk: Dialogue, processId: number): Promise<unknown> =>
  talk.client.request('initialize', { processId, rootUri: talk.uri(''), capabilities: {} });

describe('the server ends', () => {
  it('with the exit of the protocol, as an error when nobody said shutdown', async () => {
    const talk = startDialogue(FILES);
    await initialize(talk, process.pid);
    talk.notify('exit', null);
    expect(await talk.client.ended).toBe(1);
  });

  it('when what comes is no message, and says so: else it would hear nothing more', async () => {
    const talk = startDialogue(FILES);
    await initialize(talk, process.pid);
    talk.client.process.stdin?.write('Content-Length: abc\r\n\r\n{}');
    expect(await talk.client.ended).toBe(2);
    expect(talk.client.stderr()).toContain('What the editor sent is no message of the Language Server Protocol');
  });

  it('when its input ends', async () => {
    const talk = startDialogue(FILES);
    await initialize(talk, process.pid);
    talk.client.process.stdin?.end();
    expect(await talk.client.ended).toBe(1);
  });

  it('when the process of the client is gone, although its pipes are still open', async () => {
    const client = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)']);
    onTestFinished(() => void client.kill('SIGKILL'));
    const talk = startDialogue(FILES);
    await initialize(talk, client.pid ?? 0);
    client.kill('SIGKILL');
    expect(await talk.client.ended).toBe(1);
  });

  it('when the client that started it is killed', async () => {
    // The client starts the server as editors do, and tells its number.
    const cli = resolve(import.meta.dirname, '../../dist/cli.cjs');
    const script = `
      const server = require('node:child_process').spawn(process.execPath, [${JSON.stringify(cli)}, 'lsp'], { stdio: ['pipe', 'pipe', 'inherit'] });
      const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { processId: process.pid, rootUri: null, capabilities: {} } });
      server.stdin.write('Content-Length: ' + body.length + '\\r\\n\\r\\n' + body);
      server.stdout.once('data', () => console.log(server.pid));`;
    const client = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    const server = Number(await new Promise(tell => client.stdout.once('data', data => tell(String(data)))));
    expect(isThere(server)).toBe(true);
    client.kill('SIGKILL');
    while (isThere(server)) await new Promise(next => setTimeout(next, 50));
    expect(isThere(server)).toBe(false);
  });
});

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

const PUBLISHED = 'textDocument/publishDiagnostics';

describe('settings', () => {
  it('that are wrong are told in their file, and the last good ones hold', async () => {
    const talk = startDialogue({ ...FILES, 'privacy/all.yaml': POLICY.replace('countries', 'contries') });
    await initialize(talk, process.pid);
    talk.notify('initialized', {});
    expect((await talk.diagnostics('privacy/all.yaml')).map(({ code }) => code)).toContain('schema-valid');
    talk.write('purposelint.yaml', 'extends: recommended\nlanguage: fr\n');
    talk.notify('workspace/didChangeWatchedFiles', { changes: [] });
    const [fault] = await talk.diagnostics('purposelint.yaml');
    expect(fault?.message).toMatch(/^Line 2: .*fr/u);
    expect(fault?.range.start.line).toBe(1);
    talk.write('purposelint.yaml', 'extends: recommended\nlanguage: it\n');
    talk.notify('workspace/didChangeWatchedFiles', { changes: [] });
    expect(await talk.diagnostics('purposelint.yaml')).toEqual([]);
    expect((await talk.diagnostics('privacy/all.yaml')).find(({ code }) => code === 'schema-valid')?.message).toContain('non è una chiave');
  });

  it.each([
    ['rules: {undeclared-tagg: off}', "there is no rule 'undeclared-tagg'. Did you mean 'undeclared-tag'?"],
    ['rules: {no-purpose: {max_age: P1D}}', 'the rule `no-purpose` has no option `max_age`.'],
    ['baseline: privacy/nope.json', 'names the baseline privacy/nope.json, which does not exist.'],
    ['declarations: [elsewhere/]', 'elsewhere/ does not exist.'],
    ['snapshot: ../elsewhere.json', "'../elsewhere.json' leads out of the repository."],
    ['plugins: [./nope.ts]', 'there is no file `./nope.ts`.'],
    ['mautic: {url: mautic}', "'mautic' is no web address."],
  ])('%s is told in its line, and the last good ones hold', async (line, says) => {
    const talk = startDialogue({ ...FILES, 'privacy/all.yaml': POLICY.replace('countries', 'contries') });
    await initialize(talk, process.pid);
    talk.notify('initialized', {});
    const before: readonly { code?: unknown }[] = await talk.diagnostics('privacy/all.yaml');
    expect(before.map(({ code }) => code)).toContain('schema-valid');
    talk.write('purposelint.yaml', `extends: recommended\n${line}\n`);
    talk.notify('workspace/didChangeWatchedFiles', { changes: [] });
    const faults = await talk.diagnostics('purposelint.yaml');
    expect(faults).toMatchObject([{ message: expect.stringContaining(says), range: { start: { line: 1, character: 0 } } }]);
    // What was told of the declarations last still stands.
    const told = talk.client.log.flatMap(({ message: { method, params } }) => (method === PUBLISHED ? [Object(params)] : []));
    expect(told.findLast(({ uri }) => uri === talk.uri('privacy/all.yaml'))?.diagnostics).toEqual(before);
  });

  it('that fit no file are told where they stand', async () => {
    const talk = startDialogue({ ...FILES, 'purposelint.yaml': 'extends: recommended\ndeclarations: [elsewhere/*.yaml]\n' });
    await initialize(talk, process.pid);
    talk.notify('initialized', {});
    expect(await talk.diagnostics('purposelint.yaml')).toMatchObject([
      { message: expect.stringContaining('no file fits elsewhere/*.yaml'), range: { start: { line: 1 } } },
    ]);
  });

  it('that are not there are the usual ones; a folder without declarations is quiet but for the log', async () => {
    const talk = startDialogue({ 'notes.yaml': 'tags: 1\n' });
    await initialize(talk, process.pid);
    talk.notify('initialized', {});
    talk.notify('textDocument/didOpen', {
      textDocument: { uri: talk.uri('notes.yaml'), languageId: 'yaml', version: 1, text: 'tags: 1\n' },
    });
    await talk.client.next('window/logMessage', params => Object(params).message.includes('privacy/**/*.yaml'), 0);
    talk.write('privacy/first.yaml', 'version: 1\ntag: {}\n');
    talk.notify('workspace/didChangeWatchedFiles', { changes: [] });
    expect((await talk.diagnostics('privacy/first.yaml')).map(({ code }) => code)).toContain('schema-valid');
    const told = talk.client.log.flatMap(({ message: { method, params } }) =>
      method === 'textDocument/publishDiagnostics' ? [Object(params).uri] : [],
    );
    expect(new Set(told)).toEqual(new Set([talk.uri('privacy/first.yaml')]));
    const logged = talk.client.log.flatMap(({ message: { method, params } }) =>
      method === 'window/logMessage' ? [Object(params).message] : [],
    );
    expect(logged).toEqual([
      `There is no purposelint.yaml in ${talk.path} or above it. Open the folder that has it, or start there with \`purposelint init\`.`,
      expect.stringContaining('Nothing was checked: no file fits privacy/**/*.yaml.'),
      expect.stringContaining('There is no snapshot'),
    ]);
  });

  it('say which of the files that were never saved are declarations', async () => {
    const talk = startDialogue({ 'purposelint.yaml': 'declarations: [data/*.yaml]\n' });
    await initialize(talk, process.pid);
    talk.notify('initialized', {});
    for (const file of ['privacy/new.yaml', 'data/new.yaml']) {
      talk.notify('textDocument/didOpen', {
        textDocument: { uri: talk.uri(file), languageId: 'yaml', version: 1, text: 'version: 1\ntag: {}\n' },
      });
    }
    expect((await talk.diagnostics('data/new.yaml', 1)).map(({ code }) => code)).toContain('schema-valid');
    const told = talk.client.log.filter(({ message: { method } }) => method === 'textDocument/publishDiagnostics');
    expect(told.map(({ message: { params } }) => Object(params).uri)).not.toContain(talk.uri('privacy/new.yaml'));
  });
});

it('a day that is none is told at the start', async () => {
  const talk = startDialogue(FILES, ['--now', 'tomorrow']);
  expect(await talk.client.ended).toBe(2);
  expect(talk.client.stderr()).toContain("'tomorrow' is not a date");
});
