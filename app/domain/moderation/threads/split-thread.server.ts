import { db, type Transaction } from '#app/platform/db.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { noteChange } from '#app/platform/outbox.server.ts';
import type { Member, Staff } from '../../identity/viewer.ts';
import { revisePost } from '../../posts/revise-post.server.ts';
import { recountReplies } from '../../threads/recount-replies.server.ts';
import { slugOf } from '../../threads/slug.ts';
import { lockTopics } from '../../topics/lock-topics.server.ts';
import { recordAction } from '../record-action.server.ts';
import { requireRight } from '../rights.ts';
import { findTarget } from './move-thread.server.ts';
import { renderAnew } from './opening-post.server.ts';
import { changedMeanwhile, holdThread, refusedFor, requireThread, type WorkRefusal } from './thread-at-work.server.ts';

export type SplitResult = { kind: 'split'; thread: { id: string; slug: string } } | WorkRefusal;

/** `numbers`: of the replies that go; `topic`: the slug of where they go. */
type Split = { id: string; numbers: readonly number[]; title: string; topic: string; reason: string };

/**
 * Makes a thread of its own out of some replies of another. The first opens it. They keep their ids, writers and quotes, and their
 * old addresses find them; personas stay the same people in both threads. A merge takes it back.
 *
 * @throws DomainError not-found, not-allowed, or conflict when the replies are not there any more.
 */
export async function splitThread(member: Member, split: Split): Promise<SplitResult> {
  const staff = requireRight(member, 'splitThread');
  const { id, numbers, title } = split;
  await requireThread(id);
  if (numbers.length === 0) return refusedFor('posts', 'faults.splitNone');
  const target = await findTarget(split.topic);
  if (typeof target === 'string') return refusedFor('topic', target);
  const first = await readFirst(id, Math.min(...numbers));
  if (!first) throw changedMeanwhile();
  if (first.state !== 'published') return refusedFor('posts', 'faults.splitFirst');
  const { contentWarning } = await db.thread.findUniqueOrThrow({ where: { id }, select: { contentWarning: true } });
  const fields = { title, contentWarning, situation: null, whatIHaveTried: null, question: null };
  const opening = { id: first.id, ...(await renderAnew({ ...first, fields }, {})) };
  const thread = { id: newId(), slug: slugOf(title) };
  await db.$transaction((tx) => move(tx, staff, { ...split, target: target.id, thread, opening }));
  return { kind: 'split', thread };
}

const firstSelect = { id: true, version: true, state: true, body: true } as const;

function readFirst(threadId: string, number: number) {
  return db.post.findUnique({ where: { threadId_number: { threadId, number } }, select: firstSelect });
}

type Opening = { id: string } & Awaited<ReturnType<typeof renderAnew>>;
type Move = Split & { target: string; thread: { id: string; slug: string }; opening: Opening };

async function move(tx: Transaction, staff: Staff, work: Move): Promise<void> {
  const { id, numbers, reason, target, thread, opening } = work;
  const [topic] = [...(await lockTopics(tx, [target])).values()];
  if (topic?.isRetired !== false) throw changedMeanwhile();
  await holdThread(tx, id);
  await startFrom(tx, work);
  const ids = await movePosts(tx, { id, numbers, to: thread.id });
  if (ids.length !== numbers.length || !ids.includes(opening.id)) throw changedMeanwhile();
  const { id: postId, ...edit } = opening;
  const by = { by: 'moderator', moderatorId: staff.accountId, reason, publicDiff: true } as const;
  const version = await revisePost(tx, { id: postId, threadId: thread.id }, { ...edit, ...by });
  if (version === null) throw changedMeanwhile();
  await tx.thread.updateMany({ where: { id, answerId: { in: ids } }, data: { answerId: null } });
  for (const threadId of [id, thread.id]) await settle(tx, threadId);
  const act = { kind: 'split', reason } as const;
  const afterNumber = Math.min(...numbers) - 1;
  await recordAction(tx, staff, { ...act, threadId: id, otherThreadId: thread.id, afterNumber });
  await recordAction(tx, staff, { ...act, threadId: thread.id, otherThreadId: id, afterNumber: 0 });
  await noteChange(tx, 'thread', [id, thread.id]);
}

/** The new thread, with a scope of its own and those of the one it comes from. */
async function startFrom(tx: Transaction, { id, target, title, thread, opening }: Move): Promise<void> {
  const [scopes, first] = await Promise.all([
    tx.threadScope.findMany({ where: { threadId: id }, select: { scopeId: true } }),
    tx.post.findUniqueOrThrow({
      where: { id: opening.id },
      select: { perspective: true, language: true, createdAt: true },
    }),
  ]);
  const scopeId = newId();
  const { createdAt, ...voice } = first;
  await tx.thread.create({
    data: {
      ...thread,
      ...voice,
      scopeId,
      topicId: target,
      kind: 'discussion',
      title,
      createdAt,
      lastActivityAt: createdAt,
      scopes: { create: [{ scopeId }, ...scopes] },
    },
    select: { id: true },
  });
}

type Posts = { id: string; numbers: readonly number[]; to: string };

/** @returns the ids of those that were there to be moved. */
async function movePosts(tx: Transaction, { id, numbers, to }: Posts): Promise<string[]> {
  await tx.$executeRaw`
    INSERT INTO post_former_places (thread_id, number, post_id)
    SELECT thread_id, number, id FROM posts WHERE thread_id = ${id} AND number > 1 AND number = ANY (${[...numbers]})`;
  const moved = await tx.$queryRaw<{ id: string }[]>`
    UPDATE posts SET thread_id = ${to}, number = place.rank
    FROM (
      SELECT id, row_number() OVER (ORDER BY number)::int AS rank FROM posts
      WHERE thread_id = ${id} AND number > 1 AND number = ANY (${[...numbers]})
    ) place
    WHERE posts.id = place.id RETURNING posts.id`;
  return moved.map((post) => post.id);
}

/** What a thread says of its posts, after some came or went. Numbers that were given before are not given again. */
async function settle(tx: Transaction, threadId: string): Promise<void> {
  const newest = await tx.post.aggregate({ where: { threadId }, _max: { number: true } });
  const latest = await tx.post.aggregate({ where: { threadId, state: 'published' }, _max: { createdAt: true } });
  const { lastNumber, createdAt } = await tx.thread.findUniqueOrThrow({
    where: { id: threadId },
    select: { lastNumber: true, createdAt: true },
  });
  await tx.thread.update({
    where: { id: threadId },
    data: {
      lastNumber: Math.max(lastNumber, newest._max.number ?? 0),
      lastActivityAt: latest._max.createdAt ?? createdAt,
    },
    select: { id: true },
  });
  await recountReplies(tx, threadId);
}
