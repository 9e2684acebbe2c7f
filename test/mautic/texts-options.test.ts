import { describe, expect, it } from 'vitest';
import { classOfDefault, keyOf, limitOptions, readOptions, rowsOf, wordingHash } from '../../src/mautic/texts.js';
import { caseAnswer } from './uses/cases.js';

describe('options', () => {
  const pairs = (properties: unknown, type: string) =>
    readOptions(properties, type)?.options.map(option => `${option.value}=${option.label}`);

  it.each<[string, unknown, string, string[] | undefined]>([
    [
      'rows',
      {
        list: [
          { label: 'Halal', value: 'halal' },
          { label: 'Vegan', value: 'vegan' },
        ],
      },
      'multiselect',
      ['halal=Halal', 'vegan=Vegan'],
    ],
    ['texts', { list: ['Mr', 'Mrs'] }, 'lookup', ['Mr=Mr', 'Mrs=Mrs']],
    ['one piped text', { list: 'Dr|Prof|Mx' }, 'lookup', ['Dr=Dr', 'Prof=Prof', 'Mx=Mx']],
    ['a list in a list (form select)', { list: { list: [{ label: 'Mo', value: 1 }] } }, 'select', ['1=Mo']],
    ['optionlist (form boxes)', { optionlist: { list: [{ label: 'vegan', value: 1 }] } }, 'checkboxgrp', ['1=vegan']],
    ['old boxes', { list: { list: ['a'] } }, 'radiogrp', ['a=a']],
    ['a list with gaps', { list: { 0: { label: 'A', value: 'a' }, 2: { label: 'B', value: 'b' } } }, 'select', ['a=A', 'b=B']],
    ['a flat map', { list: { y: 'Yes', n: 'No' } }, 'select', ['y=Yes', 'n=No']],
    ['groups', { list: [{ label: 'G', value: [{ label: 'A', value: 'a' }] }] }, 'select', ['a=A']],
    ['only a label', { list: [{ label: 'A' }] }, 'select', ['A=A']],
    ['boolean, no first', { no: 'No', yes: 'Yes' }, 'boolean', ['no=No', 'yes=Yes']],
    ['boolean, yes first', { yes: 'Sì', no: 'No' }, 'boolean', ['yes=Sì', 'no=No']],
    ['an empty list', { list: [] }, 'select', []],
    ['an empty list of a field that copies', { syncList: 1, list: { list: [] } }, 'select', undefined],
    ['a field that copies', { syncList: 1, multiple: 0 }, 'select', undefined],
    ['a country without a list', { placeholder: '', multiple: 0 }, 'country', undefined],
    ['no properties', [], 'select', undefined],
    ['a text field', { list: ['x'] }, 'text', undefined],
    ['boolean without labels', {}, 'boolean', undefined],
    ['nonsense', { list: [null, {}, [], { value: null, label: null }, { value: {} }] }, 'select', []],
  ])('%s', (_name, properties, type, expected) => {
    expect(pairs(properties, type)).toEqual(expected);
  });

  it('A31: numbers as values, umlauts in labels', () => {
    const fields = rowsOf(caseAnswer('A31', 'GET /api/forms/15', 'form', 'fields'));
    expect(fields.map(field => pairs(keyOf(field, 'properties'), String(keyOf(field, 'type'))))).toEqual([
      ['1=vegan'],
      ['1=Mo', '2=Di'],
      undefined,
    ]);
  });
  it('A32: one piped text, plain texts', () => {
    const fields = rowsOf(caseAnswer('A32', 'GET /api/fields/contact', 'fields'));
    expect(fields.map(field => pairs(keyOf(field, 'properties'), String(keyOf(field, 'type'))))).toEqual([
      ['Dr=Dr', 'Prof=Prof', 'Mx=Mx'],
      undefined,
      ['Food=Food', 'Wood=Wood'],
    ]);
  });

  it('labels are cleaned and masked, their links told', () => {
    const read = readOptions(
      {
        optionlist: {
          list: [
            { value: '1', label: 'I read the <a href="https://x.example/privacy">notice</a>' },
            { value: 'anna@visitors.example', label: 'Anna' },
          ],
        },
      },
      'checkboxgrp',
    );
    expect(read).toEqual({
      options: [
        { value: '1', label: 'I read the notice' },
        { value: '[email]', label: 'Anna' },
      ],
      masked: true,
      links: ['x.example/privacy'],
    });
  });

  it('over a hundred: the first hundred, their number, a hash of all', () => {
    const options = Array.from({ length: 101 }, (_, index) => ({ value: String(index), label: `L${index}` }));
    const limited = limitOptions(options);
    expect([limited.options.length, limited.options_total]).toEqual([100, 101]);
    expect(limited.options_hash).toMatch(/^[0-9a-f]{12}$/u);
    expect(limitOptions([...options.slice(0, 100), { value: '100', label: 'other' }]).options_hash).not.toBe(limited.options_hash);
    expect(limitOptions(options.slice(0, 100))).toEqual({ options: options.slice(0, 100) });
  });
});

describe('wording', () => {
  it.each([
    ['I want the monthly menu, see the privacy notice', '', ['Yes'], 'bbebef87674a'],
    ['Accetto di ricevere offerte', '', ['Sì, accetto'], '00e97139fd6c'],
    ['Accetto la profilazione (facoltativo)', '', ['Sì'], '458b36567a0e'],
    ['Ho letto il regolamento', '', ['Sì'], 'b3e5d5e9555a'],
    ['HO LETTO  il regolamento ', ' ', ['sì'], 'b3e5d5e9555a'],
  ])('%s', (label, help, labels, hash) => {
    expect(wordingHash(label, help, labels)).toBe(hash);
  });
  it('label, help and options are told apart', () => {
    expect(wordingHash('a', 'b', ['c'])).not.toBe(wordingHash('a', '', ['b', 'c']));
  });
});

describe('classes of default values', () => {
  const yesNo = [
    { value: 'no', label: 'No' },
    { value: 'yes', label: 'Yes' },
  ];
  it.each<[unknown, Parameters<typeof classOfDefault>[1], ReturnType<typeof classOfDefault>]>([
    [undefined, { type: 'text' }, undefined],
    [null, { type: 'hidden' }, { default: 'empty' }],
    ['', { type: 'text' }, { default: 'empty' }],
    ['1', { type: 'checkboxgrp', options: [{ value: '1', label: 'Yes' }] }, { default: 'option', default_option: '1' }],
    [1, { type: 'checkboxgrp', options: [{ value: '1', label: 'Yes' }] }, { default: 'option', default_option: '1' }],
    ['vegan', { type: 'select', mappedOptions: [{ value: 'vegan', label: 'V' }] }, { default: 'option', default_option: 'vegan' }],
    ['1', { type: 'checkboxgrp', options: [], mappedType: 'boolean', mappedOptions: yesNo }, { default: 'option', default_option: 'yes' }],
    ['1', { type: 'boolean', options: yesNo }, { default: 'option', default_option: 'yes' }],
    [true, { type: 'boolean' }, { default: 'option', default_option: 'yes' }],
    ['0', { type: 'boolean', options: yesNo }, { default: 'option', default_option: 'no' }],
    [false, { type: 'boolean' }, { default: 'option', default_option: 'no' }],
    ['No', { type: 'boolean' }, { default: 'option', default_option: 'no' }],
    ['yes', { type: 'hidden', options: yesNo }, { default: 'constant' }],
    ['yes', { type: 'text', mappedOptions: yesNo, mappedType: 'boolean' }, { default: 'constant' }],
    ['{contactfield=email}', { type: 'hidden' }, { default: 'token' }],
    ['%7Bcontactfield=email%7D', { type: 'hidden' }, { default: 'token' }],
    ['anna@visitors.example', { type: 'hidden' }, { default: 'personal' }],
    ['347123456789', { type: 'text' }, { default: 'personal' }],
    ['https://x.example/?u=1', { type: 'url' }, { default: 'personal' }],
    ['25', { type: 'number' }, { default: 'number' }],
    ['-3,5', { type: 'number' }, { default: 'number' }],
    ['https://x.example/a', { type: 'url' }, { default: 'url' }],
    ['www.x.example', { type: 'url' }, { default: 'url' }],
    ['website-footer', { type: 'hidden' }, { default: 'constant' }],
    ['other', { type: 'select', options: yesNo }, { default: 'constant' }],
    [['a'], { type: 'select' }, { default: 'constant' }],
  ])('%j of %j', (value, context, expected) => {
    expect(classOfDefault(value, context)).toEqual(expected);
  });
});
