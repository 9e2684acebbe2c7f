/** Mautic 7.0.2: what API v2 adds to API v1, and what it shows alone. */
import { describe, expect, it } from 'vitest';
import { isItemOf } from '../../src/mautic/snapshot.js';
import { bodies, contentOf, entryOf, itemOf, read, usesOf } from './recordings.js';

const both = read([...bodies('7.0.2/museum'), ...bodies('7.0.2/v2')]);
const v1 = read(bodies('7.0.2/museum'));
const v2 = read(bodies('7.0.2/v2'));

describe('API v2 beside API v1', () => {
  it('a step that was deleted in the builder is marked, and gives no uses', async () => {
    const campaign = itemOf((await both).snapshot, 'campaign', 2);
    const steps = isItemOf(campaign, 'campaign') ? (campaign.events ?? []) : [];
    expect(steps.map(step => [step.id, step.deleted])).toEqual([10, 11, 12, 13, 14, 15, 16, 17].map(id => [id, id === 17]));
    expect(usesOf((await v1).snapshot, 'campaign:Event follow-up').some(use => use.id === 17)).toBe(true);
    expect(usesOf((await both).snapshot, 'campaign:Event follow-up').some(use => use.id === 17)).toBe(false);
  });

  it('excluded segments and the preference page of an e-mail', async () => {
    const added = (await both).snapshot.uses.filter(use => use.how === 'excludes' || use.part === 'preference_page');
    expect(added.map(use => [use.from, use.how, use.to, use.at])).toEqual([
      ['email:Lettera mensile', 'excludes', 'segment:static-press', 'email.audience'],
      ['email:Lettera mensile', 'links', 'page:preferences', 'email.setting'],
    ]);
  });

  it('progressive profiling, with the limit and the settings of questions', async () => {
    const { snapshot } = await both;
    expect(itemOf(snapshot, 'form', 15)).toMatchObject({ progressive: 'yes', progressive_limit: 2 });
    expect(itemOf(snapshot, 'form', 8)).toMatchObject({ progressive: 'no', progressive_limit: 0 });
    expect(itemOf((await v1).snapshot, 'form', 15)).toMatchObject({ progressive: 'maybe' });
    expect(itemOf((await v1).snapshot, 'form', 15)).not.toHaveProperty('progressive_limit');
    const later = snapshot.items.filter(item => isItemOf(item, 'form_field')).filter(field => field.later !== undefined);
    expect(later.map(field => [field.id, field.later])).toEqual([
      [6, { always: true }],
      [7, { when_known: false }],
      [8, { always: true }],
      [10, { when_known: false, after: 2 }],
      [80, { when_known: false }],
      [81, { after: 3 }],
      [96, { always: true }],
      [98, { when_known: false, after: 2 }],
    ]);
  });

  it('published flags of categories and dynamic content', async () => {
    const { snapshot } = await both;
    expect(itemOf(snapshot, 'category', 17)).toMatchObject({ published: false });
    expect(itemOf(snapshot, 'category', 1)).toMatchObject({ published: true });
    expect(itemOf(snapshot, 'dynamic_content', 5)).toMatchObject({ key: 'plain-words', title: 'Plain words', published: false });
    expect(itemOf((await v1).snapshot, 'category', 17)).not.toHaveProperty('published');
  });

  it('when a segment was built, as a class of its age at the time of the snapshot', async () => {
    const built = (taken: string) => async () => {
      const { snapshot } = await read(
        bodies('7.0.2/v2', name => name === '032-segments.json'),
        { takenAt: taken },
      );
      return snapshot.items.flatMap(item => (isItemOf(item, 'segment') ? [item.built ?? ''] : []));
    };
    const count = (states: string[], state: string) => states.filter(entry => entry === state).length;
    const soon = await built('2026-11-30T00:00:00Z')();
    const late = await built('2026-12-30T00:00:00Z')();
    expect([count(soon, 'current'), count(soon, 'old'), count(soon, 'never')]).toEqual([29, 0, 1]);
    expect([count(late, 'current'), count(late, 'old'), count(late, 'never')]).toEqual([0, 29, 1]);
  });

  it('changes nothing that API v1 shows', async () => {
    // A/B variants have neither flag nor dates where they are nested
    const only = ['added', 'deleted', 'progressive', 'progressive_limit', 'later', 'built', 'published'];
    const known = (items: readonly object[]) =>
      items.map(item => Object.entries(item).filter(([name]) => name !== 'events' && !only.includes(name)));
    const names = ['contact_field', 'form', 'form_field', 'tag', 'segment', 'category', 'email', 'page'];
    const of = (snapshot: Awaited<typeof v1>['snapshot']) => known(snapshot.items.filter(item => names.includes(item.kind)));
    expect(of((await both).snapshot)).toEqual(of((await v1).snapshot));
  });
});

describe('API v2 alone', () => {
  it('shows the kinds that have a place in it, completely', async () => {
    const { snapshot } = await v2;
    const states = [
      'contact_field',
      'company_field',
      'form',
      'form_field',
      'tag',
      'segment',
      'category',
      'email',
      'page',
      'dynamic_content',
    ];
    expect(states.map(kind => entryOf(snapshot, kind)).map(entry => [entry?.state, entry?.rows, entry?.total])).toEqual(
      [71, 24, 15, 100, 57, 41, 17, 8, 5, 5].map(number => ['complete', number, number]),
    );
    expect(entryOf(snapshot, 'email')?.nested).toBe(1);
    expect(entryOf(snapshot, 'point_action')).toEqual({ of: 'point_action', state: 'absent', rows: 0, total: 9, why: ['not-in-files'] });
  });

  it('a null that was left out is a null where another row has the key', async () => {
    const { snapshot } = await v2;
    expect(itemOf(snapshot, 'form', 14)).toMatchObject({ publish_up: '', publish_down: '', description: 'The twin' });
    expect(itemOf(snapshot, 'form', 8)).toMatchObject({ publish_up: '2024-01-01', publish_down: '2024-12-31' });
    // no form of the museum has a language or a theme: nothing tells whether there are such keys
    expect(itemOf(snapshot, 'form', 14)).not.toHaveProperty('language');
    expect(itemOf(snapshot, 'email', 1)).not.toHaveProperty('changed');
  });

  it('pages by themselves do not make a list complete', async () => {
    const { snapshot } = await read(bodies('7.0.2/v2', name => name === '007-lead_fields.json' || name === '027-tags.json'));
    expect(entryOf(snapshot, 'tag')).toEqual({ of: 'tag', state: 'partial', rows: 30, total: 57, why: ['rows-missing'] });
    expect(entryOf(snapshot, 'contact_field')).toMatchObject({ state: 'partial', why: ['rows-missing'] });
    expect(entryOf(snapshot, 'company_field')).toMatchObject({ state: 'partial', why: ['rows-missing'] });
  });

  it('JSON-LD and plain JSON of one list say the same, but for the total', async () => {
    const ld = await read(bodies('7.0.2/v2', name => name === '014-forms.json'));
    const plain = await read(bodies('7.0.2/v2', name => name === '015-forms.json'));
    const items = (text: string) => text.slice(text.indexOf('"items"'));
    expect(items(contentOf(plain.snapshot))).toBe(items(contentOf(ld.snapshot)));
    expect(entryOf(plain.snapshot, 'form')).toEqual({ of: 'form', state: 'unknown', rows: 15, why: ['no-total'] });
  });
});
