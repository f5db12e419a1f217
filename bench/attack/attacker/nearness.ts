/** A place in some order (a time, a number, an id among all ids), and whose it is. */
export type Mark = { at: number; owner: number };

/** How near each of `owners` comes to any of `places` with any of its marks; infinite for who has none. */
export function distancesTo(places: readonly number[], marks: readonly Mark[], owners: number): Float64Array {
  const distances = new Float64Array(owners).fill(Infinity);
  for (const place of places) {
    for (const { at, owner } of marks) {
      const distance = Math.abs(at - place);
      if (distance < (distances[owner] ?? 0)) distances[owner] = distance;
    }
  }
  return distances;
}

/** Ranks of values from 0 to 1; equal ones get the middle of the ranks they share. */
export function sharedRanks(values: Float64Array): Float32Array {
  const order = [...values.keys()].sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0) || 0);
  const ranks = new Float32Array(values.length);
  for (let from = 0; from < order.length;) {
    let to = from;
    while (to + 1 < order.length && values[order[to + 1] ?? 0] === values[order[from] ?? 0]) to++;
    for (let k = from; k <= to; k++) ranks[order[k] ?? 0] = (from + to) / 2 / values.length;
    from = to + 1;
  }
  return ranks;
}

/** What a rank says: much for the very nearest, little among the rest. */
export function nearnessOf(rank: number, owners: number): number {
  return -Math.log(rank + 0.5 / owners);
}
