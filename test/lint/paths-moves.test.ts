import { describe, expect, it } from 'vitest';
import type { Use } from '../../src/mautic/snapshot.js';
import { adds, contextOf, filters, item, sends, targets, use } from './paths-support.js';

const ITEMS = [
  ...['form:F', 'form_field:F/email', 'contact_field:email', 'contact_field:points', 'tag:lead', 'segment:S', 'segment:T'],
  ...['stage:Hot', 'campaign:C', 'point_action:P', 'point_trigger:Q', 'email:E', 'message:M', 'asset:A', 'company_field:firm'],
].map(identity => item(identity));

/** `start > end` of every move, but for a form's questions. */
function movesBy(...uses: readonly Use[]): string[] {
  return contextOf({ items: ITEMS, uses })
    .indexes.paths.moves.all.filter(({ step }) => step.how !== 'contains')
    .map(({ start, end, minor }) => `${start} > ${end}${minor === true ? ' (minor)' : ''}`);
}

describe('how people move on', () => {
  it.each<[name: string, uses: readonly Use[], expected: readonly string[]]>([
    [
      'an answer fills a field',
      [use('form_field:F/email', 'collects', 'contact_field:email', 'form.field')],
      ['form_field:F/email > contact_field:email'],
    ],
    ['a form adds', [adds('form:F', 'tag:lead'), adds('form:F', 'segment:S')], ['form:F > tag:lead', 'form:F > segment:S']],
    ['a segment chooses by a tag', [filters('segment:S', 'tag:lead')], ['tag:lead > segment:S']],
    ['a segment in a segment', [filters('segment:S', 'segment:T')], ['segment:T > segment:S']],
    [
      'and does not choose by its absence',
      [filters('segment:S', 'tag:lead', 'none-of'), filters('segment:S', 'segment:T', 'not-all-of')],
      [],
    ],
    [
      'a campaign takes people',
      [targets('campaign:C', 'form:F'), targets('campaign:C', 'segment:S')],
      ['form:F > campaign:C', 'segment:S > campaign:C'],
    ],
    ['a list e-mail goes to a segment', [targets('email:E', 'segment:S')], ['segment:S > email:E']],
    [
      'a campaign sends',
      [sends('campaign:C', 'email:E'), sends('campaign:C', 'message:M')],
      ['campaign:C > email:E', 'campaign:C > message:M'],
    ],
    ['not to staff', [sends('campaign:C', 'email:E', { staff: true })], []],
    ['a message has channels', [use('message:M', 'sends', 'email:E', 'message.channel')], ['message:M > email:E']],
    [
      'points set a trigger off',
      [
        use('point_action:P', 'decides', 'form:F', 'point.action'),
        use('point_action:P', 'writes', 'contact_field:points', 'point.action', { delta: 'up' }),
        use('point_trigger:Q', 'decides', 'contact_field:points', 'trigger.points'),
        adds('point_trigger:Q', 'campaign:C'),
      ],
      [
        'form:F > point_action:P',
        'point_action:P > contact_field:points',
        'contact_field:points > point_trigger:Q',
        'point_trigger:Q > campaign:C',
      ],
    ],
    ['fewer points set nothing off', [use('form:F', 'writes', 'contact_field:points', 'form.action', { delta: 'down' })], []],
    [
      'a stage',
      [use('campaign:C', 'writes', 'stage:Hot', 'campaign.event'), filters('segment:S', 'stage:Hot', 'is')],
      ['campaign:C > stage:Hot', 'stage:Hot > segment:S'],
    ],
    [
      'a download',
      [use('form:F', 'links', 'asset:A', 'form.action'), filters('segment:S', 'asset:A')],
      ['form:F > asset:A', 'asset:A > segment:S'],
    ],
    ['a link in an e-mail leads nowhere', [use('email:E', 'links', 'asset:A', 'content')], []],
    [
      'what is read, tracked or shared leads nowhere',
      [use('email:E', 'reads', 'contact_field:email', 'content'), filters('segment:S', 'tracking:page_hit', 'is')],
      [],
    ],
    [
      'conditions of e-mails and campaigns lead nowhere',
      [use('email:E', 'filters', 'tag:lead', 'content.filter'), use('campaign:C', 'decides', 'tag:lead', 'campaign.event')],
      [],
    ],
  ])('%s', (_, uses, expected) => {
    expect(movesBy(...uses)).toEqual(expected);
  });

  it('variants and translations come with their original, questions with their form', () => {
    const items = [
      item('email:E'),
      item('email:V', { variant_of: 'email:E' }),
      item('email:I', { translation_of: 'email:E' }),
      item('form:F'),
      item('form_field:F/x'),
    ];
    const { all } = contextOf({ items }).indexes.paths.moves;
    expect(all.map(({ start, end }) => `${start} > ${end}`).sort()).toEqual([
      'email:E > email:I',
      'email:E > email:V',
      'form:F > form_field:F/x',
    ]);
  });

  it('any item of a kind stands for each', () => {
    const uses = [use('point_action:P', 'decides', 'form:*', 'point.action'), filters('segment:S', 'tag:*', 'set')];
    const { moves } = contextOf({ items: ITEMS, uses }).indexes.paths;
    expect(moves.from('form:F').map(({ end }) => end)).toEqual(['form_field:F/email', 'point_action:P']);
    expect(moves.from('tag:lead').map(({ end }) => end)).toEqual(['segment:S']);
    expect(moves.from('tag:unheard of')).toEqual([]);
    expect(moves.everyOne('form:*')).toEqual(['form:F']);
  });
});

describe('conditions that must hold together', () => {
  const collects = (count: number, field: string): Use[] =>
    Array.from({ length: count }, (_, n) => use(`form_field:F/q${n}`, 'collects', field, 'form.field'));

  it('let in those who fulfil the rarest', () => {
    const uses = [
      ...collects(3, 'contact_field:email'),
      adds('form:F', 'tag:lead'),
      filters('segment:S', 'contact_field:email', 'is', { n: 1 }),
      filters('segment:S', 'tag:lead', 'any-of', { n: 2 }),
    ];
    expect(movesBy(...uses).filter(move => move.includes('> segment'))).toEqual([
      'contact_field:email > segment:S (minor)',
      'tag:lead > segment:S',
    ]);
  });

  it('"has any value" comes last, also of one field', () => {
    const uses = [
      ...collects(2, 'contact_field:email'),
      filters('segment:S', 'contact_field:email', 'set', { n: 1 }),
      filters('segment:S', 'contact_field:email', 'matches', { n: 2 }),
    ];
    expect(movesBy(...uses).filter(move => move.includes('> segment'))).toEqual([
      'contact_field:email > segment:S (minor)',
      'contact_field:email > segment:S',
    ]);
  });

  it('groups stand for themselves, and the values of one row together', () => {
    const uses = [
      adds('form:F', 'tag:lead'),
      filters('segment:S', 'contact_field:email', 'set', { n: 1, group: 1 }),
      filters('segment:S', 'tag:lead', 'any-of', { n: 2, group: 2 }),
      filters('segment:S', 'tag:other', 'any-of', { n: 2, group: 2 }),
    ];
    expect(movesBy(...uses).filter(move => move.includes('minor'))).toEqual([]);
  });
});
