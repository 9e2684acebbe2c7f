import { problemWords } from '../../src/declarations/problems.js';
import { fixesOfProblem, namesOf } from '../../src/lint/declared/file-fixes.js';
import { fileProblems } from '../../src/lint/declared/file-problems.js';
import { rule } from '../../src/lint/rule.js';
import { later } from '../../src/text/later.js';

export default rule({
  id: 'schema-valid',
  family: 'declaration',
  since: '1.0.0',
  evidence: 'certain',
  severity: { recommended: 'error', strict: 'error' },
  waivable: false,
  fix: 'safe',
  law: [
    { cite: 'GDPR Art. 5(2)', kind: 'law' },
    { cite: 'GDPR Art. 24(1)', kind: 'law' },
    { cite: 'Good practice: a record that nobody can read is no record', kind: 'practice' },
  ],
  text: {
    en: {
      title: 'Mistake in a declaration file',
      message: 'Line {line}: {detail} Until this is corrected, what depends on it is not checked.',
      why: 'What cannot be read cannot be checked: a typing mistake may hide that people were never asked.',
      next: 'Correct the line. The JSON Schema shows the keys and values in your editor while you type.',
      get words() {
        return problemWords('en');
      },
    },
    it: {
      title: 'Errore in un file di dichiarazione',
      message: 'Riga {line}: {detail} Finché non lo correggi, ciò che ne dipende non viene controllato.',
      why: 'Ciò che non si legge non si può controllare: un errore di battitura può nascondere che alle persone non è mai stato chiesto nulla.',
      next: "Correggi la riga. Il JSON Schema mostra chiavi e valori nell'editor mentre scrivi.",
      get words() {
        return problemWords('it');
      },
    },
  },
  examples: {
    bad: {
      declarations:
        'contact_fields:\n  email: {purpose: newsleter}\npurposes:\n  news: {description: Fairs, notice: sites}\nnotices:\n  site: {url: "https://aurora.example/privacy", date: 2026-10-01}',
      finds: ['contact_field:email', 'purpose:news'],
    },
    good: {
      declarations:
        'contact_fields:\n  email: {purposes: [newsletter]}\npurposes:\n  newsletter: {description: Send the monthly menu to people who asked for it}\nx-ticket: PRIV-12',
      finds: [],
    },
  },
  check: context => {
    // The texts are other ones with each key stroke: they are asked for only where something is wrong.
    const files = later(() => new Map(context.declarations.files.map(file => [file.path, file])));
    const isName = namesOf(context);
    return fileProblems(context).map(problem => {
      const { code, subject, place, data, related } = problem;
      return {
        subject,
        place,
        key: `${code} ${place.path.join('/')}`,
        data: { ...data, detail: code },
        ...(related === undefined ? {} : { related }),
        fixes: fixesOfProblem(problem, files().get(place.file), isName),
      };
    });
  },
});
