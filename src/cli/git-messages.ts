import type { Language } from '../finding.js';

/** What is said when git cannot tell how the policy was, and by `purposelint diff`. */

const FETCH = {
  en: 'Fetch the rest: `{fetch}`. In CI, let the checkout fetch it all: on GitHub `fetch-depth: 0` for actions/checkout, on GitLab the variable `GIT_DEPTH: 0`.',
  it: 'Scarica il resto: `{fetch}`. In CI fai scaricare tutto al checkout: su GitHub `fetch-depth: 0` per actions/checkout, su GitLab la variabile `GIT_DEPTH: 0`.',
} as const;

/** By code, in both languages. */
export const gitMessages = () =>
  ({
    'git-missing': {
      en: 'To compare with another branch purposelint needs git, and there is none on the PATH. Install git, or run this where it is installed.',
      it: 'Per il confronto con un altro ramo purposelint ha bisogno di git, che nel PATH non c’è. Installa git, oppure esegui questo comando dove è installato.',
    },
    'git-failed': {
      en: '`{command}` failed: {detail}. Run it by hand in the folder of purposelint.yaml to see more.',
      it: '`{command}` non è riuscito: {detail}. Eseguilo a mano nella cartella di purposelint.yaml per vedere di più.',
    },
    'git-no-repository': {
      en: '{folder} is in no git repository, so there is no earlier state to compare with. Run this in a clone, not in a copy of the files.',
      it: '{folder} non è in un repository git: non c’è uno stato precedente con cui confrontare. Esegui il comando in un clone, non in una copia dei file.',
    },
    'git-dubious': {
      en: 'git does not trust {path}, since it belongs to another user. If you do, say so: git config --global --add safe.directory {path}',
      it: 'git non si fida di {path}, perché appartiene a un altro utente. Se tu ti fidi, diglielo: git config --global --add safe.directory {path}',
    },
    'git-bare': {
      en: '{folder} is not a checkout: there are no files to compare. Run this in a clone with files.',
      it: '{folder} non è un checkout: non ci sono file da confrontare. Esegui il comando in un clone con i file.',
    },
    'git-no-commit': {
      en: 'This repository has no commit yet on its branch, so there is nothing to compare with. Commit first.',
      it: 'In questo repository il ramo non ha ancora commit: non c’è nulla con cui confrontare. Fai prima un commit.',
    },
    'git-no-base': {
      en: 'With which branch is this one to be compared? Name the branch that it goes into: `purposelint diff main`.',
      it: 'Con quale ramo va fatto il confronto? Indica il ramo in cui questo confluirà: `purposelint diff main`.',
    },
    'git-bad-base': {
      en: "'{base}' cannot be the name of a branch, tag or commit. Name the branch that this one goes into: `purposelint diff main`.",
      it: '«{base}» non può essere il nome di un ramo, di un tag o di un commit. Indica il ramo in cui questo confluirà: `purposelint diff main`.',
    },
    'git-unknown-base': {
      en: "There is no branch, tag or commit '{base}' here.{near} If it is only on the server: `git fetch origin {branch}:refs/remotes/origin/{branch}`, then compare with `origin/{branch}`.",
      it: 'Qui non c’è nessun ramo, tag o commit «{base}».{near} Se esiste solo sul server: `git fetch origin {branch}:refs/remotes/origin/{branch}`, poi confronta con `origin/{branch}`.',
    },
    'git-shallow-base': {
      en: "Could not compare: this clone holds only part of the history, and '{base}' is not in it. Fetch it: `{fetch}`.{then} In CI, let the checkout fetch it all: on GitHub `fetch-depth: 0` for actions/checkout, on GitLab the variable `GIT_DEPTH: 0`.",
      it: 'Confronto impossibile: questo clone contiene solo una parte della storia, senza «{base}». Scaricalo: `{fetch}`.{then} In CI fai scaricare tutto al checkout: su GitHub `fetch-depth: 0` per actions/checkout, su GitLab la variabile `GIT_DEPTH: 0`.',
    },
    'git-then': { en: ' Then compare with `{name}`.', it: ' Poi confronta con `{name}`.' },
    'git-shallow': {
      en: `Could not compare: this clone holds only part of the history, and not the commit where this branch left '{base}'. ${FETCH.en}`,
      it: `Confronto impossibile: questo clone contiene solo una parte della storia, senza il commit in cui questo ramo si è staccato da «{base}». ${FETCH.it}`,
    },
    'git-unrelated': {
      en: "Could not compare: this branch and '{base}' have no commit in common. Name the branch that this one was made from.",
      it: 'Confronto impossibile: questo ramo e «{base}» non hanno nessun commit in comune. Indica il ramo da cui questo è nato.',
    },
    'base-submodule': {
      en: 'Could not compare: {path} is a submodule, a repository of its own. Run this in that folder.',
      it: 'Confronto impossibile: {path} è un sottomodulo, cioè un repository a sé. Esegui il comando in quella cartella.',
    },
    'base-unusable': {
      en: 'As it was in {base}, {file} cannot be read; it is compared as if it had not been there.',
      it: 'Com’era in {base}, {file} non si può leggere; il confronto procede come se non ci fosse stato.',
    },
    'base-config': {
      en: 'As it was in {base}, {file} cannot be read; the one of now says where the files were.',
      it: 'Com’era in {base}, {file} non si può leggere; vale quello di oggi per sapere dove erano i file.',
    },
    'base-declarations': {
      en: 'Could not compare: as it was in {base}, the declaration file {file} cannot be read. Compare with a branch where it can be.',
      it: 'Confronto impossibile: com’era in {base}, il file di dichiarazioni {file} non si può leggere. Confronta con un ramo in cui si può.',
    },
    'diff-declarations': {
      en: 'Could not compare: the declaration file {file} cannot be read as a whole. `purposelint check` says what to correct in it.',
      it: 'Confronto impossibile: il file di dichiarazioni {file} non si può leggere per intero. `purposelint check` dice che cosa correggere.',
    },
  }) as const satisfies Record<string, Record<Language, string>>;
