import { describe, expect, it } from 'vitest';
import { KINDS } from '../../src/items.js';
import { isItemOf } from '../../src/mautic/snapshot.js';
import { bodies, entryOf, itemOf, read, usesOf } from './recordings.js';

const NUMBERS = {
  '5.1.0': [71, 24, 14, 95, 62, 39, 9, 3, 3, 5, 16, 4, 8, 5, 4, 4, 2, 2, 3, 1, 4, 6],
  '6.0.8': [71, 24, 14, 95, 57, 39, 9, 3, 3, 5, 16, 4, 8, 5, 4, 4, 2, 2, 3, 1, 4, 6],
  '7.0.2': [71, 24, 15, 100, 57, 41, 9, 3, 3, 5, 17, 5, 8, 5, 5, 4, 2, 2, 3, 1, 4, 6],
} as const;

const SERIES = { '5.1.0': '5.1', '6.0.8': '6.0', '7.0.2': '7.0' } as const;

describe.each(['5.1.0', '6.0.8', '7.0.2'] as const)('the museum as %s answers it', version => {
  const reading = read(bodies(`${version}/museum`));

  it('shows every kind as complete, with its numbers', async () => {
    const { snapshot } = await reading;
    const kinds = KINDS.map(kind => entryOf(snapshot, kind));
    expect(kinds.map(entry => entry?.state)).toEqual(KINDS.map(() => 'complete'));
    expect(kinds.map(entry => entry?.rows)).toEqual(NUMBERS[version]);
    expect(kinds.map(entry => entry?.total)).toEqual(NUMBERS[version]);
    expect(kinds.flatMap(entry => (entry?.nested === undefined ? [] : [[entry.of, entry.nested]]))).toEqual([['email', 1]]);
    expect(kinds.every(entry => entry?.skipped === undefined && entry?.why === undefined)).toBe(true);
  });

  it('knows the A/B variant that is only nested in its parent', async () => {
    const { snapshot } = await reading;
    expect(snapshot.items.filter(item => item.kind === 'email')).toHaveLength(9);
    expect(itemOf(snapshot, 'email', 8)).toMatchObject({ key: 'Welcome (B)', variant_of: 'email:Welcome', has_html: true });
    expect(itemOf(snapshot, 'email', 8)).not.toHaveProperty('published');
    expect(itemOf(snapshot, 'email', 7)).toMatchObject({ translation_of: 'email:Welcome', published: true });
  });

  it('keeps the two forms of one name apart, also as references', async () => {
    const { snapshot } = await reading;
    const twins = snapshot.items.filter(item => item.kind === 'form' && item.key === 'Newsletter sign-up');
    expect(twins.map(twin => twin.id)).toEqual([1, 14]);
    const fields = snapshot.items.filter(item => isItemOf(item, 'form_field')).filter(field => field.form === 'form:Newsletter sign-up#14');
    expect(fields.map(field => [field.key, field.position])).toEqual([
      ['Newsletter sign-up/email', 1],
      ['Newsletter sign-up/submit', 2],
    ]);
    expect(usesOf(snapshot, 'form_field:Newsletter sign-up#14/email').map(use => [use.how, use.to])).toEqual([
      ['collects', 'contact_field:email'],
    ]);
  });

  it('tells series and host, and takes the newest time of the files', async () => {
    const { snapshot } = await reading;
    expect(snapshot.made).toMatchObject({ source: 'files', series: SERIES[version], taken_at: '2026-11-25T03:30:00Z' });
    expect(snapshot.made.host).toMatch(/^127\.0\.0\.1:\d+$/u);
    expect(snapshot.made).not.toHaveProperty('mautic');
  });

  it('says what was left out, and refuses the one file with a person', async () => {
    const { notes } = await reading;
    const people = notes.filter(note => note.code === 'people');
    expect(people.map(note => note.data.what)).toEqual(['users']);
    expect(people[0]?.file).toContain('users-self');
    expect(notes.filter(note => note.code === 'unknown' || note.code === 'odd-total')).toEqual([]);
  });
});

describe('parts of the museum', () => {
  const parts = async (version: string) => {
    const { snapshot } = await read(bodies(`${version}/museum`));
    return snapshot.coverage.filter(entry => entry.of.includes('.'));
  };

  it('on 5.1.0: what this version does not have, does not show, or was not asked', async () => {
    expect(await parts('5.1.0')).toEqual([
      { of: 'form.progressive', state: 'partial', why: ['not-in-version'] },
      { of: 'segment.built', state: 'absent', why: ['not-in-version'] },
      { of: 'point_action.group', state: 'absent', why: ['not-in-api'] },
      { of: 'category.published', state: 'absent', why: ['not-in-files'] },
      { of: 'campaign.deleted_events', state: 'absent', why: ['not-in-version'] },
      { of: 'email.excluded', state: 'absent', why: ['not-in-version'] },
      { of: 'email.preference_page', state: 'absent', why: ['not-in-version'] },
      { of: 'page.scripts', state: 'absent', why: ['not-in-version'] },
    ]);
  });

  it('on 7.0.2: the same could be had from API v2', async () => {
    expect(await parts('7.0.2')).toEqual([
      { of: 'form.progressive', state: 'partial', why: ['not-in-files'] },
      { of: 'segment.built', state: 'absent', why: ['not-in-files'] },
      { of: 'point_action.group', state: 'absent', why: ['not-in-api'] },
      { of: 'category.published', state: 'absent', why: ['not-in-files'] },
      { of: 'campaign.deleted_events', state: 'absent', why: ['not-in-files'] },
      { of: 'email.excluded', state: 'absent', why: ['not-in-files'] },
      { of: 'email.preference_page', state: 'absent', why: ['not-in-files'] },
      { of: 'page.scripts', state: 'absent', why: ['not-in-files'] },
      { of: 'dynamic_content.published', state: 'absent', why: ['not-in-files'] },
    ]);
  });

  it('on 7.0.2 with API v2: nothing is left that a call could show', async () => {
    const { snapshot } = await read([...bodies('7.0.2/museum'), ...bodies('7.0.2/v2')]);
    expect(snapshot.coverage.filter(entry => entry.state !== 'complete')).toEqual([
      { of: 'point_action.group', state: 'absent', why: ['not-in-api'] },
    ]);
  });
});

describe('an untouched installation', () => {
  it.each(['5.1.0', '6.0.8', '7.0.2'])('%s: core fields, and every other list empty and complete', async version => {
    const { snapshot } = await read(bodies(`${version}/fresh`));
    expect(snapshot.items.filter(item => item.kind === 'contact_field')).toHaveLength(28);
    expect(snapshot.items.filter(item => item.kind === 'company_field')).toHaveLength(15);
    const states = snapshot.coverage.filter(entry => !entry.of.includes('.')).map(entry => [entry.of, entry.state]);
    expect(states).toEqual(KINDS.map(kind => [kind, 'complete']));
    expect(itemOf(snapshot, 'contact_field', 6)).toMatchObject({ key: 'email', unique: true, added: '', changed: '', default: 'empty' });
  });
});
