import {
  data,
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageMeta } from '#app/components/page-meta.ts';
import { readingView, sideShown } from '#app/components/thread/reading-view.ts';
import { structuredThread } from '#app/components/thread/structured-thread.ts';
import { ThreadPage } from '#app/components/thread/thread-page.tsx';
import { findReadMark } from '#app/domain/following/read-marks.server.ts';
import { listDecisionsOnMyPosts } from '#app/domain/moderation/appeals/decisions-on-me.server.ts';
import { waitingAbout } from '#app/domain/moderation/holds/waiting.server.ts';
import { listPosts } from '#app/domain/posts/list-posts.server.ts';
import { excerptOf } from '#app/domain/posts/post-view.server.ts';
import { shownPost } from '#app/domain/posts/shown-post.ts';
import type { PostView } from '#app/domain/posts/views.ts';
import { hasOpened } from '#app/domain/posts/choose-answer.server.ts';
import { listRelatedThreads } from '#app/domain/search/related-threads.server.ts';
import { listEvents } from '#app/domain/threads/list-events.server.ts';
import { listFormerNumbers } from '#app/domain/threads/merged-threads.server.ts';
import { noteView } from '#app/domain/threads/view-count.server.ts';
import type { ThreadView } from '#app/domain/threads/views.ts';
import { perspectivesOf } from '#app/domain/topics/perspectives.ts';
import { DomainError } from '#app/platform/errors.ts';
import { isId } from '#app/platform/ids.server.ts';
import { POSTS_PER_PAGE, threadPath } from '#app/platform/urls.ts';
import { forEngines } from './_threads/for-engines.ts';
import { loadAttention } from './_threads/attention.server.ts';
import { loadReplyBox, replyAction } from './_compose/reply.server.ts';
import { formerPagePath, openedOrRedirect } from './_threads/thread-or-redirect.server.ts';

export { keepText as clientAction } from '#app/components/compose/keep-text.ts';

/** Characters of a page's description in search engines. */
const DESCRIPTION = 155;

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { viewer, language } = context;
  const { search, searchParams } = new URL(request.url);
  const after = readNumber(searchParams.get('after'));
  const view = readingView(searchParams);
  const side = sideShown(view);
  const id = params['id'] ?? '';
  const { thread, acts, forMember } = await openedOrRedirect(viewer, { id, language }, (into) =>
    formerPagePath(into, { id, after, search: searchParams }),
  );
  if (params['slug'] !== thread.slug) throw redirect(threadPath(thread) + search, 301);
  const [{ posts, next }, replyBox, attention, readMark, related] = await Promise.all([
    listPosts(viewer, { threadId: thread.id, after, perspectives: side ? perspectivesOf(side) : undefined }),
    loadReplyBox(viewer, {
      ...{ request, thread, quote: searchParams.get('quote'), language },
      wroteUnderPenName: forMember?.wroteUnderPenName,
    }),
    viewer.kind === 'guest' ? null : loadAttention(viewer, thread.id, forMember?.mergedFrom),
    findReadMark(viewer, thread.id),
    listRelatedThreads(viewer, thread.id, language),
  ]);
  if (posts.length === 0) throw new DomainError('not-found', 'No posts on this page of the thread');
  const from = searchParams.get('from');
  const [events, former, isStarter, decisions, waiting] = await Promise.all([
    listEvents(viewer, { ...pageOf({ after, next, from }), threadId: thread.id, acts, language }),
    formerNumbers(from, posts),
    viewer.kind === 'member' && (posts[0]?.number === 1 ? posts[0].isMine : hasOpened(viewer, thread.id)),
    listDecisionsOnMyPosts(viewer, posts),
    waitingAbout(viewer, posts, thread),
  ]);
  noteView(thread.id);
  const description = describe(thread, posts[0]);
  const page = {
    thread,
    posts: posts.map(shownPost),
    waiting,
    decisions,
    events,
    former,
    isStarter,
    after,
    next,
    view,
    replyBox,
    attention,
    readMark,
    related,
    description,
  };
  return data(page, { headers: forEngines(thread) });
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta: MetaFunction<typeof loader> = ({ data: page, matches }) => {
  if (!page) return [];
  const { thread, posts, after, description } = page;
  // A page that a merged thread's address leads to begins anywhere: search engines know those that begin every twenty posts.
  const start = after - (after % POSTS_PER_PAGE);
  const canonical = threadPath(thread) + (start > 0 ? `?after=${start}` : '');
  const opening = posts.find(({ number }) => number === 1);
  const structured = structuredThread({ thread, opening, description });
  return pageMeta(matches, { title: thread.title, description, canonical, index: !thread.keptOut, structured });
};

export function action({ context, params, request }: ActionFunctionArgs) {
  return replyAction({ request, context, id: params['id'] ?? '' });
}

export default function ThreadRoute() {
  return <ThreadPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}

/** The number of the post after which the page begins. */
function readNumber(text: string | null): number {
  if (text === null) return 0;
  if (!/^\d{1,9}$/.test(text)) throw new DomainError('bad-request', 'Not the number of a post');
  return Number(text);
}

/** The numbers between which events stand on this page; on one that a merged thread's address led to, the merge above it too. */
function pageOf({ after, next, from }: { after: number; next: number | null; from: string | null }) {
  return { from: after === 0 ? null : from === null ? after + 1 : after, to: next };
}

/** The numbers that the posts had in the thread whose address led here (`?from=`), by their ids; null for a page of its own. */
async function formerNumbers(from: string | null, posts: readonly PostView[]): Promise<Record<string, number> | null> {
  if (from === null || !isId(from)) return null;
  return Object.fromEntries(
    await listFormerNumbers(
      from,
      posts.map(({ id }) => id),
    ),
  );
}

/** What the thread is about, in a line; only the warning where there is one. */
function describe(thread: ThreadView, first: PostView | undefined): string {
  return excerptOf(thread.contentWarning ?? thread.question ?? first?.text ?? '', DESCRIPTION);
}
