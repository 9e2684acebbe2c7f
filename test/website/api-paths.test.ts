/** What an address of Mautic writes, and that it is the same in JavaScript and in PHP. */
import { describe, expect, it } from 'vitest';
import { targetOf } from '../../src/website/api-paths.js';
import { HOLE } from '../../src/website/site.js';
import { told } from './code/reading.js';
import { sent } from './markup/support.js';

const WRITING = [
  ['/api/contacts/new', { of: 'contact' }],
  ['https://m.example/api/contacts/new', { of: 'contact' }],
  [`${HOLE}contacts/new`, { of: 'contact' }],
  ['contacts/new?includeCustomObjects=1', { of: 'contact' }],
  ['contacts/12/edit', { of: 'contact' }],
  [`contacts/${HOLE}/edit`, { of: 'contact' }],
  ['companies/new', { of: 'company' }],
  ['/api/contacts/batch/new', { of: 'contact', isBatch: true }],
  ['/api/companies/batch/edit', { of: 'company', isBatch: true }],
  ['contacts/new/', { of: 'contact' }],
  ['POST contacts/new', { of: 'contact' }],
  ['https://m.example/form/submit?formId=6', { of: 'form', form: '6' }],
  ['/form/submit', { of: 'form', form: undefined }],
] as const;

/** No route of Mautic, or one that writes nobody's data. */
const OTHERS = [
  '/api/contacts/new/x',
  '/api/contacts/12/edit/more',
  '/contacts/newest',
  '/contacts/12',
  'see contacts/new',
  '/segments/new',
];

describe('addresses', () => {
  it.each(WRITING)('%s writes', (address, target) => {
    expect(targetOf(address)).toEqual(target);
  });

  it.each(OTHERS)('%s does not', address => {
    expect(targetOf(address)).toBeUndefined();
  });
});

describe('a push', () => {
  const inJavaScript = (address: string): number => told('a.mjs', `await axios.post('${address}', { film: 1 });`).length;
  const inPhp = (address: string): number => sent('x.php', `<?php\nwp_remote_post('${address}', ['body' => ['film' => 1]]);`).length;

  it.each(['/api/contacts/new', '/api/contacts/new/', '/api/contacts/12/edit', '/api/companies/new?x=1'])(
    '%s is one in both languages',
    address => {
      expect([inJavaScript(address), inPhp(address)]).toEqual([1, 1]);
    },
  );

  it.each(['/api/contacts/new/x', '/api/contacts/12/edit/more'])('%s is none in either', address => {
    expect([inJavaScript(address), inPhp(address)]).toEqual([0, 0]);
  });
});
