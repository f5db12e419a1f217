/** The id of a thread in what a moderator typed: its address, with whatever comes after, or the id alone. Empty if there is none. */
export function threadIdIn(address: string): string {
  return /^(?:\S*\/threads\/)?([a-z2-7]{10,32})(?:[/?#]\S*)?$/.exec(address)?.[1] ?? '';
}
