import { now } from '#app/platform/clock.server.ts';
import { db } from '#app/platform/db.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import { openNote, sealNote } from './session-adapter.server.ts';
import { sessionTags } from './sessions.server.ts';
import type { Member } from './viewer.ts';

export type OwnSession = {
  /** Its tag in base64url: names it in forms, to its member alone. */
  id: string;
  /** The day it began, "2026-03-14"; null when its note was tampered with. */
  signedInOn: string | null;
  /** What the member calls it. */
  name: string | null;
  isThisOne: boolean;
  /** The password was right, and nobody has shown the second factor. */
  isAwaiting: boolean;
};

/**
 * The member's own sessions, this one first, then by the day they began. No row tells whose it is: they are found by their
 * tags, and this one by its token, also when its tag was made under a seal key that is lost.
 */
export async function listOwnSessions(member: Member): Promise<OwnSession[]> {
  const sessions = (await ownRows(member)).map((row): OwnSession => {
    return {
      id: idOf(row),
      signedInOn: row.opened?.signedInOn ?? null,
      name: row.opened?.name ?? null,
      isThisOne: row.tokenHash === member.sessionKey,
      isAwaiting: row.opened?.isAwaiting ?? false,
    };
  });
  const order = ({ isThisOne, signedInOn }: OwnSession) => `${isThisOne ? 1 : 0}${signedInOn ?? ''}`;
  return sessions.sort((a, b) => (order(a) < order(b) ? 1 : -1));
}

/** @throws DomainError `not-found` when `id` is none of the member's own: nothing has ended then. */
export async function endOwnSession(member: Member, id: string): Promise<'this-one' | 'another'> {
  const row = await ownRow(member, id);
  await db.session.deleteMany({ where: { tokenHash: row.tokenHash } });
  return row.tokenHash === member.sessionKey ? 'this-one' : 'another';
}

/** Ends every session of the member but this one, row by row: nobody's password changes. */
export async function endOtherSessions(member: Member): Promise<number> {
  const { count } = await db.session.deleteMany({
    where: { memberTag: { in: sessionTags(member.memberSecret) }, tokenHash: { not: member.sessionKey } },
  });
  return count;
}

/**
 * Gives a session a name to know it by; an empty one takes it away.
 *
 * @throws DomainError `not-found` when `id` is none of the member's own.
 */
export async function nameOwnSession(member: Member, { id, name }: { id: string; name: string }): Promise<void> {
  const row = await ownRow(member, id);
  if (!row.opened) throw new DomainError('not-found', 'The note of this session cannot be read');
  const changed = sealNote(member.memberSecret, row.memberTag, { ...row.opened, name: name === '' ? null : name });
  await db.session.updateMany({ where: { tokenHash: row.tokenHash }, data: { note: changed } });
}

const idOf = ({ memberTag }: { memberTag: Uint8Array }): string => Buffer.from(memberTag).toString('base64url');

async function ownRow(member: Member, id: string) {
  const row = (await ownRows(member)).find((own) => idOf(own) === id);
  if (!row) throw new DomainError('not-found', 'The member has no such session');
  return row;
}

/** Without those that an epoch has ended: their rows go with their week. */
async function ownRows({ accountId, memberSecret, sessionKey }: Member) {
  const { epoch } = await db.account.findUniqueOrThrow({ where: { id: accountId }, select: { epoch: true } });
  const rows = await db.session.findMany({
    where: {
      OR: [{ memberTag: { in: sessionTags(memberSecret) } }, { tokenHash: sessionKey }],
      expiresAt: { gt: now() },
    },
    select: { tokenHash: true, memberTag: true, note: true },
  });
  const withNotes = rows.map((row) => ({ ...row, opened: openNote(memberSecret, row) }));
  return withNotes.filter(({ opened }) => opened === null || opened.epoch === epoch);
}
