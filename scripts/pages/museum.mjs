// docs/example-museum.md: what the program finds at a museum whose Mautic was recorded, and whose team has declared it.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));
const FIXTURES = fileURLToPath(new URL('../../test/fixtures/', import.meta.url));
const DAY = '2026-11-25';
/** What the policy links to. */
const DOCUMENTS = ['contracts/crm.pdf', 'contracts/payments.pdf', 'contracts/hr.pdf', 'docs/lia-press.md'];

/** The findings of `check` on the recorded museum of a version. */
function findingsOn(version) {
  const folder = mkdtempSync(join(tmpdir(), 'purposelint-museum-'));
  try {
    cpSync(join(FIXTURES, 'museum'), folder, { recursive: true });
    for (const path of DOCUMENTS) {
      mkdirSync(join(folder, path, '..'), { recursive: true });
      writeFileSync(join(folder, path), '');
    }
    const bodies = join(FIXTURES, 'recorded', version, 'museum/bodies');
    const pull = ['pull', '--from', bodies, '--host', 'mautic.museum.example', '--taken-at', `${DAY}T03:30:00Z`];
    execFileSync(process.execPath, [CLI, ...pull], { cwd: folder, stdio: 'ignore' });
    const { stdout } = spawnSync(process.execPath, [CLI, 'check', '--format', 'json', '--now', DAY], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1e8,
    });
    return JSON.parse(stdout).findings;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const INTRODUCTION = `# An example: a museum

Made by \`npm run docs\`; do not edit.

The Northlight Museum is made up; its Mautic is not. It was set up in Mautic 5.1.0, 6.0.8 and 7.0.2 with what real teams have (forms, segments,
campaigns, e-mails, points, tags, in two languages), mistakes included, and its API was recorded. \`purposelint init\` wrote a first policy, and
the team filled in why it holds what it holds. These are all findings that are left on Mautic 5.1.0, with the severities of \`recommended\`: the work
that a team like this has before it. The policy is in [\`test/fixtures/museum\`](../test/fixtures/museum/privacy).
`;

const asText = text => text.replace(/[\\`*_[\]<>|~]/gu, '\\$&');
const line = ({ severity, subject, message }) => `- **${severity}** \`${subject}\`: ${asText(message)}`;

/** The page as Markdown. */
export function museumPage() {
  const findings = findingsOn('5.1.0');
  const rules = [...new Set(findings.map(({ rule }) => rule))].sort();
  const sections = rules.map(rule => {
    const found = findings.filter(finding => finding.rule === rule);
    return `## [\`${rule}\`](rules.md#${rule})\n\n${found.map(line).join('\n')}\n`;
  });
  return [INTRODUCTION, ...sections].join('\n');
}
