/**
 * The keyring of SEAL_KEY: a second lock on every tag, beside the member's own secret. It is never in the database.
 * New tags are made under the newest key; look-ups go through all of them.
 */
let keyring: readonly Buffer[] = [];

/** Hands in the keys, newest first. The host, the commands and the tests call it once, before any tag is derived. */
export function useSealKeys(keys: readonly Buffer[]): void {
  if (keys.length === 0 || keys.some((key) => key.length !== 32)) throw new Error('A seal key has 32 bytes');
  keyring = keys;
}

/** Newest first, never empty. */
export function sealKeys(): readonly [Buffer, ...Buffer[]] {
  const [newest, ...older] = keyring;
  if (!newest) throw new Error('No seal key has been handed in');
  return [newest, ...older];
}
