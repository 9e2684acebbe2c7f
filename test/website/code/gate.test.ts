/** What stands between the loading of a page and a call. */
import { describe, expect, it } from 'vitest';
import type { Script } from '../../../src/website/site.js';
import { readAll, scriptOf } from './reading.js';

const CALL = "mt('send', 'pageview')";

function gates(text: string, more: Partial<Script> = {}): (string | undefined)[] {
  return (readAll([{ ...scriptOf('a.ts', text), ...more }])[0]?.sends ?? []).map(({ gate }) => gate);
}

const AT_ONCE = [
  CALL,
  `{ ${CALL}; }`,
  `try { ${CALL}; } catch {}`,
  `(function () { ${CALL}; })();`,
  `(() => { ${CALL}; })();`,
  `!function () { ${CALL}; }();`,
  `(function () { ${CALL}; }).call(this);`,
  `if (window.mt) ${CALL};`,
  `if (typeof window !== 'undefined' && typeof mt === 'function') { ${CALL}; }`,
  `window.mt && window.${CALL};`,
  `window.addEventListener('load', () => { ${CALL}; });`,
  `document.addEventListener('DOMContentLoaded', function () { ${CALL}; });`,
  `setTimeout(() => ${CALL}, 500);`,
  `$(document).ready(function () { ${CALL}; });`,
  `jQuery(function ($) { ${CALL}; });`,
];

const BY_CODE = [
  `function view() { ${CALL}; }`,
  `const view = () => ${CALL};`,
  `if (consent.marketing) ${CALL};`,
  `if (window.mt) {} else if (agreed) ${CALL};`,
  `agreed && ${CALL};`,
  `agreed ? ${CALL} : undefined;`,
  `denied || ${CALL};`,
  `switch (level) { case 2: ${CALL}; }`,
  `button.addEventListener('click', () => ${CALL});`,
  `consent.onAccept(() => ${CALL});`,
  `load().then(() => ${CALL});`,
  `class View { show() { ${CALL}; } }`,
  `(function () { if (agreed) { ${CALL}; } })();`,
  `useEffect(() => { ${CALL}; }, []);`,
];

describe('the gate', () => {
  it.each(AT_ONCE)('is none for %s', code => {
    expect(gates(code)).toEqual(['none']);
  });

  it.each(BY_CODE)('is the code for %s', code => {
    expect(gates(code)).toEqual(['code']);
  });

  it('is what holds the whole script back, whatever stands in it', () => {
    const code = `${CALL}; function view() { ${CALL}; }\nscript.src = 'https://m.example.test/mtc.js';`;
    expect(gates(code, { inline: true, held: true })).toEqual(['held', 'held', 'held']);
  });

  it('of a loader is told at the address', () => {
    const code = "script.src = 'https://m.example.test/mtc.js';\nfunction load() { script.src = 'https://www.clarity.ms/tag/x'; }";
    expect(gates(code)).toEqual(['none', 'code']);
  });
});
