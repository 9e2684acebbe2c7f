/** The thread in which the team's own rules run: a rule that never ends is ended with it. */
import { parentPort, workerData } from 'node:worker_threads';
import { isRecord } from '../../guards.js';
import * as given from '../../index.js';
import { answering } from './answering.js';
import type { Module } from './module.js';
import type { Answered, Asked } from './protocol.js';
import { runModules } from './run-modules.js';

const answer = answering(runModules(areModules(workerData) ? workerData : [], given));

parentPort?.on('message', (asked: unknown) => {
  if (!isAsked(asked)) return;
  const answered: Answered = { id: asked.id, answer: answer(asked.question) };
  parentPort?.postMessage(answered);
});

/** The program has sent it. */
function isAsked(value: unknown): value is Asked {
  return isRecord(value) && isRecord(value.question);
}

function areModules(value: unknown): value is readonly Module[] {
  return Array.isArray(value) && value.every(isRecord);
}
