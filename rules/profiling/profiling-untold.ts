import { peopleIn } from '../../src/lint/declared/undeclared.js';
import { untoldProfiling } from '../../src/lint/profiling/untold.js';
import { rule } from '../../src/lint/rule.js';

const notice = (covers: string) =>
  `notices:\n  site: {url: "https://aurora.example/privacy", date: 2026-10-01, covers: {purposes: [menu]${covers}}}`;
const score = { kind: 'point_action', id: 3, key: 'Looked at the menu', published: true, type: 'page.hit', delta: 5 } as const;

export default rule({
  id: 'profiling-untold',
  family: 'profiling',
  since: '1.0.0',
  evidence: 'needs-complete-snapshot',
  per: ['form', 'segment', 'point_action', 'point_trigger', 'campaign', 'email', 'page', 'dynamic_content'],
  severity: { recommended: 'error', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [
    { cite: 'GDPR Art. 5(1)(a), 13, 14, 21(2), 21(4)', kind: 'law' },
    { cite: 'GDPR recital 60', kind: 'law' },
    { cite: 'WP251rev.01 on profiling', kind: 'guidance' },
  ],
  text: {
    en: {
      title: 'People are rated and not told',
      message: 'With {places} you rate {people} by what they do, and {reason}, then list those places in `covers` under `profiling`.',
      why: 'Nobody expects that a click is counted and decides what they get next. Who is not told cannot object.',
      next: 'One plain sentence in the footer of your e-mails, beside the form or in the preference centre, and a line in the notice. If only the long notice says it, this stays a warning. Points that people see themselves, as in a loyalty programme, are no case of this: `visible_to_person: true`.',
      words: {
        nowhere: 'no notice tells them. Say it in the notice and where you meet people',
        policy: 'only the notice tells them, nothing where you meet them. Say it there, too',
      },
    },
    it: {
      title: 'Persone valutate senza saperlo',
      message:
        'Con {places} valuti {people} in base a ciò che fanno, ma {reason}, poi indica quei punti in `covers`, alla voce `profiling`.',
      why: 'Nessuno si aspetta che un clic venga contato e decida che cosa riceverà. Chi non lo sa non può opporsi.',
      next: "Basta una frase semplice in fondo alle tue e-mail, accanto al modulo o nel centro preferenze, e una riga nell'informativa. Se lo dice solo l'informativa estesa, resta un avviso. I punti che le persone vedono da sé, come in un programma fedeltà, non rientrano: `visible_to_person: true`.",
      words: {
        nowhere: "nessuna informativa lo dice. Scrivilo nell'informativa e nei punti di contatto",
        policy: "lo dice solo l'informativa, e nulla nei punti di contatto. Scrivilo anche lì",
      },
    },
  },
  examples: {
    bad: { declarations: notice(''), items: [score], finds: ['notice:site'] },
    good: { declarations: notice(', profiling: [policy, email-footer]'), items: [score], finds: [] },
  },
  check: context => {
    const { people = 'unknown' } = peopleIn(context.snapshot.count('record:identified', 'total'));
    return untoldProfiling(context).map(({ subject, place, raters, told }) => ({
      subject,
      place,
      key: told,
      data: { places: raters, people, reason: told },
      ...(told === 'policy' ? { severity: 'warn' } : {}),
    }));
  },
});
