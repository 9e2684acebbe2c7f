/** The inputs of a form, kept until it is known which form of Mautic it is: a hidden input at its end may say so. */
import type { TextRange } from '../../text/document.js';
import { nameOf } from '../addresses.js';
import { type Element, type ElementSend, formOf } from '../elements.js';
import { HOLE, type Send } from '../site.js';

type Attributes = Element['attributes'];
type Reader = (element: Element) => readonly ElementSend[];

interface Input {
  readonly element: Element;
  readonly read: Reader;
  readonly place: (send: ElementSend) => TextRange;
}

/** A form that is open. */
export interface OpenForm {
  readonly inputs: Input[];
  readonly own: readonly Send[];
  readonly known: string | undefined;
}

/** @param own what the `form` element itself sends */
export function openForm(attributes: Attributes, own: readonly Send[]): OpenForm {
  return { inputs: [], own, known: formOf(attributes) };
}

/** What a form sends, at its end. */
export function formSends({ inputs, own, known }: OpenForm): Send[] {
  const hidden = known === undefined ? hiddenForm(inputs) : undefined;
  const form = known ?? hidden?.key;
  const sends = inputs.flatMap(({ element, read, place }) => {
    const inForm = form === undefined ? element : { ...element, form };
    return read(inForm).map(({ attribute, ...send }) => ({
      ...send,
      ...place({ ...send, ...(attribute === undefined ? {} : { attribute }) }),
    }));
  });
  if (hidden === undefined) return [...own, ...sends];
  const { start, end, ...named } = hidden;
  const isNamed = own.some(({ what }) => what === 'form');
  const forms = own.map(send => (send.what === 'form' && send.certainty === 'open' ? { ...send, ...named } : send));
  return [...(isNamed ? forms : [...forms, { what: 'form' as const, how: 'form-post' as const, ...named, start, end }]), ...sends];
}

/** Inputs outside of forms. */
export function inputSends(input: Input): Send[] {
  return formSends({ inputs: [input], own: [], known: undefined }).filter(({ what }) => what !== 'form');
}

const NAMES: readonly string[] = ['mauticform[formId]', 'mauticform[formName]'];

function hiddenForm(inputs: readonly Input[]): (Pick<Send, 'key' | 'certainty'> & TextRange) | undefined {
  for (const name of NAMES) {
    const input = inputs.find(({ element }) => element.attributes.get('name')?.trim() === name);
    const value = input?.element.attributes.get('value')?.trim() ?? '';
    if (input === undefined || value === '' || value.includes(HOLE)) continue;
    return { ...nameOf(value), ...input.place({ what: 'form', how: 'form-post', key: '', certainty: 'open', attribute: 'value' }) };
  }
  return undefined;
}

/** Sends with the places that their attributes have. */
export function placed(sends: readonly ElementSend[], place: (send: ElementSend) => TextRange): Send[] {
  return sends.map(({ attribute, ...send }) => ({ ...send, ...place(attribute === undefined ? send : { ...send, attribute }) }));
}
