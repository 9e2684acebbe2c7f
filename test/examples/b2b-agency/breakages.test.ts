/** How many ways there are to break the large example, changes that break nothing, and changes that are none. */
import { describe, expect, it } from 'vitest';
import { rules } from '../../../src/index.js';
import { BREAKAGES } from './breakages/index.js';
import { type Edit, lintAfter, told } from './breaking.js';
import { all, item, part, written } from './changes.js';
import { newCampaign, newEmail, newPointAction } from './news.js';

it('is broken in many ways, each another one, and in every family of rules', () => {
  const ways = Object.values(BREAKAGES).flatMap(breakages => breakages.map(({ happened }) => happened));
  expect(new Set(ways).size).toBe(ways.length);
  expect(ways.length).toBeGreaterThanOrEqual(100);
  expect(rules.filter(({ family }) => BREAKAGES[family].length === 0)).toEqual([]);
});

describe('nothing is found', () => {
  it.each<[string, Edit]>([
    ['when nothing happened', all()],
    ['when a comment changes', written('fields/consents.yaml', '# What people said yes and no to.', '# Yes, no, and when.')],
    [
      'when a reason gets longer',
      written('fields/services.yaml', 'stand at the breakfast table', 'stand at the breakfast table, and cups'),
    ],
    ['when the letter of December is written', newEmail('Lettera Meridiana 2026-12', 'category:email/meridiana-letter', 'letter-it')],
    [
      'when a point rule is filed under the category of points',
      newPointAction('Read about offers', 'url.hit', 'category:point/interest', {
        to: 'tracking:page_hit',
        url: 'meridiana.example/offers',
      }),
    ],
    ['when a campaign is prepared and not yet published', newCampaign('Christmas', 'clients-it', { published: false })],
    ['when a field gets another label', item('contact_field:webinar_day', { title: 'Date of that webinar' })],
    ['when an answer gets another label', part('contact_field:trade', 'options', { value: 'Other' }, { label: 'Another one' })],
  ])('%s', (_, edit) => {
    expect(told(lintAfter(edit))).toEqual({ finds: [], notRun: [] });
  });
});

describe('a change that changes nothing', () => {
  it.each<[string, Edit]>([
    ['a text that is not there', written('budget.yaml', 'tags: 1000', 'tags: 2')],
    ['a text that is there twice', written('people/segments.yaml', 'purposes: [events]', 'purposes: []')],
    ['the same text', written('budget.yaml', 'tags: 48', 'tags: 48')],
    ['an item that is not there', item('form:Concorso', { published: false })],
    ['the same value', item('form:Contatto', { published: true })],
  ])('is a mistake: %s', (_, edit) => {
    expect(() => lintAfter(edit)).toThrow();
  });
});
