import type { LoaderFunctionArgs } from '@remix-run/node';
import { GUEST } from '#app/domain/identity/viewer.ts';
import { listPosts } from '#app/domain/posts/list-posts.server.ts';
import type { PostView } from '#app/domain/posts/views.ts';
import type { ThreadView } from '#app/domain/threads/views.ts';
import { postPath, threadFeedPath, threadPath } from '#app/platform/urls.ts';
import { atomResponse, nameOfFeed, type AtomEntry } from './_feeds/atom.server.ts';
import { threadOrRedirect } from './_threads/thread-or-redirect.server.ts';
import { warningLine } from './_feeds/thread-entries.ts';

const ENTRIES = 20;

/** `/feeds/threads/:id.atom` */
export async function loader({ context: { language, origin }, params }: LoaderFunctionArgs) {
  const id = nameOfFeed(params['file']);
  const thread = await threadOrRedirect(GUEST, { id, language }, (into) => threadFeedPath(into.id));
  const posts = await latestPosts(thread);
  return atomResponse({
    title: thread.title,
    language: thread.language,
    origin,
    path: threadFeedPath(thread.id),
    page: threadPath(thread),
    entries: posts.map((post) => postEntry(post, thread)).reverse(),
  });
}

/** Numbers reach at least as far as there are replies, and further by those that were removed. */
async function latestPosts({ id, replies }: ThreadView): Promise<PostView[]> {
  const posts: PostView[] = [];
  let after: number | null = Math.max(0, replies - ENTRIES);
  while (after !== null) {
    const page = await listPosts(GUEST, { threadId: id, after, limit: 50 });
    posts.push(...page.posts);
    after = page.next;
  }
  return posts.filter((post) => post.state === 'published').slice(-ENTRIES);
}

function postEntry(post: PostView, thread: ThreadView): AtomEntry {
  return {
    title: `${thread.title} (${post.number})`,
    path: postPath(post.id),
    author: post.author.name,
    published: post.createdAt,
    updated: post.edited?.at ?? post.createdAt,
    ...textOf(post, thread),
  };
}

function textOf(
  { html }: PostView,
  { contentWarning, keptOut, language }: ThreadView,
): Pick<AtomEntry, 'html' | 'summary'> {
  if (contentWarning !== null) return { summary: warningLine(contentWarning, language) };
  return keptOut ? {} : { html };
}
