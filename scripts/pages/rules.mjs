// docs/rules.md: the rules, by themselves.
import { extname } from 'node:path';
import { rules } from '../../dist/index.js';

const EVIDENCE = {
  certain: 'certain: read directly',
  'needs-complete-snapshot': 'certain where the snapshot is complete; not run for what it saw only in part',
  hint: 'a hint: look at it',
};
const BASE = {
  whole: '; judges what a branch changes, so it runs with `check --base BRANCH` only',
  part: '; what a branch changes is judged with `check --base BRANCH` only',
};
const WEBSITE = {
  whole: '; judges the code of the website, so it runs only where `website` names it',
  part: '; the code of the website is judged where `website` names it',
};
const WAIVER = { true: 'yes', false: 'no, and the rule cannot be switched off', dpo: 'only with `approved_by: dpo`' };

const FIX = { none: 'none', safe: '[`--fix`](fixes.md)', unsafe: '[`--fix=unsafe`](fixes.md)' };

const INTRODUCTION = `# Rules

Made from the rules by \`npm run docs\`; do not edit. The same text, also in Italian: \`purposelint explain RULE --language it\`.

Not legal advice. A finding says what was seen, why it matters to a person on the list, and what to do next.
It never says that something is lawful or not.

Severity can be changed in \`purposelint.yaml\`: \`rules: {undeclared-tag: error}\`. Words in \`{braces}\` in a message stand for names and
values; what is in \`[brackets]\` is left out where it is not known.
`;

/** Lists and texts → one cell of a table. */
const cell = text => text.replaceAll('|', '\\|');

/** A text with placeholders, as code: Markdown must not read it. */
const template = text => (text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``);

function overview() {
  const rows = rules.map(
    ({ id, family, severity, text }) =>
      `| [\`${id}\`](#${id}) | ${family} | ${severity.recommended} | ${severity.strict} | ${cell(text.en.title)} |`,
  );
  return `| Rule | Family | recommended | strict | Finds |\n| --- | --- | --- | --- | --- |\n${rows.join('\n')}\n`;
}

function section(rule) {
  const { title, message, why, next } = rule.text.en;
  return `## ${rule.id}

**${title}.** ${why}

*What to do:* ${next}

*Message:* ${template(message)}

| | |
| --- | --- |
| Family | ${rule.family} |
| Severity | \`recommended\` ${rule.severity.recommended}, \`strict\` ${rule.severity.strict} |
| Evidence | ${EVIDENCE[rule.evidence]}${rule.base === undefined ? '' : BASE[rule.base]}${rule.website === undefined ? '' : WEBSITE[rule.website]} |
| Waiver | ${WAIVER[rule.waivable]} |
| Correction | ${FIX[rule.fix]} |
${optionsRow(rule.options)}| Law | ${cell(rule.law.map(({ cite, kind }) => (kind === 'law' ? cite : `${cite} (${kind})`)).join('; '))} |

${example('Finds something', rule.examples.bad)}
${example('Fine', rule.examples.good, rule.examples.bad)}`;
}

function optionsRow(options) {
  if (options === undefined) return '';
  const names = Object.keys(options.recommended);
  const values = names.map(
    name => `\`${name}\`: ${JSON.stringify(options.recommended[name])}, \`strict\` ${JSON.stringify(options.strict[name])}`,
  );
  return `| Options | ${cell(values.join('; '))} |\n`;
}

function example(title, shown, before) {
  const day = shown.now === undefined ? '' : ` (on ${shown.now})`;
  const yaml = shown.declarations.trim() === '' ? '# nothing' : shown.declarations.trim();
  const accepted = (shown.baseline ?? []).map(entry => JSON.stringify(entry)).join('\n');
  const baseline = accepted === '' ? '' : `\nIn the baseline:\n\n\`\`\`json\n${accepted}\n\`\`\`\n`;
  const earlier =
    shown.base === undefined ? '' : `\n\nWhere the branch began:\n\n\`\`\`yaml\n${shown.base.declarations.trim()}\n\`\`\`\n\nIn the branch`;
  return `${title}${day}${earlier}:\n\n\`\`\`yaml\n${yaml}\n\`\`\`\n${site(shown.site)}${snapshot(mauticOf(shown), before === undefined ? '' : mauticOf(before))}${baseline}`;
}

/** The files of the website in an example. */
function site(files = []) {
  return files
    .map(({ path, text }) => `\nOn the website, \`${path}\`:\n\n\`\`\`${extname(path).slice(1)}\n${text.trimEnd()}\n\`\`\`\n`)
    .join('');
}

/** What Mautic has in an example, a line each. */
function mauticOf({ items = [], uses = [], counts = [], made, coverage = [] }) {
  return [...items, ...uses, ...counts, ...(made === undefined ? [] : [made]), ...coverage].map(line => JSON.stringify(line)).join('\n');
}

function snapshot(lines, before) {
  if (lines === '') return '';
  return lines === before ? '\nThe snapshot is the same.\n' : `\nIn the snapshot of Mautic:\n\n\`\`\`json\n${lines}\n\`\`\`\n`;
}

/** The page as Markdown. */
export function rulesPage() {
  return [INTRODUCTION, overview(), ...rules.map(section)].join('\n');
}
