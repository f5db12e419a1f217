import { DomainError } from '#app/platform/errors.ts';
import { isId } from '#app/platform/ids.server.ts';

/** Where a list by time goes on: after the row with this time and, within it, this id. */
export type TimeCursor = { at: Date; id: string };

/** As it stands in an address: hours since the epoch (no time in a list is finer) and the id. */
export function writeCursor({ at, id }: TimeCursor): string {
  return `${(at.getTime() / 3_600_000).toString(36)}-${id}`;
}

/** @throws DomainError bad-request for anything that `writeCursor` did not write. */
export function readCursor(text: string): TimeCursor {
  const [hours = '', id = '', ...rest] = text.split('-');
  const at = new Date(Number.parseInt(hours, 36) * 3_600_000);
  const isOurs = rest.length === 0 && /^[a-z0-9]{1,7}$/.test(hours) && isId(id) && !Number.isNaN(at.getTime());
  if (!isOurs || at.getUTCFullYear() > 9999) throw new DomainError('bad-request', 'The cursor is not one of ours');
  return { at, id };
}
