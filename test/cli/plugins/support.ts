/** Repositories with rules of their own. */
import type { Limits } from '../../../src/cli/plugins/limits.js';
import { run } from '../../../src/cli/run.js';
import { emptySnapshot, POLICY, type Ran, TODAY, type Workspace, workspace } from '../workspace.js';

export const RULES = 'privacy/rules';

/** A field whose reason begins with a small letter, and one whose does not. */
const FIELDS = `contact_fields:
  email: {purposes: [site-operation], why: address to which the pizza menu is sent}
  city: {purposes: [site-operation], why: Town to which the pizza is brought}
`;

/** Finds every contact field whose reason begins with a small letter. */
export const CHECK = `({ declarations }) =>
    declarations.items.contact_field.flatMap(({ identity, key, value, place }) =>
      /^[a-z]/u.test(value.why ?? '') ? [{ subject: identity, place: valueAt(place, 'why'), data: { item: key } }] : [],
    )`;

/** The words of a rule in one language. */
const TEXT = "{ title: 'Small letter', message: \"'{item}' begins small.\", why: 'It looks careless.', next: 'Begin large.' }";

/** The source of a rule, without its imports and its export. */
export function ruleText(id: string, check = CHECK, more = ''): string {
  return `rule({
  id: '${id}', family: 'hygiene', since: '1.0.0', evidence: 'certain', severity: { recommended: 'warn', strict: 'error' }, waivable: true, fix: 'none', law: [],
  text: { en: ${TEXT}, it: ${TEXT} },
  examples: {
    bad: { declarations: 'contact_fields:\\n  email: {purposes: [newsletter], why: address}\\n', finds: ['contact_field:email'] },
    good: { declarations: 'contact_fields:\\n  email: {purposes: [newsletter], why: Address}\\n', finds: [] },
  },${more}
  check: ${check},
})`;
}

/** A file with one rule. */
export function ruleFile(id: string, check?: string, more?: string): string {
  return `import { rule, valueAt } from 'purposelint';\nvoid valueAt;\nexport default ${ruleText(id, check, more)};\n`;
}

/** A repository whose `plugins` are these files below the folder of rules. */
export function withRules(files: Readonly<Record<string, string>>, more: Readonly<Record<string, string>> = {}): Workspace {
  const plugins = Object.keys(files).map(name => `./${RULES}/${name}`);
  return workspace({
    'purposelint.yaml': `plugins: [${plugins.join(', ')}]\n`,
    'privacy/policy.yaml': `${POLICY}${FIELDS}`,
    'privacy/mautic.snapshot.json': emptySnapshot(),
    ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`${RULES}/${name}`, text])),
    ...more,
  });
}

/** Runs the program with other limits for rules than it usually has. */
export async function runSoon(place: Workspace, argv: readonly string[], ruleLimits: Limits): Promise<Ran> {
  const written = { stdout: '', stderr: '' };
  const output = (name: keyof typeof written) => ({
    write: (text: string) => {
      written[name] += text;
    },
    isTTY: false,
    columns: 100,
  });
  const now = () => new Date(`${TODAY}T12:00:00Z`);
  const io = { cwd: place.path, env: {}, stdout: output('stdout'), stderr: output('stderr'), now, clock: () => 0, ruleLimits };
  const exit = await run(argv, io);
  return { exit, ...written };
}

/** Rule and subject of each finding of a run that printed JSON. */
export function foundIn({ stdout }: Ran): string[] {
  const { findings }: { findings: { rule: string; subject: string; state: string }[] } = JSON.parse(stdout);
  return findings.map(({ rule, subject, state }) => `${rule} ${subject}${state === 'open' ? '' : ` ${state}`}`);
}

/** What our own rules find in that repository. */
export const OURS = [
  'review-overdue file:privacy/policy.yaml',
  'ghost-declaration contact_field:email',
  'ghost-declaration contact_field:city',
];
