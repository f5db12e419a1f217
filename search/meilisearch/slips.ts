/** Words that may hold one slip, and two: of basic forms for the server (index-settings.ts), of the words asked where we rank. */
export const ONE_SLIP_FROM = 4;
export const TWO_SLIPS_FROM = 8;

/** How many slips are forgiven in a word that was asked. */
export function slipsAllowedIn(word: string): 0 | 1 | 2 {
  if (word.length < ONE_SLIP_FROM || !/^\p{L}+$/u.test(word)) return 0;
  return word.length < TWO_SLIPS_FROM ? 1 : 2;
}
