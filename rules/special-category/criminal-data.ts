import { rule } from '../../src/lint/rule.js';
import { says } from '../../src/lint/special/answers.js';
import { datumFinding, openData, severityBy } from '../../src/lint/special/open-data.js';

const FIELD = { kind: 'contact_field', id: 52, key: 'fedina_penale', title: 'Fedina penale', type: 'text', published: true } as const;

export default rule({
  id: 'criminal-data',
  family: 'special-category',
  since: '1.0.0',
  evidence: 'hint',
  per: ['contact_field', 'company_field', 'form_field'],
  severity: { recommended: 'error', strict: 'error' },
  waivable: 'dpo',
  fix: 'none',
  law: [
    { cite: 'GDPR Art. 10', kind: 'law' },
    { cite: 'Codice privacy (Italy) art. 2-octies', kind: 'law' },
  ],
  text: {
    en: {
      title: 'Offences or convictions',
      message:
        "'{label}' seems to be about offences or convictions, which may be kept only where a law says so. Remove it, or name the law in `law`; if it only sounds so, explain in `not_special`.",
      why: 'A record that leaks follows a person for life, and often it is wrong or long over. That is why not even their consent opens this door by itself.',
      next: 'Delete the field and what is in it. Where a law asks for the check, look at the paper and keep at most that it was seen, outside Mautic.',
    },
    it: {
      title: 'Reati o condanne',
      message:
        "«{label}» sembra riguardare reati o condanne, dati che si possono tenere solo se lo prevede una legge. Toglilo, oppure indica la legge in `law`; se è solo un'impressione, spiegalo in `not_special`.",
      why: 'Un precedente che trapela segue una persona per tutta la vita, e spesso è sbagliato o superato. Per questo nemmeno il consenso basta da solo.',
      next: 'Elimina il campo e il suo contenuto. Se una legge chiede il controllo, guarda il documento e annota al massimo che è stato visto, fuori da Mautic.',
    },
  },
  examples: {
    bad: { declarations: 'organisation: {countries: [IT]}', items: [FIELD], finds: ['contact_field:fedina_penale'] },
    good: { declarations: 'organisation: {countries: [IT]}', items: [{ ...FIELD, key: 'tavolo', title: 'Tavolo' }], finds: [] },
  },
  check: context =>
    openData(context, new Set(['criminal']), telling => says(telling, 'law')).map(({ datum, tellings: [telling] }) => ({
      ...datumFinding(context, datum, telling),
      ...severityBy(telling, context.preset),
    })),
});
