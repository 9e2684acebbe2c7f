/** The museum, declared as a team would: what is left to find is what it has on purpose, by version (findings.txt). */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isKind, parseIdentity } from '../../src/items.js';
import { checked, museum, museumFiles, type PrintedFinding, VERSIONS, type Version } from './museum.js';

/** The lines of findings.txt that hold for a version. */
function expected(version: Version): string[] {
  const sections = readFileSync(new URL('findings.txt', import.meta.url), 'utf8').split(/^\[(.+)\]$/mu);
  const lines = (name: string): string[] => (sections[sections.indexOf(name) + 1] ?? '').split('\n').filter(line => /^[a-z]/u.test(line));
  return [...lines('everywhere'), ...lines(version)].sort();
}

/** Kinds of findings that are about something Mautic does not have, and so has no screen for. */
const GONE: ReadonlySet<string> = new Set(['ghost-declaration', 'dangling-reference']);

async function findings(version: Version, files = museumFiles()): Promise<readonly PrintedFinding[]> {
  return (await checked(await museum(version, files))).findings;
}

/** The museum's files, with a text in one of them replaced. */
function changed(path: string, text: string, by: string): Readonly<Record<string, string>> {
  const files = museumFiles();
  const before = files[path] ?? '';
  if (!before.includes(text)) throw new Error(`${path} has no ${text}`);
  return { ...files, [path]: before.replace(text, by) };
}

const subjects = (found: readonly PrintedFinding[], rule: string): string[] =>
  found
    .filter(finding => finding.rule === rule)
    .map(({ subject }) => subject)
    .sort();

describe.each(VERSIONS)('the declared museum on %s', version => {
  it('gives these findings and no others, every rule run but for numbers of people and settings', async () => {
    const printed = await checked(await museum(version, museumFiles()));
    const told = printed.findings.map(({ severity, rule, subject }) => `${severity} ${rule} ${subject}`);
    expect(told.sort()).toEqual(expected(version));
    // Nobody was counted, before 7.0 Mautic does not say how many answers a form has got, and no API says how it is set.
    expect(printed.not_run.map(({ of }) => of).filter(of => of !== 'base' && of !== 'website' && !of.endsWith('.counts'))).toEqual([
      'setting.anonymize_ip',
      'setting.track_by_tracking_url',
      'setting.facebook_pixel',
      'setting.google_analytics',
    ]);
  });

  it('shows each at a line of the file that declares it, or of its section, with a link where it is to be mended', async () => {
    const printed = await checked(await museum(version, museumFiles()));
    expect(printed.findings.filter(({ place }) => place?.file.startsWith('privacy/') !== true)).toEqual([]);
    for (const { subject, link, rule } of printed.findings) {
      const hasScreen = !GONE.has(rule) && isKind(parseIdentity(subject)?.kind);
      if (link === undefined) expect([rule, subject, hasScreen]).toEqual([rule, subject, false]);
      else expect(link).toMatch(/^https:\/\/mautic\.museum\.example\/s\//u);
    }
  });
});

describe('what the museum has on purpose', () => {
  it('is all there', async () => {
    const found = await findings('5.1.0');
    // One tick for terms and newsletter, and it must be given; a box that is ticked, and two that stay ticked.
    expect(subjects(found, 'consent-bundled')).toEqual(['form_field:Quiz of the year/all_in_one']);
    expect(subjects(found, 'consent-forced')).toEqual(['form_field:Quiz of the year/all_in_one']);
    expect(subjects(found, 'consent-preticked')).toEqual(['form_field:Event registration/photo']);
    expect(subjects(found, 'consent-not-refusable')).toEqual([
      'form_field:Iscrizione soci/marketing',
      'form_field:Kiosk in the entrance hall/nl',
    ]);
    // The field that says yes for everybody, and swaps the answers of a form.
    expect(subjects(found, 'consent-by-default')).toEqual(['contact_field:profiling_consent']);
    expect(subjects(found, 'consent-inverted')).toEqual(['form_field:Iscrizione soci/profilazione']);
    expect(subjects(found, 'public-writable')).toEqual(
      ['favourite_film', 'interests', 'last_campaign_source', 'member_tier', 'newsletter_optin'].map(alias => `contact_field:${alias}`),
    );
    expect(subjects(found, 'password-stored')).toEqual(['form_field:Download gate/secret_word']);
  });

  it.each(['6.0.8', '7.0.2'] as const)('answers are stored the right way round on %s', async version => {
    expect(subjects(await findings(version), 'consent-inverted')).toEqual([]);
  });

  it('a compulsory consent is none where the form is for nothing else, and one where it is', async () => {
    const box = 'form_field:Newsletter sign-up#1/consent';
    expect(subjects(await findings('5.1.0'), 'consent-forced')).not.toContain(box);
    const files = changed('privacy/forms.yaml', 'purposes: [newsletter, offers]', 'purposes: [downloads, newsletter, offers]');
    const found = await findings('5.1.0', files);
    expect(subjects(found, 'consent-forced')).toContain(box);
    const told = found.find(({ rule, subject }) => rule === 'consent-forced' && subject === box);
    expect(told).toMatchObject({ severity: 'error', place: { file: 'privacy/forms.yaml', line: 14, column: 7 } });
  });
});

describe('two forms of one name', () => {
  it.each(VERSIONS)('a key without an id is an error that names both, with their screens (%s)', async version => {
    const found = await findings(version, changed('privacy/forms.yaml', '"Newsletter sign-up#1":', 'Newsletter sign-up:'));
    const told = found.filter(({ rule }) => rule === 'schema-valid');
    expect(told).toMatchObject([
      {
        subject: 'form:Newsletter sign-up',
        severity: 'error',
        message: expect.stringContaining("write 'Newsletter sign-up#1' or 'Newsletter sign-up#14'"),
        place: { file: 'privacy/forms.yaml', line: 6, column: 3 },
        related: [{ link: 'https://mautic.museum.example/s/forms/view/1' }, { link: 'https://mautic.museum.example/s/forms/view/14' }],
      },
    ]);
  });

  it('a reference without an id is one, too', async () => {
    const found = await findings('5.1.0', changed('privacy/purposes.yaml', '"form:Newsletter sign-up#1"', 'form:Newsletter sign-up'));
    expect(found.filter(({ rule }) => rule === 'schema-valid')).toMatchObject([
      { subject: 'purpose:newsletter', message: expect.stringContaining("'Newsletter sign-up#14'"), place: { line: 13 } },
    ]);
  });

  it('one twin may be left out, and is then missed by its id', async () => {
    const files = museumFiles();
    const without = (files['privacy/forms.yaml'] ?? '').replace(/ {2}"Newsletter sign-up#14":\n(?: {4}.*\n)+/u, '');
    const found = await findings('5.1.0', { ...files, 'privacy/forms.yaml': without });
    expect(subjects(found, 'undeclared-form')).toEqual(['form:Newsletter sign-up#14']);
  });
});
