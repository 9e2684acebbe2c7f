// Prints the snapshot of examples/b2b-agency (after `npm run build`); `node scripts/examples.mjs --update` writes it there.
// The tables beside this file become answers of Mautic 7; the built program pulls them, and the numbers of people are added.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { campaignAnswers } from './campaigns.mjs';
import { contentAnswers } from './content.mjs';
import { countsOf } from './counts.mjs';
import { emailAnswers } from './emails.mjs';
import { fieldAnswers } from './fields.mjs';
import { formAnswers } from './forms.mjs';
import { category, groupAnswers } from './groups.mjs';
import { pointAnswers } from './points-and-hooks.mjs';

const CLI = resolve(import.meta.dirname, '../../../dist/cli.cjs');
const TAKEN_AT = '2026-11-25T06:00:00Z';

/** Every answer, by the name of its file. */
const answers = () => ({
  ...fieldAnswers(),
  ...formAnswers(category),
  ...groupAnswers(),
  ...emailAnswers(),
  ...contentAnswers(),
  ...campaignAnswers(),
  ...pointAnswers(),
});

/** The text of the snapshot. */
function snapshotText() {
  const folder = mkdtempSync(join(tmpdir(), 'b2b-agency-'));
  try {
    for (const [name, answer] of Object.entries(answers())) writeFileSync(join(folder, name), JSON.stringify(answer));
    const args = ['pull', '--from', '.', '--host', 'mautic.meridiana.example', '--taken-at', TAKEN_AT, '--output', '-'];
    const pulled = execFileSync(process.execPath, [CLI, ...args], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
    return withCounts(pulled);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function withCounts(text) {
  const lines = countsOf(JSON.parse(text).items).map(count => JSON.stringify(count));
  return text.replace(/\]\n\}\n$/u, `],\n"counts":[\n${lines.join(',\n')}\n]\n}\n`);
}

if (process.argv[1] === import.meta.filename) process.stdout.write(snapshotText());
