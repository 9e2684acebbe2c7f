/** Answers full of what nobody may keep, through the whole program: no file it writes and nothing it prints holds any of it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isRecord } from '../../src/guards.js';
import { TODAY, type Workspace, workspace } from '../cli/workspace.js';
import { bodies } from '../mautic/recordings.js';

const POISON = [
  'anna.bianchi@private.example',
  '+39 347 1234567',
  'tok_9fB3xK2mQ7vL1pZ8sR4tW6yU',
  '10.20.30.40',
  'IT60X0542811101000000123456',
];
const HELD = /anna\.bianchi|9fB3xK2mQ7vL1pZ8sR4tW6yU|10\.20\.30\.40|IT60X05|123456/u;
/** Texts by which answers and their parts are recognised. */
const STRUCTURAL: ReadonlySet<string> = new Set([
  'dateAdded',
  'dateModified',
  'object',
  'type',
  'bundle',
  'formType',
  'emailType',
  'alias',
]);

/** The same answer with poison behind every text. */
function valuesPoisoned(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map(entry => valuesPoisoned(entry, key));
  if (isRecord(value)) return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, valuesPoisoned(entry, name)]));
  return typeof value === 'string' && !STRUCTURAL.has(key) ? `${value} ${POISON.join(' ')}` : value;
}

/** The same answer with poison as keys of every map in it: Mautic keys options, headers and mapped fields by what people typed. */
function keysPoisoned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(keysPoisoned);
  if (!isRecord(value)) return value;
  const inside = Object.entries(value).map(([name, entry]) => [name, keysPoisoned(entry)] as const);
  const isEnvelope = 'total' in value;
  const poison = isEnvelope
    ? []
    : POISON.map((text, index) => [text, index % 2 === 0 ? text : { [text]: text, id: 7, name: text }] as const);
  return Object.fromEntries([...inside, ...poison]);
}

function answers(version: string, change: (value: unknown) => unknown): Readonly<Record<string, string>> {
  const lists = bodies(`${version}/museum`, name => name < '023' && name.endsWith('.json'));
  return Object.fromEntries(
    lists.map(({ bytes }, index) => [`answers/${index}.json`, JSON.stringify(change(JSON.parse(new TextDecoder().decode(bytes))))]),
  );
}

/** Everything that the program wrote into a repository. */
function writtenIn({ path }: Workspace): string {
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
  return files
    .filter(({ parentPath }) => !parentPath.endsWith('/answers'))
    .map(({ name, parentPath }) => readFileSync(join(parentPath, name), 'utf8'))
    .join('\n');
}

it.each([
  ['values', '5.1.0', valuesPoisoned],
  ['values', '7.0.2', valuesPoisoned],
  ['keys', '5.1.0', keysPoisoned],
  ['keys', '7.0.2', keysPoisoned],
] as const)('poisoned %s of %s reach no file and no output', async (_, version, change) => {
  const place = workspace(answers(version, change));
  const runs = [
    await place.run('pull', '--from', 'answers', '--host', 'm.example', '--taken-at', `${TODAY}T03:30:00Z`),
    await place.run('init'),
    ...(await Promise.all(['stylish', 'json', 'github', 'markdown'].map(format => place.run('check', '--format', format)))),
  ];
  expect(runs.map(({ exit }) => exit)).toEqual([0, 0, 1, 1, 1, 1]);
  const written = writtenIn(place);
  expect(written.match(/"kind":"contact_field"/gu)).toHaveLength(71);
  expect(HELD.exec(written)?.[0]).toBeUndefined();
  expect(runs.map(({ stdout, stderr }) => HELD.exec(stdout + stderr)?.[0])).toEqual(runs.map(() => undefined));
});
