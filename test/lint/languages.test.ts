import { expect, it } from 'vitest';
import { languagesOf } from '../../src/lint/languages.js';
import { lintExample } from '../rules/examples.js';

const languages = (organisation: string) => [
  ...languagesOf(lintExample({ declarations: `organisation: {${organisation}}`, finds: [] }).context.declarations),
];

it('are those of the team, else those of its countries, and English', () => {
  expect(languages('countries: [IT, CH]')).toEqual(['en', 'it', 'de', 'fr']);
  expect(languages('countries: [IT], languages: [nl]')).toEqual(['en', 'nl']);
  expect(languages('countries: [SE]')).toEqual(['en']);
  expect(languages('name: Aurora')).toEqual(['en']);
});
