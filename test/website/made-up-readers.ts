/** Readers of a language as small as can be, with the signatures of the real ones: `send NAME`, `take FILE` (sends what stands there), `script … end`, `deep`, `boom`. */
import { posix } from 'node:path';
import type { CodeReading, CodeWish, readScripts } from '../../src/website/code/index.js';
import type { MarkupReading } from '../../src/website/markup/index.js';
import type { Readers } from '../../src/website/read.js';
import type { Script, Send } from '../../src/website/site.js';

export function send(key: string, start: number): Send {
  return { what: 'contact_field', key, how: 'mt', certainty: 'literal', start, end: start + key.length };
}

function sendsIn(text: string): Send[] {
  return [...text.matchAll(/(?<=\bsend )\w+/gu)].map(match => send(match[0], match.index));
}

function codeOf(script: Script, shared: string, { host, helpers }: CodeWish): CodeReading {
  if (script.text.includes('deep')) throw new RangeError('Maximum call stack size exceeded');
  if (script.text.includes('boom')) throw new TypeError('boom');
  // As a project file, it is looked for in every case.
  const prefix = host.readText('tsconfig.json')?.trim() ?? '';
  const taken = [...script.text.matchAll(/(?<=\btake )\S+/gu)].map(match => ({
    path: posix.join(posix.dirname(script.path), match[0]),
    start: match.index,
  }));
  const found = taken.map(({ path, start }) => send(`${prefix}${host.readText(path)?.trim() ?? 'unknown'}`, start));
  const called = helpers.flatMap(helper =>
    [...script.text.matchAll(new RegExp(`\\b${helper}\\b`, 'gu'))].map(({ index }) => send(helper, index)),
  );
  const global = shared === '' ? [] : [send(shared, 0)];
  return { sends: [...sendsIn(script.text), ...found, ...called, ...global], notes: [] };
}

/** What a script without import and export defines (`global NAME`), all that are read together send. */
const readCode: typeof readScripts = (scripts, wish) => {
  const shared = scripts.flatMap(({ text, inline }) =>
    inline === true || text.includes('export') ? [] : (/(?<=\bglobal )\w+/u.exec(text)?.[0] ?? []),
  );
  return new Map(scripts.map(script => [script, codeOf(script, shared.sort().join(''), wish)]));
};

function readMarkup({ path, text }: { readonly path: string; readonly text: string }): MarkupReading {
  const scripts = [...text.matchAll(/script (.*?) end/gu)].map(match => ({
    path,
    text: `${' '.repeat(match.index)}${match[0]}`.padEnd(text.length),
    dialect: 'js' as const,
    inline: true as const,
  }));
  const notes: MarkupReading['notes'] = text.includes('broken') ? [{ code: 'syntax', start: text.indexOf('broken') }] : [];
  return { sends: sendsIn(text), scripts, conditions: [], notes };
}

/** Readers that note when they were loaded and what they read. */
export function madeUpReaders(): Readers & { readonly log: string[] } {
  const log: string[] = [];
  return {
    log,
    markup: async () => {
      log.push('markup');
      return readMarkup;
    },
    code: async () => {
      log.push('code');
      return (scripts, wish) => {
        log.push(scripts.map(({ path }) => path).join(' '));
        return readCode(scripts, wish);
      };
    },
  };
}
