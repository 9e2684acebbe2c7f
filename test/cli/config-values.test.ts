import { expect, it } from 'vitest';
import { workspace } from './workspace.js';

/** What is said of a configuration, each finding without the sentence that all have. */
async function told(config: string, language: string): Promise<string[]> {
  const { run } = workspace({ 'purposelint.yaml': config, 'privacy/a.yaml': 'version: 1\n' });
  const { exit, stdout } = await run('check', '--no-snapshot', '--language', language);
  expect(exit).toBe(2);
  return [...stdout.replaceAll(/\s+/gu, ' ').matchAll(/(?:Line|Riga) 1: (.*?) (?:Until|Finché)/gu)].map(([, sentence = '']) => sentence);
}

it.each([
  [
    'rules: {undeclared-tag: errore}',
    "'errore' is not a severity. Choose one of: error, warn, info and off. Did you mean 'error'?",
    '«errore» non è un livello di gravità. Scegli tra: error, warn, info e off. Intendevi «error»?',
  ],
  [
    'rules: {undeclared-tag: {severity: 2}}',
    "'2' is not a severity. Choose one of: error, warn, info and off.",
    '«2» non è un livello di gravità. Scegli tra: error, warn, info e off.',
  ],
  [
    'rules: {snapshot-stale: {max_age: 30 days}}',
    "'30 days' is not a period. Write P24M for 24 months.",
    '«30 days» non è un periodo. Scrivi P24M per 24 mesi.',
  ],
  [
    'rules: {snapshot-stale: {max_aeg: P1D}}',
    "'max_aeg' is not a key of rules.snapshot-stale. Did you mean 'max_age'?",
    '«max_aeg» non è una chiave di rules.snapshot-stale. Intendevi «max_age»?',
  ],
  [
    'rules: {empty-field: {min_filled: 200}}',
    "'min_filled' must be at most 100, and this is 200.",
    '«min_filled» deve essere al massimo 100; qui invece si trova 200.',
  ],
  ['foo: 1', "'foo' is not a key of purposelint.yaml.", '«foo» non è una chiave di purposelint.yaml.'],
])('%s', async (config, en, it) => {
  expect([await told(config, 'en'), await told(config, 'it')]).toEqual([[en], [it]]);
});

it('leaves keys of the team alone, also beside the options of a rule', async () => {
  const { run } = workspace({
    'purposelint.yaml': 'rules: {undeclared-tag: {severity: warn, x-ticket: PRIV-12}}',
    'privacy/a.yaml': 'version: 1\n',
  });
  const { exit, stdout } = await run('config');
  expect([exit, stdout.includes('undeclared-tag'), stdout.includes('PRIV-12')]).toEqual([0, true, false]);
});
