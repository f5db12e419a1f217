/**
 * The three kinds of errors (docs/decisions/004-errors.md): what a person can mend comes back as a typed result and is shown
 * in the form; a DomainError has one of these codes and one status; everything else is a bug and becomes a 500.
 */
export const STATUS_OF_CODE = {
  'bad-request': 400,
  'not-signed-in': 401,
  'not-allowed': 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  'too-many': 429,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof STATUS_OF_CODE;

/** What a domain function throws when it will not do what was asked. `message` is for logs and APIs: English, without content. */
export class DomainError extends Error {
  readonly code: ErrorCode;
  /** Seconds after which to try again, for `too-many` and `unavailable`. */
  readonly retryAfter: number | undefined;

  constructor(code: ErrorCode, message: string, options: { retryAfter?: number } = {}) {
    super(message);
    this.name = 'DomainError';
    this.code = code;
    this.retryAfter = options.retryAfter;
  }

  get status(): number {
    return STATUS_OF_CODE[this.code];
  }
}
