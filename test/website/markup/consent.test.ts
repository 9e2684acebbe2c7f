/** What consent tools hold back, by the marks that each tool asks for. */
import { expect, it } from 'vitest';
import { scripts, sent } from './support.js';

const ADDRESS = 'https://m.example/mtc.js';

it.each([
  `<script type="text/plain" src="${ADDRESS}"></script>`,
  `<script type="text/plain" data-cookieconsent="marketing" src="${ADDRESS}"></script>`,
  `<script data-cookieconsent="statistics, marketing" src="${ADDRESS}"></script>`,
  `<script type="text/plain" data-category="analytics" src="${ADDRESS}"></script>`,
  `<script type="text/plain" data-usercentrics="Mautic" src="${ADDRESS}"></script>`,
  `<script type="text/plain" class="cmplazyload" data-cmp-vendor="c1" data-cmp-src="${ADDRESS}"></script>`,
  `<script type="text/plain" data-name="mautic" data-src="${ADDRESS}"></script>`,
  `<script class="_iub_cs_activate" data-suppressedsrc="${ADDRESS}"></script>`,
  `<script type="text/plain" class="optanon-category-C0002" src="${ADDRESS}"></script>`,
  `<script data-cookieyes="cookieyes-analytics" src="${ADDRESS}"></script>`,
  `<script type="text/plain" data-cookiecategory="targeting" src="${ADDRESS}"></script>`,
  `<script type="text/plain" class="cmplz-script" src="${ADDRESS}"></script>`,
  `<script type="didomi/javascript" data-vendor="c:mautic" src="${ADDRESS}"></script>`,
])('%s is held', text => {
  expect(sent('x.html', text)).toEqual([`1:${text.indexOf(ADDRESS) + 1} tracking - (literal, script) gate=held`]);
});

it.each([
  `<script src="${ADDRESS}" class="wide" data-vendor="x"></script>`,
  `<script src="${ADDRESS}" data-src="${'x'}"></script>`,
  `<script type="text/plain" data-cookieconsent="necessary" src="${ADDRESS}"></script>`,
  `<script data-cookieconsent="ignore" src="${ADDRESS}"></script>`,
  `<script class="optanon-category-C0001" src="${ADDRESS}"></script>`,
  `<div data-category="analytics"><script src="${ADDRESS}"></script></div>`,
])('%s starts with the page', text => {
  expect(sent('x.html', text)).toEqual([`1:${text.indexOf(ADDRESS) + 1} tracking - (literal, script) gate=none`]);
});

it('pixels and trackers of others have a gate, too; forms have none', () => {
  const text = `<img data-cookieblock-src="https://m.example/mtracking.gif"><script async src="https://www.googletagmanager.com/gtag/js?id=G-1"></script>
<iframe data-src="https://m.example/form/3"></iframe>`;
  expect(sent('x.html', text)).toEqual([
    '1:28 tracking - (literal, pixel) gate=held',
    '1:80 service google-analytics (literal, script) gate=none',
    '2:19 form 3 (literal, form-embed)',
  ]);
});

it('code that is held back stands apart from code that runs', () => {
  const text = `<script>mt('a')</script><script type="text/plain" data-cookieconsent="marketing">mt('b')</script>`;
  expect(scripts('x.html', text)).toEqual([`js inline: mt('a')`, `js held: mt('b')`]);
});
