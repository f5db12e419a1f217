/** The letters that a slip of the finger may put in. */
const LETTERS = Array.from('abcdefghijklmnopqrstuvwxyzæøå');

/** Every string that is one slip away from `word`: a letter too few, too many, another one, or two in each other's place. */
export function oneSlipFrom(word: string): string[] {
  const slips = new Set<string>();
  for (let at = 0; at <= word.length; at += 1) {
    const before = word.slice(0, at);
    const after = word.slice(at);
    if (after !== '') slips.add(before + after.slice(1));
    if (after.length > 1) slips.add(before + after.charAt(1) + after.charAt(0) + after.slice(2));
    for (const letter of LETTERS) {
      slips.add(before + letter + after);
      if (after !== '') slips.add(before + letter + after.slice(1));
    }
  }
  slips.delete(word);
  slips.delete('');
  return [...slips];
}

/** How many slips lie between two words (optimal string alignment), or more than `most`. */
export function slipsBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  let fewestLast = 0;
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    let fewest = i;
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (swapped) cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row.push(cost);
      fewest = Math.min(fewest, cost);
    }
    // Further down it becomes no less than in the two rows above.
    if (fewest > most && fewestLast > most) return most + 1;
    fewestLast = fewest;
    beforeLast = last;
    last = row;
  }
  return last[other.length] ?? most + 1;
}

/** Which letters a word has, as bits; letters may share one. */
export function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

/** How many letters of a word another one has not, at least: each of them is a slip between the two. By `lettersOf` of both, which is quickly compared. */
export function lettersMissing(from: number, other: number): number {
  let count = 0;
  for (let rest = from & ~other; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
