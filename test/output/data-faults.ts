/** What our own schemas say against data that the program wrote. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { schemaOf } from '../schemas/places.js';

const ajv = new Ajv2020({ allErrors: true, strictRequired: false, allowUnionTypes: true, discriminator: true });

/** Faults as `path: message`; none: the text is JSON of that schema. */
export function dataFaults(name: 'where' | 'doctor' | 'drift' | 'diff' | 'scan', text: string): string[] {
  const validate = ajv.getSchema(`https://purposelint.dev/schemas/${name}.v1.json`) ?? ajv.compile(schemaOf(name));
  validate(JSON.parse(text));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`);
}
