import type { Random } from '../random.ts';

/** One question that an attacker answered: whose it was, and how well each of two attackers did. */
export type Scored = {
  seed: number;
  /** Whose post or persona it was. */
  person: number;
  /** The group of members that this person belongs to (habit and rarity), for the worst tenth. */
  trait: string;
  /** Questions that count as several: a persona counts once for each of its posts. */
  weight: number;
  /** Success of the best guess (ties shared) and belief in the truth, by who only reads the public pages … */
  chance: Success;
  /** … and by who has the loot. */
  loot: Success;
};

export type Success = { guess: number; belief: number };
export type Measure = keyof Success;

export type Figure = { chance: number; loot: number; ratio: number; low: number; high: number };

const ROUNDS = 1000;

/**
 * How often the best guess is right: 1 if the only candidate with the highest belief is right, a share where several have it. So
 * no drawing of lots stands in the figures.
 */
export function successOf(beliefs: Float32Array, start: number, count: number, right: readonly number[]): Success {
  let highest = -1;
  let tied = 0;
  for (let at = start; at < start + count; at++) {
    const belief = beliefs[at] ?? 0;
    if (belief > highest * (1 + 1e-6)) [highest, tied] = [belief, 1];
    else if (belief > highest * (1 - 1e-6)) tied++;
  }
  const believed = right.map((candidate) => beliefs[start + candidate] ?? 0);
  const hits = believed.filter((belief) => belief >= highest * (1 - 1e-6)).length;
  return { guess: hits / tied, belief: believed.reduce((sum, belief) => sum + belief, 0) };
}

/** Loot against chance with a 95 % interval: worlds drawn anew, and within each world its members (bootstrap). */
export function figureOf(scored: readonly Scored[], measure: Measure, random: Random): Figure {
  const worlds = byWorld(scored, measure);
  const whole = ratioOf(worlds.flat());
  const drawn = Array.from({ length: ROUNDS }, () => {
    const chosen = worlds.length > 1 ? worlds.map(() => random.pick(worlds)) : worlds;
    return ratioOf(chosen.flatMap((members) => members.map(() => random.pick(members)))).ratio;
  })
    .filter((ratio) => !Number.isNaN(ratio))
    .sort((a, b) => a - b);
  const at = (share: number): number => drawn[Math.min(drawn.length - 1, Math.floor(share * drawn.length))] ?? NaN;
  return { ...whole, low: at(0.025), high: at(0.975) };
}

type Sums = { chance: number; loot: number; weight: number };

/** Sums for each member of each world. */
function byWorld(scored: readonly Scored[], measure: Measure): Sums[][] {
  const worlds = new Map<number, Map<number, Sums>>();
  for (const { seed, person, weight, chance, loot } of scored) {
    const members = worlds.get(seed) ?? new Map<number, Sums>();
    worlds.set(seed, members);
    const sums = members.get(person) ?? { chance: 0, loot: 0, weight: 0 };
    members.set(person, sums);
    sums.chance += weight * chance[measure];
    sums.loot += weight * loot[measure];
    sums.weight += weight;
  }
  return [...worlds.values()].map((members) => [...members.values()]);
}

function ratioOf(members: readonly Sums[]): Pick<Figure, 'chance' | 'loot' | 'ratio'> {
  const sum = (of: keyof Sums): number => members.reduce((all, one) => all + one[of], 0);
  const [chance, loot] = [sum('chance') / sum('weight'), sum('loot') / sum('weight')];
  return { chance, loot, ratio: chance === 0 && loot === 0 ? 1 : loot / chance };
}

/** Members of the worst groups are taken until they are this share of all. */
const WORST = 0.1;

/**
 * The worst tenth of the members, which choosing alone cannot make worse: the groups with the highest ratios are chosen on one
 * half (worlds, or the members of a single world) and measured on the other, and the other way round.
 */
export function worstTenth(scored: readonly Scored[]): Scored[] {
  const worlds = [...new Set(scored.map(({ seed }) => seed))].sort((a, b) => a - b);
  const halfOf = ({ seed, person }: Scored): number => (worlds.length > 1 ? worlds.indexOf(seed) : person) % 2;
  return [0, 1].flatMap((half) => {
    const chosenOn = scored.filter((one) => halfOf(one) === half);
    const measuredOn = scored.filter((one) => halfOf(one) !== half);
    const traits = worstTraits(chosenOn);
    return measuredOn.filter(({ trait }) => traits.has(trait));
  });
}

function worstTraits(scored: readonly Scored[]): Set<string> {
  const traits = [...new Set(scored.map(({ trait }) => trait))].map((trait) => {
    const members = byWorld(
      scored.filter((one) => one.trait === trait),
      'belief',
    ).flat();
    return { trait, members: members.length, ratio: ratioOf(members).ratio };
  });
  const all = traits.reduce((sum, { members }) => sum + members, 0);
  const chosen = new Set<string>();
  let taken = 0;
  for (const { trait, members } of traits.sort((a, b) => b.ratio - a.ratio)) {
    if (taken >= WORST * all) break;
    chosen.add(trait);
    taken += members;
  }
  return chosen;
}
