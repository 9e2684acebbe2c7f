/** The thread that reads large answers: bytes in, facts out. */
import { parentPort } from 'node:worker_threads';
import { isRecord } from '../../guards.js';
import { readJson } from './answers.js';
import { jsonOf, pageOf } from './client-page.js';
import type { Digested, Question, Reply } from './digest.js';
import { textOf } from './transport.js';

parentPort?.on('message', (question: unknown) => {
  if (!isQuestion(question)) return;
  const reply: Reply = { id: question.id, digested: digest(question) };
  parentPort?.postMessage(reply);
});

function digest({ text: sifted, bytes, path }: Question): Digested {
  const text = textOf(Buffer.from(sifted.buffer));
  const value = jsonOf(text);
  return value === undefined ? { page: pageOf(text) } : { read: readJson({ value, status: 200, bytes }, path) };
}

function isQuestion(value: unknown): value is Question {
  return isRecord(value) && value.text instanceof Uint8Array;
}
