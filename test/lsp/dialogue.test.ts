/** The recorded dialogue: diagnostics, completion, hover, definition, code actions of `purposelint lsp` over standard input and output. */
import { expect, it } from 'vitest';
import { POLICY, snapshotWith } from '../cli/workspace.js';
import { startDialogue } from './dialogue.js';

const PURPOSES = `${POLICY}defaults: {reviewed: 2026-11-02}
notices:
  site: {url: "https://aurora.example/privacy", date: 2026-10-01}
purposes:
  newsletter:
    title: Monthly menu
    use: email-marketing
    description: Send the menu of the month by e-mail to people who asked for it
    subjects: [customer]
    legal_basis: contract
    retention: {period: P24M, from: last-action}
    recipients: []
`;
const FIELDS = `version: 1
defaults: {reviewed: 2026-11-02}
contact_fields:
  firstname: {purposes: [newsletter], why: Greeting at the top of the e-mail}
tags:
  vip: {purposes: [newsletter], why: Guests who come every week}
`;
const SNAPSHOT = snapshotWith([
  { kind: 'contact_field', id: 51, key: 'film', title: 'Favourite film', type: 'text', published: true, required: false },
  { kind: 'tag', id: 1, key: 'vip', description: '' },
  { kind: 'tag', id: 2, key: 'press', description: '' },
]);

it('a dialogue', async () => {
  const talk = startDialogue({
    'purposelint.yaml': 'extends: recommended\nmautic: {url: https://mautic.aurora.example}\n',
    'privacy/purposes.yaml': PURPOSES,
    'privacy/fields.yaml': FIELDS,
    'privacy/mautic.snapshot.json': SNAPSHOT,
  });
  const file = 'privacy/fields.yaml';
  const document = { uri: talk.uri(file) };
  const change = (version: number, range: unknown, text: string) =>
    talk.notify('textDocument/didChange', { textDocument: { ...document, version }, contentChanges: [{ range, text }] });
  const at = (line: number, character: number) => ({ line, character });

  await talk.client.request('initialize', {
    processId: process.pid,
    rootUri: talk.uri(''),
    capabilities: {
      workspace: { workspaceEdit: { documentChanges: true }, didChangeWatchedFiles: { dynamicRegistration: true } },
      textDocument: { completion: { completionItem: { snippetSupport: true } } },
    },
  });
  talk.notify('initialized', {});
  await talk.diagnostics('privacy/fields.yaml');

  talk.remark('The file is opened: the same, with the version of the document.');
  talk.notify('textDocument/didOpen', { textDocument: { ...document, languageId: 'yaml', version: 1, text: FIELDS } });
  await talk.diagnostics(file, 1);

  talk.remark('A purpose with a typing mistake.');
  change(2, { start: at(5, 20), end: at(5, 29) }, 'sletter');
  await talk.diagnostics(file, 2);
  talk.remark('The way out of it: a fix, or a waiver that still lacks its reason.');
  await talk.request('textDocument/codeAction', {
    textDocument: document,
    range: { start: at(5, 21), end: at(5, 21) },
    context: { diagnostics: [] },
  });

  talk.remark('The bracket is open, and the list is asked for.');
  change(3, { start: at(5, 19), end: at(5, 100) }, 'ne');
  await talk.request('textDocument/completion', { textDocument: document, position: at(5, 21) });
  await talk.diagnostics(file, 3);
  talk.remark('It is closed again.');
  change(4, { start: at(5, 19), end: at(5, 21) }, 'newsletter], why: Guests who come every week}');
  await talk.diagnostics(file, 4);

  talk.remark('A new line under tags: what Mautic has and nobody has declared.');
  change(5, { start: at(6, 0), end: at(6, 0) }, '  p');
  await talk.request('textDocument/completion', { textDocument: document, position: at(6, 3) });
  await talk.diagnostics(file, 5);

  talk.remark('What is behind the names, and where is the purpose declared?');
  await talk.request('textDocument/hover', { textDocument: document, position: at(5, 3) });
  await talk.request('textDocument/hover', { textDocument: document, position: at(5, 20) });
  await talk.request('textDocument/definition', { textDocument: document, position: at(5, 20) });

  talk.remark('Mautic has changed, and the snapshot with it.');
  talk.write('privacy/mautic.snapshot.json', snapshotWith([{ kind: 'tag', id: 1, key: 'vip', description: '' }]));
  talk.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: talk.uri('privacy/mautic.snapshot.json'), type: 2 }] });
  await talk.diagnostics(file);

  await expect(await talk.text()).toMatchFileSnapshot('dialogue.txt');
  expect(talk.client.stderr()).toBe('');
  expect(await talk.request('shutdown', null)).toBe(null);
  talk.notify('exit', null);
  expect(await talk.client.ended).toBe(0);
});
