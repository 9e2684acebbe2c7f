/** Elements of HTML or JSX → what they send to Mautic. */
import { type AddressUse, nameOf, sendsOfAddress, type UnplacedSend } from './addresses.js';
import { isHeld, LOADED_ADDRESSES } from './consent-tools.js';
import { aliasIn, CONTROL_NAMES } from './form-keys.js';
import { personalValue } from './personal-values.js';

/** An element, the way both readers hand it over. */
export interface Element {
  /** In lower case. */
  readonly name: string;
  /** By their names in lower case, as HTML has them; what is not known of a value are runs of `HOLE`. */
  readonly attributes: ReadonlyMap<string, string>;
  /** The form around it: its id or its name in the HTML; undefined outside of forms, and when it is not known. */
  readonly form?: string;
}

/** A send, and which attribute says so. */
export type ElementSend = UnplacedSend & { readonly attribute?: string };

type Attributes = Element['attributes'];

/** What a browser loads for an element. */
const LOADS: ReadonlyMap<string, AddressUse> = new Map<string, AddressUse>([
  ['script', 'script'],
  ['img', 'image'],
  ['source', 'image'],
  ['iframe', 'frame'],
  ['frame', 'frame'],
  ['embed', 'frame'],
]);
const INPUTS: ReadonlySet<string> = new Set(['input', 'select', 'textarea', 'button']);
/** Inputs without an answer of a person. */
const NO_ANSWER: ReadonlySet<string> = new Set(['submit', 'button', 'reset', 'image']);

/** What one element sends: scripts, images, frames, forms and their inputs, slots. */
export function sendsOfElement(element: Element): ElementSend[] {
  const { name, attributes } = element;
  if (name === 'form') return formSends(attributes);
  if (INPUTS.has(name)) return inputSends(element);
  return [...loadSends(name, attributes), ...slotSends(attributes), ...videoSends(name, attributes)];
}

function loadSends(name: string, attributes: Attributes): ElementSend[] {
  const use = LOADS.get(name);
  if (use === undefined) return [];
  const gate = isHeld(attributes) ? 'held' : 'none';
  return LOADED_ADDRESSES.flatMap(attribute => {
    const found = sendsOfAddress(attributes.get(attribute) ?? '', use);
    return found.map((send): ElementSend => (hasGate(send) ? { ...send, gate, attribute } : { ...send, attribute }));
  });
}

function hasGate({ what }: UnplacedSend): boolean {
  return what === 'tracking' || what === 'service';
}

function formSends(attributes: Attributes): ElementSend[] {
  const address = sendsOfAddress(attributes.get('action') ?? '', 'form').map(send => ({ ...send, attribute: 'action' }));
  const name = nameOfForm(attributes);
  const [first] = address;
  if (first === undefined) {
    const attribute = attributes.has('data-mautic-form') ? 'data-mautic-form' : 'id';
    return name === undefined ? [] : [{ what: 'form', how: 'form-post', ...nameOf(name), attribute }];
  }
  return first.certainty === 'open' && name !== undefined ? [{ ...first, ...nameOf(name) }] : address;
}

/** Id or name of the form of Mautic that a `form` element posts to, by its address, id or name; undefined: it is none, or not known which. */
export function formOf(attributes: ReadonlyMap<string, string>): string | undefined {
  const [send] = formSends(attributes);
  return send?.certainty === 'literal' ? send.key : undefined;
}

/** Mautic writes the name of the form, its letters and digits in lower case, into both attributes. */
function nameOfForm(attributes: Attributes): string | undefined {
  const name = attributes.get('data-mautic-form') ?? /^mauticform_(?!wrapper_)([^_].*)$/u.exec(attributes.get('id') ?? '')?.[1];
  return name === undefined || name.trim() === '' ? undefined : name.trim();
}

function inputSends({ name: element, attributes, form }: Element): ElementSend[] {
  const name = attributes.get('name') ?? '';
  const alias = aliasIn(name) ?? (form === undefined || name.startsWith('mauticform[') ? undefined : name.replace(/\[[^[\]]*\]$/u, ''));
  if (alias === undefined || alias === '' || CONTROL_NAMES.has(alias)) return [];
  const type = (attributes.get('type') ?? '').trim().toLowerCase();
  if (element === 'button' || NO_ANSWER.has(type)) return [];
  const value = personalValue(attributes.get('value') ?? attributes.get('defaultvalue') ?? '');
  return [
    {
      what: 'form_field',
      how: 'form-post',
      ...nameOf(alias),
      ...(form === undefined ? {} : { form }),
      ...(value === undefined ? {} : { value }),
      attribute: 'name',
    },
  ];
}

function slotSends(attributes: Attributes): ElementSend[] {
  const isSlot =
    attributes.get('data-slot') === 'dwc' ||
    attributes.has('data-param-slot-name') ||
    /(?:^|\s)mautic-slot(?:\s|$)/u.test(attributes.get('class') ?? attributes.get('classname') ?? '');
  if (!isSlot) return [];
  const attribute = ['data-param-slot-name', 'data-slot-name'].find(candidate => attributes.has(candidate));
  const name = attribute === undefined ? '' : (attributes.get(attribute) ?? '');
  return [{ what: 'slot', how: 'slot', ...nameOf(name), ...(attribute === undefined ? {} : { attribute }) }];
}

/** A video that asks for a form before it goes on. */
function videoSends(name: string, attributes: Attributes): ElementSend[] {
  const id = attributes.get('data-form-id');
  if (id === undefined || (name !== 'video' && !attributes.has('data-gate-time'))) return [];
  return [{ what: 'form', how: 'form-embed', ...nameOf(id), attribute: 'data-form-id' }];
}

/** What a component of the team sends, whose name stands in `website.helpers`: the answer that goes by its `name`. */
export function sendsOfComponent({ attributes, form }: Element): ElementSend[] {
  const name = attributes.get('name');
  const alias = name === undefined ? undefined : (aliasIn(name) ?? name);
  const value = personalValue(attributes.get('value') ?? '');
  if (alias === undefined || alias === '' || CONTROL_NAMES.has(alias)) return [];
  const more = { ...(form === undefined ? {} : { form }), ...(value === undefined ? {} : { value }) };
  return [{ what: 'form_field', how: 'form-post', ...nameOf(alias), ...more, attribute: 'name' }];
}
