import { untoldCollectors } from '../../src/lint/declared/untold.js';
import { placeOf } from '../../src/lint/forms/questions.js';
import { nameOf } from '../../src/lint/policy.js';
import { rule } from '../../src/lint/rule.js';

const NOTICE = 'notices:\n  site: {url: "https://aurora.example/privacy", date: 2026-10-01}';
const HOSTS = ['page', 'focus_item'] as const;
const FORM = { kind: 'form', id: 1, key: 'Newsletter', published: true } as const;
const MAIL = { kind: 'form_field', id: 1, key: 'Newsletter/email', form: 'form:Newsletter', type: 'email', title: 'E-mail' } as const;

export default rule({
  id: 'no-notice',
  family: 'transparency',
  since: '1.0.0',
  evidence: 'certain',
  per: ['form_field', ...HOSTS],
  also: HOSTS,
  severity: { recommended: 'error', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [
    { cite: 'GDPR Art. 12(1), 13(1)', kind: 'law' },
    { cite: 'Garante, Douglas, 20 October 2022 (doc. web 9825667)', kind: 'decision' },
  ],
  text: {
    en: {
      title: 'No notice where data are collected',
      message:
        "'{item}' ({kind}) does not tell people who gets their data and why. Add a link to the notice; for a form on a page that shows it, declare `notice_shown: website`.",
      why: 'People can only decide what to tell you if they know what happens with it, and they must learn that when they are asked.',
      next: 'Add a text or a label with a link to the address of the notice under `notices`.',
    },
    it: {
      title: "Manca l'informativa dove si raccolgono dati",
      message:
        "«{item}» ({kind}) non dice alle persone chi riceve i loro dati e perché. Aggiungi un link all'informativa; se il modulo sta in una pagina che la mostra, dichiara `notice_shown: website`.",
      why: 'Le persone possono decidere che cosa dirti solo se sanno che cosa ne farai, e devono saperlo nel momento in cui lo chiedi.',
      next: "Aggiungi un testo o un'etichetta con un link all'indirizzo dell'informativa indicato in `notices`.",
    },
  },
  examples: {
    bad: { declarations: NOTICE, items: [FORM, { ...MAIL, links: [] }], finds: ['form:Newsletter'] },
    good: { declarations: NOTICE, items: [FORM, { ...MAIL, links: ['aurora.example/privacy'] }], finds: [] },
  },
  // A form without the link may stand on a page or focus item that has it: of those that were not seen nobody knows.
  check: context => {
    const judgesForms = context.kinds.has('form_field') && HOSTS.every(kind => context.snapshot.coverage(kind).state === 'complete');
    return untoldCollectors(context)
      .filter(({ kind }) => (kind === 'form' ? judgesForms : context.kinds.has(kind)))
      .map(item => ({
        subject: context.snapshot.reference(item),
        place: placeOf(context, item),
        data: { item: nameOf(item), kind: item.kind },
      }));
  },
});
