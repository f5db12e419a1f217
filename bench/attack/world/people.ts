import { PERSPECTIVES } from '#app/domain/topics/perspectives.ts';
import type { Random } from '../random.ts';
import type { Habit, PersonTruth } from './truth.ts';

export type Person = PersonTruth & {
  index: number;
  password: string;
  /** The address their requests come from, as a proxy would say it. */
  address: string;
  topics: string[];
  /** The hour of the day (UTC) around which they are about. */
  peakHour: number;
  /** Sittings a week. */
  appetite: number;
  /** Whether they sign out after each sitting. */
  isCautious: boolean;
  /** Days after the world's beginning. */
  joinsOnDay: number;
};

export type Population = { members: number; weeks: number; sittings: number; topics: readonly string[] };

const HABITS: { habit: Habit; share: number }[] = [
  { habit: 'staff', share: 0.03 },
  { habit: 'throwaway', share: 0.14 },
  { habit: 'newcomer', share: 0.15 },
  { habit: 'reader', share: 0.34 },
];
const RARE_LANGUAGE = 0.06;

/** Who there is: habits by quota, everything else drawn. */
export function makePeople(random: Random, { members, weeks, sittings, topics }: Population): Person[] {
  const quotas = HABITS.flatMap(({ habit, share }) =>
    Array<Habit>(Math.max(1, Math.round(share * members))).fill(habit),
  );
  const rareSpeakers = Math.max(2, Math.round(RARE_LANGUAGE * members));
  return Array.from({ length: members }, (_, index) => {
    const habit = quotas[index] ?? 'regular';
    // The last are regulars: a rare language must be written, and by more than one.
    const language = index >= members - rareSpeakers ? 'nb' : 'en';
    return makePerson(random, { index, habit, language, weeks, sittings, topics });
  });
}

type Given = {
  index: number;
  habit: Habit;
  language: 'en' | 'nb';
  weeks: number;
  sittings: number;
  topics: readonly string[];
};

function makePerson(random: Random, { index, habit, language, weeks, sittings, topics }: Given): Person {
  return {
    index,
    penName: `m${random.letters(9)}`,
    password: `four plain words ${random.letters(8)}`,
    address: `10.${random.below(250)}.${random.below(250)}.${1 + random.below(250)}`,
    habit,
    language,
    perspective: random.pickBy(PERSPECTIVES, (one) => 1 / (1 + PERSPECTIVES.indexOf(one))).slug,
    topics: [random.pick(topics), random.pick(topics), random.pick(topics)],
    peakHour: random.pickBy([8, 12, 18, 19, 20, 21, 22], (hour) => (hour > 17 ? 3 : 1)),
    appetite: sittings * Math.exp(0.55 * random.normal()),
    isCautious: habit === 'throwaway' || random.chance(0.35),
    anonymousShare: anonymousShareOf(index, habit),
    joinsOnDay: habit === 'throwaway' || habit === 'newcomer' ? random.number() * (weeks * 7 - 2) : random.number() * 2,
    sanctions: habit === 'reader' || random.chance(0.82) ? 0 : 1 + random.below(3),
  };
}

/** Some write anonymously alone, some never, most as it comes: about half of everything together. */
function anonymousShareOf(index: number, habit: Habit): number {
  return habit === 'throwaway' ? 1 : ([0.5, 1, 0, 0.7, 0.3][index % 5] ?? 0.5);
}
