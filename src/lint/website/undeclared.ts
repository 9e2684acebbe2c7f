/** What the website sends and nobody declared, or declared for something else; and what cannot be known from its code. */
import type { ItemEntry } from '../../declarations/model.js';
import type { FindingData } from '../../finding.js';
import { isKind, type Kind, parseIdentity, sectionOf } from '../../items.js';
import type { Send, SentKind } from '../../website/site.js';
import { isBuiltInColumn } from '../declared/core-fields.js';
import { isDeclared } from '../declared/undeclared.js';
import { labelOf } from '../labels.js';
import type { RuleContext } from '../rule.js';
import { isLost } from './lost.js';
import { isPatternDeclared } from './patterns.js';
import { purposesElsewhere } from './purposes-there.js';
import { type Sent, sentIn } from './sent.js';
import { type PlacedSend, placedSends, type SendFault } from './told.js';

/** What must be declared, item by item. That a tag is taken off says nothing about a person that was not there before. */
const DECLARED: ReadonlySet<SentKind> = new Set(['contact_field', 'company_field', 'tag', 'form', 'form_field']);

/** Every send that has no declaration for the website, and every open set. Only of kinds that were seen. */
export function undeclaredSends(context: RuleContext): SendFault[] {
  return placedSends(context.site).flatMap(placed => {
    const { what, certainty } = placed.send;
    if (what === 'opaque') return openSet(placed, 'opaque');
    if (!DECLARED.has(what)) return certainty === 'open' && what === 'page_data' ? openSet(placed, 'open') : [];
    if (certainty === 'open') return openSet(placed, 'open');
    const fault = certainty === 'pattern' ? patternFault(context, placed.send) : itemFault(context, placed.send);
    return fault === undefined ? [] : [{ ...fault, place: placed.place }];
  });
}

type Fault = Omit<SendFault, 'place'>;

/** What nobody can read from the code is for information: the next step says how to declare it. */
function openSet({ send, place }: PlacedSend, detail: 'open' | 'opaque'): SendFault[] {
  const { what, key, helper = '' } = send;
  const data = { detail: helper === '' ? detail : 'open-helper', ...(helper === '' ? {} : { key: helper }) };
  return [{ subject: 'tracking:website', place, data, severity: 'info', key: [detail, what, helper || key].join(' ').trimEnd() }];
}

function patternFault({ declarations, kinds }: RuleContext, { what, key }: Send): Fault | undefined {
  if (!isKind(what) || !kinds.has(what) || isPatternDeclared(declarations, what, key)) return undefined;
  const reference = what === 'form_field' ? `form_field:*/${key}` : `${what}:${key}`;
  return undeclared(reference, what, key);
}

function itemFault(context: RuleContext, send: Send): Fault | undefined {
  const { snapshot, policy, kinds } = context;
  const sent = sentIn(send, snapshot);
  if (send.what === 'form_field') return send.form === undefined ? looseQuestion(context, send) : undefined;
  if (sent === undefined) return undefined;
  const { what, reference } = sent;
  if (!isKind(what) || !kinds.has(what) || isLost(context, send, sent) || isExempt(context, send, sent)) return undefined;
  const item = snapshot.item(reference);
  const { key = '' } = parseIdentity(reference) ?? {};
  const entry = item === undefined ? policy.entryFor(what, key) : policy.entryOf(item);
  const name = item === undefined ? key : labelOf(item);
  if (item === undefined ? entry === undefined : !isDeclared(context, item)) return undeclared(reference, what, name);
  return entry === undefined || what === 'form' ? undefined : elsewhere(context, send, sent, entry, name);
}

function undeclared(reference: string, kind: Kind, item: string): Fault {
  const section = kind === 'form_field' ? 'forms' : (sectionOf(kind) ?? kind);
  return { subject: reference, key: 'nowhere', data: { item, kind, section, reason: 'nowhere' } };
}

function elsewhere(context: RuleContext, send: Send, { reference }: Sent, entry: ItemEntry, item: string): Fault | undefined {
  const keys = purposesElsewhere(context, reference, entry, send.how);
  if (keys === undefined) return undefined;
  const purposes = keys.map(key => context.declarations.purposes.get(key)?.value.title ?? key);
  const data: FindingData = { item, kind: entry.kind, section: sectionOf(entry.kind) ?? '', purposes, reason: 'elsewhere' };
  return { subject: reference, key: 'elsewhere', data };
}

/** What is told by another rule, or needs no entry: what Mautic no longer has, its own columns, parameters that are declared for the page view. */
function isExempt({ snapshot, declarations }: RuleContext, { key }: Send, { what, reference }: Sent): boolean {
  const item = snapshot.item(reference);
  if (item !== undefined) return isBuiltInColumn(item);
  return what === 'form' || (what !== 'tag' && (declarations.tracking.website?.value.parameters ?? []).includes(key));
}

/** A question of a known form goes with the form. Where the code does not tell which form, some form has it, or nobody knows what it is. */
function looseQuestion({ declarations, snapshot, kinds }: RuleContext, { key }: Send): Fault | undefined {
  const isKnown = snapshot.items('form_field').some(question => question.key.endsWith(`/${key}`));
  if (!kinds.has('form_field') || isKnown || isPatternDeclared(declarations, 'form_field', key)) return undefined;
  return undeclared(`form_field:*/${key}`, 'form_field', key);
}
