import type { ShownPost } from '#app/domain/posts/views.ts';
import type { ThreadEvent } from '#app/domain/threads/views.ts';
import { chairOf } from '#app/domain/topics/perspectives.ts';

/** A run of a thread that is laid out alike: replies of both chairs, replies of others, or what happened to the thread. */
export type Stretch = { kind: 'chairs' | 'other'; posts: ShownPost[] } | { kind: 'events'; events: ThreadEvent[] };

/** Posts and events in their order, cut where the layout changes. */
export function stretchesOf(posts: readonly ShownPost[], events: readonly ThreadEvent[]): Stretch[] {
  const stretches: Stretch[] = [];
  const tellBetween = (from: number, to: number) => {
    const between = events.filter(({ afterNumber }) => afterNumber >= from && afterNumber < to);
    if (between.length > 0) stretches.push({ kind: 'events', events: between });
  };
  let previous = -1;
  for (const post of posts) {
    tellBetween(previous, post.number);
    previous = post.number;
    const kind = chairOf(post.perspective) === 'other' ? 'other' : 'chairs';
    const last = stretches.at(-1);
    if (last?.kind === kind) last.posts.push(post);
    else stretches.push({ kind, posts: [post] });
  }
  tellBetween(previous, Infinity);
  return stretches;
}
