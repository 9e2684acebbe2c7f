/** The page "Rules of your own": its rule passes its own test, and finds what the page says. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { emptySnapshot, POLICY, workspace } from '../cli/workspace.js';

const PAGE = readFileSync(new URL('../../docs/own-rules.md', import.meta.url), 'utf8');
const block = (language: string, at: number): string =>
  [...PAGE.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gsu'))][at]?.[1] ?? '';

it('runs as it stands there, and prints what stands there', async () => {
  const place = workspace({
    'purposelint.yaml': 'language: en\n',
    'privacy/policy.yaml': `${POLICY}contact_fields:\n  email: {purposes: [site-operation], why: address to write to people}\n`,
    'privacy/mautic.snapshot.json': emptySnapshot(),
  });
  const shown = async (at: number) => {
    const [command = '', ...printed] = block('console', at).split('\n');
    const ran = await place.run(...command.replace('$ npx purposelint ', '').split(' '));
    return { ...ran, printed: printed.join('\n') };
  };
  const made = await shown(0);
  expect(made.stdout + made.stderr).toBe(made.printed);
  place.write('privacy/rules/house-style.ts', block('ts', 0));
  const tested = await shown(1);
  expect(tested.stdout + tested.stderr).toBe(tested.printed);
  const checked = await shown(2);
  for (const piece of checked.printed.split('[…]\n').filter(text => text.trim() !== '')) expect(checked.stdout).toContain(piece);
});
