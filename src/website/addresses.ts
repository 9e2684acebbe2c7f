/** Addresses in the code of a website → what they send to Mautic. */
import type { Send } from './site.js';

/** How an address is used. `request`: code asks for it; `link`: people follow it. */
export type AddressUse = 'script' | 'image' | 'frame' | 'form' | 'request' | 'link';

/** A send whose place the caller knows. */
export type UnplacedSend = Omit<Send, 'start' | 'end'>;

/**
 * What an address sends, whatever host it is on: the script or pixel of Mautic with its parameters, a form, a focus item, a known tracker.
 * @param address as it stands in the code; what is not known are runs of `HOLE`
 */
export function sendsOfAddress(_address: string, _use: AddressUse): UnplacedSend[] {
  return [];
}
