import { expect, it } from 'vitest';
import { sentIn } from '../../../src/lint/website/sent.js';
import type { Send } from '../../../src/website/site.js';
import { item, seen } from '../usage-support.js';

const { view } = seen(
  [
    item('contact_field:title'),
    item('contact_field:utm_source'),
    item('company_field:companycity'),
    item('form:Open Day!', { id: 7 }),
    item('dynamic_content:hello', { id: 8 }),
    item('dynamic_content:hello', { id: 9 }),
  ],
  [],
);
const send = (what: Send['what'], key: string, more: Partial<Send> = {}): Send => ({
  ...{ what, key, how: 'mt', certainty: 'literal', start: 0, end: 1 },
  ...more,
});

it.each([
  ['a field', send('contact_field', 'title'), 'contact_field:title'],
  ['a field of companies under its alias', send('contact_field', 'companycity'), 'company_field:companycity'],
  ['a name that is part of a page view', send('page_data', 'title'), 'tracking:page_hit'],
  ['the same name in a push, where it is a field', send('page_data', 'title', { how: 'rest-push' }), 'contact_field:title'],
  ['a campaign parameter in a push, with a field', send('page_data', 'utm_source', { how: 'rest-push' }), 'contact_field:utm_source'],
  ['a campaign parameter in a push, without one', send('page_data', 'utm_term', { how: 'rest-push' }), undefined],
  ['a form by id', send('form', '7'), 'form:Open Day!'],
  ['a form by its name in the HTML', send('form', 'openday'), 'form:Open Day!'],
  ['a form by an id that is gone', send('form', '6'), 'form:#6'],
  ['a form by a name that is gone', send('form', 'closedday'), 'form:closedday'],
  ['a slot of two contents', send('slot', 'hello'), 'dynamic_content:hello#8'],
  ['a slot of none', send('slot', 'bye'), 'dynamic_content:bye'],
  ['a part of a name', send('tag', 'evt-*', { certainty: 'pattern' }), undefined],
  ['nothing that is known', send('contact_field', '', { certainty: 'open' }), undefined],
])('%s', (_, given, reference) => {
  expect(sentIn(given, view)?.reference).toBe(reference);
});
