import { DomainError } from '#app/platform/errors.ts';
import { answer } from './_api/answer.server.ts';

/** Addresses of the API that do not exist are told in its own terms. */
export function loader() {
  return answer(() => Promise.reject(new DomainError('not-found', 'There is no such address')));
}
