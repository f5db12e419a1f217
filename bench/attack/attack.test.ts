import { beforeAll, describe, expect, it } from 'vitest';
import { chanceOf, isWithin, judge, plantLeaks, printed, type CaughtLeak, type Tried } from './report.ts';
import { readSchool } from './school.ts';
import { LEAKS } from './planted/leaks.ts';
import { SMALL } from './world/live.ts';
import { liveAndSeize } from './world/seize.ts';

/** A world in which every leak would show, small as it is. */
const SEED = 5;
const MINUTES = 60_000;

describe('a small world on the built forum, everything it stored stolen', () => {
  let tried: Tried;
  let caught: CaughtLeak[];

  beforeAll(async () => {
    const worlds = [await liveAndSeize({ seed: SEED, size: SMALL, withDisk: false })];
    tried = { worlds, chance: chanceOf(worlds), school: readSchool() };
    caught = plantLeaks(tried);
  }, 10 * MINUTES);

  it.each(['withKey', 'withoutKey'] as const)('tells nobody who wrote what, nor what belongs together: %s', (key) => {
    const lines = judge(tried, { withDisk: false })[key];
    expect(lines.length).toBeGreaterThan(5);
    expect(printed(lines.filter((line) => !isWithin(line)))).toEqual([]);
  });

  it.each(LEAKS.map(({ name }) => name))('would show %s', (name) => {
    const leak = caught.find((one) => one.name === name);
    expect(leak).toMatchObject({ isCaught: true });
    expect(leak?.unseenWithoutKey).not.toBe(false);
  });
});
