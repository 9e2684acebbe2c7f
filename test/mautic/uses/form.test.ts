import { describe, expect, it } from 'vitest';
import { formActionUses, formAfterUses, formFieldUses, usesResolver } from '../../../src/mautic/uses/index.js';
import { INDEX, item, resolved, short } from './support.js';

const FORM = item('form');
const field = (row: unknown) => short(item('form_field', 12), formFieldUses(row).uses);
const action = (type: string, properties: unknown, form: unknown = {}) => short(FORM, formActionUses({ id: 7, type, properties }, form));

describe('form field → contact or company field', () => {
  it.each([
    ['mappedField', { mappedObject: 'contact', mappedField: 'email', leadField: 'email' }, 'contact', ['collects contact_field:email']],
    ['of a company', { mappedObject: 'company', mappedField: 'companyname' }, 'company', ['collects company_field:companyname']],
    ['snake_case of an export', { mapped_object: 'contact', mapped_field: 'city' }, 'contact', ['collects contact_field:city']],
    ['only the old leadField', { leadField: 'city' }, 'contact', ['collects contact_field:city']],
    ['an empty mappedField', { mappedObject: 'contact', mappedField: null, leadField: 'city' }, 'contact', ['collects contact_field:city']],
    ['leadField of a company', { leadField: 'companycity' }, 'company', ['collects company_field:companycity']],
    ['leadField company is of the contact', { leadField: 'company' }, 'contact', ['collects contact_field:company']],
    ['leadField of a company field that is gone', { leadField: 'companyvat' }, 'company', ['collects company_field:companyvat']],
    [
      'a field that is gone (B13)',
      { mappedObject: 'contact', mappedField: 'coin_budget' },
      'contact',
      ['collects contact_field:coin_budget'],
    ],
    ['mappedObject alone', { mappedObject: 'contact', mappedField: null, leadField: null }, 'none', []],
    ['no such key (A09)', { alias: 'email' }, 'unknown', []],
  ])('%s', (_name, row, mapping, uses) => {
    expect(formFieldUses(row).mapping).toBe(mapping);
    expect(field(row)).toEqual(uses);
  });

  it('names the other field when the old key disagrees', () => {
    const read = formFieldUses({ mappedObject: 'contact', mappedField: 'email', leadField: 'firstname' });
    expect(read.other_mapping).toEqual({ field: 'firstname' });
    expect(formFieldUses({ mappedField: 'email', leadField: 'email' }).other_mapping).toBeUndefined();
    expect(formFieldUses({ mappedField: 'email', leadField: null }).other_mapping).toBeUndefined();
  });

  it('a use at its place, with nothing beside it', () => {
    const uses = usesResolver(INDEX)(item('form_field', 11), formFieldUses({ mappedObject: 'contact', mappedField: 'email' }).uses);
    expect(uses).toEqual([{ from: 'form_field:Newsletter/email', how: 'collects', to: 'contact_field:email', at: 'form.field' }]);
  });
});

describe('conditional fields', () => {
  it.each([
    [
      'in',
      { parent: '12', conditions: { expr: 'in', any: 0, values: ['yes'] } },
      'decides form_field:Newsletter/needs_bus op=any-of values=yes',
    ],
    [
      'notIn',
      { parent: '12', conditions: { expr: 'notIn', any: 0, values: ['no', 'yes'] } },
      'decides form_field:Newsletter/needs_bus op=none-of values=no|yes',
    ],
    ['any answer', { parent: 12, conditions: { expr: 'in', any: 1, values: ['yes'] } }, 'decides form_field:Newsletter/needs_bus op=set'],
    [
      'a value that is no option',
      { parent_id: 12, conditions: { expr: 'in', any: '0', values: ['maybe'] } },
      'decides form_field:Newsletter/needs_bus op=any-of',
    ],
    ['a parent that is gone', { parent: 99, conditions: [] }, 'decides form_field:Newsletter/#99 op=other'],
  ])('%s', (_name, row, expected) => {
    expect(field({ ...row, leadField: null })).toEqual([expected]);
  });

  it('a parent of another form is not the parent', () => {
    expect(field({ parent: '21', conditions: { any: 1 } })).toEqual(['decides form_field:Newsletter/#21 op=set']);
  });
});

it('social login', () => {
  expect(field({ type: 'plugin.loginSocial', leadField: null })).toEqual([
    'collects record:social',
    'shares recipient:service/social-login',
  ]);
});

describe('what follows a submission', () => {
  it('a redirect with an answer in it', () => {
    const form = { postAction: 'redirect', postActionProperty: 'https://northlight.example/grazie?nome={formfield=needs_bus}' };
    expect(short(FORM, formAfterUses(form))).toEqual([
      'reads form_field:Newsletter/needs_bus in=url param=nome url=northlight.example/grazie',
      'shares recipient:northlight.example',
    ]);
  });
  it('a redirect to Mautic itself is no recipient', () => {
    const form = { post_action: 'redirect', post_action_property: 'https://mautic.aurora.example/thanks?e={contactfield=email}' };
    expect(short(FORM, formAfterUses(form))).toEqual(['reads contact_field:email in=url param=e']);
  });
  it('a redirect without a token', () => {
    expect(formAfterUses({ postAction: 'redirect', postActionProperty: 'https://pay.partner.example/?a=1' })).toEqual([]);
  });
  it('a message', () => {
    const form = { postAction: 'message', postActionProperty: 'Grazie {contactfield=firstname|friend} <b>{formfield=email}</b>' };
    expect(short(FORM, formAfterUses(form))).toEqual([
      'reads contact_field:firstname in=text',
      'reads form_field:Newsletter/email in=text',
    ]);
  });
  it('nothing', () => {
    expect(formAfterUses({ postAction: 'return', postActionProperty: null })).toEqual([]);
  });
});

describe('submit actions, in the order of the format', () => {
  it('carry id and type', () => {
    expect(resolved(FORM, formActionUses({ id: 7, type: 'lead.addutmtags', properties: [] }, {}))).toEqual([
      { how: 'writes', to: 'tracking:utm', id: 7, type: 'lead.addutmtags' },
    ]);
  });

  it.each<[string, unknown, string[]]>([
    [
      'lead.changelist',
      { addToLists: [1], removeFromLists: ['2', 28] },
      ['adds segment:readers', 'removes segment:#28', 'removes segment:members'],
    ],
    [
      'lead.changetags',
      { add_tags: ['donor', '2024', '3', 'new one'], remove_tags: ['Q&#38;A evening', 'Q&A evening'] },
      ['adds tag:2024', 'adds tag:donor', 'adds tag:new one', 'removes tag:Q&A evening#5', 'removes tag:Q&A evening#6'],
    ],
    ['lead.pointschange', { operator: 'plus', points: '5', group: null }, ['writes contact_field:points delta=up']],
    [
      'lead.pointschange',
      { operator: 'minus', points: 5, group: 1 },
      ['writes contact_field:points delta=down', 'writes point_group:Engagement delta=down'],
    ],
    ['lead.pointschange', { operator: 'times', points: 2 }, ['writes contact_field:points delta=set']],
    ['lead.pointschange', { operator: 'divide', points: 2 }, ['writes contact_field:points delta=set']],
    ['lead.pointschange', { operator: 'plus', points: 0 }, ['writes contact_field:points delta=set']],
    ['lead.addutmtags', [], ['writes tracking:utm']],
    ['lead.remove_do_not_contact', [], ['removes record:dnc']],
    ['lead.removeronotcontact', [], ['removes record:dnc']],
    ['lead.scorecontactscompanies', { score: 10 }, ['writes record:company_score']],
    [
      'lead.updatelead',
      { city: 'Torino', newsletter_optin: '1', firstname: '{contactfield=email}', email: '', diet: [] },
      [
        'writes contact_field:city value=constant',
        'writes contact_field:firstname value=token',
        'writes contact_field:newsletter_optin value=yes',
      ],
    ],
    ['email.send.lead', { email: '1' }, ['sends email:Welcome']],
    ['email.send.user', { useremail: { email: '2' }, user_id: [1] }, ['sends email:Monthly letter staff=true']],
    [
      'form.email',
      {
        subject: 'New: {contactfield=firstname}',
        message: '<p>{formfield=email} <a href="https://x.example/?k={contactfield=city}">see</a></p>',
        email_to_owner: 0,
        copy_lead: 1,
        to: 'office@northlight.example',
        cc: null,
        bcc: 'archive@northlight.example, Anna <anna@VISITORS.example>',
      },
      [
        'reads contact_field:city in=url param=k url=x.example',
        'reads contact_field:firstname in=text',
        'reads form_field:Newsletter/email in=text',
        'shares recipient:@northlight.example',
        'shares recipient:@visitors.example',
      ],
    ],
    ['form.email', { message: '{formfield=email}', email_to_owner: '1', to: '' }, ['reads form_field:Newsletter/email in=text staff=true']],
    ['asset.download', { asset: 1, category: null }, ['links asset:Guide']],
    ['asset.download', { asset: null, category: '1' }, ['links category:asset/downloads']],
    ['asset.download', { asset: null, category: null }, ['links asset:*']],
    ['plugin.leadpush', { integration: 'Salesforce', config: [] }, ['reads record:contact', 'shares recipient:integration/Salesforce']],
    ['plugin.citrix.action.webinar', {}, ['reads record:contact', 'shares recipient:integration/citrix']],
    ['plugin.other', { email: 1 }, []],
    ['toString', {}, []],
    ['lead.changetags', null, []],
  ])('%s %j', (type, properties, expected) => {
    expect(action(type, properties)).toEqual(expected);
  });

  it('form.repost sends every answer under its remote name, and the contact', () => {
    const fields = [
      { id: 11, alias: 'email', type: 'email' },
      { id: 12, alias: 'needs_bus', type: 'select' },
      { id: 13, alias: 'intro', type: 'freetext' },
      { id: 14, alias: 'robot', type: 'captcha' },
      { id: 15, alias: 'next', type: 'pagebreak' },
      { id: 16, alias: 'submit', type: 'button' },
    ];
    const properties = {
      post_url: 'https://hr.partner.example/hook?k=1',
      authorization_header: 'secret',
      failure_email: 'it@northlight.example',
      email: 'mail',
      needs_bus: '',
    };
    expect(action('form.repost', properties, { fields })).toEqual([
      'reads form_field:Newsletter/email in=data param=mail',
      'reads form_field:Newsletter/needs_bus in=data param=needs_bus',
      'reads record:contact',
      'shares recipient:hr.partner.example',
    ]);
  });

  it('a remote name that is a value is not kept', () => {
    const uses = action(
      'form.repost',
      { post_url: 'https://x.example', email: 'anna@visitors.example' },
      { fields: [{ id: 11, alias: 'email', type: 'email' }] },
    );
    expect(uses[0]).toBe('reads form_field:Newsletter/email in=data param=[other]');
  });
});
