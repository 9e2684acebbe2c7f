import { valueAt } from '../../src/lint/places.js';
import { endlessIn } from '../../src/lint/retention/endless.js';
import { rule } from '../../src/lint/rule.js';

export default rule({
  id: 'until-withdrawn',
  family: 'retention',
  since: '1.0.0',
  evidence: 'certain',
  severity: { recommended: 'error', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [
    { cite: 'GDPR Art. 5(1)(e)', kind: 'law' },
    { cite: 'CJEU C-446/21 Schrems', kind: 'law' },
    { cite: 'Garante, decision 321 of 18 July 2023', kind: 'decision' },
  ],
  text: {
    en: {
      title: 'Kept until somebody says stop',
      message:
        "'{value}' is no end date for '{purpose}': most people never write to stop, so their data stays for ever. Set `period` and `from` in its `retention`, for example `P24M` and `last-action`.",
      why: 'People forget that they signed up. If only they can end it, their data outlives every interest they had.',
      next: 'Set a longest time that counts from the last thing the person did. Taking back a yes stays possible at any time.',
    },
    it: {
      title: 'Conservato finché qualcuno dice basta',
      message:
        '«{value}» non è una scadenza per «{purpose}»: quasi nessuno scrive per dire basta, e i dati restano per sempre. Indica `period` e `from` nella sua `retention`, per esempio `P24M` e `last-action`.',
      why: 'Le persone dimenticano di essersi iscritte. Se solo loro possono dire basta, i dati sopravvivono a ogni loro interesse.',
      next: "Indica un tempo massimo che parta dall'ultima azione della persona. Ritirare il consenso resta possibile in ogni momento.",
    },
  },
  examples: {
    bad: {
      declarations:
        'purposes:\n  newsletter: {use: email-marketing, retention: {period: until-withdrawal, from: last-action}}\n  club: {use: loyalty-programme, retention: {criteria: As long as it is necessary for the programme, from: collected}}',
      finds: ['purpose:newsletter', 'purpose:club'],
    },
    good: {
      declarations:
        'purposes:\n  newsletter: {use: email-marketing, retention: {period: P24M, from: last-action}}\n  club: {use: loyalty-programme, retention: {criteria: Until they unsubscribe or 24 months after their last visit, from: last-action}}',
      finds: [],
    },
  },
  check: ({ indexes }) =>
    indexes.retentions.flatMap(({ subject, name, key, value, whole, entry }) => {
      const found = endlessIn(whole);
      if (found === undefined) return [];
      const place = typeof value === 'string' ? valueAt(entry, key) : valueAt(entry, key, found.key);
      return [{ subject, place, key, data: { value: found.value, purpose: name } }];
    }),
});
