/** The schemas of what the program writes: every key is told, and the examples are right. What it really writes is held against them in its own tests. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { isProperty, places, schemaOf, withText } from './places.js';

const SCHEMAS = ['findings', 'baseline', 'diff', 'scan', 'where', 'doctor', 'drift'] as const;

const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true, discriminator: true });
for (const name of SCHEMAS) ajv.addSchema(schemaOf(name), name);

describe.each(SCHEMAS)('%s.v1.json', name => {
  const root = schemaOf(name);
  const all = places(root);

  it('has its address', () => {
    expect(root).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: `https://purposelint.dev/schemas/${name}.v1.json`,
    });
  });

  it('tells each key in a title and a description, with an example where it is no object', () => {
    const silent = all.filter(isProperty).filter(({ schema }) => {
      const { title, description, examples, type, $ref } = withText(root, schema);
      return (
        typeof title !== 'string' || typeof description !== 'string' || ($ref === undefined && type !== 'object' && examples === undefined)
      );
    });
    expect(silent.map(({ pointer }) => pointer)).toEqual([]);
  });

  it('gives examples that are valid where they stand', () => {
    const refused = all.flatMap(({ pointer, schema }) => {
      const examples: readonly unknown[] = Array.isArray(schema.examples) ? schema.examples : [];
      return examples.filter(example => !ajv.validate(`${name}#${pointer}`, example)).map(example => ({ pointer, example }));
    });
    expect(refused).toEqual([]);
  });
});
