/** The checkbox for another post of the thread, by its number. */
export const alsoField = (number: number): string => `also-${number}`;

/** The posts that were ticked, out of what the form brought. */
export function readAlso(value: Readonly<Record<string, unknown>>): number[] {
  return Object.entries(value).flatMap(([name, ticked]) =>
    ticked === true && /^also-\d+$/.test(name) ? [Number(name.slice('also-'.length))] : [],
  );
}
