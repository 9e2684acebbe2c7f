/** Faults in words, for an administrator of Mautic who does not know this program: what happened, and the next step. */
import type { Language } from '../../finding.js';
import { CERTIFICATE_WORDS } from './fault-words-certificate.js';
import { CONNECTION_WORDS } from './fault-words-connection.js';
import { LOGIN_WORDS } from './fault-words-login.js';
import { PLACE_WORDS } from './fault-words-place.js';
import type { Fault, FaultCode, FaultData } from './faults.js';

/** `{name}`: a value of the fault's data. */
export type Words = Readonly<Record<Language, string>>;

/** Sentences by `reason`; `any` where the reason does not matter. */
export type Sentences = Readonly<Record<string, Words>> & { readonly any: Words };

const WORDS: Readonly<Record<FaultCode, Sentences>> = { ...LOGIN_WORDS, ...PLACE_WORDS, ...CERTIFICATE_WORDS, ...CONNECTION_WORDS };

/** One or two sentences, on one line. Screens and settings have the English names that Mautic's own manual uses. */
export function faultText({ code, data }: Fault, language: Language): string {
  const sentences = WORDS[code];
  const { reason } = data;
  const words = typeof reason === 'string' && Object.hasOwn(sentences, reason) ? sentences[reason] : undefined;
  return fill((words ?? sentences.any)[language], data);
}

function fill(sentence: string, data: FaultData): string {
  return sentence.replace(/\{(\w+)\}/gu, (_, name: string) => (Object.hasOwn(data, name) ? harmless(data[name]) : '?'));
}

/** Host names and numbers need no other characters. */
function harmless(value: string | number | undefined): string {
  return String(value).replace(/[^\w.:[\]-]/gu, '?');
}
