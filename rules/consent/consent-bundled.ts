import { consentBundles } from '../../src/lint/consent/bundles.js';
import { rule } from '../../src/lint/rule.js';

const purposes = (first: string, second: string): string => `purposes:
  newsletter: {use: email-marketing, legal_basis: consent, consent: {field: ${first}}}
  profiles: {use: behavioural-profiling, legal_basis: consent, consent: {field: ${second}}}`;
const FORM = { kind: 'form', id: 11, key: 'Quiz', published: true } as const;
const BOX = { kind: 'form_field', id: 88, key: 'Quiz/all', form: 'form:Quiz', type: 'checkboxgrp' } as const;
const OPTIONS = [{ value: '1', label: 'I accept' } as const];

export default rule({
  id: 'consent-bundled',
  family: 'consent',
  since: '1.0.0',
  evidence: 'certain',
  needs: ['form_field'],
  severity: { recommended: 'error', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [
    { cite: 'GDPR Art. 7(2), recitals 32, 43', kind: 'law' },
    { cite: 'Garante, Douglas, 20 October 2022 (doc. web 9825667)', kind: 'decision' },
    { cite: 'EDPB Guidelines 05/2020 on consent', kind: 'guidance' },
  ],
  text: {
    en: {
      title: 'One tick for several things',
      message:
        "One tick at '{label}' covers several things: {purposes}. People must be able to choose each one. Make one optional box for each, and give each purpose its own `consent.field`.",
      why: 'Who wants only one of them must take all. Such a yes does not say what the person wanted.',
      next: 'Split the box: one for the terms, one for each purpose, each with a contact field of its own.',
    },
    it: {
      title: 'Una sola spunta per più cose',
      message:
        'Una sola spunta su «{label}» vale per più cose: {purposes}. Le persone devono poter scegliere ciascuna. Crea una casella facoltativa per ognuna e dai a ogni finalità il suo `consent.field`.',
      why: 'Chi ne vuole solo una deve prenderle tutte. Un sì così non dice che cosa voleva la persona.',
      next: 'Dividi la casella: una per le condizioni e una per ogni finalità, ciascuna con il suo campo contatto.',
    },
  },
  examples: {
    bad: {
      declarations: purposes('yes_to_all', 'yes_to_all'),
      items: [FORM, { ...BOX, title: 'I accept the terms, the newsletter and sharing with partners', options: OPTIONS }],
      finds: ['contact_field:yes_to_all', 'form_field:Quiz/all'],
    },
    good: {
      declarations: purposes('newsletter_ok', 'profiles_ok'),
      items: [FORM, { ...BOX, title: 'I accept the terms of the quiz', options: OPTIONS }],
      finds: [],
    },
  },
  check: context =>
    consentBundles(context).map(({ subject, place, related, label, covers, certain }) => ({
      subject,
      place,
      related,
      data: { label, purposes: covers },
      ...(certain ? {} : { severity: 'warn' }),
    })),
});
