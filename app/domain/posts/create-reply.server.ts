import { db } from '#app/platform/db.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import { authorIn, knownAuthor, writeAs } from '../authorship/author.server.ts';
import { barOnMe } from '../authorship/bars-on-me.server.ts';
import { listMyPersonasInThread } from '../authorship/personas-in-thread.server.ts';
import { isIdentitySwitch } from '../authorship/who-am-i-here.server.ts';
import { isStaff, type Member } from '../identity/viewer.ts';
import { appendPost, type NewPost } from '../threads/append-post.server.ts';
import { lockThreadRow } from '../threads/lock-thread-row.server.ts';
import { findMergedInto } from '../threads/merged-threads.server.ts';
import { renderBody, type Refusal } from '../threads/render-body.server.ts';
import { publishAtOnce, type Admission, type Screen } from '../threads/screening.ts';
import { visibleThreads } from '../threads/visibility.server.ts';
import { ALREADY_SENT, writeOnce } from '../threads/write-once.server.ts';
import type { ReplyInput } from './schema.ts';
import type { PostId } from './views.ts';
import { visiblePosts } from './visibility.server.ts';

export type CreateReplyResult =
  /** `thread`: where it stands, which is another than it was written in where that was merged meanwhile. */
  | { kind: 'replied'; postId: PostId; number: number; thread: { id: string; slug: string } }
  /** The thread was merged into that one meanwhile: the writer looks at it first, where they may be somebody else. */
  | { kind: 'merged'; into: string }
  | Refusal;

type Reply = { threadId: string; input: ReplyInput; screen?: Screen };

/**
 * Adds a reply: persona, post, revision, the thread's counters and the outbox row, all or nothing. The same form submitted again,
 * even at once, finds the reply that the first submit made, whatever has happened in the thread since. With other words in it, it
 * is refused: its writer never saw an answer and wrote on, and is told that the earlier words stand.
 *
 * @throws DomainError not-found for a thread the member may not read.
 */
export function createReply(
  member: Member,
  { threadId, input, screen = publishAtOnce }: Reply,
): Promise<CreateReplyResult> {
  return writeOnce(() => reply(member, { threadId, input, screen }), {
    isWritten: ({ kind }) => kind === 'replied',
    sentBefore: (result) => sentBefore(result?.kind === 'merged' ? result.into : threadId, input),
  });
}

async function reply(member: Member, { threadId, input, screen }: Required<Reply>): Promise<CreateReplyResult> {
  const { body, perspective, quoteOf, formKey } = input;
  // The text is rendered beside this process’s own work, while the database is asked.
  const [place, rendered] = await Promise.all([findPlace(member, threadId, input), renderBody(body)]);
  if (place.kind !== 'open') return place;
  if (rendered.kind === 'refused') return rendered;
  const admission = await screen(rendered);
  if (admission.kind === 'refused') return admission;
  const { thread } = place;
  const { html, text } = rendered;
  const content = { perspective, language: thread.language, body, html, text, quoteOfId: quoteOf, formKey };
  return write(member, { thread, input, content, admission });
}

type Thread = NonNullable<Awaited<ReturnType<typeof findThread>>>;
type Place = { kind: 'open'; thread: Thread } | Exclude<CreateReplyResult, { kind: 'replied' }>;

/** Where the reply is to stand, or why it may not. */
async function findPlace(member: Member, threadId: string, { as, quoteOf, confirmSwitch }: ReplyInput): Promise<Place> {
  const thread = await findThread(member, threadId);
  if (!thread) return { kind: 'merged', into: await requireMergedInto(threadId) };
  if (quoteOf !== null && !(await isQuotable(member, { threadId, id: quoteOf }))) {
    return { kind: 'refused', field: 'quoteOf', fault: 'faults.quoteUnknown' };
  }
  if (await barOnMe(member, { threadId, as })) return { kind: 'refused', field: 'body', fault: 'faults.barred' };
  if (!confirmSwitch && (await isIdentitySwitch(member, { threadId, as }))) {
    return { kind: 'refused', field: 'as', fault: 'faults.identitySwitch' };
  }
  return { kind: 'open', thread };
}

type Writing = {
  thread: Thread;
  input: ReplyInput;
  content: Omit<NewPost, 'author' | 'state'>;
  admission: Admission;
};

/** Most are one statement. A transaction is for what needs more: a persona that is drawn, a text that waits for a moderator. */
async function write(member: Member, { thread, input, content, admission }: Writing): Promise<CreateReplyResult> {
  const { id, slug } = thread;
  const replied = (post: { id: string; number: number }): CreateReplyResult => {
    return { kind: 'replied', postId: post.id as PostId, number: post.number, thread: { id, slug } };
  };
  const post = { ...content, state: admission.state, despiteLock: isStaff(member) };
  const author = admission.after === null ? await knownAuthor(member, id, input) : null;
  const written = author && (await appendPost(db, id, { ...post, author }));
  if (written) return replied(written);
  // Where it was not, because the thread is another by now, this says why.
  return writeAs(member, input, (hand) =>
    db.$transaction(async (tx): Promise<CreateReplyResult> => {
      const { isLocked, mergedIntoId } = await lockThreadRow(tx, id);
      if (mergedIntoId !== null) return { kind: 'merged', into: mergedIntoId };
      if (isLocked && !isStaff(member)) return { kind: 'refused', field: 'body', fault: 'faults.threadLocked' };
      const appended = await appendPost(tx, id, { ...post, author: await authorIn(tx, member, thread, hand) });
      if (!appended) throw new DomainError('conflict', 'The persona was given up meanwhile');
      await admission.after?.(tx, appended.id);
      return replied(appended);
    }),
  );
}

/** The thread, if the member may read it. */
async function findThread(member: Member, id: string) {
  const find = (myPersonaIds?: string[]) =>
    db.thread.findFirst({
      where: { AND: [{ id }, visibleThreads(member, myPersonaIds)] },
      select: { id: true, slug: true, scopeId: true, language: true, scopes: { select: { scopeId: true } } },
      relationLoadStrategy: 'join',
    });
  const found = await find();
  const mine = await listMyPersonasInThread(member, id, found?.scopes);
  // One of their own that is held or hidden shows itself to who wrote it as a persona.
  return found ?? (mine.length === 0 ? null : find(mine.map((persona) => persona.id)));
}

async function requireMergedInto(threadId: string): Promise<string> {
  const into = await findMergedInto(threadId);
  if (into === null) throw new DomainError('not-found', 'No such thread');
  return into;
}

/** The reply that the same form made when it was submitted first. */
async function sentBefore(
  threadId: string,
  { formKey, body }: Pick<ReplyInput, 'formKey' | 'body'>,
): Promise<CreateReplyResult | null> {
  const post = await db.post.findUnique({
    where: { threadId_formKey: { threadId, formKey } },
    select: {
      id: true,
      number: true,
      thread: { select: { id: true, slug: true } },
      revisions: { where: { version: 1 }, select: { body: true } },
    },
  });
  if (!post) return null;
  if (post.revisions.some((first) => first.body !== body)) return ALREADY_SENT;
  return { kind: 'replied', postId: post.id as PostId, number: post.number, thread: post.thread };
}

async function isQuotable(member: Member, post: { threadId: string; id: string }): Promise<boolean> {
  const mine = (await listMyPersonasInThread(member, post.threadId)).map(({ id }) => id);
  const published = { ...post, state: 'published' as const };
  return (await db.post.count({ where: { AND: [published, visiblePosts(member, mine)] } })) === 1;
}
