import { createHmac, randomBytes } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { HOUR_MS } from '#app/platform/times.ts';
import { now } from '../clock.server.ts';
import { DomainError } from '../errors.ts';
import { LIMITS, type LimitedAction } from './limits.ts';

const limiters = new Map<LimitedAction, RateLimiterMemory>();
let secret = { hour: -1, bytes: Buffer.alloc(0) };

/**
 * Counts one `action` of whoever `key` stands for. Counts live in this process's memory alone, under a digest of the key with
 * a secret that changes each hour: nothing here, nor in a memory dump an hour old, tells who it was.
 *
 * @throws DomainError `too-many`, with the seconds to wait as `retryAfter`.
 */
export async function consume(action: LimitedAction, key: string): Promise<void> {
  try {
    await limiterOf(action).consume(digestOf(key));
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    const retryAfter = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    throw new DomainError('too-many', `Too many times: ${action}`, { retryAfter });
  }
}

/** Tests only: forgets every count. */
export function forgetLimits(): void {
  limiters.clear();
}

function limiterOf(action: LimitedAction): RateLimiterMemory {
  const known = limiters.get(action);
  if (known) return known;
  const { times, seconds } = LIMITS[action];
  const limiter = new RateLimiterMemory({ keyPrefix: action, points: times, duration: seconds });
  limiters.set(action, limiter);
  return limiter;
}

function digestOf(key: string): string {
  const hour = Math.floor(now().getTime() / HOUR_MS);
  if (hour !== secret.hour) secret = { hour, bytes: randomBytes(32) };
  return createHmac('sha256', secret.bytes).update(key).digest('base64url');
}
