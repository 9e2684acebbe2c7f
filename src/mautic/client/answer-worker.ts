/** The thread that reads large answers: bytes in, facts out. */
import { parentPort } from 'node:worker_threads';
import { isRecord } from '../../guards.js';
import { sifter } from '../texts/sift.js';
import { WITH_LINKS, WITHOUT_LINKS } from '../uses/body.js';
import { readJson } from './answers.js';
import { jsonOf, pageOf } from './client-page.js';
import type { Digested, Question, Reply } from './digest.js';
import { lengthOf, textOf } from './transport.js';

parentPort?.on('message', (question: unknown) => {
  if (!isQuestion(question)) return;
  const reply: Reply = { id: question.id, digested: digest(question) };
  parentPort?.postMessage(reply);
});

/** Nobody looks at the ordinary links of e-mails, but at those of pages. */
const siftEmails = sifter(WITHOUT_LINKS);
const siftOthers = sifter(WITH_LINKS);

function digest({ body, path }: Question): Digested {
  const text = textOf(/\/emails\?/u.test(path) ? siftEmails(body) : siftOthers(body));
  const value = jsonOf(text);
  return value === undefined ? { page: pageOf(text) } : { read: readJson({ value, status: 200, bytes: lengthOf(body) }, path) };
}

function isQuestion(value: unknown): value is Question {
  return isRecord(value) && Array.isArray(value.body);
}
