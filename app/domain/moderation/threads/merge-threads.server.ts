import { db, type Transaction } from '#app/platform/db.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import { noteChange } from '#app/platform/outbox.server.ts';
import type { Member, Staff } from '../../identity/viewer.ts';
import { revisePost } from '../../posts/revise-post.server.ts';
import { LIMITS } from '../../threads/limits.ts';
import { recountReplies } from '../../threads/recount-replies.server.ts';
import { renderBody } from '../../threads/render-body.server.ts';
import { recordAction } from '../record-action.server.ts';
import { requireRight } from '../rights.ts';
import { joinAliases } from './join-aliases.server.ts';
import { openingAsReply } from './opening-as-reply.ts';
import { readOpening, renderAnew, type Opening } from './opening-post.server.ts';
import { threadIdIn } from './thread-id-in.ts';
import { changedMeanwhile, refusedFor, type WorkRefusal } from './thread-at-work.server.ts';

/** `after`: the number behind which the posts that came in stand. */
export type MergeResult = { kind: 'merged'; into: { id: string; slug: string }; after: number } | WorkRefusal;

type Merge = { id: string; into: string; reason: string };
type Edit = Awaited<ReturnType<typeof renderAnew>>;
/** The new versions of the opening posts; null where one stays as it is. */
type Openings = { away: { id: string; edit: Edit } | null; stays: { id: string; edit: Edit } | null };

/**
 * Puts all posts of a thread behind those of another, `into` (its address or id). They keep their ids, writers, quotes and, by
 * their former places, their addresses; the thread itself is left as a row that leads there. All in a few statements of one
 * transaction, however long the threads are.
 *
 * @throws DomainError not-found, not-allowed, or conflict when either thread was changed meanwhile.
 */
export async function mergeThreads(member: Member, { id, into: address, reason }: Merge): Promise<MergeResult> {
  const staff = requireRight(member, 'mergeThreads');
  const into = threadIdIn(address);
  const [away, stays] = await readPair(db, { id, into });
  if (away?.mergedIntoId !== null) throw new DomainError('not-found', 'No such thread');
  if (!stays) return refusedFor('into', 'faults.mergeUnknown');
  const fault = whyNot(away, stays);
  if (fault !== null) return refusedFor('into', fault);
  const openings = await prepareOpenings(away, stays);
  if ('kind' in openings) return openings;
  const after = await db.$transaction((tx) => merge(tx, staff, { id, into, reason, openings }));
  return { kind: 'merged', into: { id: into, slug: stays.slug }, after };
}

type Row = Exclude<Awaited<ReturnType<typeof readPair>>[number], undefined>;

async function readPair(tx: Pick<Transaction, 'thread'>, { id, into }: { id: string; into: string }) {
  const rows = await tx.thread.findMany({
    where: { id: { in: [id, into] } },
    select: {
      id: true,
      slug: true,
      language: true,
      state: true,
      mergedIntoId: true,
      contentWarning: true,
      lastNumber: true,
      lastActivityAt: true,
      topic: { select: { staffOnly: true } },
    },
  });
  return [rows.find((row) => row.id === id), rows.find((row) => row.id === into)] as const;
}

/** The catalogue key of what speaks against it. */
function whyNot(away: Row, stays: Row): string | null {
  if (away.id === stays.id) return 'faults.mergeItself';
  if (stays.mergedIntoId !== null) return 'faults.mergeMerged';
  if (away.state !== 'published') return 'faults.mergeHidden';
  if (stays.state !== 'published') return 'faults.mergeIntoHidden';
  return away.topic.staffOnly === stays.topic.staffOnly ? null : 'faults.mergeBorder';
}

/** Rendered before anything is held: a reply has a text alone, so the fields of the opening that comes in go into it. */
async function prepareOpenings(away: Row, stays: Row): Promise<Openings | WorkRefusal> {
  const [coming, staying] = [await readOpening(db, away.id), await readOpening(db, stays.id)];
  const contentWarning = joinWarnings(stays.contentWarning, away.contentWarning);
  const edit = coming.state === 'erased' ? null : await asReply(coming, away);
  if (edit && 'kind' in edit) return edit;
  const isWarned = contentWarning !== stays.contentWarning && staying.state !== 'erased';
  return {
    away: edit && { id: coming.id, edit },
    stays: isWarned ? { id: staying.id, edit: await renderAnew(staying, { contentWarning }) } : null,
  };
}

async function asReply({ version: from, body, fields }: Opening, { language }: Row): Promise<Edit | WorkRefusal> {
  const whole = openingAsReply({ ...fields, body }, language);
  const rendered = await renderBody(whole);
  if (rendered.kind === 'refused') return refusedFor('into', 'faults.mergeTooLong');
  return { from, body: whole, html: rendered.html, text: rendered.text, opening: null };
}

/** Both, as far as there is room: what readers are warned of must not get less. */
function joinWarnings(stays: string | null, comes: string | null): string | null {
  if (stays === null || comes === null) return stays ?? comes;
  const isSaid = stays.toLowerCase().includes(comes.toLowerCase());
  return isSaid ? stays : `${stays}, ${comes}`.slice(0, LIMITS.contentWarning);
}

async function merge(
  tx: Transaction,
  staff: Staff,
  { id, into, reason, openings }: Merge & { openings: Openings },
): Promise<number> {
  // In the order of their ids, so that of two merges at once neither waits for the other's second thread.
  await tx.$queryRaw`SELECT id FROM threads WHERE id = ANY (${[id, into]}) ORDER BY id FOR NO KEY UPDATE`;
  const [away, stays] = await readPair(tx, { id, into });
  if (!away || !stays || away.mergedIntoId !== null || whyNot(away, stays) !== null) throw changedMeanwhile();
  await reviseOpenings(tx, staff, { id, into, reason, openings });
  await joinAliases(tx, { id, into });
  const count = await movePosts(tx, { id, into, after: stays.lastNumber });
  await leadThere(tx, { id, into });
  const lastActivityAt = new Date(Math.max(away.lastActivityAt.getTime(), stays.lastActivityAt.getTime()));
  const contentWarning = joinWarnings(stays.contentWarning, away.contentWarning);
  const data = { lastNumber: stays.lastNumber + count, lastActivityAt, contentWarning };
  await tx.thread.update({ where: { id: into }, data, select: { id: true } });
  await recountReplies(tx, into);
  const act = { kind: 'merge', reason } as const;
  await recordAction(tx, staff, { ...act, threadId: into, otherThreadId: id, afterNumber: stays.lastNumber });
  await recordAction(tx, staff, { ...act, threadId: id, otherThreadId: into, afterNumber: away.lastNumber });
  await noteChange(tx, 'thread', [into]);
  return stays.lastNumber;
}

async function reviseOpenings(
  tx: Transaction,
  staff: Staff,
  { id, into, reason, openings }: Merge & { openings: Openings },
): Promise<void> {
  const by = { by: 'moderator', moderatorId: staff.accountId, reason, publicDiff: true } as const;
  for (const [threadId, opening] of [[id, openings.away] as const, [into, openings.stays] as const]) {
    if (opening === null) continue;
    const version = await revisePost(tx, { id: opening.id, threadId }, { ...opening.edit, ...by });
    if (version === null) throw changedMeanwhile();
  }
}

/** Gives the posts their new numbers, in the order of the old ones, and keeps these. @returns how many they are. */
async function movePosts(tx: Transaction, { id, into, after }: { id: string; into: string; after: number }) {
  await tx.$executeRaw`
    INSERT INTO post_former_places (thread_id, number, post_id) SELECT thread_id, number, id FROM posts WHERE thread_id = ${id}`;
  return tx.$executeRaw`
    UPDATE posts SET thread_id = ${into}, number = ${after}::int + place.rank,
      form_key = CASE WHEN EXISTS (SELECT 1 FROM posts there WHERE there.thread_id = ${into} AND there.form_key = posts.form_key)
        THEN NULL ELSE form_key END
    FROM (SELECT id, row_number() OVER (ORDER BY number)::int AS rank FROM posts WHERE thread_id = ${id}) place
    WHERE posts.id = place.id`;
}

/** Personas stay the same people in the thread they come to; the one they leave, and all that led to it, leads there. */
async function leadThere(tx: Transaction, { id, into }: { id: string; into: string }): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO thread_scopes (thread_id, scope_id) SELECT ${into}, scope_id FROM thread_scopes WHERE thread_id = ${id}
    ON CONFLICT DO NOTHING`;
  await tx.threadScope.deleteMany({ where: { threadId: id } });
  await tx.thread.updateMany({ where: { mergedIntoId: id }, data: { mergedIntoId: into } });
  await tx.thread.update({ where: { id }, data: { ...TOMBSTONE, mergedIntoId: into }, select: { id: true } });
}

/** What is left of a thread that was merged away: no list shows it, and it has no word of what stood there. */
const TOMBSTONE = {
  title: '',
  slug: 'merged',
  state: 'erased',
  contentWarning: null,
  situation: null,
  whatIHaveTried: null,
  question: null,
  lockReason: null,
  lockedAt: null,
  lastNumber: 0,
  replyCount: 0,
  clientReplies: 0,
  practitionerReplies: 0,
  viewCount: 0,
  pinnedUntil: null,
  answerId: null,
  closesAfterDays: null,
} as const;
