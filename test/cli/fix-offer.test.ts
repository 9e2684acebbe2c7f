/** Whoever looks at findings on a terminal is told that some can be mended for them. */
import { expect, it } from 'vitest';
import { runIn, workspace } from './workspace.js';

const OFFER = 'For 1 of these findings there is a fix: `purposelint check --fix --dry-run` shows what can safely be written for you.\n';

/** A purpose whose name is nearly right: one finding of many has a fix. */
const POLICY =
  'version: 1\npurposes: {newsletter: {description: Send the monthly menu to people who asked for it}}\ntags: {vip: {purposes: [newsleter]}}\n';

it.each<[string, string[], boolean, string]>([
  ['at a terminal', [], true, OFFER],
  [
    'in Italian',
    ['--language', 'it'],
    true,
    'Per 1 di queste segnalazioni c’è una correzione: `purposelint check --fix --dry-run` mostra che cosa può essere scritto al posto tuo senza rischi.\n',
  ],
  ['but not in a pipeline', [], false, ''],
])('%s', async (_, more, isTTY, offer) => {
  const place = workspace({ 'privacy/policy.yaml': POLICY });
  const { exit, stderr } = await runIn(place.path, ['check', '--no-snapshot', ...more], { NO_COLOR: '1' }, isTTY);
  expect([exit, stderr]).toEqual([1, offer]);
});

it('is not said where nothing has a fix, and where it is being made', async () => {
  const place = workspace({ 'privacy/policy.yaml': POLICY.replace('newsleter', 'newsletter') });
  expect((await runIn(place.path, ['check', '--no-snapshot'], {}, true)).stderr).toBe('');
  const other = workspace({ 'privacy/policy.yaml': POLICY });
  expect((await runIn(other.path, ['check', '--no-snapshot', '--fix'], {}, true)).stderr).not.toContain('there is a fix');
});
