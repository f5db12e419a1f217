import { THREAD_SORTS, type ThreadSort } from '#app/domain/threads/list-threads.server.ts';
import { DomainError } from '#app/platform/errors.ts';

/** The order of a list out of its address. @throws DomainError bad-request for one that is none. */
export function readSort(text: string | null): ThreadSort {
  if (text === null) return 'latest';
  const sort = THREAD_SORTS.find((known) => known === text);
  if (sort === undefined) throw new DomainError('bad-request', 'No such order');
  return sort;
}
