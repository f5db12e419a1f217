/** Why an engine gave no answer. */
export type Unavailability =
  /** Nobody listens there, or the connection was cut. */
  | 'refused'
  | 'timeout'
  /** It says itself that it has too much to do. */
  | 'busy'
  /** What came back is no answer of such an engine. */
  | 'rubbish'
  /** The key may not do this. */
  | 'denied'
  /** Its index is not there. */
  | 'missing'
  /** It answered that it could not, or a write came to nothing. */
  | 'failed'
  /** It is older or newer than what we know how to speak with. */
  | 'version';

/**
 * The engine cannot be asked now; another one may be. Says neither what was searched for nor what a document holds: the message
 * and the stack may be logged. So it has no `cause` either.
 */
export class EngineUnavailable extends Error {
  override readonly name = 'EngineUnavailable';
  readonly reason: Unavailability;
  /** How long the engine asked to be left alone, in ms. */
  readonly retryAfterMs: number | null;

  constructor(reason: Unavailability, message: string, retryAfterMs: number | null = null) {
    super(message);
    this.reason = reason;
    this.retryAfterMs = retryAfterMs;
  }
}
