import { attentionTo, type Attention } from '#app/domain/following/follow-thread.server.ts';
import { byMail, type ByMail } from '#app/domain/following/mail/mail-follow.server.ts';
import type { Member } from '#app/domain/identity/viewer.ts';

/** Whether the member follows a thread, and of a followed one whether by mail. */
export async function loadAttention(member: Member, threadId: string): Promise<{ attention: Attention; mail: ByMail }> {
  const attention = await attentionTo(member, threadId);
  return { attention, mail: attention === 'followed' ? await byMail(member, threadId) : 'unavailable' };
}
