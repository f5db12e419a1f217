import type { ReactNode } from 'react';
import type { ShownPost } from '#app/domain/posts/views.ts';
import type { ThreadEvent } from '#app/domain/threads/views.ts';
import { chairOf } from '#app/domain/topics/perspectives.ts';
import { SideLabel } from '../side-label.tsx';
import { EventRun } from './event-run.tsx';
import { stretchesOf, type Stretch } from './stretches.ts';

type Props = {
  posts: readonly ShownPost[];
  /** In the order in which they stand between the posts. */
  events: readonly ThreadEvent[];
  article: (post: ShownPost) => ReactNode;
  line: (event: ThreadEvent) => ReactNode;
};

/**
 * What clients and practitioners replied side by side, where there is room for it. Others, and what happened to the thread, stand
 * across both columns, between what came before and after them.
 */
export function BothChairs({ posts, events, article, line }: Props) {
  return (
    <div className="chairs">
      {stretchesOf(posts, events).map((stretch) => (
        <div key={keyOf(stretch)} className={`stretch-${stretch.kind}`}>
          {stretch.kind === 'events' && <EventRun events={stretch.events} line={line} />}
          {stretch.kind === 'other' && <Chair side="other" posts={stretch.posts} article={article} />}
          {stretch.kind === 'chairs' &&
            (['client', 'practitioner'] as const).map((side) => (
              <Chair
                key={side}
                side={side}
                posts={stretch.posts.filter(({ perspective }) => chairOf(perspective) === side)}
                article={article}
              />
            ))}
        </div>
      ))}
    </div>
  );
}

type ChairProps = Pick<Props, 'posts' | 'article'> & { side: 'client' | 'practitioner' | 'other' };

function Chair({ side, posts, article }: ChairProps) {
  if (posts.length === 0) return null;
  return (
    <section className={`chair chair-${side}`}>
      <h3>
        <SideLabel side={side} />
      </h3>
      <div className="post-list">{posts.map(article)}</div>
    </section>
  );
}

function keyOf(stretch: Stretch): string {
  const [first] = stretch.kind === 'events' ? stretch.events : stretch.posts;
  return first?.id ?? '';
}
