import { describe, expect, it } from 'vitest';
import { silentSince } from './silence.ts';

describe('a thread that nobody writes in any more', () => {
  const lastActivityAt = new Date('2025-03-01T10:00:00Z');

  it.each([
    ['dilemma', '2026-03-01T10:00:00Z', null],
    ['dilemma', '2026-03-01T11:00:00Z', lastActivityAt],
    ['discussion', '2027-01-01T00:00:00Z', lastActivityAt],
    ['guide', '2027-01-01T00:00:00Z', null],
  ] as const)('%s on %s', (kind, now, since) => {
    expect(silentSince({ kind, lastActivityAt }, new Date(now))).toEqual(since);
  });
});
