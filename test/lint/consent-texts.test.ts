import { describe, expect, it } from 'vitest';
import { asksConsent, bundledWords, namesTerms } from '../../src/lint/consent/texts.js';

describe('asksConsent', () => {
  it.each([
    'I agree to receive offers',
    "Yes please, I'd like to receive the programme",
    'Sign me up',
    'Acconsento al trattamento dei miei dati',
    'Accetto di ricevere offerte',
    'Autorizzo il trattamento dei dati ai sensi del Regolamento UE 2016/679',
    'Ich möchte erhalten: den Newsletter',
    'Ich moechte erhalten, was neu ist',
    'Ich stimme zu',
    'Ich willige ein: Einwilligung in Werbung',
    'Ich willige in den Erhalt des Newsletters ein',
    'Hiermit willige ich in die Nutzung meiner Daten ein',
    'Ich stimme dem Erhalt des Newsletters zu',
    'Ik stem in met het ontvangen van aanbiedingen',
    'Consento al trattamento dei miei dati per finalità di marketing',
    "J'accepte de recevoir la newsletter",
    'Je souhaite recevoir les offres',
    'Deseo recibir novedades',
    'Aceito receber ofertas',
    'Ik wil ontvangen',
    'Wyrażam zgodę na newsletter',
    'I accept the terms, the privacy notice and the newsletter',
    'I have read the notice and agree to offers by e-mail',
  ])('is a yes: %s', text => {
    expect(asksConsent(text)).toBe(true);
  });

  it.each([
    'Language: Italian',
    'I agree to the terms and conditions',
    'Ho letto il regolamento',
    'Accetto le condizioni generali',
    'Ich habe die AGB gelesen und akzeptiere sie',
    'Li e aceito os termos',
    'Akceptuję regulamin',
    'I do not agree',
    'Non acconsento',
    "Please don't send me offers",
    'Ich bin nicht einverstanden',
    'Ich willige nicht ein',
    'Ich stimme nicht zu',
    'Ik stem hier niet mee in',
    'Non consento',
    'Ich stimme den AGB zu',
    'Willige Helfer gesucht',
    'Nie wyrażam zgody',
    'Unsubscribe me',
    'May we take pictures of you?',
    '',
  ])('is none: %s', text => {
    expect(asksConsent(text)).toBe(false);
  });
});

it('knows terms and notices that were read', () => {
  expect(['Ho letto il regolamento', 'Regulamin', 'T&C', 'AGB', 'I have read the notice'].map(namesTerms)).toEqual([
    true,
    true,
    true,
    true,
    true,
  ]);
});

it('does not take a law for terms', () => {
  expect(
    ['ai sensi del Regolamento UE 2016/679', 'nos termos da lei', 'condizioni di salute', 'en los términos de la ley'].map(namesTerms),
  ).toEqual([false, false, false, false]);
});

describe('bundledWords', () => {
  it.each([
    ['I accept the terms, the privacy notice and the newsletter', false, ['terms', 'newsletter']],
    ['Accept the terms and receive offers', false, ['terms', 'offers']],
    ['Acconsento e accetto i termini e condizioni', false, ['i termini', 'Acconsento']],
    ['Newsletter, Profiling, Weitergabe an Dritte', false, ['Newsletter', 'Profiling', 'Dritte']],
    ['I accept the terms', true, ['terms']],
  ])('%s', (text, isConsent, expected) => {
    expect(bundledWords(text, isConsent)).toEqual(expected);
  });

  it.each([
    ['I agree to the terms and conditions', false],
    ['I agree to receive the newsletter', true],
    ['Newsletter and profiling', true],
    ['I want the letter and have read the privacy notice', true],
    ['Accept the terms of the promotion', false],
  ])('is one thing: %s', (text, isConsent) => {
    expect(bundledWords(text, isConsent)).toEqual([]);
  });
});
