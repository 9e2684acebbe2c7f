/** Sentences of `init --ci`. */
import type { Language } from '../finding.js';

/** By code, in both languages. */
export const ciMessages = () =>
  ({
    'ci-same': { en: '{path} is there already.', it: '{path} c’è già.' },
    'ci-kept': {
      en: '{path} is there, differs from today’s text, and stays as it is. For today’s text, move it away and run this again.',
      it: '{path} c’è, è diverso dal testo attuale e resta com’è. Per il testo attuale, spostalo e ripeti il comando.',
    },
    'ci-include': {
      en: '{path} is there and stays as it is. Add to it:',
      it: '{path} c’è e resta com’è. Aggiungi:',
    },
    'ci-install': {
      en: 'The jobs run the purposelint that package-lock.json names, and it names none yet: run `npm install --save-dev purposelint`, and commit package.json and package-lock.json.',
      it: 'I job usano il purposelint indicato in package-lock.json, che ancora non ne indica: esegui `npm install --save-dev purposelint` e fai il commit di package.json e package-lock.json.',
    },
    'ci-no-url': {
      en: 'The nightly job does not know yet where Mautic is: write `mautic: {url: https://mautic.example.com}` into purposelint.yaml.',
      it: 'Il job notturno non sa ancora dov’è Mautic: scrivi `mautic: {url: https://mautic.example.com}` in purposelint.yaml.',
    },
    'ci-next-github': {
      en: 'Next, on GitHub: Settings > Environments, make `mautic`, with the secrets MAUTIC_CLIENT_ID and MAUTIC_CLIENT_SECRET. Settings > Actions > General, tick "Allow GitHub Actions to create and approve pull requests". Then commit the files.',
      it: 'Ora, su GitHub: in Settings > Environments crea `mautic`, con i segreti MAUTIC_CLIENT_ID e MAUTIC_CLIENT_SECRET. In Settings > Actions > General spunta «Allow GitHub Actions to create and approve pull requests». Poi fai il commit dei file.',
    },
    'ci-next-gitlab': {
      en: 'Next, on GitLab: Settings > CI/CD > Variables, masked and protected: MAUTIC_CLIENT_ID, MAUTIC_CLIENT_SECRET, and PURPOSELINT_TOKEN (a project access token, Developer, write_repository). Build > Pipeline schedules, make one for every night with the variable PURPOSELINT_NIGHTLY: yes. Then commit the files.',
      it: 'Ora, su GitLab: in Settings > CI/CD > Variables, mascherate e protette: MAUTIC_CLIENT_ID, MAUTIC_CLIENT_SECRET e PURPOSELINT_TOKEN (un token di accesso al progetto, Developer, write_repository). In Build > Pipeline schedules creane una per ogni notte con la variabile PURPOSELINT_NIGHTLY: yes. Poi fai il commit dei file.',
    },
  }) as const satisfies Record<string, Record<Language, string>>;
