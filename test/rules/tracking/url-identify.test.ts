import { describe, expect, it } from 'vitest';
import rule from '../../../rules/tracking/url-identify.js';
import type { Example } from '../../../src/lint/rule.js';
import type { Item, Use } from '../../../src/mautic/snapshot.js';
import { EXAMPLE_FILE, findingsOf, lintExample } from '../examples.js';
import { absent, collects, contactField, form, question } from '../form-items.js';
import { codeFile, send } from '../site-files.js';

const FIELDS: readonly Item[] = [
  contactField('email', { title: 'Email', unique: true, public: false }),
  contactField('card', { unique: true }),
  contactField('nickname'),
  contactField('film'),
];
const MENU: Item = { kind: 'email', id: 3, key: 'Menu', published: true };
const find = (more: Partial<Example>) => findingsOf(rule, { declarations: '', items: [...FIELDS, MENU], ...more });

describe('the website', () => {
  const inUrl = { how: 'pixel', inUrl: true } as const;
  const site = (...sends: ReturnType<typeof send>[]) => [codeFile(sends, 'site/thanks.php')];

  it('is told once for a field and a file', () => {
    expect(find({ site: site(send('contact_field', 'email', inUrl), send('contact_field', 'email', inUrl)) })).toMatchObject([
      {
        subject: 'contact_field:email',
        severity: 'warn',
        key: 'site/thanks.php email',
        place: { file: 'site/thanks.php' },
        related: [{}],
        data: { item: 'site/thanks.php', kind: 'file', field: { label: 'Email', alias: 'email' } },
      },
    ]);
  });

  it.each([
    ['what is unique', send('contact_field', 'card', inUrl), '', ['contact_field:card']],
    [
      'what is declared as a name',
      send('contact_field', 'nickname', inUrl),
      'contact_fields: {nickname: {purposes: [a], data_category: user.name.nickname}}',
      ['contact_field:nickname'],
    ],
    ['what tells nobody apart', send('contact_field', 'film', inUrl), '', []],
    ['what is no part of an address', send('contact_field', 'email'), '', []],
    ['the page view', send('page_data', 'page_url', inUrl), '', []],
  ])('%s', (_, sent, declarations, subjects) => {
    expect(find({ declarations, site: site(sent) }).map(({ subject }) => subject)).toEqual(subjects);
  });

  it('may post a form with GET: a question is what it fills', () => {
    const items = [...FIELDS, form('Club', { id: 7 }), question('Club/mail', 'email'), question('Club/film', 'text')];
    const uses = [collects('Club/mail', 'email'), collects('Club/film', 'film')];
    const answers = ['mail', 'film'].map(key => send('form_field', key, { form: '7', how: 'form-post', inUrl: true }));
    expect(find({ items, uses, site: site(...answers) }).map(({ subject, data }) => [subject, data.field?.alias])).toEqual([
      ['form_field:Club/mail', 'email'],
    ]);
  });
});

describe('links in what people get', () => {
  const link = (more: Partial<Use> = {}): Use => ({
    ...{ from: 'email:Menu', how: 'reads', to: 'contact_field:email', at: 'content', part: 'html', in: 'url', url: 'shop.example/menu' },
    ...more,
  });

  it('are told once for an item and a field, where the item is declared', () => {
    const declarations = 'emails: {Menu: {purposes: [news]}}';
    expect(find({ declarations, uses: [link(), link({ param: 'mail' }), link({ to: 'contact_field:card' })] })).toMatchObject([
      {
        subject: 'email:Menu',
        key: 'email',
        place: { file: EXAMPLE_FILE, path: ['emails', 'Menu'] },
        data: { item: 'Menu', kind: 'email' },
      },
      { subject: 'email:Menu', key: 'card' },
    ]);
  });

  it.each([
    ['a greeting in the text', link({ in: 'text' })],
    ['a link to Mautic itself, or `mailto:`', (({ url: _, ...rest }) => rest)(link())],
    ['a datum that tells nobody apart', link({ to: 'contact_field:film' })],
    ['a webhook, which is no link', link({ at: 'campaign.event', type: 'campaign.sendwebhook' })],
    ['what is gone', link({ to: 'contact_field:gone' })],
  ])('are not %s', (_, use) => {
    expect(find({ uses: [use] })).toEqual([]);
  });

  it('do nothing where the item is off, and are not judged where it was not seen', () => {
    expect(find({ items: [...FIELDS, { ...MENU, published: false }], uses: [link()] })).toEqual([]);
    expect(find({ uses: [link()], coverage: [absent('email')] })).toEqual([]);
  });
});

describe('Mautic', () => {
  it.each([
    ['true', ['instance']],
    ['false', []],
  ])('is told by its setting: %s', (value, subjects) => {
    const found = find({ declarations: `instance: {settings: {track_by_tracking_url: ${value}}}` });
    expect(found.map(({ subject }) => subject)).toEqual(subjects);
    if (found.length > 0) expect(found[0]?.place).toMatchObject({ path: ['instance', 'settings', 'track_by_tracking_url'] });
  });

  it('is told by a unique field that anyone can send', () => {
    const open = (more: object) => find({ items: [contactField('card', { unique: true, public: true, ...more })] });
    expect(open({})).toMatchObject([{ subject: 'contact_field:card', data: { detail: 'public-unique', field: { alias: 'card' } } }]);
    expect([...open({ public: false }), ...open({ unique: false }), ...open({ published: false })]).toEqual([]);
  });
});

it('runs without a website for all the rest', () => {
  const { notRun, findings } = lintExample({
    declarations: 'instance: {settings: {track_by_tracking_url: true}}',
    items: FIELDS,
    finds: [],
  });
  expect(notRun.filter(entry => entry.rule === rule.id)).toEqual([{ rule: rule.id, of: 'website', why: ['no-website'] }]);
  expect(findings.filter(entry => entry.rule === rule.id)).toHaveLength(1);
});
