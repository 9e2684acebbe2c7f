/** What can go wrong between here and Mautic's data: a closed list of codes. The words are in fault-words.ts. */

/** Whether a fault ends everything: asking on would bring the same again. The others end one request. */
const FATAL = {
  'login-wrong': true,
  'client-wrong': true,
  'client-grant': true,
  'token-refused': true,
  'api-off': true,
  'basic-off': true,
  'redirect-elsewhere': true,
  'login-page': true,
  'not-mautic': true,
  'not-installed': true,
  certificate: true,
  unreachable: true,
  proxy: true,
  'php-version': true,
  /** The client was closed while it was asking. */
  stopped: true,
  'rate-limit': false,
  timeout: false,
  broken: false,
  'too-large': false,
  'html-in-front': false,
  'html-error': false,
  empty: false,
} as const satisfies Readonly<Record<string, boolean>>;

export type FaultCode = keyof typeof FATAL;

/** Host names, numbers and words of our own tables; nothing else of what a server said. */
export type FaultData = Readonly<Record<string, string | number>>;

export interface Fault {
  readonly code: FaultCode;
  /** `host` (asked), `status`, `reason` (which of the sentences fits), and what the sentence has places for. */
  readonly data: FaultData;
}

export interface Faulty {
  readonly is: 'fault';
  readonly fault: Fault;
}

/**
 * A fault as an answer has it.
 * @param data for its sentence: never a secret, a token or an address with a login
 */
export function faulty(code: FaultCode, data: FaultData = {}): Faulty {
  return { is: 'fault', fault: { code, data } };
}

/** Whether a fault ends everything. On the very first request every fault does: the caller decides that. */
export function isFatal(code: FaultCode): boolean {
  return FATAL[code];
}
