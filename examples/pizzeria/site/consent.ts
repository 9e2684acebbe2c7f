// The cookie banner: asks, remembers the answer, and starts what waits for a yes.
import './mautic.js';

const banner = document.querySelector<HTMLDialogElement>('#cookie-banner');

function start(): void {
  for (const waiting of document.querySelectorAll<HTMLScriptElement>('script[type="text/plain"][data-category="statistics"]')) {
    const script = document.createElement('script');
    script.text = waiting.text;
    if (waiting.src !== '') script.src = waiting.src;
    waiting.replaceWith(script);
  }
}

function answer(yes: boolean): void {
  localStorage.setItem('statistics', yes ? 'yes' : 'no');
  banner?.close();
  if (!yes) return;
  start();
  window.mt?.('send', 'pageview', { tags: 'statistics-ok' });
}

document.querySelector('#statistics-yes')?.addEventListener('click', () => answer(true));
document.querySelector('#statistics-no')?.addEventListener('click', () => answer(false));

const answered = localStorage.getItem('statistics');
if (answered === 'yes') start();
if (answered === null) banner?.show();
