/** What a look at one part of the set-up came to. What is `bad` keeps the forum from working, or from keeping what it promises. */
export type Finding = { part: string; state: 'good' | 'doubtful' | 'bad'; says: string };

export const good = (part: string, says: string): Finding => ({ part, state: 'good', says });
export const doubtful = (part: string, says: string): Finding => ({ part, state: 'doubtful', says });
export const bad = (part: string, says: string): Finding => ({ part, state: 'bad', says });

/** Why something did not answer, in a few words. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code } = (error.cause ?? error) as { code?: string };
  return code ?? (error.message || error.name);
}
