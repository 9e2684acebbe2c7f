/** What the language server says itself, in both languages. */
import type { Language } from '../finding.js';

export interface ServerWords {
  /** Title of the code action. */
  readonly waive: (rule: string) => string;
  /** Behind `approved_by`, as a comment. */
  readonly askDpo: string;
  readonly noSnapshot: (path: string) => string;
  readonly purposes: string;
  readonly undecided: string;
  readonly notPersonal: string;
  readonly inherited: string;
  readonly covers: (count: string) => string;
  readonly legalBasis: string;
  readonly retention: string;
  readonly recipients: string;
  readonly items: (count: string) => string;
  readonly undeclared: string;
  readonly answers: (count: string) => string;
  readonly people: (count: string) => string;
}

const en: ServerWords = {
  waive: rule => `Waive this, with a reason (${rule})`,
  askDpo: 'dpo, once the data protection officer has agreed',
  noSnapshot: path => `There is no snapshot at ${path}: what depends on Mautic is not checked. \`purposelint pull\` makes it.`,
  purposes: 'Purposes:',
  undecided: 'undecided',
  notPersonal: 'not personal',
  inherited: 'inherited',
  covers: count => `${count} ${count === '1' ? 'item' : 'items'} in Mautic:`,
  legalBasis: 'Legal basis:',
  retention: 'Kept for:',
  recipients: 'Recipients:',
  items: count => `Items that name it: ${count}`,
  undeclared: 'not declared yet',
  answers: count => `answers: ${count}`,
  people: count => `people: ${count}`,
};

const it: ServerWords = {
  waive: rule => `Fai un’eccezione, con un motivo (${rule})`,
  askDpo: 'dpo, quando il responsabile della protezione dei dati è d’accordo',
  noSnapshot: path => `In ${path} non c’è lo snapshot: ciò che dipende da Mautic non viene controllato. Lo crea \`purposelint pull\`.`,
  purposes: 'Finalità:',
  undecided: 'da decidere',
  notPersonal: 'non personale',
  inherited: 'ereditate',
  covers: count => `${count} ${count === '1' ? 'elemento' : 'elementi'} in Mautic:`,
  legalBasis: 'Base giuridica:',
  retention: 'Conservazione:',
  recipients: 'Destinatari:',
  items: count => `Elementi che la indicano: ${count}`,
  undeclared: 'non ancora dichiarato',
  answers: count => `risposte: ${count}`,
  people: count => `persone: ${count}`,
};

const WORDS: Readonly<Record<Language, ServerWords>> = { en, it };

/** The words of the server alone; those of findings and items are `wordsOf`. */
export function serverWords(language: Language): ServerWords {
  return WORDS[language];
}
