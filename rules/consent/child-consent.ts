import { childConsents } from '../../src/lint/consent/children.js';
import { nameOfEntry } from '../../src/lint/places.js';
import { nameOfPurpose } from '../../src/lint/policy.js';
import { rule } from '../../src/lint/rule.js';

export default rule({
  id: 'child-consent',
  family: 'consent',
  since: '1.0.0',
  evidence: 'certain',
  severity: { recommended: 'error', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [
    { cite: 'GDPR Art. 6(1)(f), 8, recital 38', kind: 'law' },
    { cite: 'Codice privacy (Italy) art. 2-quinquies', kind: 'law' },
  ],
  text: {
    en: {
      title: 'Consent asked from children',
      message:
        "The form '{form}' speaks to children, who can't agree on their own under {age} ({country}). Declare `age_gate` and `parental_consent` for '{purpose}', or turn to the parents (`audience: parents`).",
      why: 'A child does not see what it says yes to. Below that age only the yes of a parent counts.',
      next: 'Ask the age first and send younger children to their parents; write both under `children` of the purpose. Advertising to children and profiles of them also need an impact assessment (`dpia`).',
    },
    it: {
      title: 'Consenso chiesto a minori',
      message:
        'Il modulo «{form}» si rivolge a minori, che sotto i {age} anni ({country}) non possono dare il consenso da soli. Indica `age_gate` e `parental_consent` per «{purpose}», oppure rivolgiti ai genitori (`audience: parents`).',
      why: "Un bambino non capisce a che cosa dice sì. Sotto quell'età vale solo il sì di un genitore.",
      next: "Chiedi prima l'età e rimanda i più piccoli ai genitori; scrivi entrambe le cose in `children` della finalità. Per la pubblicità ai minori e la loro profilazione serve anche una valutazione d'impatto (`dpia`).",
    },
  },
  examples: {
    bad: {
      declarations:
        'organisation: {countries: [IT]}\npurposes:\n  club: {use: email-marketing, legal_basis: consent}\nforms:\n  Kids club: {purposes: [club], audience: children}',
      finds: ['form:Kids club'],
    },
    good: {
      declarations:
        'organisation: {countries: [IT]}\npurposes:\n  club: {use: email-marketing, legal_basis: consent, children: {age_gate: 14, parental_consent: A parent signs at the desk}}\n  party: {use: email-marketing, legal_basis: consent}\nforms:\n  Kids club: {purposes: [club], audience: children}\n  Birthday party: {purposes: [party], audience: parents}',
      finds: [],
    },
  },
  check: context =>
    childConsents(context).map(({ form, purpose, place, age, country }) => ({
      subject: form.identity,
      place,
      key: purpose.key,
      data: { form: nameOfEntry(form, context.policy), purpose: nameOfPurpose(purpose), age, country },
    })),
});
