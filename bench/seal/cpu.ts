/** CPU in ms (user and system, all threads of this process, its embedded database included) that one `run` takes on average. */
export async function cpuOf(run: () => Promise<unknown>, times: number): Promise<number> {
  for (let i = 0; i < Math.ceil(times / 10); i++) await run();
  const before = process.cpuUsage();
  for (let i = 0; i < times; i++) await run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / times;
}

/** The same for two ways of doing something, in turns, so that whatever else the machine does falls on both. */
export async function cpuOfBoth(
  one: () => Promise<unknown>,
  other: () => Promise<unknown>,
  times: number,
): Promise<[number, number]> {
  const rounds = 5;
  const sums: [number, number] = [0, 0];
  for (let round = 0; round < rounds; round++) {
    sums[0] += await cpuOf(one, Math.ceil(times / rounds));
    sums[1] += await cpuOf(other, Math.ceil(times / rounds));
  }
  return [sums[0] / rounds, sums[1] / rounds];
}
