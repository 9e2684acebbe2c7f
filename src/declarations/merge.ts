/** Declaration files that were read → Declarations: all merged, only valid values, every mistake a problem at its place. Pure. */
import type { FilePlace } from '../finding.js';
import { comparableKey } from '../items.js';
import { readBlocks, readTracking } from './blocks.js';
import { BUILT_IN_PURPOSES } from './builtin.js';
import { asCompared } from './compared.js';
import { type ContentOf, itemEntries, questionEntries, type Reading } from './entries.js';
import { isTooWide } from './globs.js';
import type { DeclarationFile, Declarations, Entry, ItemEntry, Problem, ReadFile } from './model.js';
import { ownReferenceProblems } from './own-references.js';
import { type Reference, referencesIn } from './references.js';
import { lineFinder, watchTwice } from './twice.js';

/** What was made of files in earlier merges, by what it was made of: for those who merge again and again, most of it anew as it was. */
export interface MadeBefore {
  readonly entries: WeakMap<object, readonly ItemEntry[]>;
  readonly references: WeakMap<ItemEntry, readonly Reference[]>;
}

/** Merges files; their order does not matter. */
export function mergeFiles(unordered: readonly ReadFile[], made?: MadeBefore): Declarations {
  const read = [...unordered].sort((a, b) => (a.file.path < b.file.path ? -1 : 1));
  const merged = mergeRead(read, made);
  const compared = asCompared(read, merged.references);
  if (compared === read) return merged;
  // What is told of a file is told of what is written there.
  const { references, problems } = merged;
  return { ...mergeRead(compared), references, problems };
}

function mergeRead(read: readonly ReadFile[], made?: MadeBefore): Declarations {
  const files = read.map(({ file }) => file);
  const problems: Problem[] = read.flatMap(file => file.problems);
  const contents: ContentOf[] = read.flatMap(({ file, content }) => (content === null ? [] : [{ path: file.path, content }]));
  const reading: Reading = { problems, lineOf: lineFinder(files), made: made?.entries };
  const declared = {
    files,
    ...readBlocks(contents, reading),
    notices: ownEntries('notices', 'notice', contents, content => content.notices, reading),
    recipients: ownEntries('recipients', 'recipient', contents, content => content.recipients, reading),
    systems: ownEntries('systems', 'system', contents, content => content.systems, reading),
    purposes: withBuiltIn(ownEntries('purposes', 'purpose', contents, content => content.purposes, reading)),
    items: readItems(contents, reading),
    tracking: readTracking(contents, reading),
    waivers: readWaivers(contents, reading),
  };
  const references = referencesIn(declared, made?.references);
  return { ...declared, references, problems: inOrder([...problems, ...ownReferenceProblems(files, references)], files) };
}

type Values<T> = Readonly<Record<string, T>> | null | undefined;

/** The entries of a map whose names are the team's own. */
function ownEntries<T>(
  section: string,
  kind: string,
  files: readonly ContentOf[],
  values: (content: ContentOf['content']) => Values<T>,
  reading: Reading,
): ReadonlyMap<string, Entry<T>> {
  const twice = watchTwice(reading.problems, reading.lineOf);
  const entries = new Map<string, Entry<T>>();
  for (const { path, content } of files) {
    for (const [written, value] of Object.entries(values(content) ?? {})) {
      const key = comparableKey(written);
      const place: FilePlace = { file: path, path: [section, written], at: 'key' };
      if (!twice.isNew(key, written, `${kind}:${key}`, place)) continue;
      entries.set(key, { key, value, place, ...(content.defaults === undefined ? {} : { defaults: content.defaults }) });
    }
  }
  return entries;
}

function withBuiltIn(declared: Declarations['purposes']): Declarations['purposes'] {
  const builtIn = [...BUILT_IN_PURPOSES].filter(([key]) => !declared.has(key));
  return new Map([...declared, ...builtIn.map(([key, value]) => [key, { key, value, place: null }] as const)]);
}

function readItems(files: readonly ContentOf[], reading: Reading): Declarations['items'] {
  const form = itemEntries('form', 'forms', files, content => content.forms, {}, reading);
  return {
    contact_field: itemEntries('contact_field', 'contact_fields', files, content => content.contact_fields, {}, reading),
    company_field: itemEntries('company_field', 'company_fields', files, content => content.company_fields, {}, reading),
    form,
    form_field: questionEntries(form, reading),
    tag: itemEntries('tag', 'tags', files, content => content.tags, {}, reading),
    segment: itemEntries('segment', 'segments', files, content => content.segments, {}, reading),
    point_action: itemEntries('point_action', 'point_actions', files, content => content.point_actions, {}, reading),
    point_trigger: itemEntries('point_trigger', 'point_triggers', files, content => content.point_triggers, {}, reading),
    point_group: itemEntries('point_group', 'point_groups', files, content => content.point_groups, {}, reading),
    stage: itemEntries('stage', 'stages', files, content => content.stages, {}, reading),
    category: itemEntries('category', 'categories', files, content => content.categories, {}, reading),
    campaign: itemEntries('campaign', 'campaigns', files, content => content.campaigns, {}, reading),
    email: itemEntries('email', 'emails', files, content => content.emails, {}, reading),
    page: itemEntries('page', 'pages', files, content => content.pages, {}, reading),
    dynamic_content: itemEntries('dynamic_content', 'dynamic_contents', files, content => content.dynamic_contents, {}, reading),
    focus_item: itemEntries('focus_item', 'focus_items', files, content => content.focus_items, {}, reading),
    message: itemEntries('message', 'messages', files, content => content.messages, {}, reading),
    text_message: itemEntries('text_message', 'text_messages', files, content => content.text_messages, {}, reading),
    webhook: itemEntries('webhook', 'webhooks', files, content => content.webhooks, {}, reading),
  };
}

/** The waivers of all files. One whose pattern fits almost anything covers nothing. */
function readWaivers(files: readonly ContentOf[], { problems }: Reading): Declarations['waivers'] {
  return files.flatMap(({ path, content }) =>
    (content.waivers ?? []).flatMap((value, index) => {
      const { rule = '', item = '' } = value;
      const place: FilePlace = { file: path, path: ['waivers', index], at: 'value' };
      // The kind in front of the colon is no part of the pattern.
      if (!isTooWide(item.slice(item.indexOf(':') + 1))) return [{ key: `${rule} ${item}`, value, place }];
      problems.push({ code: 'glob', subject: `file:${path}`, place: { ...place, path: [...place.path, 'item'] }, data: { key: item } });
      return [];
    }),
  );
}

/** By file, then by place in the file. Aliases give one text several paths: a mistake in it is told once. */
function inOrder(problems: readonly Problem[], files: readonly DeclarationFile[]): Problem[] {
  const order = new Map(files.map((file, index) => [file.path, { index, document: file.document }]));
  const placed = problems.map(problem => {
    const { file, path, at, range } = problem.place;
    const found = order.get(file);
    return { problem, index: found?.index ?? 0, start: range?.[0] ?? found?.document.rangeOf(path, at)?.start ?? 0 };
  });
  const seen = new Set<string>();
  const distinct = placed.filter(({ problem, index, start }) => {
    const mistake = `${index} ${start} ${problem.code} ${problem.data.key}`;
    return !seen.has(mistake) && seen.add(mistake);
  });
  return distinct.sort((a, b) => a.index - b.index || a.start - b.start).map(({ problem }) => problem);
}
