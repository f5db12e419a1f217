import { createHmac, randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import { sealKeys } from '#app/platform/seal-keys.server.ts';
import { openBox, sealBox } from './secret-box.server.ts';

/** A tag as it is stored: 32 bytes that only the member, with the server's key, can derive again. */
export type Tag = Uint8Array<ArrayBuffer>;

/** What a tag may be for. No tag serves two purposes. */
export type TagKind = 'session' | 'persona' | 'ledger' | 'limit';

/**
 * The 32 random bytes behind everything of a member's that names nobody. In memory only while their request lasts; stored only
 * wrapped. It can be asked for tags, never printed or serialised.
 */
export class MemberSecret {
  readonly #bytes: Buffer;

  private constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  static generate(): MemberSecret {
    return new MemberSecret(randomBytes(32));
  }

  /** The secret out of a box that `wrap` made; null if `key` or `context` is another. */
  static unwrap(key: Uint8Array, box: Uint8Array, context: string): MemberSecret | null {
    const bytes = openBox(key, box, context);
    return bytes?.length === 32 ? new MemberSecret(bytes) : null;
  }

  wrap(key: Uint8Array, context: string): Uint8Array<ArrayBuffer> {
    return sealBox(key, this.#bytes, context);
  }

  /** HMAC(SEAL_KEY, HMAC(memberSecret, kind ‖ "/v1" ‖ subject)) under the newest seal key: for new rows. */
  tag(kind: TagKind, subject: string | number): Tag {
    return this.#outer(sealKeys()[0], this.#inner(kind, subject));
  }

  /** The same under every seal key, newest first: for look-ups. */
  tags(kind: TagKind, subject: string | number): Tag[] {
    const inner = this.#inner(kind, subject);
    return sealKeys().map((key) => this.#outer(key, inner));
  }

  #inner(kind: TagKind, subject: string | number): Buffer {
    return createHmac('sha256', this.#bytes).update(`${kind}/v1${subject}`).digest();
  }

  #outer(key: Buffer, inner: Buffer): Tag {
    return Uint8Array.from(createHmac('sha256', key).update(inner).digest());
  }

  toJSON(): never {
    throw new Error('A member secret was about to be serialised');
  }

  [inspect.custom](): string {
    return '[member secret]';
  }
}
