/** Why a file or a rule of the team's own was not run, in sentences. */
import type { Language } from '../../finding.js';
import { type MessageCode, say } from '../messages.js';
import type { Sentence } from './catalogue.js';
import type { CodeFault } from './compile.js';
import type { Limits } from './limits.js';
import type { Fault } from './protocol.js';
import type { Misfit } from './shapes.js';

/** So many mistakes of a file are shown. */
const MOST_SHOWN = 20;

/** A fault of a rule that runs; it becomes a sentence where the language is known. */
export class OwnRuleFault extends Error {
  constructor(
    readonly file: string,
    readonly fault: Fault,
    readonly limits: Limits,
  ) {
    super(fault.is);
  }
}

/** The mistakes of a file, then how many there are. */
export function codeSentences(file: string, faults: readonly CodeFault[]): Sentence[] {
  const shown = faults
    .slice(0, MOST_SHOWN)
    .map(
      ({ message, ...place }): Sentence =>
        'refused' in message
          ? { code: 'plugin-import', data: { ...place, name: message.refused } }
          : { code: 'plugin-code', data: { ...place, message: message.compiler } },
    );
  const count = faults.length;
  return [...shown, { code: count > MOST_SHOWN ? 'plugin-broken-more' : 'plugin-broken', data: { file, count, shown: MOST_SHOWN } }];
}

/** Why a file could not be loaded. */
export function loadSentence(file: string, fault: Fault, limits: Limits, language: Language): Sentence {
  return { code: `plugin-${fault.is}`, data: { file, ...dataOf(fault, limits, language) } };
}

/** Why a rule has no findings. */
export function ruleSentence(rule: string, { file, fault, limits }: OwnRuleFault, language: Language): string {
  return say(`own-rule-${fault.is}`, language, { rule, file, ...dataOf(fault, limits, language) });
}

function dataOf(fault: Fault, { milliseconds, megabytes }: Limits, language: Language): Sentence['data'] {
  const limits = { seconds: milliseconds / 1000, megabytes };
  if (fault.is === 'threw') return { ...limits, detail: fault.detail };
  const [first] = fault.is === 'misfits' ? fault.misfits : [];
  return first === undefined ? limits : { ...limits, misfit: misfitIn(first, language) };
}

function misfitIn({ at, expected, list = '' }: Misfit, language: Language): string {
  const code: MessageCode = `misfit-${expected}`;
  return say(code, language, { at, list });
}
