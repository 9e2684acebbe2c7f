import { coverageWords } from '../../src/lint/coverage-words.js';
import { rule } from '../../src/lint/rule.js';
import { isGap, uncheckedByCause } from '../../src/lint/unchecked.js';

const BESIDE_MAUTIC: ReadonlySet<string> = new Set(['not-counted', 'not-stated', 'failed']);

export default rule({
  id: 'snapshot-partial',
  family: 'drift',
  since: '1.0.0',
  evidence: 'certain',
  severity: { recommended: 'info', strict: 'warn' },
  waivable: false,
  fix: 'none',
  law: [
    { cite: 'GDPR Art. 5(2)', kind: 'law' },
    { cite: 'Good practice: silence must not look like proof', kind: 'practice' },
  ],
  text: {
    en: {
      title: 'Not everything could be checked',
      message:
        'Not checked: {rules}, because {reason}. This is no all-clear. If the API user lacks a permission, add it in Mautic and run `purposelint pull` again.',
      why: 'What the check could not see may hold anything. Who reads "no findings" must know what was looked at.',
      next: 'Do what the reason says, take a new snapshot, and check again. What no version of Mautic shows has to be declared.',
      words: coverageWords('en'),
    },
    it: {
      title: 'Non tutto è stato verificato',
      message:
        "Non verificato: {rules}, perché {reason}. Non vuol dire che vada tutto bene. Se all'utente API manca un permesso, aggiungilo in Mautic e ripeti `purposelint pull`.",
      why: 'In ciò che il controllo non ha potuto vedere può esserci di tutto. Chi legge «nessun problema» deve sapere che cosa è stato guardato.',
      next: 'Segui il motivo indicato, fai un nuovo snapshot e ripeti il controllo. Ciò che nessuna versione di Mautic mostra va dichiarato.',
      words: coverageWords('it'),
    },
  },
  examples: {
    bad: {
      declarations: 'forms: {}',
      coverage: [{ of: 'form', state: 'partial', rows: 3, total: 11, why: ['own-only', 'rows-missing'] }],
      finds: ['snapshot'],
    },
    good: { declarations: 'forms: {}', finds: [] },
  },
  // Whether people are counted is the team's choice: the summary says that they were not, as it does of rules that failed and of settings.
  check: ({ notRun }) =>
    uncheckedByCause(notRun.filter(isGap))
      .filter(({ reason }) => !BESIDE_MAUTIC.has(reason))
      .map(({ reason, what, rules }) => ({ subject: 'snapshot', key: reason, place: { item: 'snapshot' }, data: { rules, reason, what } })),
});
