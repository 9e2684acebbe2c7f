/** `purposelint lsp`: the language server for editors, over standard input and output. */
import process from 'node:process';
import { createConnection, ProposedFeatures, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { LANGUAGES } from '../../finding.js';
import { serve } from '../../lsp/server.js';
import { textOption } from '../arguments.js';
import type { Command } from '../command.js';
import { dayOf } from '../day.js';
import { say } from '../messages.js';
import { sentenceFor } from '../run.js';
import { EXIT } from '../stop.js';
import { VERSION } from '../version.js';

/** The process ends with the client, by its `exit`, when what comes is no message, or when the process that started it is gone. */
export const lsp: Command = async (args, io) => {
  const language = LANGUAGES.find(known => known === textOption(args, 'language'));
  // A wrong day is told at the start. The server may run over midnight.
  dayOf(args, io);
  const now = (): string => dayOf(args, io);
  // Standard output is the protocol's alone: whatever else is written there would break it.
  const reader = new StreamMessageReader(process.stdin);
  const connection = createConnection(ProposedFeatures.all, reader, new StreamMessageWriter(process.stdout));
  let isShutDown = false;
  connection.onShutdown(() => {
    isShutDown = true;
  });
  for (const event of ['end', 'close']) process.stdin.on(event, () => process.exit(isShutDown ? EXIT.ok : EXIT.findings));
  // Behind what is no message nobody knows where the next one starts.
  reader.onError(({ message }) => {
    io.stderr.write(`${say('lsp-no-message', language ?? 'en', { detail: message })}\n`);
    process.exit(EXIT.usage);
  });
  serve(connection, {
    version: VERSION,
    cwd: io.cwd,
    // Rules and the rest come when the editor has its first answer.
    load: async editor => {
      const [{ openDesk }, { worldOf }] = await Promise.all([import('../../lsp/desk.js'), import('../lsp-world.js')]);
      return openDesk(worldOf(io, language, now), editor);
    },
    sentenceFor: error => sentenceFor(error, language ?? 'en'),
  });
  await new Promise(() => undefined);
  return EXIT.ok;
};
