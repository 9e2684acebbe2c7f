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
import { item, short } from './support.js';

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
