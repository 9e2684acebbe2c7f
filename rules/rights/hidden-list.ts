import { placeOf } from '../../src/lint/forms/questions.js';
import { nameOf } from '../../src/lint/policy.js';
import { isHidden, marketingLists } from '../../src/lint/rights/lists.js';
import { rule } from '../../src/lint/rule.js';

const DECLARED = `purposes:
  offers: {use: email-marketing, legal_basis: consent}
emails:
  Wine offers: {purposes: [offers]}`;
const SEGMENT = { kind: 'segment', id: 3, key: 'high-spenders', title: 'High spenders', published: true } as const;
const EMAIL = { kind: 'email', id: 7, key: 'Wine offers', published: true } as const;
const TARGETS = [{ from: 'email:Wine offers', how: 'targets', to: 'segment:high-spenders', at: 'email.audience' } as const];

export default rule({
  id: 'hidden-list',
  family: 'rights',
  since: '1.0.0',
  evidence: 'certain',
  needs: ['segment'],
  also: ['campaign', 'email'],
  severity: { recommended: 'warn', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [
    { cite: 'GDPR Art. 5(1)(a), 7(3), 21', kind: 'law' },
    { cite: 'CJEU C-129/21 Proximus', kind: 'law' },
  ],
  text: {
    en: {
      title: 'List that people cannot see',
      message:
        "'{item}' ({kind}) gets marketing, but the people in it can neither see nor leave it. Show it in the preference centre under a public name they understand; a segment that only serves others: `helper_for`.",
      why: 'People can only leave what they know they are in. Without it, the one way out of this list is the way out of all of them.',
      next: 'Give the segment a public name that says what comes ("Offers for regulars"), and switch on "available in preference centre".',
    },
    it: {
      title: 'Lista che le persone non vedono',
      message:
        '«{item}» ({kind}) riceve comunicazioni di marketing, ma chi ne fa parte non può saperlo né uscirne. Mostra la voce nel centro preferenze con un nome pubblico chiaro; se è un segmento di appoggio: `helper_for`.',
      why: "Si può uscire solo da ciò in cui si sa di essere. Altrimenti l'unica via per lasciare questa lista è lasciarle tutte.",
      next: 'Dai al segmento un nome pubblico che dica che cosa arriva («Offerte per i clienti abituali») e rendilo disponibile nel centro preferenze.',
    },
  },
  examples: {
    bad: {
      declarations: DECLARED,
      items: [{ ...SEGMENT, in_preference_centre: false, public_name: 'seg_hs_v2' }, EMAIL],
      uses: TARGETS,
      finds: ['segment:high-spenders'],
    },
    good: {
      declarations: DECLARED,
      items: [{ ...SEGMENT, in_preference_centre: true, public_name: 'Offers for regulars' }, EMAIL],
      uses: TARGETS,
      finds: [],
    },
  },
  check: context => {
    // Choices made on the team's own website are not to be seen in Mautic.
    if (/^https?:/u.test(context.declarations.rights.value.preference_centre ?? '')) return [];
    return marketingLists(context)
      .filter(isHidden)
      .map(segment => ({
        subject: context.snapshot.reference(segment),
        place: placeOf(context, segment),
        data: { item: nameOf(segment), kind: segment.kind },
      }));
  },
});
