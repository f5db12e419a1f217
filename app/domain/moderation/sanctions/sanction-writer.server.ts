import type { Prisma } from '#prisma/client.ts';
import type { ModerationKind } from '#prisma/generated/enums.ts';
import { currentHour } from '#app/platform/clock.server.ts';
import { db } from '#app/platform/db.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import { newId } from '#app/platform/ids.server.ts';
import type { Member } from '../../identity/viewer.ts';
import { recordAction } from '../record-action.server.ts';
import { requireRight } from '../rights.ts';
import { isLasting, type SanctionKind } from './kinds.ts';
import { endOf, type Length } from './lengths.ts';
import { bearerOf, holdsAt, lockBearer } from './writer.server.ts';

type NewSanction = { postId: string; kind: SanctionKind; length: Length; reason: string };

/** How the log calls it. */
const ACTS: Readonly<Record<SanctionKind, ModerationKind>> = {
  note: 'note',
  warning: 'warn',
  review: 'review',
  bar: 'bar',
};

/**
 * Gives whoever wrote a post a sanction: the pen name, or the persona whoever is behind it. A bar reaches that person's other
 * identities too, which their own visits see to; nobody learns whom it reaches. `length` counts for what lasts alone.
 *
 * @throws DomainError not-found or not-allowed; conflict while another of the same kind holds.
 */
export async function sanctionWriter(member: Member, { postId, kind, length, reason }: NewSanction): Promise<void> {
  const staff = requireRight(member, 'sanctionWriter');
  const { threadId, ...bearer } = await bearerOf(postId);
  if (bearer.accountId === staff.accountId) throw new DomainError('not-allowed', 'Nobody does this to themselves');
  const createdAt = currentHour();
  const until = isLasting(kind) ? endOf(createdAt, length) : null;
  await db.$transaction(async (tx) => {
    await lockBearer(tx, bearer);
    if (isLasting(kind) && (await tx.sanction.count({ where: { ...bearer, ...holdsAt(kind, createdAt) } })) > 0) {
      throw new DomainError('conflict', 'They have been given this already');
    }
    const actionId = await recordAction(tx, staff, { kind: ACTS[kind], reason, threadId, postId });
    const data: Prisma.SanctionUncheckedCreateInput = {
      id: newId(),
      kind,
      ...bearer,
      actionId,
      reason,
      createdAt,
      until,
    };
    await tx.sanction.create({ data, select: { id: true } });
  });
}
