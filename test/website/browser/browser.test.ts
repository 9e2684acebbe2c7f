/** What the pages of a site really send in a browser equals what the scan says of their source. Takes a Chromium. */
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { differences } from './differences.js';
import { filesOf, scanned } from './scanned.js';
import { startSite } from './site-server.js';
import { PIZZERIA, PLAIN, SITES } from './sites.js';
import { type StandIn, startStandIn } from './stand-in.js';
import { findChromium, launch, type Visit, visit } from './visit.js';

const ROOT = join(import.meta.dirname, '../../..');
const TIMEOUT = 60_000;
const CHROMIUM = findChromium();
if (CHROMIUM === undefined && process.env.CI === undefined) {
  process.stderr.write('\nChromium is not installed: no site is opened in a browser. Install it (apt-get install chromium).\n\n');
}

it('a browser is there where CI runs', () => {
  if (CHROMIUM === undefined && process.env.CI !== undefined) {
    throw new Error('Chromium is not installed, and CI is to open the sites in it: apt-get install chromium');
  }
});

describe.skipIf(CHROMIUM === undefined)('a site in the browser', () => {
  let browser: Browser;
  let standIn: StandIn;

  beforeAll(async () => {
    [browser, standIn] = await Promise.all([launch(CHROMIUM ?? ''), startStandIn()]);
  }, TIMEOUT);
  afterAll(async () => {
    await Promise.all([browser?.close(), standIn?.stop()]);
  }, TIMEOUT);

  /** Everything that visits to a site send; nothing may go wrong in the pages. */
  async function sentBy(folder: string, visits: readonly Visit[]): Promise<ReadonlySet<string>> {
    const site = await startSite(join(ROOT, folder), standIn.origin);
    try {
      const faults = await visit(browser, site.origin, visits);
      const { sent, unknown } = standIn.take();
      expect([...faults, ...unknown]).toEqual([]);
      return sent;
    } finally {
      await site.stop();
    }
  }

  it.each(SITES)('$folder sends what the scan says', { timeout: TIMEOUT }, async site => {
    const sent = await sentBy(site.folder, site.visits);
    expect(sent.size).toBeGreaterThan(0);
    expect(differences(sent, await scanned(filesOf(join(ROOT, site.folder))), site), [...sent].sort().join('\n')).toEqual([]);
  });

  it('a difference between the source and the site is told', { timeout: TIMEOUT }, async () => {
    const sent = await sentBy(PLAIN.folder, PLAIN.visits);
    const source = filesOf(join(ROOT, PLAIN.folder));
    const changed = new Map([...source].map(([path, text]) => [path, text.replace('favourite_dish', 'favorite_dish')]));
    expect(differences(sent, await scanned(changed), PLAIN)).toEqual([
      'sent, and not in the scan: field favourite_dish',
      'in the scan, and not sent: field favorite_dish (menu.js: favorite_dish)',
    ]);
  });

  it('what is held for the consent tool stays away without a yes, what is not comes at once', { timeout: TIMEOUT }, async () => {
    const predictions = await scanned(filesOf(join(ROOT, PIZZERIA.folder)));
    const gates = predictions.flatMap(({ sent, gate }) => (gate === undefined ? [] : [`${sent}: ${gate}`]));
    expect([...new Set(gates)].sort()).toEqual(['pixel: none', 'script: held']);
    const pages = ['index.html', 'newsletter.html', 'booking.html'];
    expect([
      ...(await sentBy(
        PIZZERIA.folder,
        pages.map(open => ({ open })),
      )),
    ]).toEqual(['form 1']);
    expect([...(await sentBy(PIZZERIA.folder, [{ open: 'index.html', scriptless: true }]))]).toEqual(['pixel', 'field page_title']);
  });
});
