import { proofGaps } from '../../src/lint/consent/proofs.js';
import { placeOf } from '../../src/lint/forms/questions.js';
import { nameOfPurpose } from '../../src/lint/policy.js';
import { rule } from '../../src/lint/rule.js';

const CONSENT = 'use: email-marketing, legal_basis: consent, consent: {field: news_ok, collected_by: [form:Menu]';
const FIELDS = [{ kind: 'contact_field', id: 44, key: 'news_ok', title: 'Newsletter', type: 'boolean' } as const];
const FORM = { kind: 'form', id: 1, key: 'Menu', published: true } as const;
const BOX = { kind: 'form_field', id: 1, key: 'Menu/news', form: 'form:Menu', type: 'checkboxgrp', title: 'News', saved: true } as const;
const COLLECTS = [{ from: 'form_field:Menu/news', how: 'collects', to: 'contact_field:news_ok', at: 'form.field' } as const];

export default rule({
  id: 'consent-proof',
  family: 'consent',
  since: '1.0.0',
  evidence: 'needs-complete-snapshot',
  per: ['contact_field', 'form_field'],
  severity: { recommended: 'error', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [
    { cite: 'GDPR Art. 5(2), 7(1), recital 42', kind: 'law' },
    { cite: 'CNIL, Caloga, SAN-2025-002 of 15 May 2025', kind: 'decision' },
    { cite: 'EDPB Guidelines 05/2020', kind: 'guidance' },
  ],
  text: {
    en: {
      title: 'Consent without proof',
      message:
        "For '{purpose}' you store that people said yes, but not {missing}: if someone asks, you can't show it. Keep it in a field or in the form results, and say where in `proof`.",
      why: 'If people say that they never agreed, it is up to you to show when, to what and where they did.',
      next: 'Let the form save the answer, or keep day, version of the text and form in contact fields. An IP address is not asked for; if you keep it, declare it.',
      words: {
        timestamp: 'when they did',
        wording: 'what they agreed to',
        source: 'where they were asked',
      },
    },
    it: {
      title: 'Consenso senza prova',
      message:
        'Per «{purpose}» conservi il sì delle persone, ma non {missing}: se qualcuno lo chiede, non puoi dimostrarlo. Salvalo in un campo o nei risultati del modulo e indica dove in `proof`.',
      why: "Se una persona dice di non aver mai acconsentito, tocca a te dimostrare quando, a che cosa e dove l'ha fatto.",
      next: "Fai salvare la risposta al modulo, oppure conserva in campi del contatto giorno, versione del testo e modulo. L'indirizzo IP non è richiesto; se lo conservi, dichiaralo.",
      words: {
        timestamp: "quando l'hanno detto",
        wording: 'a che cosa',
        source: 'dove è stato chiesto',
      },
    },
  },
  examples: {
    bad: {
      declarations: `purposes:\n  news: {${CONSENT}, proof: [timestamp, wording, source]}}\n  offers: {${CONSENT}}}`,
      items: [...FIELDS, FORM, { ...BOX, saved: false }],
      uses: COLLECTS,
      finds: ['purpose:news', 'purpose:offers'],
    },
    good: {
      declarations: `purposes:\n  news: {${CONSENT}, proof: [timestamp, wording, source]}}\n  offers: {${CONSENT}, proof: system:cmp}}`,
      items: [...FIELDS, FORM, BOX],
      uses: COLLECTS,
      finds: [],
    },
  },
  check: context =>
    proofGaps(context, context.kinds).map(({ purpose, place, missing, items }) => ({
      subject: `purpose:${purpose.key}`,
      place,
      data: { purpose: nameOfPurpose(purpose), missing },
      related: items.map(item => ({ subject: context.snapshot.reference(item), place: placeOf(context, item) })),
    })),
});
