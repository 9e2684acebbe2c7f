import { leftovers } from '../../src/lint/retention/leftovers.js';
import { STORE_WORDS } from '../../src/lint/retention/store-words.js';
import { rule } from '../../src/lint/rule.js';

const FORM = { kind: 'form', id: 1, key: 'Event registration', published: true } as const;
const MAIL = {
  kind: 'form_field',
  id: 1,
  key: 'Event registration/email',
  form: 'form:Event registration',
  type: 'email',
  saved: true,
} as const;

export default rule({
  id: 'leftover-history',
  family: 'retention',
  since: '1.0.0',
  evidence: 'certain',
  per: ['form_field', 'email', 'page', 'asset'],
  severity: { recommended: 'warn', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [{ cite: 'GDPR Art. 5(1)(e), 17(1)', kind: 'law' }],
  text: {
    en: {
      title: 'Traces that outlive the contact',
      message:
        'When you delete a contact, traces of the person stay in {stores}. Have them emptied too, and write within which time in `rights.erasure.covers`.',
      why: 'Who asked to be deleted believes to be gone. The answers, addresses and visits are still there and can be read.',
      next: 'Agree with the administrator who empties each of them and how fast, and write it down: `form_results: P1M`.',
      words: STORE_WORDS.en,
    },
    it: {
      title: 'Tracce che restano dopo la cancellazione',
      message:
        'Quando cancelli un contatto, restano tracce della persona in {stores}. Fai svuotare anche questi archivi e scrivi entro quanto in `rights.erasure.covers`.',
      why: 'Chi ha chiesto la cancellazione crede di non esserci più. Risposte, indirizzi e visite ci sono ancora e si possono leggere.',
      next: "Decidi con l'amministratore chi svuota ciascun archivio e in quanto tempo, e scrivilo: `form_results: P1M`.",
      words: STORE_WORDS.it,
    },
  },
  examples: {
    bad: {
      declarations: 'rights:\n  erasure: {covers: {audit_log: P3M, imports: P0D, exports: P1M, backups: P1M}}',
      items: [FORM, MAIL],
      finds: ['rights'],
    },
    good: {
      declarations: 'rights:\n  erasure: {covers: {form_results: P1M, audit_log: P3M, imports: P0D, exports: P1M, backups: P1M}}',
      items: [FORM, MAIL],
      finds: [],
    },
  },
  check: context => {
    const found = leftovers(context);
    return found === undefined ? [] : [{ subject: 'rights', place: found.place, data: { stores: found.stores } }];
  },
});
