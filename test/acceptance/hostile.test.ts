/** Labels from Mautic that would like to be more than text: from the saved answer through `init` to every format. */
import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../src/text/yaml.js';
import { TODAY, type Workspace, workspace } from '../cli/workspace.js';

const HOSTILE = [
  'red \u001b[31m and \u001b]8;;https://evil.example\u0007link',
  'two\nlines: {a: 1}',
  '::error file=x,line=1::owned',
  'a | b | c',
  '`code` and ``more``',
  '<script>alert(1)</script>',
  '%0A::warning::x',
  'gpj\u202egnp.exe',
  '=HYPERLINK("https://evil.example")',
  '__proto__',
  '*?\\ #3: "x" \'y\'',
];

const answers = {
  'answers/tags.json': JSON.stringify({
    total: String(HOSTILE.length),
    tags: HOSTILE.map((tag, index) => ({ id: index + 1, tag, description: tag })),
  }),
  'answers/fields.json': JSON.stringify({
    total: String(HOSTILE.length),
    fields: HOSTILE.map((label, index) => ({
      id: index + 1,
      label,
      alias: `field_${index}`,
      type: 'text',
      object: 'lead',
      isPublished: true,
      isPubliclyUpdatable: true,
      properties: {},
      dateAdded: '2026-01-01T00:00:00+00:00',
    })),
  }),
  'answers/forms.json': JSON.stringify({
    total: String(HOSTILE.length),
    forms: HOSTILE.map((name, index) => ({
      id: index + 1,
      name,
      alias: `form${index}`,
      isPublished: true,
      formType: 'standalone',
      fields: [
        {
          id: index + 1,
          label: name,
          alias: 'secret',
          type: 'password',
          isRequired: true,
          saveResult: true,
          mappedField: null,
          properties: [],
        },
      ],
      actions: [],
    })),
  }),
  'answers/segments.json': JSON.stringify({
    total: String(HOSTILE.length),
    lists: HOSTILE.map((name, index) => ({
      id: index + 1,
      name,
      alias: `list-${index}`,
      publicName: name,
      isPublished: true,
      filters: [],
    })),
  }),
};

/** Control characters but the line feed, and what changes the direction of text or cannot be seen. */
const RAW = /(?!\n)[\p{Control}\p{Bidi_Control}\u200b-\u200f]/u;

async function prepared(): Promise<Workspace> {
  const place = workspace({ ...answers, 'privacy/ours.yaml': 'version: 1\ntags: {}\n' });
  expect((await place.run('pull', '--from', 'answers', '--taken-at', `${TODAY}T08:00:00Z`, '--host', 'm.example')).exit).toBe(0);
  return place;
}

describe('hostile labels', () => {
  it('reach no output as anything but text', async () => {
    const place = await prepared();
    for (const format of ['stylish', 'json', 'github', 'markdown']) {
      const { exit, stdout, stderr } = await place.run('check', '--format', format);
      expect([format, exit]).toEqual([format, 1]);
      expect([format, RAW.test(stdout + stderr)]).toEqual([format, false]);
      if (format === 'markdown') expect(stdout).not.toContain('<script');
      const commands = stdout.split('\n').filter(line => line.startsWith('::'));
      if (format === 'github') expect(commands.every(line => /^::(?:error|warning|notice)(?: [a-zA-Z]+=[^:]*)?::/u.test(line))).toBe(true);
      else expect(commands).toEqual([]);
    }
  });

  it('annotations are one line each, and at most ten of a level', async () => {
    const { stdout } = await (await prepared()).run('check', '--format', 'github');
    const lines = stdout.trimEnd().split('\n');
    for (const level of ['error', 'warning', 'notice'])
      expect(lines.filter(line => line.startsWith(`::${level} `)).length).toBeLessThanOrEqual(10);
    expect(lines.every(line => line.startsWith('::'))).toBe(true);
  });

  it('become keys that YAML reads as the same names, and comments that stay in their line', async () => {
    const place = await prepared();
    expect((await place.run('init')).exit).toBe(0);
    const tags = parseYaml(place.read('privacy/ours.yaml'));
    expect(tags.faults).toEqual([]);
    expect(RAW.test(place.read('privacy/ours.yaml'))).toBe(false);
    const { stdout } = await place.run('check', '--format', 'json');
    const { findings }: { findings: { rule: string; subject: string }[] } = JSON.parse(stdout);
    expect(
      findings.filter(({ rule }) =>
        ['schema-valid', 'undeclared-tag', 'undeclared-form', 'undeclared-field', 'ghost-declaration'].includes(rule),
      ),
    ).toEqual([]);
    expect(findings.filter(({ rule, subject }) => rule === 'no-purpose' && subject.startsWith('tag:'))).toHaveLength(HOSTILE.length);
  });
});
