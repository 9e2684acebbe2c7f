// The page on which people book: whoever books for one of our evenings gets its tag.
import './mautic.js';

const evening = document.querySelector<HTMLSelectElement>('#evening');

evening?.addEventListener('change', () => {
  if (evening.value !== '') window.mt?.('send', 'pageview', { tags: `evt-${evening.value}` });
});
