import { placeOf } from '../../src/lint/forms/questions.js';
import { nameOf } from '../../src/lint/policy.js';
import { rule } from '../../src/lint/rule.js';
import { ALLOWED_BY, isAnswered, isNoted, keyAllowing } from '../../src/lint/special/answers.js';
import { SPECIAL_OR_CRIMINAL } from '../../src/lint/special/categories.js';
import { inferences } from '../../src/lint/special/inferences.js';

const SEGMENT = { kind: 'segment', id: 12, key: 'kitchen-offer', title: 'Kitchen offer', published: true } as const;
const VISITED = { from: 'segment:kitchen-offer', how: 'filters', to: 'tracking:page_hit', at: 'segment.filter', op: 'matches' } as const;

/** Those who have it are left out. */
const EXCLUDING: ReadonlySet<string> = new Set(['is-not', 'none-of', 'not-all-of', 'not-matches', 'not-between', 'unset']);

export default rule({
  id: 'special-segment',
  family: 'special-category',
  since: '1.0.0',
  evidence: 'hint',
  per: ['segment'],
  severity: { recommended: 'warn', strict: 'error' },
  waivable: 'dpo',
  fix: 'none',
  law: [
    { cite: 'GDPR Art. 9(1), 22(4)', kind: 'law' },
    { cite: 'EDPB Guidelines 8/2020', kind: 'guidance' },
    { cite: 'CJEU C-252/21 Meta v Bundeskartellamt', kind: 'law' },
  ],
  text: {
    en: {
      title: 'Segment that guesses something sensitive',
      message:
        "From '{value}' the segment '{segment}' lets you guess something about {category}. Take out that filter or rename the segment, or {reason}; if it only sounds so, explain in `not_special`.",
      why: 'Nobody told you: you conclude it from a page they read or a word they were marked with. It may be wrong, and they would be shocked to see the list.',
      next: 'Show the offer on the page itself and take the filter out. Leaving people out because of it is a use of it, too: say why in the `note` of the segment.',
      words: ALLOWED_BY.en,
    },
    it: {
      title: 'Segmento che fa intuire un dato sensibile',
      message:
        "Da «{value}» il segmento «{segment}» fa intuire qualcosa in tema di {category}. Togli quel filtro o rinomina il segmento, oppure {reason}; se è solo un'impressione, spiegalo in `not_special`.",
      why: 'Nessuno te lo ha detto: lo deduci da una pagina letta o da una parola associata alla persona. Può essere sbagliato, e vedersi in quella lista ferirebbe chiunque.',
      next: "Mostra l'offerta nella pagina stessa e togli il filtro. Anche escludere le persone per quel motivo è un uso del dato: spiegalo nella `note` del segmento.",
      words: ALLOWED_BY.it,
    },
  },
  examples: {
    bad: {
      declarations: '',
      items: [SEGMENT],
      uses: [{ ...VISITED, url: 'aurora.example/gluten-free-clinic' }],
      finds: ['segment:kitchen-offer'],
    },
    good: { declarations: '', items: [SEGMENT], uses: [{ ...VISITED, url: 'aurora.example/menu' }], finds: [] },
  },
  check: context =>
    inferences(context, context.snapshot.items('segment'), {
      how: 'filters',
      categories: SPECIAL_OR_CRIMINAL,
      isOther: (use, segment) => EXCLUDING.has(use.op ?? '') && isNoted(segment),
      isAnswered,
    }).map(({ item, reference, value, category }) => ({
      subject: reference,
      place: placeOf(context, item),
      key: value,
      data: { value, segment: nameOf(item), category, reason: keyAllowing(category) },
    })),
});
