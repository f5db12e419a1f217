import type { Member } from '../../identity/viewer.ts';
import { createReply, type CreateReplyResult } from '../../posts/create-reply.server.ts';
import type { ReplyInput } from '../../posts/schema.ts';
import type { StartThreadInput } from '../../threads/schema.ts';
import type { Screen } from '../../threads/screening.ts';
import { startThread, type StartThreadResult } from '../../threads/start-thread.server.ts';
import { requireRight } from '../rights.ts';
import { admission, judge, maskFields, type Screened } from './screen.server.ts';

/**
 * A member's reply, held against the rules: masked, published, or kept back until a moderator has looked.
 *
 * @throws DomainError as `createReply`.
 */
export async function publishReply(
  member: Member,
  { threadId, input }: { threadId: string; input: ReplyInput },
): Promise<CreateReplyResult> {
  const { as, despiteWarning: isConfirmed } = input;
  const { body } = await maskFields({ body: input.body });
  const screen = screening(member, { fields: { body }, writing: { threadId, as }, isConfirmed });
  return createReply(member, { threadId, input: { ...input, body }, screen });
}

/**
 * The same for a member's new thread, in all fields of its opening. A guide takes the right to keep guides.
 *
 * @throws DomainError not-allowed, and as `startThread`.
 */
export async function publishThread(member: Member, input: StartThreadInput): Promise<StartThreadResult> {
  if (input.kind === 'guide') requireRight(member, 'writeGuides');
  const { title, contentWarning, situation, body, whatIHaveTried, question } = input;
  const { as, despiteWarning: isConfirmed } = input;
  const fields = await maskFields({ title, contentWarning, situation, body, whatIHaveTried, question });
  const screen = screening(member, { fields, writing: { threadId: null, as }, isConfirmed });
  return startThread(member, { ...input, ...fields }, screen);
}

function screening(member: Member, typed: Omit<Screened, 'rendered'>): Screen {
  return async (rendered) => {
    const verdict = await judge(member, { ...typed, rendered });
    return verdict.kind === 'refused' ? verdict : admission(verdict);
  };
}
