// The tracking script of the stand-in for Mautic: the queue of the snippet, page views, and slots of dynamic content, as Mautic's own does them.
(() => {
  const { origin } = new URL(document.currentScript.src);
  const queue = window[window.MauticTrackingObject];

  /** What goes along with every page view. */
  const automatic = () => ({
    page_title: document.title,
    page_language: navigator.language,
    preferred_locale: navigator.language.replace('-', '_'),
    page_referrer: document.referrer === '' ? '' : new URL(document.referrer).hostname,
    page_url: window.location.href,
    counter: 0,
    timezone_offset: new Date().getTimezoneOffset(),
    timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    resolution: `${window.screen.width}x${window.screen.height}`,
    platform: navigator.platform,
    do_not_track: navigator.doNotTrack === '1',
    mautic_device_id: window.localStorage.getItem('mautic_device_id') ?? '',
  });

  /** One entry of the queue: `arguments` of a call, or an array. */
  const take = ([action, what, parameters, options]) => {
    if (action !== 'send' || what !== 'pageview') return;
    const body = new URLSearchParams(Object.entries({ ...automatic(), ...parameters }));
    fetch(`${origin}/mtc/event`, { method: 'POST', body, credentials: 'include' }).then(options?.onload, options?.onerror);
  };

  queue.q ??= [];
  for (const entry of [...queue.q]) take(entry);
  queue.q.push = (...entries) => {
    for (const entry of entries) take(entry);
    return Array.prototype.push.apply(queue.q, entries);
  };

  for (const place of document.querySelectorAll('.mautic-slot[data-slot-name], [data-slot="dwc"][data-param-slot-name]')) {
    const slot = place.dataset.slotName ?? place.dataset.paramSlotName;
    fetch(`${origin}/dwc/${slot}`, { credentials: 'include' }).then(async answer => {
      place.innerHTML = (await answer.json()).content;
    });
  }
})();
