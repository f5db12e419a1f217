import { randomBytes } from 'node:crypto';

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';

/**
 * A random id of 16 lower-case base32 characters (80 bits), as it stands in addresses. It says nothing of when it was made.
 */
export function newId<Id extends string = string>(): Id {
  return base32(randomBytes(10)) as Id;
}

/** RFC 4648 base32 in lower case without padding, for whole groups of five bytes. */
export function base32(bytes: Uint8Array): string {
  let text = '';
  let buffer = 0;
  let bits = 0;
  for (const byte of bytes) {
    buffer = ((buffer << 8) | byte) & 0xffff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += BASE32.charAt((buffer >>> bits) & 31);
    }
  }
  return bits > 0 ? text + BASE32.charAt((buffer << (5 - bits)) & 31) : text;
}

/** Whether `text` can be an id of ours: what cannot need not be looked up. */
export function isId(text: string): boolean {
  return /^[a-z2-7]{10,32}$/.test(text);
}
