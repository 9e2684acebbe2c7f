import { reachesPeople } from '../../src/lint/declared/drafts.js';
import { undeclaredFinding, undeclaredItems } from '../../src/lint/declared/undeclared.js';
import { nameOf } from '../../src/lint/policy.js';
import { rule } from '../../src/lint/rule.js';

const PER = ['campaign', 'email', 'page', 'dynamic_content', 'focus_item', 'text_message', 'message'] as const;

const offers = {
  kind: 'email',
  id: 88,
  key: 'Spring offers',
  published: true,
  category: 'category:email/offers',
  type: 'list',
  sent: true,
} as const;
const category = { kind: 'category', id: 6, key: 'email/offers', title: 'Offers', published: true, bundle: 'email' } as const;

export default rule({
  id: 'undeclared-content',
  family: 'declaration',
  since: '1.0.0',
  evidence: 'certain',
  per: PER,
  severity: { recommended: 'warn', strict: 'error' },
  waivable: true,
  fix: 'safe',
  law: [{ cite: 'GDPR Art. 5(1)(b), 5(2)', kind: 'law' }],
  text: {
    en: {
      title: 'Content without a purpose',
      message:
        "'{item}' ({kind}) reaches people, and no declaration says what for. Give it `purposes`, or give them to its category: all content of the category inherits them.",
      why: 'Whether people agreed to a message can only be told by what it is for. Without that, nobody can check who may get it.',
      next: 'Sort the content into categories in Mautic and declare those, or declare the campaign that sends it. A single one gets an entry of its own.',
    },
    it: {
      title: 'Contenuto senza finalità',
      message:
        "«{item}» ({kind}) arriva alle persone e nella dichiarazione non c'è scritto a che cosa serve. Indica le finalità (`purposes`) qui o nella sua categoria: tutti i contenuti della categoria le ereditano.",
      why: 'Se le persone hanno accettato un messaggio si può dire solo da ciò a cui serve. Senza, nessuno può verificare chi può riceverlo.',
      next: 'In Mautic metti i contenuti in categorie e dichiara queste, oppure dichiara la campagna che li invia. A un contenuto singolo basta una voce propria.',
    },
  },
  examples: {
    bad: { declarations: 'emails: {}', items: [category, offers], finds: ['email:Spring offers'] },
    good: { declarations: 'categories:\n  email/offers: {purposes: [newsletter]}', items: [category, offers], finds: [] },
  },
  check: context =>
    PER.flatMap(kind =>
      undeclaredItems(context, kind, item => reachesPeople(context, item)).map(item =>
        undeclaredFinding(context, item, { item: nameOf(item), kind }),
      ),
    ),
});
