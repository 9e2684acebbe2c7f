import { expect, it } from 'vitest';
import { aliasIn } from '../../src/website/form-keys.js';
import { HOLE } from '../../src/website/site.js';

it.each([
  ['mauticform[email]', 'email'],
  ['mauticform[interests][]', 'interests'],
  ['mauticform[file][0]', 'file'],
  ['mautic[form][email]', 'email'],
  [`mauticform[${HOLE}${HOLE}]`, '*'],
  [`mauticform[a_${HOLE}${HOLE}][]`, 'a_*'],
  [`mauticform[a]${HOLE}`, 'a'],
])('%s holds an answer', (name, alias) => {
  expect(aliasIn(name)).toBe(alias);
});

it.each(['email', 'mauticform', 'mauticform[]', 'mauticform[a]b', 'xmauticform[a]', ''])('%s is none of Mautic', name => {
  expect(aliasIn(name)).toBeUndefined();
});
