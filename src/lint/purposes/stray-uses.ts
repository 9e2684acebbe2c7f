/** Data used for another purpose than they are held for. */
import type { Entry, ItemEntry } from '../../declarations/model.js';
import type { Purpose } from '../../generated/declaration.js';
import type { Item } from '../../mautic/snapshot.js';
import { type Field, fieldsOf } from '../declared/core-fields.js';
import type { RuleContext } from '../rule.js';
import { usesOfField } from '../usage/data-uses.js';
import { type Recipients, recipientsIn } from '../usage/recipients.js';
import type { Step } from '../usage/steps.js';
import { definedPurposes, isBackground, meet } from './item-purposes.js';
import { protecting } from './protecting.js';

export interface StrayUse {
  readonly field: Field;
  readonly user: Item;
  readonly purposes: readonly Entry<Purpose>[];
  readonly newPurposes: readonly Entry<Purpose>[];
}

/** A greeting needs no purpose of its own: first name, last name and language may stand in any message. */
const ANY_PURPOSE: ReadonlySet<string> = new Set(['firstname', 'lastname', 'preferred_locale']);

const ASKING: ReadonlySet<Step['how']> = new Set<Step['how']>(['filters', 'decides']);

/**
 * Every field with every live item that reads it, filters or decides by it for purposes none of which is the field's own; each pair once, in
 * the order of the snapshot. Where nobody has said what one of the two is for, that is told elsewhere. That a webhook sends the whole contact
 * is no use of a single field; to ask for a yes or a no that people gave is none either.
 */
export function strayUses(context: RuleContext): StrayUse[] {
  const recipientsOf = recipientsIn(context.indexes.steps);
  const protects = protecting(context);
  const asks = ({ how, to }: Step): boolean => ASKING.has(how) && protects(to);
  return fieldsOf(context).flatMap(field => {
    const used = context.kinds.has(field.kind) ? usesOfField(context, field) : [];
    const purposes = used.length === 0 ? [] : definedPurposes(context, field);
    if (purposes.length === 0) return [];
    const greets = mayGreet(field, context.policy.entryOf(field));
    const steps = used.filter(({ step }) => !asks(step) && !(greets && staysInside(step, recipientsOf)));
    return [...new Set(steps.map(({ user }) => user))].flatMap(user => {
      const found = isJudged(context, user) ? definedPurposes(context, user) : [];
      // What runs in the background may read what it needs; what is done beside it may not.
      const newPurposes = found.filter(purpose => !isBackground(purpose));
      return newPurposes.length === 0 || meet(purposes, found) ? [] : [{ field, user, purposes, newPurposes }];
    });
  });
}

/** A preference centre shows people what is held about them. */
function isJudged({ kinds, policy }: RuleContext, user: Item): boolean {
  return kinds.has(user.kind) && policy.isLive(user) && !(user.kind === 'page' && user.preference_centre === true);
}

function mayGreet(field: Field, entry: ItemEntry | undefined): boolean {
  const own = entry !== undefined && 'any_purpose' in entry.value ? entry.value.any_purpose : undefined;
  return own ?? (field.kind === 'contact_field' && ANY_PURPOSE.has(field.key));
}

/** Handing a name to somebody else is no greeting. */
function staysInside(step: Step, recipientsOf: Recipients): boolean {
  return recipientsOf(step).length === 0;
}
