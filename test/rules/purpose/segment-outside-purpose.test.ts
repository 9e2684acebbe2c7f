import { describe, expect, it } from 'vitest';
import rule from '../../../rules/purpose/segment-outside-purpose.js';
import type { Item, Use } from '../../../src/mautic/snapshot.js';
import { renderMessage } from '../../../src/output/message.js';
import { filters, segment } from '../content-items.js';
import { EXAMPLE_FILE, findingsOf, lintExample, subjectsOf } from '../examples.js';
import { absent, contactField, form, partial } from '../form-items.js';

const PURPOSES = `purposes:
  letters: {use: service-messages, title: Letters}
  offers: {use: email-marketing, title: Offers}
  hall: {use: other, dpv: "dpv:RecordManagement", traits: [segmentation], description: Keep the list of visitors that fire safety law asks of the hall}
  views: {use: web-tracking, title: Page views}
  taste: {use: behavioural-profiling}
  scores: {use: other, dpv: "dpv:RecordManagement", profiling: simple, description: Tell sales which firms to call first after a fair}
`;
const TITLE = 'contact_field:title';
const declared = (title: string, s = 'purposes: [offers]', more = '') =>
  `${PURPOSES}contact_fields: {title: {${title}}}\nsegments: {s: {${s}}}\n${more}`;
const example = (declarations: string, uses: readonly Use[], items: readonly Item[] = []) => ({
  declarations,
  items: [contactField('title', { title: 'Title' }), segment('s', { title: 'Women' }), ...items],
  uses,
});
const found = (declarations: string, uses: readonly Use[] = [filters('segment:s', TITLE)], items: readonly Item[] = []) =>
  subjectsOf(rule, example(declarations, uses, items));

describe('segment-outside-purpose', () => {
  it('names the segment and the field, once', () => {
    const uses = [filters('segment:s', TITLE), filters('segment:s', TITLE, { op: 'set', group: 2 })];
    expect(findingsOf(rule, { ...example(declared('purposes: [letters]'), uses), finds: [] })).toMatchObject([
      {
        subject: 'segment:s',
        severity: 'error',
        key: TITLE,
        place: { file: EXAMPLE_FILE, path: ['segments', 's'], at: 'key' },
        data: { segment: 'Women', field: { label: 'Title', alias: 'title' }, purposes: ['Letters'] },
        related: [],
      },
    ]);
  });

  it.each([
    ['they share a purpose', 'purposes: [letters, offers]', 'purposes: [offers]'],
    ['the field is held for a purpose that sorts', 'purposes: [hall]', 'purposes: [letters]'],
    ['the field is held for marketing of another kind', 'purposes: [offers]', 'purposes: [letters]'],
    ['nobody has said what the segment is for', 'purposes: [letters]', 'why: Made by the agency'],
    ['nobody has said what the field is for', 'why: Asked for long ago', 'purposes: [offers]'],
    ['the purpose of the segment is not defined', 'purposes: [letters]', 'purposes: [offer]'],
    ['the purpose of the field is not defined', 'purposes: [letter]', 'purposes: [offers]'],
    ['the segment says nothing about people', 'purposes: [letters]', 'personal: false, reason: A test of the agency'],
  ])('is silent where %s', (_, title, s) => {
    expect(found(declared(title, s))).toEqual([]);
  });

  it('judges an exclusion like any other filter, and leaves alone what is off', () => {
    const excludes = [filters('segment:s', TITLE, { op: 'is-not' })];
    expect(found(declared('purposes: [letters]'), excludes)).toEqual(['segment:s']);
    const off = [contactField('title'), segment('s', { published: false })];
    expect(subjectsOf(rule, { declarations: declared('purposes: [letters]'), items: off, uses: [filters('segment:s', TITLE)] })).toEqual(
      [],
    );
    const ignored = [contactField('title', { published: false }), segment('s')];
    expect(
      subjectsOf(rule, { declarations: declared('purposes: [letters]'), items: ignored, uses: [filters('segment:s', TITLE)] }),
    ).toEqual([]);
  });

  it('takes the purposes of the segments that a helper serves', () => {
    const declarations = declared('purposes: [letters]', 'helper_for: [readers]', '').replace(
      'segments: {',
      'segments: {readers: {purposes: [offers]}, ',
    );
    expect(found(declarations, undefined, [segment('readers')])).toEqual(['segment:s']);
  });

  it.each<[string, string, Use]>([
    ['unsubscribe flags', '', filters('segment:s', 'record:dnc')],
    ['a consent', 'consent: {field: title}', filters('segment:s', TITLE, { value: 'yes' })],
    ['the proof of one', 'consent: {field: x, proof: {timestamp: contact_field:title}}', filters('segment:s', TITLE, { op: 'set' })],
    ['an objection', 'objection: {field: title}', filters('segment:s', TITLE, { op: 'is-not', value: 'yes' })],
    ['an age gate', '', filters('segment:s', TITLE, { op: 'less', value: '-16 years' })],
  ])('always allows %s', (_, consent, use) => {
    const declarations = declared('purposes: [letters]').replace('title: Letters', `title: Letters${consent === '' ? '' : `, ${consent}`}`);
    expect(found(declarations, [use])).toEqual([]);
  });

  it('always allows what an opt-out of a form fills', () => {
    const box: Item = { kind: 'form_field', id: 9, key: 'F/no', form: 'form:F', type: 'checkboxgrp' };
    const uses: Use[] = [filters('segment:s', TITLE), { from: 'form_field:F/no', how: 'collects', to: TITLE, at: 'form.field' }];
    const by = (more: string): string[] => found(declared('purposes: [letters]', 'purposes: [offers]', more), uses, [form('F'), box]);
    expect(by('forms: {F: {fields: {no: {role: opt-out}}}}')).toEqual([]);
    expect(by('forms: {F: {fields: {no: {}}}}')).toEqual(['segment:s']);
  });

  it('takes no other age for a gate', () => {
    expect(found(declared('purposes: [letters]'), [filters('segment:s', TITLE, { op: 'less', value: '-60 years' })])).toEqual([
      'segment:s',
    ]);
    expect(found(declared('purposes: [letters]'), [filters('segment:s', TITLE, { op: 'more', value: '-18 years' })])).toEqual([
      'segment:s',
    ]);
  });

  describe('segments inside segments', () => {
    const all = 's: {purposes: [offers]}, a: {purposes: [letters]}, b: {purposes: [letters]}, c: {purposes: [letters]}';
    const declarations = `${PURPOSES}contact_fields: {title: {purposes: [letters]}, city: {purposes: [letters]}}\nsegments: {${all}}`;
    const items = [segment('a'), segment('b'), segment('c'), contactField('city')];

    it('are looked into, however deep, by two ways, and in a circle', () => {
      const uses = [
        filters('segment:s', 'segment:a', { op: 'any-of' }),
        filters('segment:s', 'segment:b', { op: 'none-of' }),
        filters('segment:a', 'segment:c', { op: 'any-of' }),
        filters('segment:b', 'segment:c', { op: 'any-of' }),
        filters('segment:c', 'segment:s', { op: 'any-of' }),
        filters('segment:c', TITLE),
        filters('segment:b', 'contact_field:city'),
      ];
      const nested = findingsOf(rule, { ...example(declarations, uses, items), finds: [] });
      expect(nested.map(({ subject, key, related }) => [subject, key, related?.[0]?.subject])).toEqual([
        ['segment:s', 'contact_field:city', 'segment:b'],
        ['segment:s', TITLE, 'segment:c'],
      ]);
    });

    it('are not looked into where they stand for a consent', () => {
      const uses = [filters('segment:s', 'segment:a', { op: 'any-of' }), filters('segment:a', TITLE)];
      expect(found(declarations, uses, items)).toEqual(['segment:s']);
      const yes = declarations.replace('title: Offers', 'title: Offers, consent: {segment: a}');
      expect(found(yes, uses, items)).toEqual([]);
    });
  });

  describe('behaviour', () => {
    const tracking = (purposes: string) =>
      `tracking: {website: {purposes: ${purposes}}, email_opens: {mode: individual, purposes: ${purposes}}}`;
    const visits = [filters('segment:s', 'tracking:page_hit', { url: 'shop.example/wine' })];

    it('needs a purpose that is profiling, and the message says so', () => {
      const [first] = findingsOf(rule, {
        ...example(declared('purposes: [letters]', 'purposes: [offers]', tracking('[views]')), visits),
        finds: [],
      });
      expect(first).toMatchObject({
        subject: 'segment:s',
        key: 'tracking:page_hit',
        data: { segment: 'Women', purposes: ['Page views'], reason: 'behaviour' },
      });
      const told = (['en', 'it'] as const).map(language =>
        renderMessage(rule.text[language], first?.data ?? {}, language)
          .map(({ text }) => text)
          .join(''),
      );
      expect(told[0]).toMatch(
        /^The segment 'Women' sorts people by 'visits to web pages', which you have for 'Page views' only; and sorting/u,
      );
      expect(told[1]).toContain('in base a «le visite alle pagine web», che hai solo per «Page views»; e selezionare');
    });

    it.each(['purposes: [taste]', 'purposes: [offers, scores]', 'purposes: [offers], profiling: simple'])(
      'is fine for a segment with %s',
      s => {
        expect(found(declared('purposes: [letters]', s, tracking('[views]')), visits)).toEqual([]);
      },
    );

    it('is none where it was only seen, or where a message was sent', () => {
      expect(found(declared('purposes: [letters]'), visits)).toEqual([]);
      expect(
        found(declared('purposes: [letters]', 'purposes: [offers]', tracking('[views]')), [filters('segment:s', 'tracking:email_sent')]),
      ).toEqual([]);
      expect(
        found(declared('purposes: [letters]', 'purposes: [offers]', tracking('[views]')), [filters('segment:s', 'tracking:email_open')]),
      ).toEqual(['segment:s']);
    });

    it('is not called that where the segment goes by the field of a form', () => {
      const [first] = findingsOf(rule, { ...example(declared('purposes: [letters]'), [filters('segment:s', TITLE)]), finds: [] });
      expect(first?.data).not.toHaveProperty('reason');
    });

    it('is also the points, held for what gives them', () => {
      const points: Use = { from: 'form:F', how: 'writes', to: 'contact_field:points', at: 'form.action', id: 1, delta: 'up' };
      const items = [contactField('points', { title: 'Points' }), form('F')];
      const uses = [points, filters('segment:s', 'contact_field:points', { op: 'more' })];
      const more = 'forms: {F: {purposes: [letters]}}';
      const found = findingsOf(rule, { ...example(declared('purposes: [letters]', 'purposes: [offers]', more), uses, items), finds: [] });
      expect(found).toMatchObject([{ subject: 'segment:s', data: { field: { label: 'Points', alias: 'points' }, purposes: ['Letters'] } }]);
      expect(subjectsOf(rule, example(declared('purposes: [letters]', 'purposes: [scores]', more), uses, items))).toEqual([]);
    });
  });

  it.each(['form', 'point_action', 'campaign'] as const)('is not run for points where kind %s was not seen, and is for fields', of => {
    const { findings, notRun } = lintExample({
      ...example(declared('purposes: [letters]'), [filters('segment:s', TITLE)]),
      coverage: [partial(of)],
    });
    expect(findings.filter(finding => finding.rule === rule.id).map(({ subject }) => subject)).toEqual(['segment:s']);
    expect(notRun).toContainEqual({ rule: rule.id, of, why: ['rows-missing'] });
  });

  it('is not run where segments or fields were not seen', () => {
    const { notRun } = lintExample({ declarations: '', coverage: [absent('segment')], finds: [] });
    expect(notRun).toContainEqual({ rule: rule.id, of: 'segment', why: ['refused'] });
    const fields = lintExample({ declarations: '', coverage: [absent('contact_field')], finds: [] });
    expect(fields.notRun).toContainEqual({ rule: rule.id, of: 'contact_field', why: ['refused'] });
  });
});
