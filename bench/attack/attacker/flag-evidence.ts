import { Evidence, SparseCells, type Question } from '../figures/evidence.ts';
import { rowsOf, text, type Loot, type Row } from '../loot/loot.ts';
import type { Truth } from '../world/truth.ts';
import type { Answers } from './known-truth.ts';
import type { PublicView } from './public-view.ts';
import { isKey, type SeizedView } from './surroundings.ts';

const HOUR = 3_600_000;

/** Flags of posts in threads where personas write: which persona of the thread raised it? Candidates are all of the thread's. */
export type FlagQuestion = { question: Question; flags: readonly Row[]; answers: number[][]; flaggers: number[] };

/** Only flags whose writer has a persona in the thread ask anything. */
export function flagQuestion(
  loot: Loot,
  view: PublicView,
  { truth, answers }: { truth: Truth; answers: Answers },
): FlagQuestion {
  const flaggerOfWord = new Map(truth.acts.filter(({ kind }) => kind === 'flag').map((act) => [act.word, act.person]));
  const threadOfPost = new Map(rowsOf(loot, 'posts').map((post) => [text(post, 'id'), text(post, 'thread_id')]));
  const candidates = view.personas.length;
  const known = rowsOf(loot, 'flags').flatMap((flag) => {
    const person = flaggerOfWord.get(flag['note']?.split(' ').at(-1) ?? '');
    const account = person === undefined ? -1 : answers.personOfAccount.indexOf(person);
    const there = view.personas.map(({ threadId }) => threadId === threadOfPost.get(text(flag, 'post_id')));
    const right = there.flatMap((isThere, i) =>
      isThere && account >= 0 && answers.accountOfPersona[i] === account ? [i] : [],
    );
    return right.length > 0 ? [{ flag, account, there, right }] : [];
  });
  return {
    question: {
      cases: known.length,
      candidates,
      allowed: Uint8Array.from(known.flatMap(({ there }) => there.map((isThere) => (isThere ? 1 : 0)))),
    },
    flags: known.map(({ flag }) => flag),
    answers: known.map(({ right }) => right),
    flaggers: known.map(({ account }) => account),
  };
}

/** What a moderator knows who sees the flag and the thread: who wrote near that hour, and how much. */
export function flagsFromPages({ question, flags }: FlagQuestion, { personas }: PublicView): Evidence {
  const evidence = new Evidence(question);
  const at = flags.map((flag) => Date.parse(text(flag, 'created_at')));
  evidence.add('hours from the flag', (i, j) => -Math.log1p(nearestTo(at[i] ?? 0, personas[j]?.posts ?? []) / HOUR));
  evidence.add('own post', (i, j) =>
    personas[j]?.posts.some(({ id }) => id === flags[i]?.['post_id']) === true ? 1 : 0,
  );
  evidence.add('posts', (_, j) => Math.log1p(personas[j]?.posts.length ?? 0));
  return evidence;
}

/** Values that the flag's row has in common with a row around the persona. */
export function flagsFromLoot({ question, flags }: FlagQuestion, { loot, around: { personas } }: SeizedView): Evidence {
  const evidence = new Evidence(question);
  const cells = new SparseCells(question);
  personas.forEach(({ around }, j) => {
    const values = new Set(around.filter(({ table }) => table !== 'flags').flatMap(({ row }) => Object.values(row)));
    flags.forEach((known, i) => {
      const now = rowsOf(loot, 'flags').find((row) => row['id'] === known['id']) ?? known;
      for (const [column, value] of Object.entries(now)) {
        if (value !== null && isKey(value) && column !== 'post_id' && values.has(value))
          cells.add(`key: flags.${column}`, i, j, 1);
      }
    });
  });
  evidence.addSparse(cells);
  return evidence;
}

function nearestTo(at: number, posts: readonly { at: number }[]): number {
  return Math.min(...posts.map((post) => Math.abs(post.at - at)));
}
