import { randomFrom, type Random } from '../random.ts';
import type { Visitor } from './acts.ts';
import { Browser } from './browser.ts';
import type { RunningForum } from './forum.ts';
import { makePeople, type Person } from './people.ts';
import { runInOrder } from './schedule.ts';
import { sitting, type SittingPlan, type Surroundings } from './sitting.ts';
import type { Truth } from './truth.ts';

/** `sittings`: how often a week somebody comes, on average. */
export type WorldSize = { members: number; posts: number; weeks: number; sittings: number };

/** What fits into a test: few people, and all of them about at the same hours of few days, so that hours alone tell little. */
export const SMALL: WorldSize = { members: 52, posts: 210, weeks: 1, sittings: 4 };

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** By then all who are staff have joined. */
const STAFF_FROM_DAY = 3;
/** A Tuesday in the middle of a month: accounts come to be in two or three of them. */
export const WORLD_BEGINS = Date.UTC(2027, 0, 19);

/**
 * Lets people live on the forum for some weeks, through its real forms, in the order of the simulated clock.
 *
 * @param eachDay Called when a simulated day has ended, while nothing is asked of the forum.
 */
export async function live(
  forum: RunningForum,
  { seed, size, eachDay }: { seed: number; size: WorldSize; eachDay?: () => Promise<void> },
): Promise<Truth> {
  const random = randomFrom(seed);
  const topics = (await topicsOf(forum)).slice(0, 16);
  const people = makePeople(random, { ...size, topics });
  const truth: Truth = { seed, from: WORLD_BEGINS, people, acts: [] };
  let clock = WORLD_BEGINS;
  let day = 0;
  const around: Surroundings = {
    threads: new Map(),
    topics,
    startShare: 0.2,
    note: ({ person }, kind, what = {}) => truth.acts.push({ kind, at: clock, person: person.index, ...what }),
  };
  const stories = people.flatMap((person) => {
    const visitor: Visitor = {
      person,
      random: randomFrom(seed * 1000 + person.index),
      browser: browserOf(forum, person),
    };
    return sittingsOf(random, person, { people, size }).map(({ at, plan }) => ({
      at,
      story: sitting(visitor, plan, around),
    }));
  });
  await runInOrder(stories, async (now) => {
    for (; day < Math.floor((now - WORLD_BEGINS) / DAY); day++) {
      await eachDay?.();
      if (day === STAFF_FROM_DAY) await grantStaff(forum, people);
    }
    clock = now;
    await forum.setClock(now);
  });
  await eachDay?.();
  return truth;
}

/** They are made by the operator's command, which ends their sessions: they sign in anew. */
async function grantStaff(forum: RunningForum, people: readonly Person[]): Promise<void> {
  for (const { penName, habit } of people) {
    if (habit === 'staff') await forum.command('admin', 'grant', penName, 'moderator');
  }
}

function browserOf(forum: RunningForum, { address }: Person): Browser {
  return new Browser(forum.origin, { address });
}

async function topicsOf(forum: RunningForum): Promise<string[]> {
  const page = await new Browser(forum.origin).get('/api/v1/topics');
  const { groups } = JSON.parse(page.text) as { groups: { topics: { slug: string }[] }[] };
  return groups.flatMap((group) => group.topics.map(({ slug }) => slug));
}

type Sitting = { at: number; plan: SittingPlan };

/** When a person comes, and how much they mean to write then, so that all together write about `size.posts`. */
function sittingsOf(random: Random, person: Person, world: { people: Person[]; size: WorldSize }): Sitting[] {
  const { posts, weeks } = world.size;
  const joinedAt = WORLD_BEGINS + person.joinsOnDay * DAY;
  const joined = atHour(random, joinedAt, person);
  const reads = (): number => 1 + random.below(3);
  if (person.habit === 'throwaway') return [{ at: joined, plan: { writings: 1, reads: 1, isFirst: true } }];
  const sittings: Sitting[] = [
    { at: joined, plan: { writings: person.habit === 'newcomer' ? 1 : 0, reads: reads(), isFirst: true } },
  ];
  const until = WORLD_BEGINS + weeks * 7 * DAY;
  const perSitting = 1.7;
  const count = Math.round((person.appetite * (until - joined)) / (7 * DAY));
  const wanted = person.habit === 'reader' ? 0 : (posts / expectedWritings(world)) * count * perSitting;
  let owed = 0;
  for (let i = 0; i < Math.max(1, count); i++) {
    owed += wanted / Math.max(1, count);
    const writings = Math.floor(owed) + (random.chance(owed - Math.floor(owed)) ? 1 : 0);
    owed -= writings;
    const at = atHour(random, joined + DAY + random.number() * Math.max(1, until - joined - DAY), person);
    sittings.push({ at, plan: { writings, reads: reads(), isFirst: false } });
  }
  return sittings;
}

/** How many posts there would be if everybody wrote 1.7 a sitting. */
function expectedWritings({ people, size }: { people: Person[]; size: WorldSize }): number {
  const writers = people.filter(({ habit }) => habit !== 'reader' && habit !== 'throwaway');
  const weeksThere = (person: Person): number => size.weeks - person.joinsOnDay / 7;
  return writers.reduce((sum, person) => sum + person.appetite * weeksThere(person) * 1.7, 0);
}

/** About the person's hour, on the day of `time`. */
function atHour(random: Random, time: number, { peakHour }: Person): number {
  const day = Math.floor(time / DAY) * DAY;
  return day + (peakHour + 1.5 * random.normal() + random.number()) * HOUR;
}
