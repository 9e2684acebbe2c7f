import { lostRefusals } from '../../src/lint/rights/refusals.js';
import { rule } from '../../src/lint/rule.js';

const CLEANUP = { kind: 'campaign', id: 1, key: 'Cleanup', published: true } as const;
const DELETES = [
  { from: 'campaign:Cleanup', how: 'removes', to: 'record:contact', at: 'campaign.event', id: 2, type: 'lead.deletecontact' } as const,
];
const LIST = 'where: Hash list in the CRM, content: hashed-email, retention: P5Y';

export default rule({
  id: 'suppression-lost',
  family: 'rights',
  since: '1.0.0',
  evidence: 'certain',
  needs: ['campaign'],
  severity: { recommended: 'error', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [{ cite: 'GDPR Art. 5(1)(c), 17(3)(b), (e), 21(3)', kind: 'law' }],
  text: {
    en: {
      title: 'Refusals that are deleted with the contact',
      message:
        'When a contact is deleted, Mautic forgets that the person said no; {reason}. Keep a list of refusals outside the contacts, check it there, and declare it in `rights.suppression`.',
      why: 'Somebody said no and was deleted; the next import or sync brings the address back, and the person is written to again. No API shows imports: only what is declared was looked at.',
      next: 'Keep no more than a hash of each address, and look into the list at every import and sync: `checked_by: [imports, system:crm]`. If people can come back in no way, say why in `not_needed`.',
      words: {
        'campaign-deletes': 'contacts are deleted by {places}, and nothing else keeps the refusals',
        deletes: 'contacts are deleted here after a time, and nothing else keeps the refusals',
        synced: "'{system}' can bring people back, and nothing else keeps the refusals",
        unchecked: "'{system}' can bring people back, and does not look into your list",
      },
    },
    it: {
      title: 'Rifiuti cancellati insieme al contatto',
      message:
        'Quando cancelli un contatto, Mautic dimentica che la persona aveva detto no; {reason}. Tieni un elenco dei rifiuti fuori dai contatti, controllalo lì e dichiaralo in `rights.suppression`.',
      why: "Una persona ha detto no ed è stata cancellata; l'importazione o la sincronizzazione seguente riporta il suo indirizzo, e le si scrive di nuovo. Le importazioni non compaiono in nessuna API: conta solo ciò che è dichiarato.",
      next: "Conserva solo un hash di ogni indirizzo e controlla l'elenco a ogni importazione e sincronizzazione: `checked_by: [imports, system:crm]`. Se le persone non possono tornare in nessun modo, spiega perché in `not_needed`.",
      words: {
        'campaign-deletes': "i contatti vengono cancellati da {places}, e nient'altro conserva i rifiuti",
        deletes: "qui i contatti vengono cancellati dopo un certo tempo, e nient'altro conserva i rifiuti",
        synced: "«{system}» può riportare le persone, e nient'altro conserva i rifiuti",
        unchecked: '«{system}» può riportare le persone, e non controlla il tuo elenco',
      },
    },
  },
  examples: {
    bad: {
      declarations: 'systems:\n  crm: {feeds: [email], gets: [email]}',
      items: [CLEANUP],
      uses: DELETES,
      finds: ['rights'],
    },
    good: {
      declarations: `systems:\n  crm: {feeds: [email], gets: [email]}\nrights:\n  suppression: {${LIST}, checked_by: [imports, "system:crm"]}`,
      items: [CLEANUP],
      uses: DELETES,
      finds: [],
    },
  },
  check: context => lostRefusals(context).map(({ subject, place, ...data }) => ({ subject, place, data })),
});
