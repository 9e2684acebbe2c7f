/** Trackers known by the code that is pasted into pages: other companies' services, and Mautic's own tracking and embeds. */

/** Services by a sign in an inline script. */
const SERVICES: readonly { readonly name: string; readonly sign: RegExp }[] = [
  { name: 'meta-pixel', sign: /connect\.facebook\.net|\bfbq\s*\(/u },
  { name: 'google-tag-manager', sign: /googletagmanager\.com\/gtm\.js|\bGTM-[A-Z0-9]{4,}/u },
  { name: 'google-analytics', sign: /google-analytics\.com\/|googletagmanager\.com\/gtag|\bgtag\s*\(|\bga\s*\(\s*['"]create/u },
  { name: 'matomo', sign: /matomo\.js|piwik\.js|\b_paq\b/u },
  { name: 'linkedin-insight', sign: /snap\.licdn\.com|_linkedin_partner_id/u },
  { name: 'tiktok-pixel', sign: /analytics\.tiktok\.com|\bttq\.(?:load|page|track)\b/u },
  { name: 'hotjar', sign: /static\.hotjar\.com|_hjSettings/u },
  { name: 'clarity', sign: /clarity\.ms\/tag/u },
  { name: 'twitter', sign: /static\.ads-twitter\.com|\btwq\s*\(/u },
];

/** Names of the services whose code a script has, in the order of our list. */
export function servicesIn(script: string): string[] {
  return SERVICES.filter(service => service.sign.test(script)).map(service => service.name);
}

/** Mautic's own tracking script, loaded by an inline snippet. */
export function loadsTracking(script: string): boolean {
  return /\/mtc\.js\b|MauticTrackingObject/u.test(script);
}

/** A page of Mautic's public side: `form` shows a form, `embed` is its frame, `generate` its script, and `submit` takes the answers. */
export interface PublicPage {
  readonly page: 'tracking' | 'pixel' | 'event' | 'form' | 'embed' | 'generate' | 'submit' | 'focus' | 'slot' | 'script';
  /** As it stands in the address: id of the form or focus item, name of the slot; empty when there is none. */
  readonly id: string;
  readonly query: string;
}

const PAGES: readonly { readonly page: PublicPage['page']; readonly find: RegExp }[] = [
  { page: 'tracking', find: /\/mtc\.js$/u },
  { page: 'pixel', find: /\/mtracking\.gif$/u },
  { page: 'event', find: /\/mtc\/event$/u },
  { page: 'generate', find: /\/form\/generate\.js$/u },
  { page: 'submit', find: /\/form\/submit$/u },
  { page: 'embed', find: /\/form\/embed\/([^/]+)$/u },
  { page: 'form', find: /\/form\/([^/]+)$/u },
  { page: 'focus', find: /\/focus\/([^/]+?)(?:\.js|\/[a-z]+\.(?:js|gif))$/u },
  { page: 'slot', find: /\/dwc\/([^/]+)$/u },
  { page: 'script', find: /\/media\/js\/mautic-form(?:-src)?\.js$/u },
];

/** Without one of these an address is none of Mautic's. */
const OWN_SIGN = /\/(?:form\/|focus\/|dwc\/|mtc\.js|mtc\/event|mtracking\.gif|mautic-form)/u;

/** Which of Mautic's public pages an address is, whatever host it is on (one Mautic answers under several); undefined: none. */
export function publicPage(address: string): PublicPage | undefined {
  if (!OWN_SIGN.test(address)) return undefined;
  const [path = '', query = ''] = split(address, '?');
  for (const { page, find } of PAGES) {
    const match = find.exec(path);
    if (match !== null) return { page, id: match[1] ?? idInQuery(query), query };
  }
  return undefined;
}

function idInQuery(query: string): string {
  return /(?:^|[&;])(?:id|formId)=([^&;#]+)/u.exec(query)?.[1] ?? '';
}

/** What an address of Mautic itself stands for. */
export type MauticAddress =
  | { readonly what: 'tracking'; readonly query: string }
  | { readonly what: 'form' | 'focus'; readonly id: number }
  | { readonly what: 'nothing' };

/** Reads an address in a body of Mautic; undefined: it is none of Mautic's own. */
export function mauticAddress(address: string): MauticAddress | undefined {
  const found = publicPage(address);
  if (found === undefined || found.page === 'slot' || found.page === 'event') return undefined;
  const { page, id, query } = found;
  if (page === 'tracking' || page === 'pixel') return { what: 'tracking', query: page === 'pixel' ? query : '' };
  if (page === 'script') return { what: 'nothing' };
  if (page === 'generate' || page === 'submit') return /^\d{1,15}$/u.test(id) ? { what: 'form', id: Number(id) } : { what: 'nothing' };
  // other makers of forms have addresses of this shape with ids of nine digits and more
  if (!/^\d{1,6}$/u.test(id)) return undefined;
  return { what: page === 'focus' ? 'focus' : 'form', id: Number(id) };
}

function split(address: string, sign: string): [string, string] {
  const index = address.indexOf(sign);
  const path = index < 0 ? address : address.slice(0, index);
  return [path.replace(/#.*$/su, ''), index < 0 ? '' : address.slice(index + 1)];
}
