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
/** What a body of an e-mail does, without the part. */
const html = (body: string, host?: string) =>
  short(EMAIL, all(emailContent({ customHtml: body })), host).map(line => line.replace(' part=html', ''));
const page = (body: string) =>
  short(PAGE, all(pageContent({ customHtml: body })))
    .filter(line => line !== 'tracks tracking:page_hit')
    .map(line => line.replace(' part=html', ''));

describe('tokens, in the order of the format', () => {
  it.each<[string, string[]]>([
    ['<p>{contactfield=firstname|friend}</p>', ['reads contact_field:firstname in=text']],
    ['{contactfield=companyname}', ['reads company_field:companyname in=text']],
    ['{contactfield=lost_field}', ['reads contact_field:lost_field in=text']],
    ['{leadfield=city}', ['reads contact_field:city in=text']],
    ['{contactfield=anna@visitors.example}', ['reads contact_field:other in=text']],
    ['{ContactField=city} {contactfield=} {contactfield}', []],
    ['{ownerfield=email} {ownerfield=firstname}', ['reads record:owner in=text']],
    [
      '<a href="https://northlight.example/me?m=%7Bcontactfield=city%7D&amp;b={contactfield=firstname|date}#x">page</a>',
      [
        'reads contact_field:city in=url param=m url=northlight.example/me',
        'reads contact_field:firstname in=url param=b url=northlight.example/me',
        'shares recipient:northlight.example',
      ],
    ],
    [
      '<a href="https://x.example/%7Bcontactfield%3Dcity%7Cthere%7D/y">y</a>',
      ['reads contact_field:city in=url url=x.example/[token]/y', 'shares recipient:x.example'],
    ],
    [
      '<a href="https://x.example/?a%20b={contactfield=city}">y</a>',
      ['reads contact_field:city in=url param=[other] url=x.example', 'shares recipient:x.example'],
    ],
    ['<a href="/local?e={contactfield=city}">y</a>', ['reads contact_field:city in=url param=e']],
    ['<a href="{contactfield=company}">site</a>', ['reads contact_field:company in=url']],
    ['<a href="https://x.example/plain?a=1">y</a>', []],
    ['<a href="mailto:{contactfield=email}">y</a>', ['reads contact_field:email in=url']],
    ['<img alt="{contactfield=city}" src="cid:1">', ['reads contact_field:city in=text']],
    [
      '{form=1} {focus=1} {dwc=hero} {dwc=nowhere} {pagelink=2} {assetlink=1} {form=9}',
      [
        'links asset:Guide',
        'links page:event',
        'shows dynamic_content:hero#1',
        'shows dynamic_content:hero#2',
        'shows dynamic_content:nowhere',
        'shows focus_item:Newsletter bar',
        'shows form:#9',
        'shows form:Newsletter',
      ],
    ],
    ['<a href="{pagelink=1}">x</a>', ['links page:welcome']],
    ['{tracking_pixel}', ['tracks tracking:email_open']],
    [
      '<!-- {contactfield=city} --><script>var c = "{contactfield=firstname}"</script><style>a{color:red}</style>',
      ['reads contact_field:city in=text', 'reads contact_field:firstname in=text'],
    ],
    [
      '<!--[if mso]><a href="https://x.example/?e={contactfield=email}">x</a><![endif]-->',
      ['reads contact_field:email in=url param=e url=x.example', 'shares recipient:x.example'],
    ],
    ['<a href="https://x.example/?e={contactfield=email}', ['reads contact_field:email in=text']],
  ])('%s', (body, expected) => {
    expect(html(body)).toEqual(expected);
  });

  it('an address of Mautic itself: who reads it is not told', () => {
    expect(html('<a href="https://mautic.aurora.example/p?e={contactfield=email}">x</a>')).toEqual([
      'reads contact_field:email in=url param=e',
    ]);
    expect(html('<img src="https://mautic.aurora.example/media/a.png">', 'mautic.aurora.example:8080')).toEqual([]);
  });
});

describe('what a body loads and shows', () => {
  it.each<[string, string[]]>([
    ['<script src="https://stats.partner.example:8443/t.js"></script>', ['shares recipient:stats.partner.example as=script']],
    [
      '<img src="//img.partner.example/a.png"><img src="/local.png"><img src="data:image/png;base64,AA">',
      ['shares recipient:img.partner.example as=image'],
    ],
    [
      '<img srcset="https://a.example/1.png 1x, https://b.example/2.png 2x">',
      ['shares recipient:a.example as=image', 'shares recipient:b.example as=image'],
    ],
    ['<iframe src="https://video.partner.example/embed/1"></iframe>', ['shares recipient:video.partner.example as=frame']],
    [
      '<link rel="stylesheet" href="https://fonts.partner.example/css"><link rel="canonical" href="https://c.example/">',
      ['shares recipient:fonts.partner.example as=style'],
    ],
    ['<td background="https://bg.example/x.png"></td>', ['shares recipient:bg.example as=image']],
    [
      '<style>@import url("https://css.example/a.css"); b { background: url(https://bg.example/x.png) }</style>',
      ['shares recipient:bg.example as=image', 'shares recipient:css.example as=style'],
    ],
    ['<p style="background-image:url(\'https://bg.example/x.png\')">', ['shares recipient:bg.example as=image']],
    [
      '<script>!function(f){f.src="https://connect.facebook.net/en_US/fbevents.js"}(window);fbq("init","1")</script>',
      ['shares recipient:service/meta-pixel as=inline'],
    ],
    ['<script>window.dataLayer=[];gtag("config","G-1")</script>', ['shares recipient:service/google-analytics as=inline']],
    [
      '<script>w[l].push({"gtm.start":1});j.src="https://www.googletagmanager.com/gtm.js?id="+i</script>',
      ['shares recipient:service/google-tag-manager as=inline'],
    ],
    ['<script>var _paq = window._paq = []</script>', ['shares recipient:service/matomo as=inline']],
    ['<script>_linkedin_partner_id="1"</script>', ['shares recipient:service/linkedin-insight as=inline']],
    ['<script>ttq.load("x")</script>', ['shares recipient:service/tiktok-pixel as=inline']],
    ['<script>h._hjSettings={hjid:1}</script>', ['shares recipient:service/hotjar as=inline']],
    ['<script>t.src="https://www.clarity.ms/tag/"+i</script>', ['shares recipient:service/clarity as=inline']],
    ['<script>twq("init","x")</script>', ['shares recipient:service/twitter as=inline']],
    [
      '<img src="https://p.example/t.gif?e={contactfield=email}">',
      ['reads contact_field:email in=url param=e url=p.example/t.gif', 'shares recipient:p.example as=image'],
    ],
    ['<script src="https://any.example/form/generate.js?id=1"></script>', ['shows form:Newsletter']],
    ['<iframe src="https://any.example/form/2"></iframe>', ['shows form:School visit']],
    ['<iframe src="https://forms.example/form/241234567890"></iframe>', ['shares recipient:forms.example as=frame']],
    [
      '<form action="https://any.example/form/submit?formId=1"><input name="mauticform[formId]" value="1"></form>',
      ['shows form:Newsletter'],
    ],
    ['<div data-form-id="2"></div>', ['shows form:School visit']],
    ['<script src="https://any.example/focus/1.js"></script>', ['shows focus_item:Newsletter bar']],
    [
      '<div class="mautic-slot" data-slot-name="footer"></div><div data-slot="dwc" data-param-slot-name="hero"></div>',
      ['shows dynamic_content:footer', 'shows dynamic_content:hero#1', 'shows dynamic_content:hero#2'],
    ],
    ['<video data-gate-time="5" data-form-id="1"></video>', ['shows form:Newsletter', 'tracks tracking:video']],
    ['<video src="https://v.example/a.mp4"></video>', ['shares recipient:v.example as=image']],
    ['<img src="https://bad host/x"><img src="https:///x">', ['shares recipient:[unreadable] as=image']],
    [
      '<img src="https://{contactfield=city}.example/x.png">',
      ['reads contact_field:city in=url url=[token]/x.png', 'shares recipient:[token] as=image'],
    ],
  ])('%s', (body, expected) => {
    expect(page(body)).toEqual(expected);
  });

  it('tracking: page views, tags, fields; other parameters are no fields', () => {
    const body = '<img src="/mtracking.gif?tags=donor,-2024,new%20one&amp;email={contactfield=email}&amp;colour=red&amp;companycity=x" />';
    expect(short(PAGE, emailContent({ customHtml: body }).uses.body ?? [])).toEqual([
      'adds tag:donor part=html',
      'adds tag:new one part=html',
      'reads contact_field:email part=html in=url param=email',
      'removes tag:2024 part=html',
      'tracks tracking:page_hit part=html',
      'writes company_field:companycity part=html in=url',
      'writes contact_field:email part=html in=url',
    ]);
  });
  it.each([
    '<script src="https://m.example/mtc.js"></script>',
    "<script>(function(w,d,t,u,n){w['MauticTrackingObject']=n})(window,document,'script','https://m.example/mtc.js','mt')</script>",
  ])('tracking: %s', body => {
    expect(short(EMAIL, emailContent({ customHtml: body }).uses.body ?? [])).toEqual(['tracks tracking:page_hit part=html']);
  });
});

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

describe('hostile bodies', () => {
  it.each([
    ['unclosed tags', '<a>'.repeat(50_000)],
    ['tags closed in vain', '<a>'.repeat(20_000) + '</b>'.repeat(20_000)],
    ['attributes without end', `<a ${'x="'.repeat(50_000)}`],
    ['braces', '{'.repeat(200_000)],
    ['encoded braces', '%7B'.repeat(70_000)],
    ['tokens', '{contactfield=city}'.repeat(20_000)],
    ['comments', '<!--'.repeat(50_000)],
    ['addresses', 'http://'.repeat(30_000)],
  ])('%s are read to the end', (_name, body) => {
    const uses = short(EMAIL, emailContent({ customHtml: body }).uses.body ?? []);
    expect(uses).toEqual(body.startsWith('{contactfield') ? ['reads contact_field:city part=html in=text'] : []);
  });

  it.each([
    [null],
    [undefined],
    [17],
    ['x'],
    [[]],
    [{}],
    [
      {
        customHtml: {},
        plainText: [],
        dynamicContent: 'x',
        lists: 'x',
        utmTags: 'x',
        properties: 'x',
        content: 1,
        filters: 7,
        message: {},
      },
    ],
  ])('rows that are none: %j', row => {
    for (const read of [emailContent, pageContent, dynamicContent, focusContent, textMessageContent, notificationContent]) {
      expect(all(read(row)).filter(use => !['page', 'focus', 'content'].includes(use.at))).toEqual([]);
    }
  });
});
