import { createHmac, randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import { sealKeys } from '#app/platform/seal-keys.server.ts';
import { deriveKey, openBox, padded, sealBox } from './secret-box.server.ts';

/** A tag as it is stored: 32 bytes that only the member, with the server's key, can derive again. */
export type Tag = Uint8Array<ArrayBuffer>;

/** What a tag may be for. No tag serves two purposes. */
export type TagKind =
  | 'session'
  | 'persona'
  | 'ledger'
  | 'limit'
  | 'vault'
  | 'draft'
  | 'flag'
  | 'endorsement'
  | 'totp-step'
  | 'passkey-challenge';

/** What a member's own ciphertexts may hold. A box of one kind does not open as another. */
export type SealedKind = 'vault' | 'draft' | 'session-note' | 'second-factor';

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

  /**
   * `value` as JSON that only this member can read, padded in steps. `context` says which of its kind it is: a box moved to
   * another place does not open there.
   */
  sealJson(kind: SealedKind, context: string, value: unknown): Uint8Array<ArrayBuffer> {
    return sealBox(this.#keyFor(kind), padded(JSON.stringify(value)), `${kind}/v1/${context}`);
  }

  /** What `sealJson` sealed; null for another member's, another place's, or one that was tampered with. */
  openJson(kind: SealedKind, context: string, box: Uint8Array): unknown {
    const plain = openBox(this.#keyFor(kind), box, `${kind}/v1/${context}`);
    return plain && (JSON.parse(plain.toString()) as unknown);
  }

  /** A number in [0, 1) that is always the same for `subject` and that nobody else can foretell. */
  fraction(subject: string): number {
    return createHmac('sha256', this.#bytes).update(`fraction/v1${subject}`).digest().readUInt32BE() / 2 ** 32;
  }

  #keyFor(kind: SealedKind): Buffer {
    return deriveKey(this.#bytes, `${kind}/v1`);
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
