/** Redirects, none of which is followed: what each of them tells. */
import { type Faulty, faulty } from './faults.js';
import type { Raw } from './transport.js';

/**
 * `/installer`: Mautic is not set up. `/s/login`: the path is one of the screens. All others lead to the address in Mautic's settings
 * (`site_url`), which may be another host (seen live, 5.1.0), or to what a web server or a single sign-on in front wants.
 */
export function faultOfRedirect({ url, status, headers }: Raw): Faulty {
  const from = new URL(url);
  const location = headers.get('location') ?? '';
  if (location === '' || !URL.canParse(location, url)) return faulty('redirect-elsewhere', { status, to: '', reason: 'nowhere' });
  const to = new URL(location, url);
  if (/\/installer(?:\/|$)/u.test(to.pathname)) return faulty('not-installed', { status });
  if (/\/s\/login\/?$/u.test(to.pathname)) return faulty('login-page', { status });
  if (to.protocol !== 'https:' && to.protocol !== 'http:') return faulty('redirect-elsewhere', { status, to: '', reason: 'nowhere' });
  const reason = to.host !== from.host ? 'host' : to.protocol === from.protocol ? 'path' : 'scheme';
  return faulty('redirect-elsewhere', { status, to: to.host, reason });
}
