import { CHAIRS, type Chair } from '#app/domain/topics/perspectives.ts';
import { DomainError } from '#app/platform/errors.ts';
import { threadPath } from '#app/platform/urls.ts';

/** How a thread's replies are read: all in order, both chairs side by side, or one chair alone. */
export type ReadingView = 'everyone' | 'both-chairs' | Chair;
export const READING_VIEWS: readonly ReadingView[] = ['everyone', 'both-chairs', ...CHAIRS];

/** As a side stands in an address: `?perspective=clients`. */
const nameOf = (side: Chair) => `${side}s`;

/** The one side that a view shows; null where it shows all. */
export function sideShown(view: ReadingView): Chair | null {
  return view === 'everyone' || view === 'both-chairs' ? null : view;
}

/** The view that an address asks for. @throws DomainError bad-request for one that there is not. */
export function readingView(search: URLSearchParams): ReadingView {
  const [view, perspective] = [search.get('view'), search.get('perspective')];
  if (view !== null && view !== 'both-chairs') throw new DomainError('bad-request', 'No such view of a thread');
  if (perspective === null) return view ?? 'everyone';
  const side = CHAIRS.find((each) => nameOf(each) === perspective);
  if (side === undefined) throw new DomainError('bad-request', 'No such chair');
  return side;
}

/** A page of a thread seen so; `after` is the number after which it begins, `quote` the post that its reply box quotes. */
export function readingPath(
  thread: { id: string; slug: string },
  view: ReadingView,
  { after = 0, quote }: { after?: number; quote?: string } = {},
): string {
  const side = sideShown(view);
  const query = new URLSearchParams();
  if (view === 'both-chairs') query.set('view', view);
  if (side) query.set('perspective', nameOf(side));
  if (after > 0) query.set('after', String(after));
  if (quote !== undefined) query.set('quote', quote);
  return threadPath(thread) + (query.size > 0 ? `?${query.toString()}` : '');
}
