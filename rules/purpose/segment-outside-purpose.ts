import { placeOf } from '../../src/lint/forms/questions.js';
import { relatedOn } from '../../src/lint/paths/related.js';
import { nameOf, nameOfPurpose } from '../../src/lint/policy.js';
import { behaviourWords, strayFilters } from '../../src/lint/purposes/stray-filters.js';
import { rule } from '../../src/lint/rule.js';

const PURPOSES = `purposes:
  letters: {use: service-messages, legal_basis: contract, title: Letters to customers}
  offers: {use: email-marketing, legal_basis: consent}
segments:
  vip-women: {purposes: [offers]}
contact_fields:`;
const TITLE = { kind: 'contact_field', id: 1, key: 'title', title: 'Title', published: true } as const;
const SEGMENT = { kind: 'segment', id: 3, key: 'vip-women', title: 'VIP women', published: true } as const;
const FILTERS = {
  from: 'segment:vip-women',
  how: 'filters',
  to: 'contact_field:title',
  at: 'segment.filter',
  n: 1,
  group: 1,
  op: 'is',
} as const;

export default rule({
  id: 'segment-outside-purpose',
  family: 'purpose',
  since: '1.0.0',
  evidence: 'certain',
  needs: ['segment'],
  per: ['contact_field', 'company_field'],
  also: ['form', 'point_action', 'campaign'],
  severity: { recommended: 'error', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [{ cite: 'GDPR Art. 4(4), 5(1)(b), 6(4)', kind: 'law' }],
  text: {
    en: {
      title: 'People sorted by data held for something else',
      message:
        "The segment '{segment}' sorts people by '{field}', which you have for {purposes} only[; {reason}]. Use another filter, or add the segment's purpose to the `purposes` of the field and tell people first.",
      why: 'Who is sorted gets other messages, prices or chances than others. People do not expect that of an answer given for something else.',
      next: 'Sort by what people told you for this purpose. A filter on behaviour needs a purpose that says `profiling`.',
      words: behaviourWords('en'),
    },
    it: {
      title: 'Persone selezionate con dati tenuti per altro',
      message:
        'Il segmento «{segment}» seleziona le persone in base a «{field}», che hai solo per {purposes}[; {reason}]. Usa un altro filtro, oppure aggiungi la finalità del segmento alle `purposes` del campo e prima informa le persone.',
      why: 'Chi viene selezionato riceve messaggi, prezzi o possibilità diverse dagli altri. Nessuno se lo aspetta da una risposta data per altro.',
      next: 'Seleziona in base a ciò che le persone ti hanno detto per questa finalità. Un filtro sul comportamento richiede una finalità con `profiling`.',
      words: behaviourWords('it'),
    },
  },
  examples: {
    bad: {
      declarations: `${PURPOSES}\n  title: {purposes: [letters]}`,
      items: [TITLE, SEGMENT],
      uses: [FILTERS],
      finds: ['segment:vip-women'],
    },
    good: { declarations: `${PURPOSES}\n  title: {purposes: [letters, offers]}`, items: [TITLE, SEGMENT], uses: [FILTERS], finds: [] },
  },
  check: context =>
    strayFilters(context).map(({ segment, target, name, purposes, inside, isBehaviour }) => ({
      subject: context.snapshot.reference(segment),
      place: placeOf(context, segment),
      data: {
        segment: nameOf(segment),
        field: name,
        purposes: purposes.map(nameOfPurpose),
        ...(isBehaviour ? { reason: 'behaviour' } : {}),
      },
      related: inside === undefined ? [] : relatedOn([inside], context),
      key: target,
    })),
});
