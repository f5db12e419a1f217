import { rowsOf, text, type Loot, type Row } from '../loot/loot.ts';
import type { Act, ActKind, Truth } from '../world/truth.ts';

/** An act with the ids that the database gave to what it was about. */
export type Witnessed = Act & { accountId: string; postId: string; personaId: string | null };

/** The driver's diary in the terms of the loot: what a leak would have written down. */
export type Witness = {
  accountOf(person: number): string;
  acts(...kinds: ActKind[]): Witnessed[];
  /** The last moment before the loot was taken at which an account did something, in ms. */
  lastSeen(accountId: string): number;
  /** How many anonymous posts an account wrote. */
  anonymousPosts(accountId: string): Witnessed[];
};

export function witness(loot: Loot, truth: Truth): Witness {
  const idOfName = new Map(rowsOf(loot, 'accounts').map((row) => [text(row, 'pen_name'), text(row, 'id')]));
  const posts = new Map<string, Row>();
  for (const row of rowsOf(loot, 'posts')) posts.set(`${text(row, 'thread_id')}/${text(row, 'number')}`, row);
  const accountOf = (person: number): string => idOfName.get(truth.people[person]?.penName ?? '') ?? '';
  const all = truth.acts.map((act): Witnessed => {
    const post = posts.get(`${act.threadId}/${act.number}`);
    return {
      ...act,
      accountId: accountOf(act.person),
      postId: post?.['id'] ?? '',
      personaId: post?.['persona_id'] ?? null,
    };
  });
  const last = new Map(all.map(({ accountId, at }) => [accountId, at]));
  return {
    accountOf,
    acts: (...kinds) => all.filter(({ kind }) => kinds.includes(kind)),
    lastSeen: (accountId) => last.get(accountId) ?? truth.from,
    anonymousPosts: (accountId) =>
      all.filter((act) => act.kind === 'post' && act.anonymous === true && act.accountId === accountId),
  };
}

export const iso = (time: number): string => new Date(time).toISOString();

/** A random id that looks like ours, for rows of leaks: nothing can be read off it. */
export function idFor(seed: string): string {
  let state = 0x811c9dc5;
  return Array.from({ length: 16 }, (_, index) => {
    for (const character of `${seed}/${index}`) state = Math.imul(state ^ character.charCodeAt(0), 0x01000193) >>> 0;
    return 'abcdefghijklmnopqrstuvwxyz234567'.charAt((state >>> 11) % 32);
  }).join('');
}
