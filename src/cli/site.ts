/** The website of a run: scanned where one is configured. The scan, and the compiler that it takes, load only then. */
import type { Language } from '../finding.js';
import type { Site } from '../website/site.js';
import type { Configuration } from './configuration.js';
import type { Io } from './io.js';

/** What the code of the website sends; null when none is configured. @throws Stop (exit 3) when no file is there */
export async function siteOf(config: Configuration, language: Language, io: Io): Promise<Site | null> {
  if (config.website.include.length === 0) return null;
  return (await import('./website/scan.js')).scanWebsite(config, language, io);
}
