import { describe, expect, it } from 'vitest';
import {
  type Content,
  dynamicContent,
  emailContent,
  focusContent,
  notificationContent,
  pageContent,
  textMessageContent,
} from '../../../src/mautic/uses/index.js';
import { caseAnswer } from './cases.js';
import { item, resolved, short } from './support.js';

const EMAIL = item('email');
const PAGE = item('page');
const all = (content: Content) => Object.values(content.uses).flat();
describe('e-mails', () => {
  it('parts, exits, other tokens', () => {
    const row = {
      subject: 'Hi {contactfield=firstname}',
      preheaderText: '{contactfield=city}',
      customHtml: '<p>{unsubscribe_text} {doi_link} {webview_url} {1} {x=3}</p><a href="{unsubscribe_url}">out</a>',
      plainText: 'See https://x.example/?c={contactfield=city} {dnc_url}',
      dynamicContent: [],
    };
    const { flags } = emailContent(row);
    expect(flags).toEqual({
      has_html: true,
      has_text: true,
      exits: ['html.unsubscribe_text', 'html.unsubscribe_url', 'text.dnc_url'],
      other_tokens: ['doi_link', 'x'],
    });
    expect(short(EMAIL, all(emailContent(row)))).toEqual([
      'reads contact_field:city part=preheader in=text',
      'reads contact_field:firstname part=subject in=text',
      'reads contact_field:city part=text in=url param=c url=x.example',
      'shares recipient:x.example part=text',
    ]);
  });

  it('audience and settings of the API, of v2 and of exports', () => {
    const v1 = {
      lists: [{ id: 1, name: 'Readers' }],
      excludedLists: { 2: { id: 2 } },
      unsubscribeForm: { id: 1 },
      assetAttachments: [{ id: 1 }],
      preferenceCenter: { id: 1 },
    };
    const expected = [
      'excludes segment:members',
      'targets segment:readers',
      'sends asset:Guide part=attachment',
      'links page:welcome part=preference_page',
      'links form:Newsletter part=unsubscribe_form',
    ];
    expect(short(EMAIL, all(emailContent(v1)))).toEqual(expected);
    expect(short(EMAIL, all(emailContent({ unsubscribeform_id: '1', preference_center_id: 1 })))).toEqual([
      'links page:welcome part=preference_page',
      'links form:Newsletter part=unsubscribe_form',
    ]);
  });

  it('UTM tags that are set', () => {
    expect(short(EMAIL, all(emailContent({ utmTags: { utmSource: 'letter', utmMedium: null } })))).toEqual([
      'tracks tracking:utm part=utm',
    ]);
    expect(all(emailContent({ utm_tags: { utmSource: null, utmMedium: '' } }))).toEqual([]);
  });

  it('a short answer says nothing of bodies and audience', () => {
    expect(emailContent({ id: 1, name: 'x', subject: 'Hi {contactfield=city}' })).toEqual({ uses: {}, flags: {} });
    expect(emailContent({ customHtml: null, plainText: '' }).flags).toEqual({
      has_html: false,
      has_text: false,
      exits: [],
      other_tokens: [],
    });
  });

  it('the filler of the editor gives nothing', () => {
    const filler = [
      {
        tokenName: 'Dynamic Content 1',
        content: 'Default Dynamic Content',
        filters: [
          {
            content: null,
            filters: [{ glue: null, field: null, type: 'Symfony\\Component\\Form\\Extension\\Core\\Type\\TextType', filter: null }],
          },
        ],
      },
    ];
    expect(all(emailContent({ customHtml: '', dynamicContent: filler }))).toEqual([]);
  });

  it('rows are counted through the e-mail, each variant starts a group; contents are read', () => {
    const row = (field: string, glue = 'and') => ({ glue, field, object: 'lead', operator: '!empty', filter: null });
    const dynamicContent = [
      {
        tokenName: 'A',
        content: '{contactfield=city}',
        filters: [
          { content: '{contactfield=email} {unsubscribe_url}', filters: [row('city'), row('email', 'or')] },
          { content: 'x', filters: [row('firstname', 'or')] },
        ],
      },
      {
        tokenName: 'B',
        content: null,
        filters: [
          { content: null, filters: [row('')] },
          { content: null, filters: [row('company')] },
        ],
      },
    ];
    const content = emailContent({ customHtml: 'no token of it', dynamicContent });
    expect(short(EMAIL, all(content))).toEqual([
      'reads contact_field:city part=dynamic in=text',
      'reads contact_field:email part=dynamic in=text',
      'filters contact_field:city n=1 group=1 op=set',
      'filters contact_field:email n=2 group=2 op=set',
      'filters contact_field:firstname n=3 group=3 op=set',
      'filters contact_field:company n=4 group=4 op=set',
    ]);
    expect(content.flags.exits).toEqual(['dynamic.unsubscribe_url']);
  });

  it('A16: three levels, the first variant is empty', () => {
    const row = caseAnswer('A16', 'GET /api/emails/12', 'email');
    expect(resolved(EMAIL, all(emailContent(row)))).toEqual([
      { how: 'reads', to: 'contact_field:firstname', part: 'html', in: 'text' },
      { how: 'filters', to: 'contact_field:region_code', n: 1, group: 1, op: 'is' },
      { how: 'filters', to: 'contact_field:mobile', n: 2, group: 1, op: 'set' },
      { how: 'targets', to: 'segment:#3' },
    ]);
  });
});

describe('landing pages', () => {
  it('controls, links, scripts, redirect; every page tracks by itself', () => {
    const row = {
      customHtml:
        '<div data-slot="segmentlist"></div>{saveprefsbutton} <a href="https://x.example/privacy?a#b">p</a> <a href="/local">l</a> <a href="#top">t</a> http://plain.example/y.',
      metaDescription: '{contactfield=city}',
      redirectUrl: 'https://old.example/archive?who=%7Bcontactfield%3Demail%7D',
      headScript: '<script src="https://h.example/a.js"></script>',
      footerScript: null,
    };
    const content = pageContent(row);
    expect(content.flags).toEqual({
      has_html: true,
      controls: ['saveprefsbutton', 'segmentlist'],
      links: ['/local', 'old.example/archive', 'plain.example/y', 'x.example/privacy'],
      other_tokens: [],
    });
    expect(Object.keys(content.uses)).toEqual(['body', 'scripts', 'self']);
    expect(short(PAGE, all(content))).toEqual([
      'reads contact_field:city part=description in=text',
      'shares recipient:h.example part=head as=script',
      'reads contact_field:email part=redirect in=url param=who url=old.example/archive',
      'shares recipient:old.example part=redirect',
      'tracks tracking:page_hit',
    ]);
  });
});

describe('dynamic content, focus items, messages', () => {
  it('dynamic content: body, filters, UTM tags', () => {
    const row = {
      content: 'Hi {contactfield=firstname}',
      filters: [{ field: 'tags', object: 'lead', operator: 'in', filter: ['3'] }],
      utmTags: { utmSource: 'x' },
    };
    expect(short(item('dynamic_content'), all(dynamicContent(row)))).toEqual([
      'reads contact_field:firstname part=html in=text',
      'tracks tracking:utm part=utm',
      'filters tag:donor n=1 group=1 op=any-of',
    ]);
    expect(dynamicContent({ name: 'x' })).toEqual({ uses: {}, flags: {} });
  });

  it('focus items: texts, link, form, tracking', () => {
    const row = {
      properties: {
        content: {
          headline: 'Hi {contactfield=firstname|friend}',
          tagline: 'See <a href="https://x.example/privacy">notice</a>',
          link_text: null,
          link_url: 'https://shop.example?c={contactfield=email}',
        },
      },
      html: null,
      editor: null,
      form: '1',
    };
    const content = focusContent(row);
    expect(short(item('focus_item'), all(content))).toEqual([
      'reads contact_field:firstname part=headline in=text',
      'reads contact_field:email part=link in=url param=c url=shop.example',
      'shares recipient:shop.example part=link',
      'tracks tracking:focus_view',
      'shows form:Newsletter',
    ]);
    expect(content.flags).toEqual({ links: ['shop.example', 'x.example/privacy'], other_tokens: [] });
    expect(short(item('focus_item'), all(focusContent({ properties: [], html: '<p>{contactfield=city}</p>', form: null })))).toEqual([
      'reads contact_field:city part=html in=text',
      'tracks tracking:focus_view',
    ]);
  });

  it.each([
    ['Reply STOP to end', true],
    ['reply with Abmelden.', true],
    ['rispondi DISISCRIVI', true],
    ['Bus stop 12', true],
    ['Nonstop fun', false],
    ['stopped', false],
    ['', false],
  ])('text message %j has a stop word: %s', (message, expected) => {
    expect(textMessageContent({ message }).flags.stop_word).toBe(expected);
  });

  it('text messages and notifications', () => {
    expect(short(item('text_message'), all(textMessageContent({ message: 'Ciao {contactfield=firstname}' })))).toEqual([
      'reads contact_field:firstname part=message in=text',
    ]);
    const row = { heading: '{contactfield=city}', message: 'x', button: 'Go', url: 'https://x.example/{contactfield=email}', utmTags: {} };
    expect(short(item('notification'), all(notificationContent(row)))).toEqual([
      'reads contact_field:city part=headline in=text',
      'reads contact_field:email part=url in=url url=x.example/[token]',
      'shares recipient:x.example part=url',
    ]);
  });
});
