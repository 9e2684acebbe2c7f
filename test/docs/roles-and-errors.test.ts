/** `docs/roles-and-errors.md` is what `doctor` and `pull` really say. `UPDATE=1` writes it anew. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { ROOT } from '../house/program.js';
import { merged, type Row, rowOf, table, unseenParts } from './page.js';
import { ERROR_SCENARIOS, ROLE_SCENARIOS, type Scenario, VERSIONS } from './scenarios.js';

// Waiting before asking again is no part of what is told.
vi.mock('node:timers/promises', () => ({ setTimeout: async () => undefined }));

const PAGE = join(ROOT, 'docs/roles-and-errors.md');
const TIMEOUT = 600_000;

const HEAD = ['exit of `doctor`', '`doctor` says', 'exit of `pull`', '`pull` says', 'coverage'];

async function rowsOf(scenarios: readonly Scenario[]): Promise<Row[]> {
  const rows: Row[] = [];
  for (const scenario of scenarios) rows.push(await rowOf(scenario));
  return merged(rows);
}

function tableOf(first: string, rows: readonly Row[]): string {
  return table(
    [first, 'Mautic', ...HEAD],
    rows.map(({ name, versions, cells }) => [name, versions.join(', '), ...cells]),
  );
}

function pageOf(roles: readonly Row[], errors: readonly Row[], parts: readonly (readonly string[])[]): string {
  return `# Roles and errors

What \`purposelint doctor\` and \`purposelint pull\` say for each role and each error that was recorded with real Mautics 5.1.0, 6.0.8 and 7.0.2, in English.
The commands are run against a server that answers as those did; a test holds this page to what they say. Exit code 0: everything was seen. 2: address or login are missing or cannot be used. 3: not everything could be seen, or nothing.
The last column is the coverage in the snapshot: what of each kind of item is not complete, and why (codes of [the snapshot format](snapshot-format.md)).

## Roles

Login by user and password (Basic) unless it says otherwise. \`lead:leads\` opens the contacts, too; from Mautic 7 on \`tagManager:tagManager (view)\` stands in for it.
Up to Mautic 6 no total tells an A/B variant of an e-mail from an e-mail of somebody else. Where there are such variants, \`doctor\` says so and counts e-mails as seen; a pull tells.

${tableOf('a role that', roles)}

## Errors

${tableOf('what is the case', errors)}

## What nobody is shown

Parts of items that a version of Mautic does not show, whatever the role.

${table(['Mautic', 'coverage'], parts)}
`;
}

describe('the page of roles and errors', () => {
  it(
    'says what the commands say',
    async () => {
      const [roles, errors] = [await rowsOf(ROLE_SCENARIOS), await rowsOf(ERROR_SCENARIOS)];
      const parts: [string, string][] = [];
      for (const version of VERSIONS) {
        const admin = ROLE_SCENARIOS.find(({ options }) => options.version === version);
        if (admin !== undefined) parts.push([version, await unseenParts(admin)]);
      }
      const page = pageOf(roles, errors, parts);
      if (process.env.UPDATE === '1') writeFileSync(PAGE, page);
      expect(page).toBe(readFileSync(PAGE, 'utf8'));
      const exits = [...roles, ...errors].map(({ name, cells }) => [name, cells[0], cells[2]]);
      expect(exits.filter(([, doctor, pull]) => ![doctor, pull].every(exit => ['0', '2', '3'].includes(exit ?? '')))).toEqual([]);
      // an error is never a success, and no success hides a list that is not whole
      expect(errors.filter(({ cells }) => cells[0] === '0' || cells[2] === '0')).toEqual([]);
      expect(roles.filter(({ cells }) => cells[2] === '0' && cells[4] !== 'all complete')).toEqual([]);
      expect(page).not.toMatch(/sample-password|sample-secret|not-the-/u);
    },
    TIMEOUT,
  );
});
