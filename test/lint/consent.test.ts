import { describe, expect, it } from 'vitest';
import { consentHolders, heldBy } from '../../src/lint/consent/holders.js';
import { EXAMPLE_FILE, lintExample } from '../rules/examples.js';
import { box, collects, contactField, form, question } from '../rules/form-items.js';

const contextOf = (declarations: string, more: object = {}) => lintExample({ declarations, ...more }).context;
const holdersOf = (declarations: string) => consentHolders(contextOf(declarations).declarations);

describe('consentHolders', () => {
  it('are the fields, tags and segments that purposes name, with the place where they are named', () => {
    const holders = holdersOf(`purposes:
  news: {title: Letter, consent: {field: contact_field:news_ok}}
  calls: {consent: {tag: 'calls: yes'}}
  visits: {consent: {segment: segment:agreed#3}}
  other: {use: lead-scoring}`);
    expect([...holders.keys()]).toEqual(['contact_field:news_ok', 'tag:calls: yes', 'segment:agreed#3']);
    expect(holders.get('contact_field:news_ok')).toEqual([
      {
        purposes: ['news'],
        name: 'Letter',
        of: 'purpose',
        place: { file: EXAMPLE_FILE, path: ['purposes', 'news', 'consent', 'field'], at: 'value' },
      },
    ]);
  });

  it('are those of sensitive data and of tracking, too, under the name of their main purpose', () => {
    const holders = holdersOf(`purposes: {dinner: {title: The dinner}}
contact_fields: {diet: {purposes: [dinner], special: {categories: [health], condition: explicit-consent, consent: {field: diet_ok}}}}
tracking: {email_opens: {mode: individual, consent: {field: diet_ok}}}`);
    expect(holders.get('contact_field:diet_ok')).toMatchObject([
      { purposes: ['dinner'], name: 'The dinner', of: 'special' },
      { purposes: [], name: 'email_opens', of: 'tracking' },
    ]);
  });

  it('hold every purpose that shares them, also under names that programs know', () => {
    const holders = holdersOf('purposes:\n  __proto__: {consent: {field: constructor}}\n  b: {consent: {field: constructor}}');
    expect(holders.get('contact_field:constructor')?.map(({ purposes }) => purposes)).toEqual([['__proto__'], ['b']]);
  });
});

it('knows a holder by its id, and by its key whatever its id', () => {
  const holders = holdersOf("purposes:\n  a: {consent: {segment: 'x#3'}}\n  b: {consent: {segment: x}}");
  const segment = (id: number) => ({ kind: 'segment', id, key: 'x' }) as const;
  expect(heldBy(holders, segment(3)).map(({ name }) => name)).toEqual(['a', 'b']);
  expect(heldBy(holders, segment(4)).map(({ name }) => name)).toEqual(['b']);
  expect(heldBy(holders, { kind: 'tag', id: 3, key: 'x' })).toEqual([]);
});

describe('consentBoxes', () => {
  const boxes = (declarations: string, items: readonly object[], uses: readonly object[] = []) =>
    contextOf(declarations, { items: [form('F'), ...items], uses }).indexes.consentBoxes.map(({ reference, certainty, purposes }) => [
      reference,
      certainty,
      purposes,
    ]);

  it('are boxes by their field, their role, or their words, with the purposes that somebody named', () => {
    const declarations = `purposes: {news: {consent: {field: news_ok}}}
contact_fields: {held: {purposes: [club]}}
forms: {F: {purposes: [visit], fields: {b: {role: consent}, c: {role: consent, purposes: [calls]}, d: {role: consent}}}}`;
    const items = [
      box('F/a', 'A', { position: 1 }),
      box('F/b', 'B', { position: 2 }),
      box('F/c', 'C', { position: 3 }),
      box('F/d', 'D', { position: 4 }),
      box('F/e', 'Desidero ricevere la newsletter', { position: 5 }),
      box('F/f', 'F', { position: 6 }),
      contactField('news_ok'),
      contactField('held'),
    ];
    expect(boxes(declarations, items, [collects('F/a', 'news_ok'), collects('F/d', 'held')])).toEqual([
      ['form_field:F/a', 'declared', ['news']],
      ['form_field:F/b', 'declared', []],
      ['form_field:F/c', 'declared', ['calls']],
      ['form_field:F/d', 'declared', ['club']],
      ['form_field:F/e', 'words', []],
    ]);
  });

  it('are no text questions, whatever they fill or say', () => {
    const items = [question('F/a', 'text', { title: 'I agree to receive offers' }), question('F/b', 'hidden'), contactField('news_ok')];
    expect(boxes('purposes: {news: {consent: {field: news_ok}}}', items, [collects('F/a', 'news_ok'), collects('F/b', 'news_ok')])).toEqual(
      [],
    );
  });
});
