/** A repository in memory with a session over it, as the language server has one; what is open in the editor is a text of its own. */
import { expect } from 'vitest';
import { rules } from '../../rules/index.js';
import { UnknownVersion } from '../../src/declarations/build.js';
import type { Language } from '../../src/finding.js';
import { lint } from '../../src/lint/lint.js';
import type { Example } from '../../src/lint/rule.js';
import { type Asked, answers } from '../../src/lsp/answers.js';
import { placesIn, sourceOf } from '../../src/lsp/positions.js';
import type { Send } from '../../src/lsp/publisher.js';
import { openSession, type Session } from '../../src/lsp/session.js';
import type { Workspace, World } from '../../src/lsp/world.js';
import { loadSnapshot } from '../../src/mautic/load.js';
import { siteOf } from '../../src/output/example.js';
import type { Site } from '../../src/website/site.js';
import { TODAY } from '../cli/workspace.js';

const ROOT = '/repository';
const SNAPSHOT = 'privacy/mautic.snapshot.json';

export type Published = Parameters<Send>[0];

export interface Repository {
  readonly session: Session;
  readonly published: Published[];
  readonly logged: string[];
  /** Which files were read from disk. */
  readonly reads: string[];
  /** How many things are due. */
  due(): number;
  /** Runs what is due. */
  settle(): Promise<void>;
  /** Opens or changes a text in the editor. */
  type(path: string, text: string): void;
  /** Closes a text without saving it. */
  close(path: string): void;
  /** Changes a file outside of the editor. */
  save(path: string, text: string | undefined): void;
  /** A document at the mark `¦` of a text, which is typed into it without waiting for findings. */
  at(path: string, marked: string): { asked: Asked; position: { line: number; character: number } };
}

export interface Setting {
  readonly language?: Language;
  readonly preset?: 'recommended' | 'strict';
  readonly url?: string;
  readonly snippets?: boolean;
  /** Code of a website, as an example has it; its texts are those on disk. */
  readonly site?: NonNullable<Example['site']>;
}

export async function repository(files: Readonly<Record<string, string>>, setting: Setting = {}): Promise<Repository> {
  const { language = 'en', preset = 'recommended', url, snippets = false, site: code } = setting;
  const disk = new Map([...Object.entries(files), ...(code ?? []).map(({ path, text }) => [path, text] as const)]);
  const open = new Map<string, { text: string; version: number }>();
  const published: Published[] = [];
  const logged: string[] = [];
  const reads: string[] = [];
  let due: (() => void)[] = [];
  const configured = new Map();
  const relative = (path: string): string => path.slice(ROOT.length + 1);
  const sent = (): Site | null =>
    siteOf(code === undefined ? {} : { site: code.map(file => ({ ...file, text: disk.get(file.path) ?? '' })) });
  const openWith = (site: Site | null): Workspace => ({
    root: ROOT,
    hasSite: site !== null,
    config: null,
    settingsFiles: ['purposelint.yaml', 'rules/own.js'],
    snapshot: SNAPSHOT,
    language,
    rules,
    troubles: [],
    find: async () => [...disk.keys()].filter(path => path.endsWith('.yaml')).sort(),
    fits: path => path.endsWith('.yaml'),
    noDeclarations: [{ message: 'no file is a declaration' }],
    loadSnapshot: () => (disk.has(SNAPSHOT) ? loadSnapshot(disk.get(SNAPSHOT) ?? '', SNAPSHOT) : null),
    judge: (declarations, snapshot, lintWith) => {
      const input = { declarations, snapshot, site, now: TODAY, preset, rules, configured, ...(url === undefined ? {} : { url }) };
      const [result, fresh] = [lintWith(input), lint(input)];
      // Whatever was typed before, what is found is what would be found anew.
      expect([result.findings, result.notRun]).toEqual([fresh.findings, fresh.notRun]);
      return result;
    },
  });
  const world: World = {
    open: async () => openWith(sent()),
    read: (_, path) => {
      reads.push(path);
      const text = disk.get(path);
      if (text === undefined) throw new Error(`no ${path}`);
      return { path, text };
    },
    isFile: (_, path) => disk.has(path),
    stamp: (_, path) => disk.get(path),
    troubles: error => {
      if (!(error instanceof UnknownVersion)) return [{ message: String(error) }];
      return [
        {
          message: `version ${error.version}`,
          file: { source: { path: error.file, text: disk.get(error.file) ?? '' }, range: { start: 0, end: 7 } },
        },
      ];
    },
    later: work => void due.push(work),
  };
  const session = openSession(ROOT, world, {
    paths: () => [...open.keys()].map(path => `${ROOT}/${path}`),
    text: path => open.get(relative(path))?.text,
    document: path => {
      const document = open.get(relative(path));
      return document === undefined ? undefined : { uri: `file://${path}`, version: document.version };
    },
    send: params => void published.push(params),
    log: message => void logged.push(message),
  });
  const type = (path: string, text: string): void => {
    open.set(path, { text, version: (open.get(path)?.version ?? 0) + 1 });
    session.touch();
  };
  const settle = async (): Promise<void> => {
    const now = due;
    due = [];
    for (const work of now) work();
    // Looking for files takes a turn or two.
    for (let turn = 0; turn < 10; turn++) await Promise.resolve();
  };
  session.outdate([]);
  await settle();
  return {
    session,
    published,
    logged,
    reads,
    due: () => due.length,
    settle,
    type,
    close: path => {
      open.delete(path);
      session.touch();
    },
    save: (path, text) => {
      if (text === undefined) disk.delete(path);
      else disk.set(path, text);
      session.outdate([`${ROOT}/${path}`]);
    },
    at: (path, marked) => {
      const offset = marked.indexOf('¦');
      const text = marked.replace('¦', '');
      type(path, text);
      const client = { textDocument: { completion: { completionItem: { snippetSupport: snippets } } } };
      const { text: plain, mark } = sourceOf(path, text);
      const position = placesIn(plain, mark).position(mark === true ? offset - 1 : offset);
      return { asked: { session, path, text, client }, position };
    },
  };
}

/** Labels of what is offered at the mark of a text. */
export function offered({ at }: Repository, path: string, marked: string): string[] {
  const { asked, position } = at(path, marked);
  return (answers.completion(asked, position)?.items ?? []).map(({ label }) => label);
}

/** The text as it is after the offer of that label was taken. */
export function taken({ at }: Repository, path: string, marked: string, label: string): string {
  const { asked, position } = at(path, marked);
  const item = answers.completion(asked, position)?.items.find(candidate => candidate.label === label);
  const edit = item?.textEdit;
  if (edit === undefined || !('range' in edit)) throw new Error(`${label} is not offered`);
  const places = placesIn(asked.text);
  return asked.text.slice(0, places.offset(edit.range.start)) + edit.newText + asked.text.slice(places.offset(edit.range.end));
}

/** The hover at the mark of a text; what is due is judged first. */
export function hovered({ at }: Repository, path: string, marked: string): string {
  const { asked, position } = at(path, marked);
  const contents = answers.hover(asked, position)?.contents;
  return contents === undefined ? '' : String(Reflect.get(Object(contents), 'value'));
}
