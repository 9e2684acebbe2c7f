/** Which files of a website can matter at all: told by their bytes, before anything is decoded or parsed. */

/** In every file that sends something to Mautic, or says something to the linter, stands one of these; each is a pattern. */
const MARKS: readonly string[] = [
  // The name in any of its cases: `mauticform[…]`, `MauticTrackingObject`, `[mautic type="form"]`, addresses, helpers
  'autic|AUTIC',
  // The function of the queue, however it is called; not `mt-4` of a style sheet
  '(?<![\\w$-])mt(?![\\w-])',
  // Under another name it still says this
  '[\'"`]pageview[\'"`]',
  // Addresses, whatever the host
  'mtc\\.js|mtracking|form/(?:submit|generate|embed)|/contacts?/(?:new|batch|\\d)|/focus/|/dwc/',
  // The library of Mautic's API for PHP
  'newApi\\s*\\(',
  // Slots and short codes
  'data-slot|\\{(?:form|focus|dwc)[=}]',
  'purposelint-ignore',
];

/**
 * Tells whether a file can matter, by its bytes, one character for each: nothing has to be decoded, and no byte is wrong. It may say yes too
 * often, and never no to a file that sends something itself.
 * @param helpers names of the team's own functions and components
 */
export function traceFinder(helpers: readonly string[]): (bytes: string) => boolean {
  const names = helpers.filter(name => name !== '').map(name => escaped(bytewise(name)));
  const trace = new RegExp([...MARKS, ...names].join('|'));
  return bytes => trace.test(bytes);
}

function bytewise(name: string): string {
  return Buffer.from(name, 'utf8').toString('latin1');
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
