import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageMeta } from '#app/components/page-meta.ts';
import { ThreadPage } from '#app/components/thread/thread-page.tsx';
import { isFollowing } from '#app/domain/following/follow-thread.server.ts';
import { listPosts } from '#app/domain/posts/list-posts.server.ts';
import { excerptOf } from '#app/domain/posts/post-view.server.ts';
import type { PostView } from '#app/domain/posts/views.ts';
import { getThread } from '#app/domain/threads/get-thread.server.ts';
import { noteView } from '#app/domain/threads/view-count.server.ts';
import type { ThreadView } from '#app/domain/threads/views.ts';
import { DomainError } from '#app/platform/errors.ts';
import { threadPath } from '#app/platform/urls.ts';
import { loadReplyBox, replyAction } from './_compose/reply.server.ts';

export { keepTextOffline as clientAction } from '#app/components/compose/keep-text-offline.ts';

/** Characters of a page's description in search engines. */
const DESCRIPTION = 155;

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { viewer, language } = context;
  const thread = await getThread(viewer, { id: params['id'] ?? '', language });
  const { search, searchParams } = new URL(request.url);
  if (params['slug'] !== thread.slug) throw redirect(threadPath(thread) + search, 301);
  const after = readNumber(searchParams.get('after'));
  const [{ posts, next }, replyBox, following] = await Promise.all([
    listPosts(viewer, { threadId: thread.id, after }),
    loadReplyBox(viewer, { request, thread, quote: searchParams.get('quote'), language }),
    viewer.kind === 'guest' ? null : isFollowing(viewer, thread.id),
  ]);
  if (posts.length === 0) throw new DomainError('not-found', 'No posts on this page of the thread');
  noteView(thread.id);
  return { thread, posts, after, next, replyBox, following, description: describe(thread, posts[0]) };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  if (!data) return [];
  const { thread, after, description } = data;
  const canonical = threadPath(thread) + (after > 0 ? `?after=${after}` : '');
  return pageMeta(matches, { title: thread.title, description, canonical });
};

export async function action({ context, params, request }: ActionFunctionArgs) {
  const thread = await getThread(context.viewer, { id: params['id'] ?? '', language: context.language });
  return replyAction({ request, context, thread });
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

/** What the thread is about, in a line; only the warning where there is one. */
function describe(thread: ThreadView, first: PostView | undefined): string {
  return excerptOf(thread.contentWarning ?? thread.question ?? first?.text ?? '', DESCRIPTION);
}
