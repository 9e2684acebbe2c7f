/** Words that name no end: "until withdrawal", "for ever", "as long as necessary". */

import { daysOf } from '../../declarations/periods.js';
import type { Retention } from '../../generated/declaration.js';

/** A whole value in its plain form: small letters without accents, hyphens and blanks as one blank each. */
const WHOLE = new Set([
  'never',
  'always',
  'none',
  'no',
  'infinite',
  'infinity',
  'mai',
  'sempre',
  'nessuna',
  'nessuno',
  'infinito',
  'infinita',
]);

/** Phrases inside a value, in the same form. */
const PHRASES: readonly RegExp[] = [
  /\bfor ?ever\b|\bindefinite(ly)?\b|\bunlimited\b|\bpermanent(ly)?\b|\b(no|without( a)?( time)?) (time )?limit\b|\buntil further notice\b/u,
  /\b(as|so) long as (is |are |it is |they are )?(necessary|needed|required|useful)\b|\bas needed\b/u,
  /\bper sempre\b|\b(a tempo )?indeterminat[oa]\b|\billimitat[oaie]\b|\bsenza (limit[ei]|scadenza)\b|\bpermanente(mente)?\b|\bfino a nuov[oa] (avviso|comunicazione)\b/u,
  /\b(finche|per quanto|fintanto che|per il tempo)( e| sia| sono| siano)? (necessari[oaie]|util[ei]|serv[ea]|richiest[oaie])\b/u,
];

/** Words of who says stop, in both languages. */
const STOPPING = String.raw`(withdraw\w*|revo(ke\w*|cation|king)|unsubscri\w*|opt(s|ed|ing)? out|objects?|objection|revoc\w*|ritir\w*|disiscri\w*|cancell\w*|oppo(ne|ngono|sizione)|recesso)\b`;
const UNTIL = 'until|till|up to|fino|finche|sino';

/** It ends when somebody says stop. */
const UNTIL_STOPPED = new RegExp(String.raw`\b(${UNTIL}|unless|salvo)\b[^.;,]*\b${STOPPING}`, 'u');

/** Another end, of two words at least, and only then who says stop: "until the course ends or …", "fino al termine del corso, salvo …". */
const OTHER_END = new RegExp(
  String.raw`\b(${UNTIL}|as long as)((?! (consent|consenso|${STOPPING})) [^ .;,]+){2,},? (or|unless|o|oppure|salvo)\b`,
  'u',
);

const ENGLISH_NUMBER = String.raw`an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(twen|thir|for|fif|six|seven|eigh|nine)ty|hundred`;
const ITALIAN_NUMBER = String.raw`un[oa]?|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|\w+dici|dici\w+|(vent|trent|quarant|cinquant|sessant|settant|ottant|novant)\w+|cento\w*`;
/** A length of time, which is a limit whatever stands beside it. */
const LENGTH = new RegExp(
  String.raw`(\d+|\b(${ENGLISH_NUMBER}|${ITALIAN_NUMBER})) *(days?|weeks?|months?|years?|giorn[oi]|settiman[ae]|mes[ei]|ann[oi])\b|\bp\d+[ymwd]`,
  'u',
);

/** A sentence says it at the start, if at all; so no text takes long. */
const LOOKED_AT = 500;

/** The words of a retention that name no end although they stand for one; undefined when there is a limit beside them, or no such words. */
export function endlessIn({ period, criteria }: Retention): { readonly value: string; readonly key: 'period' | 'criteria' } | undefined {
  if (period !== undefined) return isEndless(period) ? { value: period, key: 'period' } : undefined;
  return criteria !== undefined && isEndless(criteria) ? { value: criteria, key: 'criteria' } : undefined;
}

function isEndless(text: string): boolean {
  if (daysOf(text) !== undefined) return false;
  const plain = plainForm(text.slice(0, LOOKED_AT));
  if (WHOLE.has(plain)) return true;
  const isOpen = PHRASES.some(phrase => phrase.test(plain)) || (UNTIL_STOPPED.test(plain) && !OTHER_END.test(plain));
  return isOpen && !LENGTH.test(plain);
}

function plainForm(text: string): string {
  const bare = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return bare.replace(/[-_\s]+/gu, ' ').trim();
}
