import { Fragment, type ReactNode } from 'react';
import type { ShownPost } from '#app/domain/posts/views.ts';
import type { ThreadEvent } from '#app/domain/threads/views.ts';
import { EventRun } from './event-run.tsx';

type Props = {
  posts: readonly ShownPost[];
  /** In the order in which they stand between the posts. */
  events: readonly ThreadEvent[];
  article: (post: ShownPost) => ReactNode;
  line: (event: ThreadEvent) => ReactNode;
};

/** Posts in their order, and between them what happened to the thread. */
export function PostsWithEvents({ posts, events, article, line }: Props) {
  const before = (index: number) => {
    const [previous, here] = [posts[index - 1]?.number ?? -1, posts[index]?.number ?? Infinity];
    return events.filter(({ afterNumber }) => afterNumber >= previous && afterNumber < here);
  };
  return (
    <div className="post-list">
      {posts.map((post, index) => (
        <Fragment key={post.id}>
          <EventRun events={before(index)} line={line} />
          {article(post)}
        </Fragment>
      ))}
      <EventRun events={before(posts.length)} line={line} />
    </div>
  );
}
