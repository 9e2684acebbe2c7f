import { describe, expect, it } from 'vitest';
import { formOf, sendsOfComponent, sendsOfElement } from '../../src/website/elements.js';
import { HOLE } from '../../src/website/site.js';

const send = (name: string, attributes: Readonly<Record<string, string>>, form?: string): unknown[] =>
  sendsOfElement({ name, attributes: new Map(Object.entries(attributes)), ...(form === undefined ? {} : { form }) });
const formFrom = (attributes: Readonly<Record<string, string>>): string | undefined => formOf(new Map(Object.entries(attributes)));

const FIELD = { what: 'form_field', how: 'form-post', certainty: 'literal', attribute: 'name' };

describe('what a browser loads', () => {
  it('starts with the page, or is held by a consent tool', () => {
    const tracking = { what: 'tracking', key: '', how: 'script', certainty: 'literal' };
    expect(send('script', { src: 'https://m.example/mtc.js' })).toEqual([{ ...tracking, gate: 'none', attribute: 'src' }]);
    expect(send('script', { 'data-cmp-src': 'https://m.example/mtc.js' })).toEqual([
      { ...tracking, gate: 'held', attribute: 'data-cmp-src' },
    ]);
  });

  it('has no gate where there is nothing to hold', () => {
    expect(send('script', { src: '//m.example/form/generate.js?id=3' })).toEqual([
      { what: 'form', key: '3', how: 'form-embed', certainty: 'literal', attribute: 'src' },
    ]);
  });

  it('is not what a link leads to', () => {
    expect(send('a', { href: 'https://m.example/mtc.js', src: 'https://m.example/mtc.js' })).toEqual([]);
  });
});

describe('inputs', () => {
  it('are read by their names, whatever is around them', () => {
    expect(send('input', { name: 'mauticform[email]', type: 'hidden' })).toEqual([{ ...FIELD, key: 'email' }]);
    expect(send('select', { name: 'mauticform[likes][]' }, '4')).toEqual([{ ...FIELD, key: 'likes', form: '4' }]);
    expect(send('textarea', { name: 'message' }, '4')).toEqual([{ ...FIELD, key: 'message', form: '4' }]);
    expect(send('input', { name: 'message' })).toEqual([]);
  });

  it('whose names a template fills in are patterns', () => {
    expect(send('input', { name: `mauticform[a_${HOLE}]` })).toEqual([{ ...FIELD, key: 'a_*', certainty: 'pattern' }]);
    expect(send('input', { name: `mauticform[${HOLE}]` })).toEqual([{ ...FIELD, key: '', certainty: 'open' }]);
  });

  it.each(['formId', 'return', 'formName', 'messenger', 'submit'])('that steer the form are none: %s', name => {
    expect(send('input', { name: `mauticform[${name}]` }, '4')).toEqual([]);
    expect(send('input', { name }, '4')).toEqual([]);
  });

  it.each(['submit', 'button', 'reset', 'image'])('without an answer are none: %s', type => {
    expect(send('input', { name: 'go', type }, '4')).toEqual([]);
  });

  it.each([
    ['someone@firm.example', 'email'],
    ['mailto:some.one+x@firm.example', 'email'],
    ['a@firm.example, b@firm.example', 'email'],
    ['+39 055 123456', 'phone'],
    ['0039-055-1234567', 'phone'],
    ['(555) 234-5678', 'phone'],
    ['tel:+390551234567', 'phone'],
  ])('with %s in the code hold a value: %s', (value, kind) => {
    expect(send('input', { name: 'mauticform[x]', type: 'hidden', value })).toEqual([{ ...FIELD, key: 'x', value: kind }]);
  });

  it.each([
    '',
    'yes',
    'logo@2x.png',
    '2024-01-31',
    '20240131',
    '3.14159265',
    '1234567',
    `${HOLE}@firm.example`,
    '@firm',
    '0',
    '0000000000',
  ])('with %s do not', value => {
    expect(send('input', { name: 'mauticform[x]', value })).toEqual([{ ...FIELD, key: 'x' }]);
  });
});

describe('forms', () => {
  it('are named by their address, else by the name that Mautic gives them', () => {
    expect(formFrom({ action: 'https://m.example/form/submit?formId=17', 'data-mautic-form': 'news' })).toBe('17');
    expect(formFrom({ action: `${HOLE}/form/submit?formId=${HOLE}`, 'data-mautic-form': 'news' })).toBe('news');
    expect(formFrom({ id: 'mauticform_news' })).toBe('news');
    expect(formFrom({ id: `mauticform_${HOLE}` })).toBeUndefined();
    expect(formFrom({ id: 'news', action: '/search' })).toBeUndefined();
  });

  it('are told with their address', () => {
    expect(send('form', { action: 'http://m.example/form/submit?formId=17' })).toEqual([
      { what: 'form', key: '17', how: 'form-post', certainty: 'literal', insecure: true, attribute: 'action' },
    ]);
  });
});

describe('slots and videos', () => {
  const slot = (key: string, attribute: string): unknown => ({ what: 'slot', how: 'slot', key, certainty: 'literal', attribute });

  it('are known by the marks of Mautic', () => {
    expect(send('div', { 'data-slot': 'dwc', 'data-param-slot-name': 'a' })).toEqual([slot('a', 'data-param-slot-name')]);
    expect(send('div', { class: 'wide mautic-slot', 'data-slot-name': 'b' })).toEqual([slot('b', 'data-slot-name')]);
    expect(send('div', { 'data-slot': 'dwc' })).toEqual([{ what: 'slot', how: 'slot', key: '', certainty: 'open' }]);
    expect(send('video', { 'data-form-id': '4', 'data-gate-time': '3' })).toEqual([
      { what: 'form', key: '4', how: 'form-embed', certainty: 'literal', attribute: 'data-form-id' },
    ]);
  });

  it('are not those of other libraries', () => {
    expect(send('div', { 'data-slot-name': 'b' })).toEqual([]);
    expect(send('div', { 'data-slot': 'icon' })).toEqual([]);
    expect(send('div', { 'data-form-id': '4' })).toEqual([]);
  });
});

it('a component of the team is an input by its name', () => {
  const component = (name: string): unknown[] =>
    sendsOfComponent({ name: 'mauticinput', attributes: new Map([['name', name]]), form: '4' });
  expect(component('city')).toEqual([{ ...FIELD, key: 'city', form: '4' }]);
  expect(component('mauticform[city]')).toEqual([{ ...FIELD, key: 'city', form: '4' }]);
  expect(component('formId')).toEqual([]);
  expect(sendsOfComponent({ name: 'mauticinput', attributes: new Map() })).toEqual([]);
});
