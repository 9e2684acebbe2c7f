/** Which consents a form asks for, so that people who fill it in can say no. */
import type { Entry } from '../../declarations/model.js';
import type { Purpose } from '../../generated/declaration.js';
import { laterBy } from '../../text/later.js';
import { isForced } from '../consent/forced.js';
import { type ConsentBox, consentBoxes, heldBy } from '../consent/holders.js';
import type { FormFieldItem, FormItem, Indexed } from '../forms/questions.js';
import { isEntryOf } from '../policy.js';
import { restsOnConsent } from './needs.js';

/** How a form asks: by a box that can be left empty, by one that must be ticked and is what the form is for, or by its button. */
export interface Ask {
  readonly by: 'box' | 'only-box' | 'button';
  readonly box?: ConsentBox;
}

/** A button that is declared to be the yes: the form is for other purposes, too, or not for this one. */
export interface RefusedButton {
  readonly because: 'other-purposes' | 'not-named';
  readonly purposes: readonly Entry<Purpose>[];
}

export interface Asking {
  /** Every box of a form that asks for a consent, declared or by its words. */
  boxes(form: FormItem): readonly ConsentBox[];
  /** How a form asks for the consent to a purpose; undefined: it does not. */
  ask(form: FormItem, purpose: string): Ask | undefined;
  /** Boxes that read as if they asked for it, and that nobody has declared. */
  unclear(form: FormItem, purpose: string): readonly ConsentBox[];
  /** Why pressing the button is no yes, where that is declared; undefined: it is one, or nobody says so. */
  refused(form: FormItem, purpose: string): RefusedButton | undefined;
  /** Is a question a declared box for it? */
  isBox(question: FormFieldItem, purpose: string): boolean;
}

/** Looks at the boxes of a form when it is first asked about. */
export function askingIn(context: Indexed): Asking {
  const boxesOf = laterBy((form: FormItem) => boxesIn(form, context));
  const declaredFor = (form: FormItem, purpose: string): readonly ConsentBox[] =>
    boxesOf(form).filter(box => box.certainty === 'declared' && mayBeFor(box, purpose));
  return {
    boxes: boxesOf,
    ask: (form, purpose) => {
      if (agreesByButton(context, form, purpose)) return { by: 'button' };
      const boxes = declaredFor(form, purpose);
      const free = boxes.find(box => !isForced(box));
      if (free !== undefined) return { by: 'box', box: free };
      const [forced] = context.policy.purposesOf(form)[0] === purpose ? boxes : [];
      return forced === undefined ? undefined : { by: 'only-box', box: forced };
    },
    unclear: (form, purpose) => boxesOf(form).filter(box => box.certainty === 'words' && mayBeFor(box, purpose)),
    refused: (form, purpose) => (saysButton(context, form) ? refusedButton(context, form, purpose) : undefined),
    isBox: (question, purpose) => {
      const form = context.snapshot.item(question.form ?? '');
      return form?.kind === 'form' && declaredFor(form, purpose).some(({ field }) => field === question);
    },
  };
}

/** A box of which nobody has said what it is for may be for anything. */
function mayBeFor({ purposes }: ConsentBox, purpose: string): boolean {
  return purposes.length === 0 || purposes.includes(purpose);
}

/** The boxes of a form; a declared one without purposes stands for the yes that its form gives by a tag or a segment. */
function boxesIn(form: FormItem, { snapshot, uses, policy, indexes }: Indexed): readonly ConsentBox[] {
  const boxes = consentBoxes(policy, indexes.questions.of(form), indexes.consentHolders);
  const isOpen = (box: ConsentBox): boolean => box.certainty === 'declared' && box.purposes.length === 0;
  if (!boxes.some(isOpen)) return boxes;
  const given = uses.from(snapshot.reference(form), 'adds').flatMap(({ to }) => {
    const item = snapshot.item(to);
    return item === undefined ? [] : heldBy(indexes.consentHolders, item).flatMap(held => held.purposes);
  });
  return boxes.map(box => (isOpen(box) ? { ...box, purposes: given } : box));
}

/** Pressing the button is a yes where that is declared, and only in a form that does nothing else. */
function agreesByButton(context: Indexed, form: FormItem, purpose: string): boolean {
  return saysButton(context, form) && refusedButton(context, form, purpose) === undefined;
}

function saysButton({ policy }: Indexed, form: FormItem): boolean {
  const entry = policy.entryOf(form);
  return entry !== undefined && isEntryOf(entry, 'form') && entry.value.consent === 'submit';
}

function refusedButton({ policy }: Indexed, form: FormItem, purpose: string): RefusedButton | undefined {
  const purposes = policy.purposes(policy.purposesOf(form));
  const others = purposes.filter(other => !restsOnConsent(other));
  if (others.length > 0) return { because: 'other-purposes', purposes: others };
  if (purposes.length === 0 || purposes.some(({ key }) => key === purpose)) return undefined;
  return { because: 'not-named', purposes: policy.purposes([purpose]) };
}
