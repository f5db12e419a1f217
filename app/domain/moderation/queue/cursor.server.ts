import { DomainError } from '#app/platform/errors.ts';
import { isId } from '#app/platform/ids.server.ts';
import { HOUR_MS } from '#app/platform/times.ts';

/** Where the queue goes on: after the item of this risk, age and id. */
export type QueueCursor = { risk: number; openedAt: Date; id: string };

/** As it stands in an address: the risk, hours since the epoch and the id. */
export function writeQueueCursor({ risk, openedAt, id }: QueueCursor): string {
  return `${risk}-${(openedAt.getTime() / HOUR_MS).toString(36)}-${id}`;
}

/** @throws DomainError bad-request for anything that `writeQueueCursor` did not write. */
export function readQueueCursor(text: string): QueueCursor {
  const [risk = '', hours = '', id = '', ...rest] = text.split('-');
  const openedAt = new Date(Number.parseInt(hours, 36) * HOUR_MS);
  const isOurs = rest.length === 0 && /^\d$/.test(risk) && /^[a-z0-9]{1,7}$/.test(hours) && isId(id);
  if (!isOurs || Number.isNaN(openedAt.getTime()) || openedAt.getUTCFullYear() > 9999) {
    throw new DomainError('bad-request', 'The cursor is not one of ours');
  }
  return { risk: Number(risk), openedAt, id };
}

/** The items after a cursor, the highest risk first and then the oldest; all without one. */
export function isAfterInQueue(after: string | undefined) {
  if (after === undefined) return {};
  const { risk, openedAt, id } = readQueueCursor(after);
  return {
    risk: { lte: risk },
    OR: [{ risk: { lt: risk } }, { risk, openedAt: { gt: openedAt } }, { risk, openedAt, id: { gt: id } }],
  };
}
