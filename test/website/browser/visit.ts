/** A headless Chromium that visits the pages of a site and does what people do there; no host but loopback can be reached. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

/** What a visitor does: a selector, and what is entered or chosen. */
export type Step = readonly ['fill' | 'choose', string, string] | readonly ['tick' | 'click', string];

export interface Visit {
  /** Page of the site, with its query. */
  readonly open: string;
  /** A browser that runs no scripts. */
  readonly scriptless?: true;
  readonly steps?: readonly Step[];
}

/** In milliseconds: how long a page may take for one thing, and how long nothing may happen before it counts as quiet. */
const TIMEOUT = 15_000;
const QUIET = 80;

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Path of a Chromium on this machine. */
export function findChromium(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.flatMap(folder => NAMES.map(name => join(folder, name))).find(existsSync);
}

export function launch(executablePath: string): Promise<Browser> {
  const args = ['--no-sandbox', '--disable-dev-shm-usage', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'];
  return chromium.launch({ executablePath, args, timeout: 60_000 });
}

/**
 * Visits pages side by side, each in a browser of its own.
 * @returns what went wrong in the pages: errors of scripts, requests that failed
 */
export async function visit(browser: Browser, origin: string, visits: readonly Visit[]): Promise<string[]> {
  return (await Promise.all(visits.map(one => visitOne(browser, origin, one)))).flat();
}

async function visitOne(browser: Browser, origin: string, { open, scriptless, steps }: Visit): Promise<string[]> {
  const faults: string[] = [];
  const context = await browser.newContext({ javaScriptEnabled: scriptless !== true });
  context.setDefaultTimeout(TIMEOUT);
  try {
    const page = await context.newPage();
    const quiet = watch(context, page, faults);
    await page.goto(`${origin}/${open}`);
    await quiet();
    for (const step of steps ?? []) {
      await take(page, step);
      if (step[0] !== 'fill' && step[0] !== 'tick') await quiet();
    }
    return faults;
  } finally {
    await context.close();
  }
}

function take(page: Page, [action, selector, value = '']: Step): Promise<unknown> {
  const element = page.locator(selector);
  if (action === 'fill') return element.fill(value);
  if (action === 'choose') return element.selectOption(value);
  return action === 'tick' ? element.check() : element.click();
}

/** Notes faults; what comes back waits until nothing has been under way for a moment. */
function watch(context: BrowserContext, page: Page, faults: string[]): () => Promise<void> {
  let open = 0;
  let last = Date.now();
  const count = (change: 1 | -1) => (): void => {
    open += change;
    last = Date.now();
  };
  context.on('request', count(1));
  context.on('requestfinished', count(-1));
  context.on('requestfailed', request => {
    count(-1)();
    faults.push(`${request.url()}: ${request.failure()?.errorText ?? 'failed'}`);
  });
  page.on('pageerror', error => faults.push(error.message));
  return async () => {
    const end = Date.now() + TIMEOUT;
    last = Date.now();
    while (open > 0 || Date.now() - last < QUIET) {
      if (Date.now() > end) throw new Error(`${page.url()}: ${open} requests do not end`);
      await new Promise(resolve => setTimeout(resolve, 10));
    }
  };
}
