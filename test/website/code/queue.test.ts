/** Which calls are calls of Mautic's queue. */
import { describe, expect, it } from 'vitest';
import { keysTold, toldTogether } from './reading.js';

const DATA = "'send', 'pageview', { film: 1 }";

const CALLS: readonly (readonly [code: string, before?: string])[] = [
  [`mt(${DATA})`],
  [`mt?.(${DATA})`],
  [`window.mt(${DATA})`],
  [`window.mt?.(${DATA})`],
  [`window?.mt?.(${DATA})`],
  [`window.mt!(${DATA})`],
  [`window['mt'](${DATA})`],
  [`(window as any).mt(${DATA})`],
  [`(<any>window).mt(${DATA})`],
  [`((window as unknown) as { mt: Function }).mt(${DATA})`],
  [`globalThis.mt(${DATA})`],
  [`self.mt(${DATA})`],
  [`parent.mt(${DATA})`],
  [`this.$window.mt(${DATA})`],
  [`window.mt && window.mt(${DATA})`],
  [`if (typeof mt !== 'undefined') mt(${DATA})`],
  [`(window.mt || function () {})(${DATA})`],
  [`(0, window.mt)(${DATA})`],
  [`track(${DATA})`, 'const track = window.mt;'],
  [`track(${DATA})`, 'const w = window as any; const track = w.mt;'],
  [`mt(${DATA})`, 'const { mt } = window as any;'],
  [`track(${DATA})`, 'const { mt: track } = window as any;'],
  [`mt(${DATA})`, "import { mt } from 'my-mautic';"],
  [`mt(${DATA})`, 'declare const mt: (...given: unknown[]) => void;'],
  [`mt(${DATA})`, 'declare function mt(...given: unknown[]): void;'],
  [`mt(${DATA})`, 'const mt = (...given) => window.mt && window.mt(...given);'],
  [`mt(${DATA})`, 'function mt() { (window.queue = window.queue || []).push(arguments); }'],
  [`mt(${DATA})`, 'const queue = () => (window as any).mt; const mt = queue();'],
  [`track(${DATA})`, 'function useMautic() { load(); return window.mt ?? (() => undefined); } const track = useMautic();'],
  [`queue()(${DATA})`, 'const queue = () => (window as any).mt;'],
  [`mt.q.push([${DATA}])`],
  [`(window.mt.q = window.mt.q || []).push([${DATA}])`],
  [`mt.apply(null, [${DATA}])`],
  [`mt.call(window, ${DATA})`],
  [`mt(...list)`, `const list = [${DATA}];`],
  [`mt('send', 'pageview', { film: 1 }, { onload() {} })`],
  [`mt('send', 'event', { film: 1 })`],
  [`mt(command, 'pageview', { film: 1 })`, "const command = 'send';"],
  [`visitors(${DATA})`, "window.MauticTrackingObject = 'visitors';"],
  [`window.visitors(${DATA})`, "window['MauticTrackingObject']='visitors';"],
  [`visitors(${DATA})`, "(function (w, d, t, u, n) { w['MauticTrackingObject'] = n; })(window, document, 'script', url, 'visitors');"],
  [`w[w.MauticTrackingObject](${DATA})`],
];

const OTHERS: readonly (readonly [code: string, before?: string])[] = [
  [`ga(${DATA})`],
  [`window.ga(${DATA})`],
  [`visitors(${DATA})`],
  [`mt('create', 'x', { film: 1 })`],
  ['mt({ film: 1 })'],
  ["mt('send')", 'function mt(word) { return word.length; }'],
  [`mt(${DATA})`, 'function mt(command, what, data) { return command + what; }'],
  [`mt(${DATA})`, 'const mt = (a, b, c) => translations[a];'],
  [`mt(${DATA})`, "import { mt } from 'moment-translations';"],
  [`t(${DATA})`, "import { mt as t } from './words';"],
  ["i18n.mt('hello', 'x', { film: 1 })"],
  ["el.className = 'mt-4'"],
  [`// mt(${DATA})`],
  [`/* mt(${DATA}) */`],
  ['queue.push(arguments)', 'function mt() { (mt.q = mt.q || []).push(arguments); }'],
  [`list.push([${DATA}])`],
];

describe('the queue', () => {
  it.each(CALLS)('is called by %s, after %s', (code, before = '') => {
    const [found, ...more] = keysTold('a.ts', `${before}\n${code};`);
    expect(found?.replace(' (resolved)', '')).toBe('film');
    expect(more).toEqual([]);
  });

  it.each(OTHERS)('is not called by %s, after %s', (code, before = '') => {
    expect(keysTold('a.ts', `${before}\n${code}\n`)).toEqual([]);
  });

  it('has the name that the snippet of another file gives it', () => {
    const snippet =
      "(function(w,d,t,u,n){w['MauticTrackingObject']=n;})(window,document,'script','https://m.example.test/mtc.js','visitors');";
    const files = { 'load.js': snippet, 'page.js': "visitors('send', 'pageview', { film: 1 });" };
    expect(toldTogether(files)).toEqual([
      'load.js:1:79 tracking - script literal none',
      'page.js:1:1 tracking - mt literal none',
      'page.js:1:32 contact_field film mt literal',
    ]);
  });

  it('is not confused by the functions of other files', () => {
    const files = {
      'a.ts': "const mt = (word: string) => word;\nexport const hello = mt('hello');",
      'b.ts': "mt('send', 'pageview', { film: 1 });",
    };
    expect(toldTogether(files)).toEqual(['b.ts:1:1 tracking - mt literal none', 'b.ts:1:26 contact_field film mt literal']);
  });
});
