/** Page views and pixels as websites really have them. */
import { describe, expect, it } from 'vitest';
import { fixture, told } from './reading.js';

const CASES = [
  {
    says: 'a page view after the login, behind a cast and a guard',
    file: 'page-view-after-login.tsx',
    sends: [
      '9:7 tracking - mt literal code',
      '9:34 contact_field email mt literal',
      '9:55 contact_field firstname mt literal',
      '9:73 contact_field lastname mt literal',
      '9:98 tag members mt literal',
      '10:5 tracking - mt literal code',
      '10:49 contact_field shoe_size mt literal',
    ],
  },
  {
    says: 'a cast in angle brackets, a value that may be missing',
    file: 'angle-bracket-cast.ts',
    sends: ['5:7 tracking - mt literal code', '5:46 contact_field email mt literal', '5:111 contact_field hasbasket mt literal'],
  },
  {
    says: 'loader and calls in a switch over the level of consent: each call once, and none is said to run by itself',
    file: 'consent-level-switch.ts',
    sends: [
      '4:326 tracking - script literal code',
      '5:21 tracking - mt literal code',
      '5:62 contact_field member_ref mt literal',
      '5:97 tracking - mt literal code',
    ],
  },
  {
    says: 'a function that adds whatever it is given: the known keys, and the rest once',
    file: 'wrapper-with-record.ts',
    sends: [
      '4:3 tracking - mt literal code',
      '4:3 contact_field - mt open helper=view',
      '4:30 page_data page_url mt literal',
      '4:55 page_data page_title mt literal',
    ],
  },
  {
    says: 'Mautic beside Google Analytics, whose call looks the same',
    file: 'beside-google-analytics.js',
    sends: ['4:23 tracking - mt literal code', '4:56 page_data page_url mt literal'],
  },
  {
    says: 'page views of a router: data of the page, no field',
    file: 'route-tracking.tsx',
    sends: ['7:5 tracking - mt literal code', '7:39 page_data page_url mt literal', '7:80 page_data page_title mt literal'],
  },
  {
    says: 'the npm package for React',
    file: 'npm-package.js',
    sends: [
      '3:20 tracking - script literal none',
      '5:3 tracking - mt literal code',
      '5:21 contact_field path mt literal',
      '5:43 page_data title mt literal',
    ],
  },
  {
    says: 'the snippet in a template, inside the component for scripts',
    file: 'snippet-in-script-component.tsx',
    sends: [
      '5:5 tracking - mt literal code',
      '5:48 page_data mautic_device_id mt literal',
      '9:244 tracking - script literal code',
      '10:7 tracking - mt literal code',
      '10:31 page_data url mt literal',
      '10:59 page_data title mt literal',
    ],
  },
  {
    says: 'an alias of the queue, an interface with further keys, tags out of a table',
    file: 'tags-from-table.ts',
    sends: [
      '4:26 page_data page_url mt resolved',
      '4:44 contact_field email mt resolved',
      '4:60 contact_field firstname mt resolved',
      '9:3 tracking - mt literal code',
      '9:3 contact_field - mt open helper=step',
      '9:38 contact_field tour_step mt literal',
      '9:55 page_data page_title mt literal',
      '9:73 tag tour-2031 mt resolved',
      '9:73 tag tour---opened mt resolved',
      '9:73 tag tour---booked mt resolved',
    ],
  },
  {
    says: 'tags in sums, lists and templates, some of them taken away',
    file: 'tags-by-concatenation.js',
    sends: [
      '2:1 tracking - mt literal none',
      '2:26 page_data page_title mt literal',
      '2:55 tag left-letters mt resolved',
      '2:55 tag_removed joined-letters mt resolved',
      '3:1 tracking - mt literal none',
      '3:26 tag from-Letters mt resolved',
      '3:34 tag_removed old tag mt literal',
      '3:63 tag it\'s "quoted" mt literal',
      '4:1 tracking - mt literal none',
    ],
  },
  {
    says: 'an own loader; the only data is what the function is given',
    file: 'own-loader.ts',
    sends: ['9:16 tracking - script literal code', '14:3 tracking - mt literal code', '14:3 contact_field - mt open helper=pageView'],
  },
  {
    says: 'a pixel that jQuery appends, and one in a variable',
    file: 'pixel-by-jquery.html',
    sends: [
      '2:41 tracking - pixel literal none insecure',
      '2:90 contact_field firstname pixel literal in-url insecure',
      '2:136 contact_field lastname pixel literal in-url insecure',
      '2:182 contact_field email pixel literal in-url insecure',
      '4:12 tracking - pixel literal none',
      '4:35 page_data page_url pixel literal in-url',
      '4:86 contact_field price_pick pixel literal in-url',
      '4:120 tag buyer pixel literal in-url',
      '4:127 tag_removed visitor pixel literal in-url',
    ],
  },
  {
    says: 'the address of a pixel, put together line by line',
    file: 'pixel-in-pieces.js',
    sends: [
      '2:12 tracking - pixel literal none',
      '3:9 contact_field price_choice pixel resolved in-url',
      '4:10 contact_field repost_flag pixel resolved in-url',
    ],
  },
];

/** What is no script in a page is blank. */
function scriptsOf(html: string): string {
  return html.replace(/^[\s\S]*?<script>|<\/script>[\s\S]*$/gu, text => text.replace(/[^\n]/gu, ' '));
}

describe('what the code of a page sends', () => {
  it.each(CASES)('$says', ({ file, sends }) => {
    const text = fixture(file);
    expect(told(file, file.endsWith('.html') ? scriptsOf(text) : text)).toEqual(sends);
  });
});
