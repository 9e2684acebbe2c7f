/** The published schemas of the formats, as functions that say what is wrong with a text. Sources: test/fixtures/formats/README.md. */
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import draft4 from 'ajv-draft-04';
import formats from 'ajv-formats';
import { validateXML } from 'xmllint-wasm';

const read = (name: string): string => readFileSync(new URL(`../../fixtures/formats/${name}`, import.meta.url), 'utf8');
// SARIF's schema has a pattern that is none in Unicode mode.
const OPTIONS = { strict: false, allErrors: true, unicodeRegExp: false } as const;

/** What is wrong with a value, as `path: message`. */
export type Judge = (value: unknown) => string[];

function judge(ajv: Ajv, schema: string): Judge {
  formats.default(ajv);
  const validate = ajv.compile(JSON.parse(schema));
  return value => {
    validate(value);
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`);
  };
}

/** A schema that lists all its keys takes no other. */
const closed = (schema: string): string =>
  schema
    .replace(/("\$ref": "[^"]*"),\s*"additionalProperties": true/gu, '$1')
    .replaceAll('"additionalProperties": true', '"additionalProperties": false');

export const sarifFaults = judge(new draft4.default(OPTIONS), read('sarif-2.1.0.json'));
/** Closed: reviewdog takes no key that it does not know. */
export const rdjsonFaults = judge(new draft4.default(OPTIONS), closed(read('rdjson-DiagnosticResult.json')));
/** Of one entry. */
export const gitlabFaults = judge(new Ajv(OPTIONS), read('gitlab-codeclimate.json'));

async function xmlFaults(schema: string, text: string): Promise<readonly string[]> {
  const { errors } = await validateXML({ xml: [{ fileName: 'report.xml', contents: text }], schema: [read(schema)] });
  return errors.map(({ message }) => message);
}

export const junitFaults = (text: string): Promise<readonly string[]> => xmlFaults('junit-10.xsd', text);
export const checkstyleFaults = (text: string): Promise<readonly string[]> => xmlFaults('checkstyle-report-1.0.0.xsd', text);
