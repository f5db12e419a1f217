import { Fragment, type ReactNode } from 'react';
import type { PostView } from '#app/domain/posts/views.ts';
import type { ThreadEvent } from '#app/domain/threads/views.ts';
import { EventLine } from './event-line.tsx';

type Props = {
  posts: readonly PostView[];
  /** In the order in which they stand between the posts. */
  events: readonly ThreadEvent[];
  thread: { id: string; slug: string };
  withAnchors: boolean;
  article: (post: PostView) => ReactNode;
};

/** Posts in their order, and between them what happened to the thread. */
export function PostsWithEvents({ posts, events, thread, withAnchors, article }: Props) {
  const line = (event: ThreadEvent) => (
    <EventLine key={event.id} event={event} thread={thread} withAnchors={withAnchors} />
  );
  const before = (index: number) => {
    const [previous, here] = [posts[index - 1]?.number ?? -1, posts[index]?.number ?? Infinity];
    return events.filter(({ afterNumber }) => afterNumber >= previous && afterNumber < here);
  };
  return (
    <div className="post-list">
      {posts.map((post, index) => (
        <Fragment key={post.id}>
          {before(index).map(line)}
          {article(post)}
        </Fragment>
      ))}
      {before(posts.length).map(line)}
    </div>
  );
}
