import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const NONCE_BYTES = 12;
const MAC_BYTES = 16;

/**
 * Seals `plain` with AES-256-GCM: nonce, MAC and ciphertext in one. `context` says what the box is for and whose it is; it is
 * authenticated, so that a box moved to another row does not open there.
 */
export function sealBox(key: Uint8Array, plain: Uint8Array, context: string): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
  const ciphertext = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Uint8Array.from(Buffer.concat([nonce, cipher.getAuthTag(), ciphertext]));
}

/** What `sealBox` sealed; null for another key, another context or a box that was tampered with. */
export function openBox(key: Uint8Array, box: Uint8Array, context: string): Buffer | null {
  if (box.length < NONCE_BYTES + MAC_BYTES) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(0, NONCE_BYTES))
    .setAAD(Buffer.from(context))
    .setAuthTag(box.subarray(NONCE_BYTES, NONCE_BYTES + MAC_BYTES));
  try {
    return Buffer.concat([decipher.update(box.subarray(NONCE_BYTES + MAC_BYTES)), decipher.final()]);
  } catch {
    return null;
  }
}

/** 32 bytes for one purpose out of a secret that is random already (RFC 5869, SHA-256, no salt). */
export function deriveKey(secret: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, new Uint8Array(), purpose, 32));
}

/** The least length of a padded text in bytes, and how much longer each further step is. */
const FIRST_STEP = 512;
const STEP_FACTOR = 2;

/** A text with blanks at its end up to the next step, so that its ciphertext's length says little. JSON reads as before. */
export function padded(text: string): Buffer {
  const length = Buffer.byteLength(text);
  let step = FIRST_STEP;
  while (step < length) step *= STEP_FACTOR;
  return Buffer.concat([Buffer.from(text), Buffer.alloc(step - length, ' ')]);
}
