/** What Mautic makes of the parameters of a page view, and of the keys of a contact or company that is pushed to its API. */
import { describe, expect, it } from 'vitest';
import { bodyParametersOf, parametersOf, tagsIn } from '../../src/website/parameters.js';

describe('a parameter of a page view', () => {
  it.each([
    ['email', 'contact_field'],
    ['favourite_film', 'contact_field'],
    ['companyname', 'company_field'],
    ['page_url', 'page_data'],
    ['utm_source', 'page_data'],
    ['mautic_device_id', 'page_data'],
    ['d', 'opaque'],
    ['ct', 'opaque'],
  ])('%s is %s', (name, what) => {
    expect(parametersOf(name)).toEqual([{ what, key: name, certainty: 'literal' }]);
  });

  it('that is known in part is a pattern', () => {
    expect(parametersOf('film_*')).toEqual([{ what: 'contact_field', key: 'film_*', certainty: 'pattern' }]);
  });

  it('`tags` is each of its tags', () => {
    expect(parametersOf('tags')).toEqual([{ what: 'tag', key: '', certainty: 'open' }]);
    expect(tagsIn('a, -b,,-,shop-*,*')).toEqual([
      { what: 'tag', key: 'a', certainty: 'literal' },
      { what: 'tag_removed', key: 'b', certainty: 'literal' },
      { what: 'tag', key: 'shop-*', certainty: 'pattern' },
      { what: 'tag', key: '', certainty: 'open' },
    ]);
  });
});

describe('a key of what is pushed to the API', () => {
  it.each(['owner', 'overwriteWithBlank', 'lastActive', 'id', 'createIfNotFound'])('%s only steers', name => {
    expect(bodyParametersOf('contact', name)).toEqual([]);
    expect(bodyParametersOf('company', name)).toEqual([]);
  });

  it('is a field, whatever it would be of a page view', () => {
    expect(bodyParametersOf('contact', 'title')).toEqual([{ what: 'contact_field', key: 'title', certainty: 'literal' }]);
    expect(bodyParametersOf('contact', 'utm_source')).toEqual([{ what: 'contact_field', key: 'utm_source', certainty: 'literal' }]);
    expect(bodyParametersOf('contact', 'companyname')).toEqual([{ what: 'company_field', key: 'companyname', certainty: 'literal' }]);
    expect(bodyParametersOf('company', 'title')).toEqual([{ what: 'company_field', key: 'title', certainty: 'literal' }]);
    expect(bodyParametersOf('contact', 'film_*')).toEqual([{ what: 'contact_field', key: 'film_*', certainty: 'pattern' }]);
  });

  it('`ipAddress` goes to the visits, and tags are tags', () => {
    expect(bodyParametersOf('contact', 'ipAddress')).toEqual([{ what: 'page_data', key: 'ipAddress', certainty: 'literal' }]);
    expect(bodyParametersOf('contact', 'tags', 'a')).toEqual([{ what: 'tag', key: 'a', certainty: 'literal' }]);
  });
});
