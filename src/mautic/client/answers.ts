/** An answer of the client → the facts in it, and what paging needs to know. */
import { isRecord } from '../../guards.js';
import { type AnswerFacts, countFacts, failureFacts, rowsFacts } from '../answer-facts.js';
import { recognise } from '../answers/recognise.js';
import { parseRequest } from '../answers/request.js';
import { asId } from '../texts.js';
import type { Answer, JsonAnswer } from './client-answer.js';
import { type Fault, isFatal } from './faults.js';

/** The pull cannot go on. */
export class PullStopped extends Error {
  constructor(readonly fault: Fault) {
    super(fault.code);
    this.name = 'PullStopped';
  }
}

export interface Page {
  readonly facts: AnswerFacts;
  /** Rows in the answer, also those without an id. */
  readonly count: number;
  readonly ids: readonly number[];
  readonly total: number | undefined;
  readonly bytes: number;
}

export type Read =
  | { readonly is: 'page'; readonly page: Page }
  /** The answer is known to be no list: what it says about the kind. */
  | { readonly is: 'failed'; readonly facts: AnswerFacts; readonly status?: number }
  | { readonly is: 'too-large' };

/**
 * Reads the answer to a request (`/api/forms?start=0…`).
 * @throws PullStopped when the fault ends everything
 */
export function readAnswer(answer: Answer, path: string): Read {
  if (answer.is === 'fault') {
    if (isFatal(answer.fault.code)) throw new PullStopped(answer.fault);
    if (answer.fault.code === 'too-large') return { is: 'too-large' };
    return { is: 'failed', facts: onlyList(failureFacts(parseRequest(`GET ${path}`), undefined)) };
  }
  return answer.is === 'read' ? answer.read : readJson(answer, path);
}

/** Reads JSON: a list, a total, an error, or nothing that is known. */
export function readJson({ value, status, bytes }: Pick<JsonAnswer, 'value' | 'status' | 'bytes'>, path: string): Read {
  const request = parseRequest(`GET ${path}`);
  const read = recognise(value);
  if (read.is === 'rows' && status === 200) {
    const ids = read.rows.flatMap(row => (isRecord(row) ? (asId(row.id) ?? []) : []));
    return { is: 'page', page: { facts: rowsFacts(read, request), count: read.rows.length, ids, total: read.total, bytes } };
  }
  if (read.is === 'count' && status === 200) {
    return { is: 'page', page: { facts: onlyList(countFacts(read.kind, read.total)), count: 0, ids: [], total: read.total, bytes } };
  }
  if (status !== 200 || read.is === 'error') return { is: 'failed', facts: onlyList(failureFacts(request, status)), status };
  const { kind } = request;
  return {
    is: 'failed',
    facts: onlyList(kind === undefined ? [] : [{ is: 'failure', kind, reason: 'not-an-answer', api: request.version }]),
  };
}

function onlyList(list: AnswerFacts['list']): AnswerFacts {
  return { rows: [], list };
}
