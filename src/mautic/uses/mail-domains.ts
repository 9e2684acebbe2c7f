/** Domains of the mail addresses in a setting: `office@northlight.example, Anna <anna@visitors.example>`. The addresses are not kept. */
import { hostName } from '../texts/address.js';

export function mailDomains(text: string): string[] {
  return [...text.matchAll(/@([\p{L}\p{N}.-]{1,253})/gu)].flatMap(match => hostName((match[1] ?? '').replace(/\.+$/u, '')) ?? []);
}
