import { describe, expect, it } from 'vitest';
import rule from '../../../rules/tracking/url-identify.js';
import type { Example } from '../../../src/lint/rule.js';
import type { Item, Use } from '../../../src/mautic/snapshot.js';
import { EXAMPLE_FILE, findingsOf, lintExample, unstatedIn } from '../examples.js';
import { absent, collects, contactField, form, question } from '../form-items.js';
import { codeFile, send } from '../site-files.js';

const FIELDS: readonly Item[] = [
  contactField('email', { title: 'Email', unique: true, public: false }),
  contactField('card', { unique: true }),
  contactField('preferred_locale'),
  contactField('film'),
  { kind: 'company_field', id: 60, key: 'boss', published: true },
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
      'what of a company is declared as personal',
      send('company_field', 'boss', inUrl),
      'company_fields: {boss: {purposes: [a], personal: true}}',
      ['company_field:boss'],
    ],
    ['any other value of a person', send('contact_field', 'film', inUrl), '', ['contact_field:film']],
    [
      'what is declared to say nothing about anybody',
      send('contact_field', 'film', inUrl),
      'contact_fields: {film: {personal: false, reason: A film that is shown this week}}',
      [],
    ],
    ['the language of the page', send('contact_field', 'preferred_locale', inUrl), '', []],
    ['other data of a company', send('company_field', 'boss', inUrl), '', []],
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
      ['form_field:Club/film', 'film'],
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
    ['the language of the page', link({ to: 'contact_field:preferred_locale' })],
    ['data of a company', link({ to: 'company_field:boss' })],
    ['what is gone', link({ to: 'contact_field:gone' })],
  ])('are not %s', (_, use) => {
    expect(find({ uses: [use] })).toEqual([]);
  });

  it('do nothing where the item is off, and are not judged where it was not seen', () => {
    expect(find({ items: [...FIELDS, { ...MENU, published: false }], uses: [link()] })).toEqual([]);
    expect(find({ uses: [link()], coverage: [absent('email')] })).toEqual([]);
  });
});

describe('addresses that Mautic calls or leads to', () => {
  const HOOK: Item = { kind: 'campaign', id: 1, key: 'Welcome', published: true };
  const call: Use = {
    ...{ from: 'campaign:Welcome', how: 'reads', to: 'contact_field:email', at: 'campaign.event', id: 9, type: 'campaign.sendwebhook' },
    ...{ in: 'url', param: 'e', url: 'crm.partner.example/in' },
  };
  const CLUB = [...FIELDS, form('Club'), question('Club/mail', 'email'), question('Club/note', 'text'), question('Club/page', 'hidden')];
  const FILLS = collects('Club/mail', 'email');
  const leads = (to: string, more: Partial<Use> = {}): Use => ({
    ...{ from: 'form:Club', how: 'reads', to, at: 'form.after', in: 'url', url: 'pay.partner.example', ...more },
  });
  const told = (more: Partial<Example>) => find(more).map(({ subject, data }) => [subject, data.kind, data.field?.alias]);

  it('are those of a webhook of a campaign, but not the data beside them', () => {
    expect(told({ items: [...FIELDS, HOOK], uses: [call] })).toEqual([['campaign:Welcome', 'campaign', 'email']]);
    const { url: _, ...beside } = call;
    expect(told({ items: [...FIELDS, HOOK], uses: [{ ...beside, in: 'data' }] })).toEqual([]);
    expect(told({ items: [...FIELDS, { ...HOOK, published: false }], uses: [call] })).toEqual([]);
  });

  it('are those that people see after a form, with a field or with an answer', () => {
    expect(told({ items: CLUB, uses: [FILLS, leads('contact_field:email')] })).toEqual([['form:Club', 'form', 'email']]);
    expect(told({ items: CLUB, uses: [FILLS, leads('form_field:Club/mail')] })).toEqual([['form:Club', 'form', 'email']]);
    expect(told({ items: CLUB, uses: [FILLS, leads('form_field:Club/mail'), leads('contact_field:email')] })).toHaveLength(1);
  });

  it('may hold an answer that fills no field', () => {
    expect(told({ items: CLUB, uses: [leads('form_field:Club/note')] })).toEqual([['form:Club', 'form', 'note']]);
    expect(told({ items: CLUB, uses: [leads('form_field:Club/page')] })).toEqual([]);
    expect(told({ items: CLUB, uses: [FILLS, leads('form_field:Club/mail', { in: 'text' })] })).toEqual([]);
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

it('says that it does not know of links, where the website is tracked and nobody has stated it', () => {
  const tracked = 'tracking: {website: {purposes: [ads]}}\n';
  expect(unstatedIn(rule, { declarations: tracked })).toEqual(['setting.track_by_tracking_url']);
  expect(unstatedIn(rule, { declarations: `${tracked}instance: {settings: {track_by_tracking_url: false}}` })).toEqual([]);
  expect(unstatedIn(rule, { declarations: '' })).toEqual([]);
});
