import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildDeclarations } from '../../src/declarations/build.js';
import { buildFiles, sources, tell } from './tell.js';

describe('several files', () => {
  it('are merged, blocks key by key', () => {
    const { organisation, rights, purposes, items, waivers, problems } = buildFiles({
      'b.yaml': 'organisation: {contact: a@aurora.example}\ntags: {b: {}}\nwaivers: [{rule: x}]',
      'a.yaml':
        'organisation: {name: Aurora}\ntags: {a: {}}\nrights: {self_edit: portal}\nwaivers: [{rule: y}]\npurposes: {site-operation: {title: Own}}',
    });
    expect(problems).toEqual([]);
    expect(organisation.value).toEqual({ name: 'Aurora', contact: 'a@aurora.example' });
    expect(organisation.place).toEqual({ file: 'a.yaml', path: ['organisation'], at: 'key' });
    expect([...organisation.places].map(([key, place]) => [key, place.file])).toEqual([
      ['name', 'a.yaml'],
      ['contact', 'b.yaml'],
    ]);
    expect([rights.value, items.tag.map(({ key }) => key), waivers.map(({ value, place }) => [value.rule, place?.file])]).toEqual([
      { self_edit: 'portal' },
      ['a', 'b'],
      [
        ['y', 'a.yaml'],
        ['x', 'b.yaml'],
      ],
    ]);
    expect(purposes.get('site-operation')).toMatchObject({ value: { title: 'Own' }, place: { file: 'a.yaml' } });
    expect(purposes.get('legal-claims')).toMatchObject({ place: null, value: { legal_basis: 'legitimate-interests' } });
  });

  it('that say one thing twice are told at the second, with the place of the first', () => {
    const declarations = buildFiles({
      'a.yaml': 'tags:\n  a: {why: first}\norganisation: {name: A}\ntracking: {videos: {}}\nrecipients: {r: {name: R}}',
      'b.yaml': 'organisation: {name: A, phone: "1"}\nforms: {F: {}}\nrecipients: {r: {name: R}}\ntracking: {videos: {}}',
      'c.yaml': 'tags: {"a": {why: second}, "b&amp;c": {}, "b&c": {}}\nforms: {F#2: {}}',
    });
    expect(tell(declarations.problems, declarations)).toEqual([
      'b.yaml:2:16 twice organisation',
      'b.yaml:4:14 twice recipient:r',
      'b.yaml:5:12 twice tracking:videos',
      'c.yaml:2:8 twice tag:a',
      'c.yaml:2:43 twice tag:b&c',
    ]);
    expect(declarations.problems[3]).toMatchObject({
      data: { key: 'a', file: 'a.yaml', line: 3 },
      related: [{ place: { file: 'a.yaml', path: ['tags', 'a'] } }],
    });
    expect(declarations.items.tag[0]?.value.why).toBe('first');
    expect(declarations.items.form.map(({ identity }) => identity)).toEqual(['form:F', 'form:F#2']);
  });

  it('refer to each other', () => {
    const { problems } = buildFiles({
      'a.yaml': 'forms: {F: {recipients: [crm], notice: site}}',
      'z.yaml': 'recipients: {crm: {name: C}}\nnotices: {site: {url: "https://a.example"}}',
    });
    expect(problems).toEqual([]);
  });

  it('give the same in any order', () => {
    const files = sources({
      'a.yaml': 'tags: {a: {}, b: {purpos: []}}\norganisation: {name: A}',
      'b.yaml': 'tags: {a: {}, "evt-*": {}}\norganisation: {name: B, phone: 5}\npurposes: {p: {recipients: [x]}}',
      'c/d.yaml': 'recipients: {xx: {name: X}}\ntracking: {videos: }',
      'e.yaml': 'tracking: {videos: {}}\nforms: {F: {fields: {q: {}}}}\n\tbroken',
    });
    const shape = (order: typeof files) => {
      const { files: read, problems, items, organisation, purposes, tracking, waivers } = buildDeclarations(order);
      return {
        read: read.map(({ path }) => path),
        problems,
        items: JSON.stringify(items),
        organisation,
        purposes: [...purposes],
        tracking,
        waivers,
      };
    };
    const expected = shape(files);
    fc.assert(
      fc.property(fc.shuffledSubarray(files, { minLength: files.length }), order => {
        expect(shape(order)).toEqual(expected);
      }),
    );
  });
});

describe('line ends and byte order marks', () => {
  it('change no problem and no place', () => {
    const lines = [
      'version: 1',
      'organisation: {countries: [it]}',
      'tags:',
      '  "*": {}',
      '  a: {purpos: [x]}',
      '  b: !x {}',
      '  a: {}',
      'forms: {F: {notice: none, fields: {q: {why: 5}}}}',
      'è: 寿司',
    ];
    fc.assert(
      fc.property(fc.subarray(lines.slice(1)), chosen => {
        const text = ['version: 1', ...chosen, ''].join('\n');
        const problemsOf = (source: string) => {
          const declarations = buildDeclarations([{ path: 'a.yaml', text: source }]);
          return tell(declarations.problems, declarations);
        };
        const expected = problemsOf(text);
        expect(problemsOf(text.replaceAll('\n', '\r\n'))).toEqual(expected);
        expect(problemsOf(`\ufeff${text}`)).toEqual(expected);
      }),
    );
  });
});

it('never throws on any text, but for a version it does not know', () => {
  const piece = fc.constantFrom(
    'version: 1\n',
    'tags:\n',
    '  a: ',
    '{why: x}',
    '\n',
    'purposes: ',
    '[a, b]',
    '{',
    '}',
    '&x ',
    '*x',
    '- ',
    '5',
    'null',
    'retention: ',
    'P6M',
    '\t',
    '"',
    ': ',
    'forms: {F: {fields: {q: {why: 5}}}}\n',
    'waivers:\n',
    'x-a: 1\n',
    '~',
    '<<: ',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), pieces => {
      const declarations = buildDeclarations([{ path: 'a.yaml', text: pieces.join('') }]);
      for (const text of tell(declarations.problems, declarations)) expect(text).toMatch(/^\d+:\d+ /u);
    }),
    { numRuns: 500 },
  );
});
