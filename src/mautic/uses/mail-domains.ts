/** Domains of the mail addresses in a setting: `office@northlight.example, Anna <anna@visitors.example>`. The addresses are not kept. */
import { hostName } from '../texts/address.js';

/** In the order of the text, and as often as they stand there; what is no host name is left out. */
export function mailDomains(text: string): string[] {
  return [...text.matchAll(/@([\p{L}\p{N}.-]{1,253})/gu)].flatMap(match => hostName((match[1] ?? '').replace(/\.+$/u, '')) ?? []);
}
