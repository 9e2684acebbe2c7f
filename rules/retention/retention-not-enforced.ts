import { unkeptRetentions } from '../../src/lint/retention/enforcement.js';
import { rule } from '../../src/lint/rule.js';
import { cleaningUp } from '../../src/lint/unstated.js';

const news = (by: string) =>
  `instance: {settings: {gdpr_user_purge_threshold: 730}}\npurposes:\n  news: {use: email-marketing, legal_basis: consent, retention: {period: P24M, from: last-action${by}}}`;

export default rule({
  id: 'retention-not-enforced',
  family: 'retention',
  since: '1.0.0',
  evidence: 'needs-complete-snapshot',
  per: ['segment', 'campaign'],
  settings: cleaningUp,
  severity: { recommended: 'error', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [
    { cite: 'GDPR Art. 5(1)(e), 5(2), 25', kind: 'law' },
    { cite: 'GDPR recital 39', kind: 'law' },
  ],
  text: {
    en: {
      title: 'A date of deletion that nothing keeps',
      message:
        "[{detail}][For '{purpose}' you promise to delete after {period}, but nothing does it: {reason}. Name in `enforced_by` the campaign, system or plugin that deletes, or `cleanup-command`.]",
      why: 'People were told that their data go. If nothing deletes them, that was not true, and every year adds people who no longer expect to be there.',
      next: 'Mautic shows its campaigns, but neither its scheduled commands nor other systems: declare the days of the cleanup command in `instance.settings` (`gdpr_user_purge_threshold`), and for another system the day it last ran (`last_run`).',
      words: {
        nothing: 'no `enforced_by` says what deletes',
        unpublished: "the campaign '{item}' is not live",
        'no-deletion': "the campaign '{item}' has no step that deletes contacts",
        'no-date': "no date decides whom the campaign '{item}' deletes",
        'too-late': "the campaign '{item}' waits for {limit}",
        later:
          "For '{purpose}' you promise to delete after {period}, but the cleanup command deletes only after {limit}. Correct the days of the command (`gdpr_user_purge_threshold`) in Mautic and in `instance.settings`, or the period.",
        sooner:
          "For '{purpose}' you say that data are kept for {period}, but the cleanup command deletes after {limit} already. Correct the period, or the days of the command (`gdpr_user_purge_threshold`) in Mautic and in `instance.settings`.",
        'no-last-run': "no `last_run` says when '{system}' last did it",
        'old-last-run': "'{system}' last did it on {date}",
        'not-erasing': "the plugin '{item}' is not declared to delete (`does: [erasure]`)",
      },
    },
    it: {
      title: 'Una scadenza che nessuno fa rispettare',
      message:
        '[{detail}][Per «{purpose}» prometti di cancellare dopo {period}, ma nulla lo fa: {reason}. Indica in `enforced_by` la campagna, il sistema o il plugin che cancella, oppure `cleanup-command`.]',
      why: 'Alle persone hai detto che i loro dati spariscono. Se nulla li cancella non era vero, e ogni anno si aggiunge chi non si aspetta più di essere lì.',
      next: "Mautic mostra le sue campagne, ma non i comandi pianificati né gli altri sistemi: dichiara i giorni del comando di pulizia in `instance.settings` (`gdpr_user_purge_threshold`) e, per un altro sistema, il giorno dell'ultima esecuzione (`last_run`).",
      words: {
        nothing: 'nessun `enforced_by` dice che cosa cancella',
        unpublished: 'la campagna «{item}» non è attiva',
        'no-deletion': 'la campagna «{item}» non ha un passaggio che cancella i contatti',
        'no-date': 'nessuna data decide chi viene cancellato dalla campagna «{item}»',
        'too-late': 'la campagna «{item}» aspetta {limit}',
        later:
          'Per «{purpose}» prometti di cancellare dopo {period}, ma il comando di pulizia cancella solo dopo {limit}. Correggi i giorni del comando (`gdpr_user_purge_threshold`) in Mautic e in `instance.settings`, oppure il periodo.',
        sooner:
          'Per «{purpose}» dichiari di conservare i dati per {period}, ma il comando di pulizia li cancella già dopo {limit}. Correggi il periodo, oppure i giorni del comando (`gdpr_user_purge_threshold`) in Mautic e in `instance.settings`.',
        'no-last-run': "nessun `last_run` dice quando «{system}» l'ha fatto l'ultima volta",
        'old-last-run': "«{system}» l'ha fatto l'ultima volta il {date}",
        'not-erasing': 'per il plugin «{item}» non è dichiarato che cancella (`does: [erasure]`)',
      },
    },
  },
  examples: {
    bad: { declarations: news(''), finds: ['purpose:news'] },
    good: { declarations: news(', enforced_by: cleanup-command, last_run: 2026-11-01'), finds: [] },
  },
  check: context =>
    unkeptRetentions(context).map(({ stated, period, place, fault }) => ({
      subject: stated.subject,
      place,
      key: stated.key,
      data: { purpose: stated.name, period, ...fault },
    })),
});
