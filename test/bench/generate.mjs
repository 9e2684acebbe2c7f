// A repository of a given size, always the same: declarations in many files, and a snapshot that fits them but for a few gaps.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const KINDS = [
  { kind: 'contact_field', section: 'contact_fields' },
  { kind: 'company_field', section: 'company_fields' },
  { kind: 'tag', section: 'tags' },
  { kind: 'segment', section: 'segments' },
  { kind: 'point_action', section: 'point_actions' },
];
const ALL_KINDS =
  'contact_field company_field form form_field tag segment point_action point_trigger point_group stage category campaign email page dynamic_content focus_item text_message message webhook notification asset report'.split(
    ' ',
  );

/** Writes `files` declaration files with `entries` entries each, and a snapshot with as many items, to `folder`. */
export function generate(folder, files, entries) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'privacy'), { recursive: true });
  writeFileSync(join(folder, 'purposelint.yaml'), 'extends: recommended\n');
  writeFileSync(join(folder, 'privacy', 'purposes.yaml'), PURPOSES);
  const items = [];
  for (let file = 0; file < files; file++) {
    const { kind, section } = KINDS[file % KINDS.length];
    const lines = ['version: 1', 'defaults: {owner: marketing, reviewed: "2026-11-02"}', `${section}:`];
    for (let entry = 0; entry < entries; entry++) {
      const key = `${kind}_${String(file).padStart(3, '0')}_${String(entry).padStart(3, '0')}`;
      lines.push(
        `  # What ${key} is for`,
        `  ${key}:`,
        `    purposes: [purpose-${entry % 10}]`,
        `    why: "Needed to choose which offer number ${file * entries + entry} to send"`,
      );
      lines.push(`    when: At sign-up on the website`, '    source: ["offline:desk"]', `    owner: team-${file % 7}`);
      if (kind.endsWith('field')) lines.push(`    used_by: ["people:team-${file % 7}"]`);
      // Every 111th item has no entry: there must be something to say.
      const id = items.length + 1;
      items.push(itemOf(kind, id, id % 111 === 0 ? `${key}_new` : key));
    }
    writeFileSync(join(folder, 'privacy', `part-${String(file).padStart(3, '0')}.yaml`), `${lines.join('\n')}\n`);
  }
  writeFileSync(join(folder, 'privacy', 'mautic.snapshot.json'), snapshotOf(items));
}

const PURPOSES = `version: 1
organisation: {name: Bench srl, contact: privacy@bench.example, countries: [IT], security_measures: {access: Two people have a login}}
notices:
  site: {url: https://bench.example/privacy, date: "2026-10-01"}
recipients:
  mailhost: {name: Mail relay, role: processor, country: DE, contract: {document: "https://bench.example/contract.pdf", date: "2026-01-10"}}
purposes:
${Array.from(
  { length: 10 },
  (_, n) => `  purpose-${n}:
    use: email-marketing
    description: Send newsletter number ${n} by e-mail to people who asked for it
    subjects: [customer]
    legal_basis: consent
    consent: {segment: segment_003_000, collected_by: ["offline:desk"], proof: [timestamp, wording, source]}
    objection: A link in every e-mail
    retention: {period: P24M, from: last-action, enforced_by: cleanup-command}
    recipients: [mailhost]
`,
).join('')}`;

function itemOf(kind, id, key) {
  const common = { kind, id, key, title: `Label of ${key}`, published: true };
  if (kind === 'tag') return { kind, id, key, description: '' };
  if (kind === 'segment')
    return {
      ...common,
      category: 'none',
      description: '',
      added: '2026-11-02',
      public_name: key,
      in_preference_centre: false,
      global: true,
      filter_rows: 1,
    };
  if (kind === 'point_action')
    return {
      ...common,
      category: 'none',
      description: '',
      added: '2026-11-02',
      changed: '2026-11',
      type: 'page.hit',
      delta: 5,
      repeatable: false,
    };
  return {
    ...common,
    added: '2026-11-02',
    changed: '2026-11',
    type: 'text',
    group: 'core',
    fixed: false,
    required: false,
    listable: true,
    visible: true,
    unique: false,
    public: false,
    default: 'empty',
  };
}

function snapshotOf(items) {
  items.sort((a, b) => ALL_KINDS.indexOf(a.kind) - ALL_KINDS.indexOf(b.kind) || a.id - b.id);
  const coverage = ALL_KINDS.map(of => {
    const rows = items.filter(item => item.kind === of).length;
    return { of, state: 'complete', rows, total: rows };
  });
  const uses = items
    .filter(item => item.kind === 'segment')
    .map((item, n) => ({
      from: `segment:${item.key}`,
      how: 'filters',
      to: `contact_field:contact_field_000_${String(n % 50).padStart(3, '0')}`,
      at: 'segment.filter',
      n: 1,
      group: 1,
      op: 'set',
    }));
  const list = entries => entries.map(entry => JSON.stringify(entry)).join(',\n');
  return `{
"format":"purposelint-snapshot",
"version":1,
"made":{"taken_at":"2026-11-25T03:13:18Z","source":"files","host":"mautic.bench.example","series":"5.1"},
"coverage":[
${list(coverage)}
],
"items":[
${list(items)}
],
"uses":[
${list(uses)}
]
}
`;
}
