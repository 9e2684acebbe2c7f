import { valueAt } from '../../src/lint/places.js';
import { longRetentions } from '../../src/lint/retention/yardsticks.js';
import { rule } from '../../src/lint/rule.js';

const profile = (retention: string) =>
  `organisation: {name: Pizzeria Aurora srl, countries: [IT]}\npurposes:\n  tastes: {use: behavioural-profiling, legal_basis: consent, retention: {${retention}, from: collected}}`;

export default rule({
  id: 'retention-over-guidance',
  family: 'retention',
  since: '1.0.0',
  evidence: 'certain',
  severity: { recommended: 'warn', strict: 'warn' },
  waivable: true,
  fix: 'none',
  law: [
    { cite: 'GDPR Art. 5(1)(e)', kind: 'law' },
    { cite: 'CNIL, reference framework for commercial management', kind: 'guidance' },
    { cite: 'Garante, 24 February 2005 (doc. web 1109624)', kind: 'guidance' },
    { cite: 'Garante, decision 181 of 15 October 2020', kind: 'decision' },
    { cite: 'Garante, decision 321 of 18 July 2023', kind: 'decision' },
  ],
  text: {
    en: {
      title: 'Kept longer than authorities find usual',
      message:
        "For '{purpose}' you keep data[ of '{item}' ({kind})] for {period}; the yardstick ({authority}) is {limit}. Shorten it, or explain in `{key}.note` why you need longer.",
      why: 'The longer data lie there, the less people remember that you have them, and the more can go wrong with them. A yardstick is no law; who goes beyond it should be able to say why.',
      next: 'Think of the last person who still gained something from data that old. If what you sell is bought only every few years, such as a car, write that into the note.',
    },
    it: {
      title: 'Conservato più a lungo di quanto sia abituale',
      message:
        'Per «{purpose}» conservi i dati[ di «{item}» ({kind})] per {period}; il valore di riferimento ({authority}) è {limit}. Riduci il periodo, oppure spiega in `{key}.note` perché ti serve più tempo.',
      why: 'Più i dati restano, meno le persone ricordano che li hai, e più cose possono andare storte. Un valore di riferimento non è una legge, ma chi lo supera dovrebbe saper dire perché.',
      next: "Pensa all'ultima persona a cui dati così vecchi sono stati utili. Se ciò che vendi si compra solo ogni qualche anno, come un'auto, scrivilo nella nota.",
    },
  },
  examples: {
    bad: { declarations: profile('period: P7Y'), finds: ['purpose:tastes'] },
    good: { declarations: profile('period: P12M'), finds: [] },
  },
  check: context =>
    longRetentions(context).map(({ stated, period, yardstick, purpose }) => ({
      subject: stated.subject,
      place: typeof stated.value === 'string' ? valueAt(stated.entry, stated.key) : valueAt(stated.entry, stated.key, 'period'),
      key: stated.key,
      data: {
        purpose,
        ...(stated.kind === 'purpose' ? {} : { item: stated.name, kind: stated.kind }),
        period,
        authority: yardstick.authority,
        limit: yardstick.period,
        key: stated.key,
      },
    })),
});
