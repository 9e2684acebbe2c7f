import { describe, expect, it } from 'vitest';
import { traceFinder } from '../../src/website/prefilter.js';

const passes = (text: string, helpers: readonly string[] = []): boolean =>
  traceFinder(helpers)(Buffer.from(text, 'utf8').toString('latin1'));

describe('a file with a trace of Mautic is read', () => {
  it.each([
    'mt("send", "pageview")',
    'window.mt?.("send", "pageview", { city })',
    "(window as any)['mt']('send')",
    '$window . mt ( x )',
    'const send = window.mt;',
    '<script src="//m.example/mtc.js" async></script>',
    "track('send', 'pageview', { film })",
    '<img src="https://m.example/mtracking.gif?d=x">',
    '<input name="mauticform[email]">',
    'MAUTIC_URL',
    'class MauticForm {}',
    'action="/form/submit?formId=3"',
    '<script src="/form/generate.js?id=4">',
    "api('/contacts/new', { body })",
    "fetch(base + '/contacts/12/edit')",
    '<div data-slot="dwc" data-param-slot-name="hero">',
    '<script src="https://m.example/focus/3.js">',
    '{form=4}',
    "$api->newApi('contacts', $auth, $url)",
    '// purposelint-ignore undeclared-send: the visitor asked',
  ])('%s', text => {
    expect(passes(text)).toBe(true);
  });

  it('also where it calls a helper of the team, whatever letters it has', () => {
    expect(passes('trackContact(form)', ['trackContact'])).toBe(true);
    expect(passes('inviaPerché(form)', ['inviaPerché'])).toBe(true);
    expect(passes('$track(form)', ['$track'])).toBe(true);
    expect(passes('trackContact(form)', ['track.ontact'])).toBe(false);
  });

  it('also among bytes that are no text', () => {
    expect(traceFinder([])(Buffer.from([0xff, 0xfe, 0x80, ...Buffer.from('mautic'), 0x81]).toString('latin1'))).toBe(true);
  });
});

describe('a file without a trace is left', () => {
  it.each([
    '<div class="mt-4 sm:mt-2 -mt-1">',
    'const fmt = gmt + $mt;',
    'return html.format(mtime);',
    'gtag("event", "page_view")',
    'the pageview of the month',
    '',
  ])('%s', text => {
    expect(passes(text)).toBe(false);
  });

  it('an empty name of a helper does not let every file in', () => {
    expect(passes('nothing', [''])).toBe(false);
  });
});
