/** Advertising that people cannot get rid of from where they read it. */
import type { Declarations } from '../../declarations/model.js';
import { comparableKey, formatIdentity } from '../../items.js';
import type { AnyUse, Item, ItemOf } from '../../mautic/snapshot.js';
import { isMarketing } from '../purposes/item-purposes.js';
import type { RuleContext } from '../rule.js';
import { originalsOf } from '../usage/versions.js';

type Email = ItemOf<'email'>;

export interface NoExit {
  readonly item: Email | ItemOf<'text_message'>;
  /** What would be one: a token of Mautic, or a word to answer with. */
  readonly token: string;
}

/** `part.token` of an e-mail: what leads out of the list, from a part that people read. (`{resubscribe_url}` leads in.) */
const EXIT = /^(?:html|text|dynamic)\.(?:dnc_url|unsubscribe_text|unsubscribe_url)$/u;
const TOKEN = '{unsubscribe_text}';
const STOP_WORD = 'STOP';

/** Live marketing e-mails and text messages without a way out. What was not seen of a message is not judged. */
export function withoutExit(context: RuleContext): NoExit[] {
  const { snapshot, kinds } = context;
  const isConfirmation = confirmations(context);
  const emails = kinds.has('email') ? snapshot.items('email') : [];
  const texts = kinds.has('text_message') ? snapshot.items('text_message') : [];
  return [
    ...emails
      .filter(email => isAdvertising(context, email) && lacksExit(context, email) && !isForStaff(context, email) && !isConfirmation(email))
      .map(item => ({ item, token: TOKEN })),
    ...texts.filter(text => isAdvertising(context, text) && text.stop_word === false).map(item => ({ item, token: STOP_WORD })),
  ];
}

function isAdvertising(context: RuleContext, item: Item): boolean {
  return context.policy.isLive(item) && isMarketing(context, item);
}

/** An e-mail without a body is a draft. */
function lacksExit({ declarations }: RuleContext, { exits, has_html, has_text, theme }: Email): boolean {
  const isWritten = has_html === true || has_text === true;
  return isWritten && exits !== undefined && !exits.some(exit => EXIT.test(exit)) && !themeHasExit(declarations, theme);
}

function themeHasExit({ instance }: Declarations, theme = ''): boolean {
  const themes = instance.value.themes ?? {};
  return Object.hasOwn(themes, theme) && themes[theme]?.has?.includes('unsubscribe') === true;
}

/** Is it sent to colleagues only? */
function isForStaff(context: RuleContext, email: Email): boolean {
  const sends = sendsOf(context, email);
  const targets = sentAs(context, email).flatMap(reference => context.uses.from(reference, 'targets'));
  return sends.length > 0 && sends.every(({ staff }) => staff === true) && targets.length === 0;
}

/** What brings an e-mail to anybody. */
function sendsOf(context: RuleContext, email: Email): readonly AnyUse[] {
  return sentAs(context, email).flatMap(reference => context.uses.to(reference, 'sends'));
}

/** The e-mails that may go out as this one: itself, and those that it is a variant or translation of. */
function sentAs({ snapshot }: RuleContext, email: Email): readonly string[] {
  return [snapshot.reference(email), ...originalsOf(snapshot, email)];
}

/** A token of a plugin that confirms addresses. */
const CONFIRMS = /^(?:doi|double_?opt_?in|opt_?in|confirm)/u;

/**
 * Tells the e-mails that ask people to confirm their address: nobody can leave a list before being on it. They hold the link of a plugin, or
 * the declared confirmation (`confirmed_by`) is all that sends them, before people have done anything.
 */
function confirmations(context: RuleContext): (email: Email) => boolean {
  const { declarations, snapshot } = context;
  const confirmed = new Set([...declarations.purposes.values()].flatMap(({ value }) => comparableKey(value.consent?.confirmed_by ?? '')));
  const isNamed = ({ kind, key, id }: Item): boolean =>
    [undefined, id].some(number => confirmed.has(formatIdentity(kind, comparableKey(key), number)));
  return email => {
    if (email.other_tokens?.some(token => CONFIRMS.test(token)) === true) return true;
    const sends = sendsOf(context, email);
    return (
      sends.length > 0 &&
      sends.every(({ from, id = 0 }) => {
        const campaign = snapshot.item(from);
        return campaign?.kind === 'campaign' && isNamed(campaign) && comesFirst(campaign, id);
      })
    );
  };
}

/** Does a step of a campaign come before any decision of the person? */
function comesFirst({ events = [] }: ItemOf<'campaign'>, id: number): boolean {
  const byId = new Map(events.map(event => [event.id, event]));
  const seen = new Set<number>();
  for (let event = byId.get(id); event !== undefined && !seen.has(event.id); event = byId.get(event.parent ?? 0)) {
    if (event.kind === 'decision') return false;
    seen.add(event.id);
  }
  return byId.has(id);
}
