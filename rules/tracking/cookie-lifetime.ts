import { rule } from '../../src/lint/rule.js';
import { lifetimeFaults, lifetimeYardstick, SAME_BUT_LONG, UNLIMITED } from '../../src/lint/tracking/identifiers.js';

const website = (device: string) =>
  `tracking:\n  website:\n    purposes: [statistics]\n    gate: consent-tool\n    cookies:\n      mautic_device_id: {${device}}\n      mtc_id: {lifetime: session, local_storage: cleared by the consent tool}\n      mautic_referer_id: {lifetime: PT30M}`;

export default rule({
  id: 'cookie-lifetime',
  family: 'tracking',
  since: '1.0.0',
  evidence: 'certain',
  severity: { recommended: 'warn', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [
    { cite: 'CJEU C-673/17 Planet49', kind: 'law' },
    { cite: 'CNIL, audience measurement: identifiers live 13 months at most', kind: 'guidance' },
  ],
  text: {
    en: {
      title: 'Cookies that stay longer than people are told',
      message: "'{key}' stays on people's devices for {live}; the declaration says {declared}. {detail}",
      why: 'People must be told how long something stays on their device. Mautic keeps copies of two of its cookies in the local storage of the browser, where they stay until something clears them.',
      next: 'No snapshot shows what is on a device: the rule knows what Mautic leaves there as it is installed. If your site deletes it earlier, declare that time as `lifetime`, and in `local_storage` what clears it.',
      words: {
        session: 'a browser session',
        [UNLIMITED]: 'an unlimited time',
        [SAME_BUT_LONG]: 'the same, but the yardstick ({authority}) is {limit}',
        cookie: 'Correct `lifetime` and the notice, or have your site delete it earlier.',
        copy: "Have your site clear the copy in the browser's local storage; declare in `local_storage` what clears it, and the time in `lifetime`.",
      },
    },
    it: {
      title: 'Cookie che restano più di quanto si dica',
      message: '«{key}» resta sui dispositivi delle persone per {live}; dichiarato: {declared}. {detail}',
      why: 'Alle persone va detto per quanto tempo qualcosa resta sul loro dispositivo. Mautic tiene copia di due suoi cookie nella memoria locale del browser, dove restano finché qualcosa non li cancella.',
      next: "Nessuno snapshot mostra che cosa c'è su un dispositivo: la regola conosce ciò che Mautic vi lascia appena installato. Se il tuo sito lo cancella prima, dichiara quel tempo in `lifetime` e in `local_storage` che cosa lo cancella.",
      words: {
        session: 'una sessione del browser',
        [UNLIMITED]: 'un tempo illimitato',
        [SAME_BUT_LONG]: 'lo stesso, ma il valore di riferimento ({authority}) è {limit}',
        cookie: "Correggi `lifetime` e l'informativa, oppure fai in modo che il sito lo cancelli prima.",
        copy: 'Fai cancellare dal sito la copia nella memoria locale del browser; indica in `local_storage` che cosa la cancella, e in `lifetime` il tempo.',
      },
    },
  },
  examples: {
    bad: { declarations: website('lifetime: session'), finds: ['tracking:website'] },
    good: { declarations: website('lifetime: P12M, local_storage: cleared by the consent tool'), finds: [] },
  },
  check: context =>
    lifetimeFaults(context).map(({ key, place, live, declared }) => ({
      subject: 'tracking:website',
      place,
      key,
      data: {
        key,
        live,
        declared,
        detail: live === UNLIMITED ? 'copy' : 'cookie',
        ...(declared === SAME_BUT_LONG ? yardstick() : {}),
      },
    })),
});

function yardstick(): { readonly authority: string; readonly limit: string } {
  const { authority, lifetime } = lifetimeYardstick();
  return { authority, limit: lifetime };
}
