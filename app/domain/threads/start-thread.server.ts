import { currentHour } from '#app/platform/clock.server.ts';
import { db } from '#app/platform/db.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import { newId } from '#app/platform/ids.server.ts';
import { authorIn, writeAs } from '../authorship/author.server.ts';
import { barOnMe } from '../authorship/bars-on-me.server.ts';
import type { Member } from '../identity/viewer.ts';
import { visibleTopics } from '../topics/visibility.server.ts';
import { appendPost } from './append-post.server.ts';
import { renderBody, type Refusal } from './render-body.server.ts';
import type { OpeningContent, StartThreadInput } from './schema.ts';
import { publishAtOnce, type Screen } from './screening.ts';
import { slugOf } from './slug.ts';
import type { ThreadId } from './views.ts';
import { ALREADY_SENT, writeOnce } from './write-once.server.ts';

export type StartThreadResult = { kind: 'started'; thread: { id: ThreadId; slug: string } } | Refusal;

/**
 * Starts a thread with its opening post: one transaction {thread, persona, post, revision, outbox}. The same form submitted
 * again, even at once, finds the thread that the first submit made, whatever has happened since; with other words in it, it is
 * refused, as `createReply` does.
 */
export function startThread(
  member: Member,
  input: StartThreadInput,
  screen: Screen = publishAtOnce,
): Promise<StartThreadResult> {
  return writeOnce(() => start(member, input, screen), {
    isWritten: ({ kind }) => kind === 'started',
    sentBefore: () => sentBefore(input),
  });
}

async function start(member: Member, input: StartThreadInput, screen: Screen): Promise<StartThreadResult> {
  const {
    topic: topicSlug,
    kind,
    language,
    perspective,
    as,
    showVerified,
    formKey,
    keepOut,
    draft: _,
    despiteWarning: _seen,
    body,
    ...opening
  } = input;
  if (await barOnMe(member, { threadId: null, as })) return { kind: 'refused', field: 'body', fault: 'faults.barred' };
  const topic = await db.topic.findFirst({
    where: { slug: topicSlug, groupId: { not: null }, isRetired: false, ...visibleTopics(member) },
    select: { id: true },
  });
  if (!topic) return { kind: 'refused', field: 'topic', fault: 'faults.topicUnknown' };
  const rendered = await renderBody(body);
  if (rendered.kind === 'refused') return rendered;
  const admission = await screen(rendered);
  if (admission.kind === 'refused') return admission;
  const { html, text } = rendered;
  return writeAs(member, { as, showVerified }, (hand) =>
    db.$transaction(async (tx): Promise<StartThreadResult> => {
      const id = newId<ThreadId>();
      const scopeId = newId();
      const slug = slugOf(opening.title);
      const hour = currentHour();
      await tx.thread.create({
        data: {
          id,
          slug,
          scopeId,
          topicId: topic.id,
          kind,
          language,
          perspective,
          ...opening,
          isKeptOut: keepOut,
          createdAt: hour,
          lastActivityAt: hour,
          formKey,
          scopes: { create: { scopeId } },
        },
        select: { id: true },
      });
      const author = await authorIn(tx, member, { id, scopeId }, hand);
      const { state } = admission;
      const post = await appendPost(tx, id, {
        author,
        perspective,
        language,
        body,
        html,
        text,
        formKey,
        state,
        opening,
      });
      if (!post) throw new DomainError('conflict', 'The persona was given up meanwhile');
      await admission.after?.(tx, post.id);
      return { kind: 'started', thread: { id, slug } };
    }),
  );
}

/** The thread that the same form made when it was submitted first. */
async function sentBefore({ formKey, ...sent }: StartThreadInput): Promise<StartThreadResult | null> {
  const thread = await db.thread.findUnique({
    where: { formKey },
    select: { id: true, slug: true, posts: { where: { formKey }, select: { revisions: FIRST } } },
  });
  if (!thread) return null;
  const [first] = thread.posts.flatMap(({ revisions }) => revisions);
  if (first && KEPT_TEXTS.some((name) => first[name] !== sent[name])) return ALREADY_SENT;
  return { kind: 'started', thread: { id: thread.id as ThreadId, slug: thread.slug } };
}

const FIRST = {
  where: { version: 1 },
  select: { title: true, contentWarning: true, situation: true, body: true, whatIHaveTried: true, question: true },
} as const;
const KEPT_TEXTS = Object.keys(FIRST.select) as (keyof OpeningContent)[];
