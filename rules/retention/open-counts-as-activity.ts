import { movingClocks } from '../../src/lint/retention/moving-clocks.js';
import { rule } from '../../src/lint/rule.js';

const news = (mode: string) =>
  `purposes:\n  news: {use: email-marketing, legal_basis: consent, retention: {period: P24M, from: last-action, enforced_by: cleanup-command}}\ntracking:\n  email_opens: {mode: ${mode}}`;

export default rule({
  id: 'open-counts-as-activity',
  family: 'retention',
  since: '1.0.0',
  evidence: 'certain',
  per: ['segment', 'campaign'],
  severity: { recommended: 'warn', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [
    { cite: 'GDPR Art. 5(1)(e)', kind: 'law' },
    { cite: 'CNIL: an opened e-mail alone is no contact that came from the person', kind: 'guidance' },
  ],
  text: {
    en: {
      title: 'Opened e-mails that push the deletion away',
      message:
        "Mail programs open e-mails by themselves, so the deletion date of '{purpose}' keeps moving[ for {people}]. {detail}, or switch off open tracking (`mode: off`).",
      why: 'Mautic counts every opened e-mail as an activity, also when a mail program opens it and nobody looks. Who lost interest years ago seems to be there still, and is never deleted.',
      next: 'Make a date field that clicks, orders and forms write, let the deletion go by it, and name it in `from_field`. Nothing stated about open tracking counts as on: so Mautic is installed.',
      words: {
        field: 'Name a date of real actions in `from_field`',
        command: 'Let a campaign delete by a date of real actions, as the cleanup command goes by the last activity alone',
      },
    },
    it: {
      title: 'Aperture che rinviano la cancellazione',
      message:
        'I programmi di posta aprono le e-mail da soli: così la scadenza di «{purpose}» si sposta sempre[ per {people}]. {detail}, oppure disattiva il tracciamento delle aperture (`mode: off`).',
      why: "Mautic conta ogni e-mail aperta come un'attività, anche quando la apre un programma di posta e nessuno guarda. Chi ha perso interesse da anni sembra ancora presente e non viene mai cancellato.",
      next: "Crea un campo data scritto da clic, ordini e moduli, fai partire da lì la cancellazione e indicalo in `from_field`. Se del tracciamento delle aperture non c'è scritto nulla, vale come attivo: Mautic si installa così.",
      words: {
        field: 'Indica in `from_field` una data di azioni vere',
        command:
          "Fai cancellare da una campagna in base a una data di azioni vere, perché il comando di pulizia guarda solo l'ultima attività",
      },
    },
  },
  examples: {
    bad: { declarations: news('individual, purposes: [news]'), finds: ['purpose:news'] },
    good: { declarations: news('off'), finds: [] },
  },
  check: context =>
    movingClocks(context).map(({ stated: { subject, key, name }, place, byCommand }) => ({
      subject,
      place,
      key,
      data: { purpose: name, detail: byCommand ? 'command' : 'field' },
    })),
});
