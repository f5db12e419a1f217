import type { Writer } from '#app/components/compose/write-as.tsx';
import { reviewOnMe } from '#app/domain/authorship/sanctions-on-me.server.ts';
import { myVerificationForPersonas } from '#app/domain/authorship/verification.server.ts';
import { usualHandHere, whoAmIHere } from '#app/domain/authorship/who-am-i-here.server.ts';
import { isNewcomer } from '#app/domain/identity/is-newcomer.server.ts';
import type { Member } from '#app/domain/identity/viewer.ts';

/**
 * As whom the member can write in a thread, or in a new one (`threadId` null).
 *
 * @param byPenName as for `whoAmIHere`.
 */
export async function loadWriter(member: Member, threadId: string | null, byPenName?: boolean): Promise<Writer> {
  const [here, newcomer, verification] = await Promise.all([
    threadId === null ? { alias: null, wroteUnderPenName: false } : whoAmIHere(member, threadId, byPenName),
    isNewcomer(member),
    myVerificationForPersonas(member),
  ]);
  const usual = usualHandHere(here);
  return {
    penName: member.penName,
    alias: here.alias,
    usual,
    review: await reviewOnMe(member, { threadId, as: usual }),
    isNewcomer: newcomer,
    profession: verification?.profession ?? null,
  };
}
