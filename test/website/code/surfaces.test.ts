/** Code that is about Mautic and says nothing of data: settings of build tools, and consent tools that start trackers later. */
import { expect, it } from 'vitest';
import { told } from './reading.js';

it('a plugin that is only named in the settings of a build tool sends nothing', () => {
  const settings = "module.exports = { plugins: [{ resolve: 'gatsby-plugin-mautic', options: { mauticUrl: 'https://m.example.test' } }] };";
  expect(told('gatsby-config.js', settings)).toEqual([]);
});

const SERVICE = (name: string, host: string): string => `tool.services.${name} = {
  key: '${name}',
  name: '${name}',
  cookies: ['mtc_id', 'mtc_sid'],
  js: function () {
    if (tool.user.${name}url === undefined) return;
    window['MauticTrackingObject'] = 'mt';
    window.mt = window.mt || function () { (window.mt.q = window.mt.q || []).push(arguments); };
    tool.addScript(${host} + '/mtc.js', '', function () { mt('send', 'pageview'); });
  }
};
`;

it('a consent tool starts Mautic when it is told to, under whatever name it is sold', () => {
  // The script and the page view of each; both wait in a function.
  expect(told('services.js', SERVICE('mautic', 'tool.user.mauticurl') + SERVICE('whitelabel', "'https://t.example.test'"))).toEqual([
    '9:20 tracking - script literal code',
    '9:71 tracking - mt literal code',
    '20:20 tracking - script literal code',
    '20:76 tracking - mt literal code',
  ]);
});

it('an address that is handed to a consent tool waits for it', () => {
  const job = "(tarteaucitron.job = tarteaucitron.job || []).push('mautic');";
  expect(told('page.js', `tarteaucitron.user.mauticurl = 'https://m.example.test/mtc.js'; ${job}`)).toEqual([
    '1:33 tracking - script literal held',
  ]);
  expect(told('page.js', "settings.user.mauticurl = 'https://m.example.test/mtc.js';")).toEqual(['1:28 tracking - script literal none']);
});
