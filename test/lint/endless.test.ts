import { describe, expect, it } from 'vitest';
import { endlessIn } from '../../src/lint/retention/endless.js';

describe('endlessIn', () => {
  it.each([
    'forever',
    'for ever',
    'never',
    'Indefinite',
    'unlimited',
    'until-withdrawal',
    'until_withdrawn',
    'until unsubscribe',
    'until consent is revoked',
    'as long as necessary',
    'per sempre',
    'sempre',
    'illimitata',
    'fino alla revoca',
    'fino alla disiscrizione',
    'finché non ritira il consenso',
    'finché necessario',
  ])('a period of %j is none', period => {
    expect(endlessIn({ period })).toEqual({ value: period, key: 'period' });
  });

  it.each([
    'Until they withdraw their consent',
    'As long as it is necessary for the newsletter',
    'We keep it until the person unsubscribes or objects',
    'Fino a quando la persona revoca il consenso',
    'Per il tempo necessario alle finalità',
    'Until they or their parents withdraw their consent',
    'Until the consent or the permission is withdrawn',
    'We keep it unless the person objects to it',
    'Until further notice or the person objects to it',
    'Fino alla revoca o alla disiscrizione della persona',
  ])('criteria such as %j are none', criteria => {
    expect(endlessIn({ criteria })).toEqual({ value: criteria, key: 'criteria' });
  });

  it.each([
    'Until they unsubscribe, at most 24 months after the last click',
    'Two years after the last stand they rented',
    'As long as they are members of the club and until the end of that year',
    'Until the contract ends and the guarantee of two years is over',
    'Fino alla disiscrizione e comunque non oltre 24 mesi dall’ultima apertura',
    'People who never answered are deleted at the yearly review',
    'Until withdrawal, and no later than P24M after the last order',
    'Until the contract ends; people may object at any time',
    'Up to a month after the person objects, then they are deleted',
    'Kept for thirty days after the event unless the guest objects',
    'Until they object, and for twenty-four months at most',
    'Ventiquattro mesi dall’ultimo acquisto, salvo revoca del consenso',
    'Sessanta giorni dopo l’evento, salvo opposizione',
    'Quindici anni, salvo revoca del consenso',
    'Until the course ends or the participant withdraws from it',
    'Until the end of the season unless the person unsubscribes',
    'As long as they are members of the club, unless they object',
    'Fino al termine del corso, salvo recesso anticipato',
    'Fino alla consegna o alla revoca del consenso',
  ])('criteria such as %j name an end', criteria => {
    expect(endlessIn({ criteria })).toBeUndefined();
  });

  it('leaves criteria alone where a period is the limit', () => {
    expect(endlessIn({ period: 'P24M', criteria: 'Until they withdraw their consent' })).toBeUndefined();
  });

  it('says nothing of what is no period in other ways', () => {
    expect(endlessIn({ period: 'two years' })).toBeUndefined();
    expect(endlessIn({ period: 'P24M' })).toBeUndefined();
    expect(endlessIn({})).toBeUndefined();
  });
});
