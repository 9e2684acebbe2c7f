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

export function servicesIn(script: string): string[] {
  return SERVICES.filter(service => service.sign.test(script)).map(service => service.name);
}

/** Mautic's own tracking script, loaded by an inline snippet. */
export function loadsTracking(script: string): boolean {
  return /\/mtc\.js\b|MauticTrackingObject/u.test(script);
}

/** What an address of Mautic itself stands for. */
export type MauticAddress =
  | { readonly what: 'tracking'; readonly query: string }
  | { readonly what: 'form' | 'focus'; readonly id: number }
  | { readonly what: 'nothing' };

const PATHS: readonly { readonly find: RegExp; readonly read: (id: number, query: string) => MauticAddress }[] = [
  { find: /\/mtc\.js$/u, read: () => ({ what: 'tracking', query: '' }) },
  { find: /\/mtracking\.gif$/u, read: (_, query) => ({ what: 'tracking', query }) },
  // other makers of forms have addresses of this shape with ids of nine digits and more
  { find: /\/form\/(?:embed\/)?(\d{1,6})$/u, read: id => ({ what: 'form', id }) },
  { find: /\/focus\/(\d{1,6})(?:\.js|\/[a-z]+\.(?:js|gif))$/u, read: id => ({ what: 'focus', id }) },
  { find: /\/media\/js\/mautic-form(?:-src)?\.js$/u, read: () => ({ what: 'nothing' }) },
];
const FORM_QUERIES: readonly RegExp[] = [/\/form\/generate\.js$/u, /\/form\/submit$/u];

/** Without one of these an address is none of Mautic's. */
const OWN_SIGN = /\/(?:form\/|focus\/|mtc\.js|mtracking\.gif|mautic-form)/u;

/** Reads an address of Mautic's public pages, whatever host it is on (one Mautic answers under several); undefined: it is none. */
export function mauticAddress(address: string): MauticAddress | undefined {
  if (!OWN_SIGN.test(address)) return undefined;
  const [path = '', query = ''] = split(address, '?');
  if (FORM_QUERIES.some(find => find.test(path))) {
    const id = /(?:^|[&;])(?:id|formId)=(\d{1,15})(?:$|[&;#])/u.exec(query)?.[1];
    return id === undefined ? { what: 'nothing' } : { what: 'form', id: Number(id) };
  }
  for (const { find, read } of PATHS) {
    const match = find.exec(path);
    if (match !== null) return read(Number(match[1]), query);
  }
  return undefined;
}

function split(address: string, sign: string): [string, string] {
  const index = address.indexOf(sign);
  const path = index < 0 ? address : address.slice(0, index);
  return [path.replace(/#.*$/su, ''), index < 0 ? '' : address.slice(index + 1)];
}
