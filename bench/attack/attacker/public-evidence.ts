import { Evidence, type Question } from '../figures/evidence.ts';
import { monthOf, type PublicPost, type PublicView } from './public-view.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MONTH = 30 * DAY;

/** Whose persona is it? Candidates are the accounts that were there in the month of its first post. */
export function attributionQuestion({ accounts, personas }: PublicView): Question {
  const allowed = new Uint8Array(personas.length * accounts.length);
  personas.forEach(({ posts }, i) => {
    const month = monthOf(posts[0]?.at ?? 0);
    accounts.forEach((account, a) => (allowed[i * accounts.length + a] = account.month <= month ? 1 : 0));
  });
  return { cases: personas.length, candidates: accounts.length, allowed };
}

/** All that the public pages say of who is behind an alias: what each pen name writes about, where, in which language, when. */
export function attributionFromPages(view: PublicView): Evidence {
  const { accounts, personas } = view;
  const evidence = new Evidence(attributionQuestion(view));
  const overall = accounts.flatMap(({ posts }) => posts);
  for (const [name, traitOf] of Object.entries(TRAITS)) {
    const likeness = accounts.map(({ posts }) => likelihoodOf(posts, overall, traitOf));
    evidence.add(name, (i, a) => mean(personas[i]?.posts ?? [], (post) => likeness[a]?.(traitOf(post)) ?? 0));
  }
  const written = accounts.map(({ posts }) => posts.length);
  const threads = accounts.map(({ posts }) => new Set(posts.map(({ threadId }) => threadId)));
  evidence.add('pen posts', (_, a) => Math.log1p(written[a] ?? 0));
  evidence.add('no pen post', (_, a) => (written[a] === 0 ? 1 : 0));
  evidence.add('pen name in the thread', (i, a) => (threads[a]?.has(personas[i]?.threadId ?? '') === true ? 1 : 0));
  const first = personas.map(({ posts }) => posts[0]?.at ?? 0);
  evidence.add('account made that month', (i, a) => (accounts[a]?.month === monthOf(first[i] ?? 0) ? 1 : 0));
  evidence.add('age of the account', (i, a) => Math.log1p(((first[i] ?? 0) - (accounts[a]?.month ?? 0)) / MONTH));
  const distance = (i: number, a: number): number => nearest(personas[i]?.posts ?? [], accounts[a]?.posts ?? []);
  evidence.add('hours to a pen post', (i, a) => -Math.log1p(distance(i, a) / HOUR));
  evidence.add('pen post in the hour', (i, a) => (distance(i, a) < HOUR ? 1 : 0));
  return evidence;
}

const TRAITS: Record<string, (post: PublicPost) => string> = {
  language: ({ language }) => language,
  perspective: ({ perspective }) => perspective,
  topic: ({ topic }) => topic,
  // Three hours at a time: people are about at theirs.
  hours: ({ at }) => String(Math.floor((at % DAY) / (3 * HOUR))),
};

/** log P(trait) of somebody who wrote `posts`, leaning on what all write while these are few. */
function likelihoodOf(
  posts: readonly PublicPost[],
  overall: readonly PublicPost[],
  traitOf: (post: PublicPost) => string,
): (trait: string) => number {
  const [mine, all] = [countsOf(posts, traitOf), countsOf(overall, traitOf)];
  const lean = 2;
  return (trait) => {
    const common = ((all.get(trait) ?? 0) + 0.5) / (overall.length + 0.5 * (all.size + 1));
    return Math.log(((mine.get(trait) ?? 0) + lean * common) / (posts.length + lean));
  };
}

function countsOf(posts: readonly PublicPost[], traitOf: (post: PublicPost) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const post of posts) counts.set(traitOf(post), (counts.get(traitOf(post)) ?? 0) + 1);
  return counts;
}

/** Ms between the two posts that lie nearest; a year where there are none. */
function nearest(some: readonly PublicPost[], others: readonly PublicPost[]): number {
  let least = 365 * DAY;
  for (const { at } of some) for (const other of others) least = Math.min(least, Math.abs(at - other.at));
  return least;
}

function mean<Item>(items: readonly Item[], valueOf: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + valueOf(item), 0) / Math.max(1, items.length);
}

/** Which other personas are the same person's? All in other threads come into question. */
export function joiningQuestion({ personas }: PublicView): Question {
  const count = personas.length;
  const allowed = new Uint8Array(count * count);
  personas.forEach((one, i) =>
    personas.forEach((other, j) => (allowed[i * count + j] = one.threadId === other.threadId ? 0 : 1)),
  );
  return { cases: count, candidates: count, allowed };
}

/** What the pages say of two aliases: alike in what, when and from where they speak. `sameAuthor` comes from attribution. */
export function joiningFromPages(view: PublicView, sameAuthor: (i: number, j: number) => number): Evidence {
  const { personas } = view;
  const evidence = new Evidence(joiningQuestion(view));
  const overall = personas.flatMap(({ posts }) => posts);
  for (const [name, traitOf] of Object.entries(TRAITS)) {
    const traits = personas.map(({ posts }) => new Set(posts.map(traitOf)));
    const shares = new Map([...countsOf(overall, traitOf)].map(([trait, count]) => [trait, count / overall.length]));
    evidence.add(`same ${name}`, (i, j) => rarestShared(traits[i], traits[j], shares));
  }
  const apart = (i: number, j: number): number => nearest(personas[i]?.posts ?? [], personas[j]?.posts ?? []);
  evidence.add('hours apart', (i, j) => -Math.log1p(apart(i, j) / HOUR));
  evidence.add('in the same hour', (i, j) => (apart(i, j) < HOUR ? 1 : 0));
  evidence.add('posts', (_, j) => Math.log1p(personas[j]?.posts.length ?? 0));
  evidence.add('both started', (i, j) => (isStarter(personas[i]) && isStarter(personas[j]) ? 1 : 0));
  evidence.add('same author', (i, j) => Math.log(1e-6 + sameAuthor(i, j)));
  return evidence;
}

const isStarter = (persona: { posts: readonly PublicPost[] } | undefined): boolean => persona?.posts[0]?.number === 1;

function rarestShared(
  some: ReadonlySet<string> | undefined,
  others: ReadonlySet<string> | undefined,
  shares: ReadonlyMap<string, number>,
): number {
  let rarest = 0;
  for (const trait of some ?? [])
    if (others?.has(trait) === true) rarest = Math.max(rarest, -Math.log(shares.get(trait) ?? 1));
  return rarest;
}
