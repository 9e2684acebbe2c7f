/** The words of `where --path`. Templates: `{placeholder}`, `[left out when one in it is empty]`. */
import type { Language } from '../../finding.js';
import type { Way } from '../../lint/paths/ways.js';
import { plural } from '../values.js';

export interface PathWords {
  readonly title: string;
  /** Whose consent was looked for. */
  readonly consent: string;
  readonly noDeclarations: string;
  readonly noConsents: string;
  readonly noWay: string;
  /** Above a way: its number, how many there are, and whether a yes is asked for on it. */
  readonly heading: string;
  readonly consents: Readonly<Record<Way['consent'], string>>;
  /** Where nobody knows what holds a consent. */
  readonly plain: (steps: string) => string;
  readonly together: string;
  readonly filtersUnseen: string;
  readonly stepsUnseen: string;
  readonly gates: Readonly<Record<'box' | 'only-box' | 'button' | 'holder' | 'members' | 'confirmation' | 'checked' | 'unseen', string>>;
  readonly left: string;
  readonly leftAtLeast: string;
}

const WORDS: Readonly<Record<Language, PathWords>> = {
  en: {
    title: '{from} → {to}',
    consent: 'Consent looked for: {purposes}',
    noDeclarations: 'There are no declarations: which fields, tags and segments hold a consent is not known.',
    noConsents: 'By the declarations no consent is needed for it.',
    noWay: 'Nothing that the snapshot shows leads there.',
    heading: 'Way {n} of {count}: {consent}',
    consents: {
      free: 'without consent',
      asked: 'consent is asked, and then nobody looks at the answer',
      checked: 'with consent',
      unseen: 'whether consent is looked at was not seen',
    },
    plain: plural('step', 'steps'),
    together: 'one of {count} conditions',
    filtersUnseen: 'Its filters were not seen.',
    stepsUnseen: 'Its steps were not seen.',
    gates: {
      box: 'Consent is asked here: {label}.',
      'only-box': 'Consent is asked here: {label}, which must be ticked.',
      button: 'Consent is asked here: pressing the button is the yes, as declared.',
      holder: 'Consent is checked here: {item} stands for it.',
      members: 'Consent is checked here: only people who said yes are in it, as declared.',
      confirmation: 'Consent is confirmed here, as declared.',
      checked: 'Consent is checked here[: {items}].',
      unseen: 'Whether consent is checked here was not seen.',
    },
    left: 'Ways that are left out: {count}',
    leftAtLeast: 'Ways that are left out: {count}, and more that were not looked for',
  },
  it: {
    title: '{from} → {to}',
    consent: 'Consenso cercato: {purposes}',
    noDeclarations: 'Non ci sono dichiarazioni: non si sa quali campi, tag e segmenti contengono un consenso.',
    noConsents: 'Secondo le dichiarazioni non serve alcun consenso.',
    noWay: 'Nulla di ciò che lo snapshot mostra porta fin lì.',
    heading: 'Percorso {n} di {count}: {consent}',
    consents: {
      free: 'senza consenso',
      asked: 'il consenso si chiede, ma poi nessuno guarda la risposta',
      checked: 'con il consenso',
      unseen: 'non si è visto se il consenso viene controllato',
    },
    plain: plural('passo', 'passi'),
    together: 'una di {count} condizioni',
    filtersUnseen: 'I suoi filtri non sono stati visti.',
    stepsUnseen: 'I suoi passi non sono stati visti.',
    gates: {
      box: 'Qui si chiede il consenso: {label}.',
      'only-box': 'Qui si chiede il consenso: {label}, che va spuntata per forza.',
      button: 'Qui si chiede il consenso: come dichiarato, il sì è premere il pulsante.',
      holder: 'Qui si controlla il consenso: {item} ne è il segno.',
      members: 'Qui si controlla il consenso: come dichiarato, ne fa parte solo chi ha detto sì.',
      confirmation: 'Qui si conferma il consenso, come dichiarato.',
      checked: 'Qui si controlla il consenso[: {items}].',
      unseen: 'Non si è visto se qui il consenso viene controllato.',
    },
    left: 'Percorsi non mostrati: {count}',
    leftAtLeast: 'Percorsi non mostrati: {count}, e altri che non sono stati cercati',
  },
};

/** The words of `where --path` alone. */
export function pathWordsOf(language: Language): PathWords {
  return WORDS[language];
}
