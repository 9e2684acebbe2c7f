import { describe, expect, it } from 'vitest';
import { isClearYes, isRefusal } from '../../src/lint/consent/answers.js';

const labelled = (label: string) => ({ value: 'x', label });
const stored = (value: string) => ({ value, label: value });

describe('a no', () => {
  it.each([
    'No',
    'No, thanks',
    'No thank you',
    'No.',
    'No - nothing for me',
    'None',
    'Never',
    'Not now',
    'Maybe later: not now',
    'Later',
    'No newsletter',
    'No e-mails, please',
    'Continue without newsletter',
    'I do not want this',
    'Consent withdrawn',
    'No grazie',
    'No, grazie',
    'Nessuna newsletter',
    'Non ora',
    'Rifiutato',
    'Consenso negato',
    'Nein',
    'Nein, danke',
    'Nein danke',
    'Keine E-Mails',
    'Ohne Newsletter',
    'Später',
    'Spaeter',
    'Abgelehnt',
    'Non merci',
    'Non, merci',
    'Pas de newsletter',
    'Aucune',
    'Plus tard',
    'Refusé',
    'No gracias',
    'Ahora no',
    'Sin publicidad',
    'Não, obrigado',
    'Não',
    'Agora não',
    'Nee, bedankt',
    'Geen nieuwsbrief',
    'Nog niet',
    'Nie, dziękuję',
    'Nie',
    'Nie teraz',
  ])('by its label: %s', label => {
    expect(isRefusal(labelled(label))).toBe(true);
  });

  it.each([
    '',
    '0',
    'no',
    'false',
    'none',
    'never',
    'denied',
    'refused',
    'rejected',
    'withdrawn',
    'revoked',
    'pending',
    'unknown',
    'opted_out',
    'opt-out',
    'not_now',
    'not asked',
  ])('by its value: %s', value => {
    expect([isRefusal({ value, label: '' }), isRefusal(stored(value))]).toEqual([true, true]);
  });

  it.each([
    'Yes',
    'Yes, no more than monthly',
    'Yes, and never more than monthly',
    'No spam: send me the menu once a month',
    'No spam, just the menu',
    'Non-profit news',
    'Never miss an offer',
    'North',
    'Send me the menu; my yes can be withdrawn whenever I like',
    'Nowości raz w miesiącu',
    'Nonna’s recipes',
    'Weekly',
    'Sì, grazie',
    'Ja, danke',
    'Noch mehr Angebote',
  ])('is none: %s', label => {
    expect(isRefusal(labelled(label))).toBe(false);
  });

  it('is none where the label says yes, whatever state the value names', () => {
    expect(isRefusal({ value: 'pending', label: 'Yes, send me the letter' })).toBe(false);
  });
});

it('is clearly a yes by its value, by its words, or because all other answers are a no', () => {
  const others = [stored('monthly'), stored('denied')];
  const clear = (label: string): boolean => isClearYes(labelled(label), [labelled(label), ...others].slice(0, 3));
  expect(['Yes, please', 'granted', 'I agree to receive offers', 'Ja', 'Oui, volontiers', 'Tak'].map(clear)).toEqual(Array(6).fill(true));
  expect(['weekly', 'legacy', 'Denied', 'Not granted', 'No'].map(clear)).toEqual(Array(5).fill(false));
  expect(isClearYes(stored('1'), others)).toBe(true);
  expect(isClearYes(stored('weekly'), [stored('weekly'), stored('never'), stored('pending')])).toBe(true);
  expect(isClearYes(stored('weekly'))).toBe(true);
});
