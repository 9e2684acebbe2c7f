/** Domains of the mail addresses in a setting: `office@northlight.example, Anna <anna@visitors.example>`. The addresses are not kept. */
import { hostName } from '../texts/address.js';

const AFTER_AT = /@([\p{L}\p{N}.-]{1,253})/gu;

export function mailDomains(text: string): string[] {
  return [...text.matchAll(AFTER_AT)].flatMap(match => hostName((match[1] ?? '').replace(/\.+$/u, '')) ?? []);
}
