import { expect, it } from 'vitest';
import { bringsAnswer } from '../../src/mautic/question-types.js';

it.each(['button', 'captcha', 'freehtml', 'freetext', 'pagebreak'])('a %s brings no answer', type => {
  expect(bringsAnswer({ type })).toBe(false);
});

it.each(['email', 'hidden', 'plugin.loginSocial', 'plugin.unheard', undefined])('%s brings one, or may', type => {
  expect(bringsAnswer({ type })).toBe(true);
});
