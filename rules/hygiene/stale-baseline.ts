import { rule } from '../../src/lint/rule.js';

const baseline = [{ rule: 'no-purpose', subject: 'tag:vip' }];
const items = [{ kind: 'tag', id: 1, key: 'vip' }] as const;

export default rule({
  id: 'stale-baseline',
  family: 'hygiene',
  since: '1.0.0',
  evidence: 'certain',
  severity: { recommended: 'warn', strict: 'error' },
  waivable: true,
  fix: 'none',
  stage: 'last',
  law: [
    { cite: 'GDPR Art. 5(2)', kind: 'law' },
    { cite: 'Good practice: what was accepted for a while may only become less', kind: 'practice' },
  ],
  text: {
    en: {
      title: 'Accepted without need',
      message: "The baseline accepts {rules} for '{key}', and {reason}. Take the entry out: `purposelint baseline prune` does that.",
      why: 'Left in, it would hide the same fault when it comes back: nobody would be told, and people on the list would pay for it.',
      next: 'Run `purposelint baseline prune` and commit the smaller baseline.',
      words: {
        gone: 'that is not found any more',
        waived: 'a waiver covers it now',
        twice: 'does so twice',
        never: 'this rule takes no exceptions',
        'unknown-rule': 'there is no such rule',
      },
    },
    it: {
      title: 'Accettato senza bisogno',
      message: 'La baseline accetta {rules} per «{key}», e {reason}. Togli la voce: lo fa `purposelint baseline prune`.',
      why: 'Se resta, nasconde lo stesso difetto quando torna: nessuno lo saprebbe, a spese delle persone in elenco.',
      next: 'Esegui `purposelint baseline prune` e fai il commit della baseline più piccola.',
      words: {
        gone: 'ciò non si trova più',
        waived: "ora c'è un'eccezione che lo copre",
        twice: 'lo fa due volte',
        never: 'questa regola non ammette eccezioni',
        'unknown-rule': 'questa regola non esiste',
      },
    },
  },
  examples: {
    bad: {
      declarations: 'tags:\n  vip: {personal: false, reason: Marks the firms that we buy from}',
      items,
      baseline,
      finds: ['baseline:no-purpose/tag:vip'],
    },
    good: { declarations: 'tags:\n  vip: {purposes: []}', items, baseline, finds: [] },
  },
  check: ({ stale }) =>
    stale.map(({ entry: { rule: id, subject, key }, reason, place }) => ({
      subject: `baseline:${id}/${subject}`,
      place,
      data: { rules: [id], key: subject, reason },
      ...(key === undefined ? {} : { key }),
    })),
});
