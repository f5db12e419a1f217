import { db, type Transaction } from '#app/platform/db.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import { authorIn, writeAs } from '../authorship/author.server.ts';
import { barOnMe } from '../authorship/bars-on-me.server.ts';
import { listMyPersonasInThread } from '../authorship/personas-in-thread.server.ts';
import { isIdentitySwitch, whoAmIHere } from '../authorship/who-am-i-here.server.ts';
import { isStaff, type Member } from '../identity/viewer.ts';
import { ALREADY_SENT } from '../threads/already-sent.ts';
import { appendPost } from '../threads/append-post.server.ts';
import { lockThreadRow } from '../threads/lock-thread-row.server.ts';
import { findMergedInto } from '../threads/merged-threads.server.ts';
import { renderBody, type Refusal } from '../threads/render-body.server.ts';
import { publishAtOnce, type Screen } from '../threads/screening.ts';
import { visibleThreads } from '../threads/visibility.server.ts';
import type { ReplyInput } from './schema.ts';
import type { PostId } from './views.ts';
import { visiblePosts } from './visibility.server.ts';

type Sent = Pick<ReplyInput, 'formKey' | 'body'>;

export type CreateReplyResult =
  | { kind: 'replied'; postId: PostId; number: number }
  /** The thread was merged into that one meanwhile: the writer looks at it first, where they may be somebody else. */
  | { kind: 'merged'; into: string }
  | Refusal;

/**
 * Adds a reply: one transaction {persona, post, revision, thread's counters, outbox}. The same form submitted again, even at
 * once, finds the reply that the first submit made, whatever has happened in the thread since. With other words in it, it is refused:
 * its writer never saw an answer and wrote on, and is told that the earlier words stand.
 *
 * @throws DomainError not-found for a thread the member may not read.
 */
export async function createReply(
  member: Member,
  { threadId, input, screen = publishAtOnce }: { threadId: string; input: ReplyInput; screen?: Screen },
): Promise<CreateReplyResult> {
  const { as, body, perspective, quoteOf, formKey, confirmSwitch, showVerified } = input;
  const answered = await sentBefore(db, threadId, input);
  if (answered) return answered;
  const mine = (await listMyPersonasInThread(member, threadId)).map((persona) => persona.id);
  const thread = await db.thread.findFirst({
    where: { AND: [{ id: threadId }, visibleThreads(member, mine)] },
    select: { id: true, scopeId: true, language: true },
  });
  if (!thread) return mergedMeanwhile(threadId, input);
  if (quoteOf !== null && !(await isQuotable(member, mine, { threadId, id: quoteOf }))) {
    return { kind: 'refused', field: 'quoteOf', fault: 'faults.quoteUnknown' };
  }
  if (await barOnMe(member, { threadId, as })) return { kind: 'refused', field: 'body', fault: 'faults.barred' };
  if (!confirmSwitch && isIdentitySwitch(await whoAmIHere(member, threadId), as)) {
    return { kind: 'refused', field: 'as', fault: 'faults.identitySwitch' };
  }
  const rendered = await renderBody(body);
  if (rendered.kind === 'refused') return rendered;
  const admission = await screen(rendered);
  if (admission.kind === 'refused') return admission;
  const { html, text } = rendered;
  return writeAs(member, { as, showVerified }, (hand) =>
    db.$transaction(async (tx): Promise<CreateReplyResult> => {
      const { isLocked, mergedIntoId } = await lockThreadRow(tx, threadId);
      if (mergedIntoId !== null)
        return (await sentBefore(tx, mergedIntoId, input)) ?? { kind: 'merged', into: mergedIntoId };
      const before = await sentBefore(tx, threadId, input);
      if (before) return before;
      if (isLocked && !isStaff(member)) return { kind: 'refused', field: 'body', fault: 'faults.threadLocked' };
      const author = await authorIn(tx, member, thread, hand);
      const post = await appendPost(tx, threadId, {
        author,
        perspective,
        language: thread.language,
        body,
        html,
        text,
        quoteOfId: quoteOf,
        formKey,
        admission,
      });
      return { kind: 'replied', postId: post.id as PostId, number: post.number };
    }),
  );
}

/** The reply that the same form made when it was submitted first. */
async function sentBefore(
  tx: Transaction,
  threadId: string,
  { formKey, body }: Sent,
): Promise<CreateReplyResult | null> {
  const post = await tx.post.findUnique({
    where: { threadId_formKey: { threadId, formKey } },
    select: { id: true, number: true, revisions: { where: { version: 1 }, select: { body: true } } },
  });
  if (!post) return null;
  if (post.revisions.some((first) => first.body !== body)) return ALREADY_SENT;
  return { kind: 'replied', postId: post.id as PostId, number: post.number };
}

async function mergedMeanwhile(threadId: string, sent: Sent): Promise<CreateReplyResult> {
  const into = await findMergedInto(threadId);
  if (into === null) throw new DomainError('not-found', 'No such thread');
  return (await sentBefore(db, into, sent)) ?? { kind: 'merged', into };
}

async function isQuotable(member: Member, mine: string[], post: { threadId: string; id: string }): Promise<boolean> {
  const published = { ...post, state: 'published' as const };
  return (await db.post.count({ where: { AND: [published, visiblePosts(member, mine)] } })) === 1;
}
