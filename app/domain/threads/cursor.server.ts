import { DomainError } from '#app/platform/errors.ts';
import { isId } from '#app/platform/ids.server.ts';
import { HOUR_MS } from '#app/platform/times.ts';

/** Where a list by time goes on: after the row with this time and, within it, this id. */
export type TimeCursor = { at: Date; id: string };

/** As it stands in an address: hours since the epoch (no time in a list is finer) and the id. */
export function writeCursor({ at, id }: TimeCursor): string {
  return `${(at.getTime() / HOUR_MS).toString(36)}-${id}`;
}

/** @throws DomainError bad-request for anything that `writeCursor` did not write. */
export function readCursor(text: string): TimeCursor {
  const [hours = '', id = '', ...rest] = text.split('-');
  const at = new Date(Number.parseInt(hours, 36) * HOUR_MS);
  const isOurs = rest.length === 0 && /^[a-z0-9]{1,7}$/.test(hours) && isId(id) && !Number.isNaN(at.getTime());
  if (!isOurs || at.getUTCFullYear() > 9999) throw new DomainError('bad-request', 'The cursor is not one of ours');
  return { at, id };
}

/**
 * The rows after a cursor in a list whose newest by `time` come first, equal times in the order of ids; all rows without one. That none is
 * later than the cursor follows from the rest and is said all the same: by it an index is entered there, not at its beginning.
 */
export function isAfter<Time extends 'createdAt' | 'lastActivityAt'>(time: Time, after: string | undefined) {
  if (after === undefined) return {};
  const { at, id } = readCursor(after);
  const [notLater, earlier, same] = [{ [time]: { lte: at } }, { [time]: { lt: at } }, { [time]: at }] as [
    Record<Time, { lte: Date }>,
    Record<Time, { lt: Date }>,
    Record<Time, Date>,
  ];
  return { ...notLater, OR: [earlier, { ...same, id: { gt: id } }] };
}

/** The page out of `rows`, of which one more than `limit` was asked for, and the cursor to the next if there is one. */
export function cutPage<Time extends 'createdAt' | 'lastActivityAt', Row extends { id: string } & Record<Time, Date>>(
  rows: readonly Row[],
  limit: number,
  time: Time,
): { page: Row[]; next: string | null } {
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return { page, next: last ? writeCursor({ at: last[time], id: last.id }) : null };
}
