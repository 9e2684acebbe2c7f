/** SHA-256 of a text. In JavaScript: to load the engine's own cryptography takes longer than all the hashes of a run. */
import { sha256 } from '@noble/hashes/sha2.js';

const UTF8 = new TextEncoder();

/** Of its UTF-8, as 64 hexadecimal digits. */
export function hashText(text: string): string {
  return Buffer.from(sha256(UTF8.encode(text))).toString('hex');
}
