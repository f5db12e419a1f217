import { DomainError } from '#app/platform/errors.ts';

/** Addresses that nothing else answers: the error page with the frame around it. */
export function loader(): never {
  throw new DomainError('not-found', 'No such address');
}

export const action = loader;

export default function UnknownAddress() {
  return null;
}
