/** Which privacy notice people must find at a form, and whether a link leads to it. */
import type { Entry } from '../../declarations/model.js';
import type { Notice } from '../../generated/declaration.js';
import { comparableKey } from '../../items.js';
import { readAddress } from '../../mautic/texts/address.js';
import type { FormItem, Known } from '../forms/questions.js';
import { isEntryOf } from '../policy.js';

/**
 * The notices of which one must be linked at a form: the one it names, else that of its main purpose, else any there is; none when there is none.
 * Undefined when it names one that does not exist: that mistake is told elsewhere.
 */
export function noticesOf({ declarations, policy }: Known, form: FormItem): readonly Entry<Notice>[] | undefined {
  const entry = policy.entryOf(form);
  const own = entry !== undefined && isEntryOf(entry, 'form') ? entry.value.notice : undefined;
  const [main] = policy.purposes(policy.purposesOf(form).slice(0, 1));
  const named = own ?? main?.value.notice;
  if (named === undefined) return [...declarations.notices.values()];
  const notice = declarations.notices.get(comparableKey(named.replace(/#.*$/su, '')));
  return notice === undefined ? undefined : [notice];
}

/** Do links as a snapshot holds them (`host/path`, `/path`) lead to a notice? A missing `www.` or final slash is no difference. */
export function linksTo(links: readonly string[], { value }: Entry<Notice>): boolean {
  const notice = links.length === 0 ? undefined : readAddress(value.url);
  if (notice === undefined) return false;
  const whole = plain(notice.host + notice.path);
  const path = plain(notice.path);
  return links.some(link => plain(link) === whole || (path !== '' && plain(link) === path));
}

function plain(link: string): string {
  return link.replace(/^www\./u, '').replace(/\/+$/u, '');
}
