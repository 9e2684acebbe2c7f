/** Forms, landing pages and focus items that collect data where people find no way to the privacy notice. */
import type { Entry } from '../../declarations/model.js';
import type { Notice } from '../../generated/declaration.js';
import { bringsAnswer } from '../../mautic/question-types.js';
import type { Item, ItemOf } from '../../mautic/snapshot.js';
import { type FormItem, type Known, liveForms } from '../forms/questions.js';
import { isEntryOf } from '../policy.js';
import { linksTo, noticesOf } from './notices.js';

type Host = ItemOf<'page'> | ItemOf<'focus_item'>;

/**
 * Every live form whose notice is linked neither in it nor on a live page or focus item that shows it; and, where the form itself is not
 * to blame (the page around it shows the notice, or another page has the link), the page or focus item without the link.
 */
export function untoldCollectors(context: Known): Item[] {
  const found = liveForms(context).flatMap(form => untoldAt(context, form));
  return [...new Set(found)];
}

function untoldAt(context: Known, form: FormItem): Item[] {
  const fields = context.snapshot.fieldsOf(form);
  const { state } = context.policy.standing(form);
  if (state === 'not-personal' || !fields.some(bringsAnswer)) return [];
  const notices = noticesOf(context, form);
  if (notices === undefined) return [];
  if (notices.length === 0) return [form];
  const own = isToldBy(
    notices,
    fields.map(({ links }) => links),
  );
  if (own !== false) return [];
  const hosts = hostsOf(context, form).map(host => ({ host, told: isToldBy(notices, [host.links]) }));
  const silent = hosts.filter(({ told }) => told === false).map(({ host }) => host);
  return isShownAround(context, form) || silent.length < hosts.length ? silent : [form];
}

/** Is one of the notices linked? Undefined where no link is seen, but not all of it was. */
function isToldBy(notices: readonly Entry<Notice>[], seen: readonly (readonly string[] | undefined)[]): boolean | undefined {
  const links = seen.flatMap(part => part ?? []);
  if (notices.some(notice => linksTo(links, notice))) return true;
  return seen.some(part => part === undefined) ? undefined : false;
}

/** The live pages and focus items that show a form. */
function hostsOf({ snapshot, uses, policy }: Known, form: FormItem): readonly Host[] {
  const references = new Set(uses.to(snapshot.reference(form), 'shows').map(use => use.from));
  return [...references].flatMap(reference => {
    const item = snapshot.item(reference);
    return (item?.kind === 'page' || item?.kind === 'focus_item') && policy.isLive(item) ? [item] : [];
  });
}

function isShownAround({ policy }: Known, form: FormItem): boolean {
  const entry = policy.entryOf(form);
  return entry !== undefined && isEntryOf(entry, 'form') && entry.value.notice_shown === 'website';
}
