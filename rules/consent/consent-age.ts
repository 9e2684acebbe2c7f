import { oldConsents } from '../../src/lint/consent/ages.js';
import { nameOfPurpose } from '../../src/lint/policy.js';
import { rule } from '../../src/lint/rule.js';

const DECLARED =
  'purposes:\n  news:\n    use: email-marketing\n    legal_basis: consent\n    consent: {field: news_ok, collected_by: [form:Menu], proof: {timestamp: contact_field:news_at, wording: form-results, source: form-results}, refresh: P24M}';
const older = (n: number) => [{ of: 'contact_field:news_at', how: 'older', n, before: '2024-01-01' } as const];
const FIELD = { kind: 'contact_field', id: 45, key: 'news_at', title: 'Newsletter since', type: 'datetime' } as const;

export default rule({
  id: 'consent-age',
  family: 'consent',
  since: '1.0.0',
  evidence: 'certain',
  needs: ['contact_field.counts'],
  severity: { recommended: 'warn', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [
    { cite: 'Garante, decision 181 of 15 October 2020', kind: 'decision' },
    { cite: 'Garante, decision 321 of 18 July 2023', kind: 'decision' },
    { cite: 'EDPB Guidelines 05/2020', kind: 'guidance' },
    { cite: 'CNIL: three years after the last contact that came from the person', kind: 'guidance' },
  ],
  text: {
    en: {
      title: 'Consent that has grown old',
      message:
        "More than {period} ago {people} said yes to '{purpose}', and may have forgotten it. Ask them again before you write anything else, or delete their data. The limit is in `refresh`.",
      why: 'A yes is about what people expect. After years without a sign they no longer know that they gave it.',
      next: 'Ask while the consent still holds, in a message of the kind they agreed to. A consent that you do not have cannot be asked for by advertising e-mail.',
    },
    it: {
      title: 'Consenso ormai vecchio',
      message:
        'Più di {period} fa {people} hanno detto sì a «{purpose}» e potrebbero averlo dimenticato. Chiedi di nuovo prima di scrivere altro, oppure cancella i loro dati. Il limite è in `refresh`.',
      why: 'Un sì vale per ciò che le persone si aspettano. Dopo anni senza un segno non sanno più di averlo dato.',
      next: "Chiedi finché il consenso vale ancora, in un messaggio del tipo a cui hanno detto sì. Un consenso che non hai non si può chiedere con un'e-mail pubblicitaria.",
    },
  },
  examples: {
    bad: { declarations: DECLARED, items: [FIELD], counts: older(120), finds: ['purpose:news'] },
    good: { declarations: DECLARED, items: [FIELD], counts: older(0), finds: [] },
  },
  check: context =>
    oldConsents(context).map(({ purpose, place, period, people }) => ({
      subject: `purpose:${purpose.key}`,
      place,
      data: { purpose: nameOfPurpose(purpose), period, people },
    })),
});
