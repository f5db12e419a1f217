/** Numbers that look drawn and are the same for the same seed (mulberry32): a world can be made again. */
export type Random = {
  /** In [0, 1). */
  number(): number;
  /** From 0 to `below` - 1. */
  below(below: number): number;
  chance(probability: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  /** Items weigh what `weight` says, never less than nothing. */
  pickBy<Item>(items: readonly Item[], weight: (item: Item) => number): Item;
  /** Letters and digits as ids have them. */
  letters(count: number): string;
  /** Normal with mean 0 and deviation 1. */
  normal(): number;
};

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const number = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(number() * limit);
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[below(items.length)];
    if (item === undefined) throw new Error('Nothing to pick from');
    return item;
  };
  return {
    number,
    below,
    chance: (probability) => number() < probability,
    pick,
    pickBy(items, weight) {
      const weights = items.map((item) => Math.max(0, weight(item)));
      let left = number() * weights.reduce((sum, one) => sum + one, 0);
      return items.find((_, index) => (left -= weights[index] ?? 0) < 0) ?? pick(items);
    },
    letters: (count) =>
      Array.from({ length: count }, () => 'abcdefghijklmnopqrstuvwxyz234567'.charAt(below(32))).join(''),
    normal: () => Math.sqrt(-2 * Math.log(1 - number())) * Math.cos(2 * Math.PI * number()),
  };
}
