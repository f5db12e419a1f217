import { describe, expect, it } from 'vitest';
import { again, makeMember } from '#prisma/factories/member.ts';
import { makeThread, makeTopic } from '#prisma/factories/thread.ts';
import { listDrafts } from '#app/domain/posts/drafts.server.ts';
import { createReply } from '#app/domain/posts/create-reply.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { doneWith, draftUnder, keepAsTyped } from './draft.server.ts';

const scene = async () => {
  const member = await makeMember();
  const { id: threadId } = await makeThread(member, { topic: await makeTopic() });
  const formKey = newId();
  const keep = (body: string) =>
    keepAsTyped(member, { threadId, typed: { body, formKey, perspective: 'client', seen: 'abc' } });
  return { member, threadId, formKey, keep };
};

describe('what a composer keeps by itself', () => {
  it('is one draft however often it is sent, and goes on under the same key wherever it is taken up', async () => {
    const { member, threadId, formKey, keep } = await scene();
    expect([await keep('One'), await keep('One and'), await keep('One and two')]).toEqual([0, 0, 0]);
    expect(await listDrafts(member)).toHaveLength(1);
    expect(await draftUnder(again(member), threadId)).toEqual({
      number: 0,
      formKey,
      typed: { body: 'One and two', perspective: 'client' },
    });
  });

  it('goes with the last of its words', async () => {
    const { member, keep } = await scene();
    await keep('One');
    expect(await keep(' ')).toBeNull();
    expect(await listDrafts(member)).toEqual([]);
  });

  it('leaves nothing behind once it is published, also when it comes late', async () => {
    const { member, threadId, formKey, keep } = await scene();
    await keep('One');
    const form = { body: 'One', perspective: 'client', as: 'anonymous', quoteOf: null, draft: null, formKey } as const;
    const input = { ...form, confirmSwitch: false, showVerified: false, despiteWarning: false };
    await createReply(member, { threadId, input });
    expect(await keep('One')).toBeNull();
    await doneWith(member, input);
    expect(await listDrafts(member)).toEqual([]);
  });
});
