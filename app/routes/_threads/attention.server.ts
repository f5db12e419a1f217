import { attentionTo, type Attention } from '#app/domain/following/follow-thread.server.ts';
import { byMail, type ByMail } from '#app/domain/following/mail/mail-follow.server.ts';
import type { Member } from '#app/domain/identity/viewer.ts';

/**
 * Whether the member follows a thread, and of a followed one whether by mail.
 *
 * @param mergedFrom as for `attentionTo`.
 */
export async function loadAttention(
  member: Member,
  threadId: string,
  mergedFrom: readonly string[] | undefined,
): Promise<{ attention: Attention; mail: ByMail }> {
  const attention = await attentionTo(member, threadId, mergedFrom);
  return { attention, mail: attention === 'followed' ? await byMail(member, threadId, mergedFrom) : 'unavailable' };
}
