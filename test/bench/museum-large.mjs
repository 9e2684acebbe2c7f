// The recorded museum with its team's declarations, many times over, into a folder: `node test/bench/museum-large.mjs FOLDER [ITEMS] [USES]`.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse, stringify } from 'yaml';

const root = resolve(import.meta.dirname, '../..');
const fixtures = join(root, 'test/fixtures');
/** Sections whose keys name items; what stands beside them (purposes, recipients, notices …) is there once. */
const SECTIONS =
  'contact_fields company_fields forms tags segments point_actions point_triggers point_groups stages categories campaigns emails pages dynamic_contents focus_items messages text_messages webhooks'.split(
    ' ',
  );
/** Properties that name other items by reference. */
const REFERENCES = ['form', 'category', 'variant_of', 'translation_of', 'other_mapping'];

/** Writes a repository whose Mautic has at least so many items and uses. */
export function enlargeMuseum(folder, items, uses) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'privacy'), { recursive: true });
  const snapshot = pulled(folder);
  const copies = Math.ceil(items / snapshot.items.length);
  writeSnapshot(folder, enlarged(snapshot, copies, Math.ceil(uses / copies / snapshot.uses.length)));
  const museum = join(fixtures, 'museum');
  writeFileSync(join(folder, 'purposelint.yaml'), readFileSync(join(museum, 'purposelint.yaml')));
  for (const name of readdirSync(join(museum, 'privacy'))) {
    const file = parse(readFileSync(join(museum, 'privacy', name), 'utf8'));
    for (let copy = 0; copy < copies; copy++) {
      const declared = Object.entries(file).filter(([section]) => copy === 0 || SECTIONS.includes(section));
      const sections = declared.map(([section, entries]) => [
        section,
        SECTIONS.includes(section) ? copied(section, entries, copy) : entries,
      ]);
      if (declared.length === 0) continue;
      const text = stringify({ ...Object.fromEntries(sections), version: 1 }, { aliasDuplicateObjects: false });
      writeFileSync(join(folder, 'privacy', `${copy}-${name}`), text);
    }
  }
}

function pulled(folder) {
  const bodies = join(fixtures, 'recorded/5.1.0/museum/bodies');
  const args = ['pull', '--from', bodies, '--host', 'mautic.museum.example', '--output', '-', '--taken-at', '2026-11-25T03:30:00Z'];
  const text = execFileSync(process.execPath, [join(root, 'dist/cli.cjs'), ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] });
  return JSON.parse(text);
}

/** Each copy uses its own items, `times` over, each time in another row. */
function enlarged(snapshot, copies, times) {
  const numbers = [...Array(copies).keys()];
  const items = numbers.flatMap(copy => snapshot.items.map(item => copyOf(item, copy)));
  const repeats = [...Array(times).keys()];
  const uses = numbers.flatMap(copy => snapshot.uses.flatMap(use => repeats.map(repeat => useOf(use, copy, repeat))));
  const coverage = snapshot.coverage.map(entry =>
    Object.fromEntries(Object.entries(entry).map(([key, value]) => [key, key === 'rows' || key === 'total' ? value * copies : value])),
  );
  return { ...snapshot, coverage, items: byKind(items, snapshot), uses };
}

/** The first copy is the museum itself. */
const name = (key, copy) =>
  copy === 0 ? key : key.replace(/(#\d+)?$/u, found => ` ${copy}${found === '' ? '' : `#${number(Number(found.slice(1)), copy)}`}`);
const number = (id, copy) => id + copy * 10_000;

function copyOf(item, copy) {
  const own = item.kind === 'form_field' ? item.key.replace(/\/(?=[^/]*$)/u, ` ${copy}/`) : name(item.key, copy);
  const references = REFERENCES.filter(property => typeof item[property] === 'string' && item[property].includes(':'));
  const moved = Object.fromEntries(references.map(property => [property, reference(item[property], copy)]));
  const title = item.title === undefined || copy === 0 || item.kind === 'form_field' ? {} : { title: `${item.title} ${copy}` };
  return { ...item, ...moved, ...title, id: number(item.id, copy), key: copy === 0 ? item.key : own };
}

function reference(text, copy) {
  if (copy === 0 || /^(?:tracking|record|recipient):|:\*$/u.test(text)) return text;
  return text.startsWith('form_field:') ? text.replace(/\/(?=[^/]*$)/u, ` ${copy}/`) : name(text, copy);
}

function useOf(use, copy, repeat) {
  const n = repeat === 0 ? {} : { n: (use.n ?? 1) + repeat * 100 };
  return { ...use, ...n, from: reference(use.from, copy), to: reference(use.to, copy) };
}

function copied(section, entries, copy) {
  if (entries === null) return entries;
  return Object.fromEntries(
    Object.entries(entries).map(([key, entry]) => [
      section === 'tags' && key.includes('*') ? `${key}${copy === 0 ? '' : ` ${copy}`}` : name(key, copy),
      entry,
    ]),
  );
}

function byKind(items, { items: museum }) {
  const order = [...new Set(museum.map(({ kind }) => kind))];
  return items.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || a.id - b.id);
}

function writeSnapshot(folder, snapshot) {
  writeFileSync(join(folder, 'privacy/mautic.snapshot.json'), JSON.stringify(snapshot));
}

if (process.argv[1] === import.meta.filename) {
  const [folder, items = '5000', uses = '50000'] = process.argv.slice(2);
  enlargeMuseum(resolve(folder), Number(items), Number(uses));
}
