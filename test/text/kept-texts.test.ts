import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentPath } from '../../src/finding.js';
import { isRecord } from '../../src/guards.js';
import { isSameText, type KeptText, keepText, keptDocument, packTexts, unpackTexts } from '../../src/text/kept-texts.js';
import { parseYaml } from '../../src/text/yaml.js';

const TEXT = `# Über uns
forms:
  __proto__: {purposes: [a, b]}
  2026: "naïve 🎈"
  Newsletter:
    fields:
      - {alias: e-mail, delta: -0}
      - 17
`;

function everyPath(value: unknown, path: DocumentPath = []): DocumentPath[] {
  const inside: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? [...value.entries()]
    : isRecord(value)
      ? Object.entries(value)
      : [];
  return [path, ...inside.flatMap(([step, inner]) => everyPath(inner, [...path, step]))];
}

/** What another run gets of a text. */
function recalled(text: string): KeptText | undefined {
  const kept = keepText(text, parseYaml(text));
  return unpackTexts('me', packTexts('me', new Map([['privacy/a.yaml', kept]]))).get('privacy/a.yaml');
}

function expectTheSame(text: string): void {
  const read = parseYaml(text);
  const again = keptDocument(recalled(text) ?? []);
  expect(again?.value).toStrictEqual(read.value);
  expect(again?.faults).toEqual([]);
  for (const path of [...everyPath(read.value), ['not', 'there'], ['forms', 3]]) {
    for (const at of ['key', 'value'] as const) expect(again?.rangeOf(path, at), path.join('/')).toEqual(read.rangeOf(path, at));
  }
}

describe('a text that is kept', () => {
  it('gives the same values without prototypes, and the same places', () => expectTheSame(TEXT));

  it('does so for any ordinary map', () => {
    const values = fc.jsonValue({ maxDepth: 3 });
    fc.assert(
      fc.property(fc.dictionary(fc.string(), values, { minKeys: 1 }), fc.constantFrom(0, 2), (map, indent) => {
        const text = JSON.stringify(map, null, indent);
        fc.pre(parseYaml(text).places !== undefined);
        expectTheSame(text);
      }),
    );
  });

  it('is told from any other text', () => {
    const kept = recalled(TEXT) ?? [];
    expect([TEXT, `${TEXT} `, TEXT.replace('ï', 'i'), ''].map(text => isSameText(kept, text))).toEqual([true, false, false, false]);
  });

  it('has no document when none was given, or its YAML is out of the ordinary', () => {
    expect(keptDocument(keepText('{}'))).toBeUndefined();
    const rare = '&a {b: 1}\n';
    expect(keptDocument(keepText(rare, parseYaml(rare)))).toBeUndefined();
  });
});

describe('a pack of texts', () => {
  const texts = new Map([
    ['privacy/a.yaml', keepText(TEXT, parseYaml(TEXT))],
    ['privacy/odd "name"\n.yaml', keepText('tags:\n  vip:\n', parseYaml('tags:\n  vip:\n'))],
    ['privacy/mautic.snapshot.json', keepText('{"ü": 1}')],
  ]);
  const pack = packTexts('me', texts);

  it('gives back what was put in', () => {
    expect(unpackTexts('me', pack)).toEqual(texts);
    expect(unpackTexts('me', packTexts('me', new Map()))).toEqual(new Map());
  });

  it('is nothing to another program', () => expect(unpackTexts('another', pack)).toEqual(new Map()));

  it('is nothing when it is missing, cut off, longer, or something else', () => {
    const foreign = [
      '',
      '\n',
      '{}\n',
      'text',
      '[1]\n',
      '{"madeBy":"me","contents":[[1]]}\n',
      '{"madeBy":"me","contents":[1]}\n',
      '{"madeBy":"me"}\n',
      '{"madeBy":"me","contents":[["a",-5]]}\n\nend\n',
    ];
    const broken = [...foreign.map(text => Buffer.from(text)), Buffer.concat([pack, pack]), pack.subarray(1)];
    for (const bytes of [undefined, ...broken]) expect(unpackTexts('me', bytes)).toEqual(new Map());
    for (let length = 0; length < pack.length; length++)
      expect(unpackTexts('me', pack.subarray(0, length)), `${length}`).toEqual(new Map());
  });

  it('whose values were damaged has no document', () => {
    const [text = Buffer.from(''), , ...places] = texts.get('privacy/a.yaml') ?? [];
    expect(keptDocument([text, Buffer.from('{"version": '), ...places])?.value).toBeUndefined();
  });
});
