import { describe, expect, it } from 'vitest';
import { DEMO_THREADS } from './demo-content.ts';
import { demoTimes } from './demo-times.ts';

const NOW = new Date('2026-03-04T15:00:00Z');
const all = DEMO_THREADS.map(({ slug, line }) => demoTimes(slug, line.replies.length + 1, NOW));

describe('demoTimes', () => {
  it('gives each post a whole hour before now, none before the one that it follows', () => {
    for (const times of all) {
      const hours = times.map((time) => time.getTime() / 3_600_000);
      expect(hours.every(Number.isInteger)).toBe(true);
      expect(hours).toEqual(hours.toSorted((a, b) => a - b));
      expect(times.every((time) => time < NOW)).toBe(true);
    }
  });

  it('spreads the threads over months', () => {
    const openings = all.map(([opening]) => opening?.toISOString());
    expect(new Set(openings).size).toBeGreaterThan(DEMO_THREADS.length * 0.9);
    expect(new Set(openings.map((text) => text?.slice(0, 7))).size).toBeGreaterThanOrEqual(4);
  });

  it('is the same at each asking', () => {
    expect(demoTimes('a', 5, NOW)).toEqual(demoTimes('a', 5, NOW));
    expect(demoTimes('a', 5, NOW)).not.toEqual(demoTimes('b', 5, NOW));
  });
});
