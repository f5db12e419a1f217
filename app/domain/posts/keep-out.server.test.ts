import { describe, expect, it } from 'vitest';
import { again, makeMember } from '#prisma/factories/member.ts';
import { makeReply, makeThread, makeTopic } from '#prisma/factories/thread.ts';
import { GUEST } from '../identity/viewer.ts';
import { getThread } from '../threads/get-thread.server.ts';
import { listThreadAddresses } from '../threads/list-thread-addresses.server.ts';
import { keepOut } from './keep-out.server.ts';

const isListed = async (id: string) =>
  (await listThreadAddresses(GUEST, { limit: 50_000 })).some((thread) => thread.id === id);

describe('a thread that its writer keeps out of search engines', () => {
  it('stands in no sitemap, and is read as before', async () => {
    const writer = await makeMember();
    const { id } = await makeThread(writer, { topic: await makeTopic(), keepOut: 'on' });
    expect(await isListed(id)).toBe(false);
    expect(await getThread(GUEST, { id, language: 'en' })).toMatchObject({ keptOut: true, state: 'published' });
    await keepOut(again(writer), { threadId: id, isKeptOut: false });
    expect(await isListed(id)).toBe(true);
    expect((await getThread(GUEST, { id, language: 'en' })).keptOut).toBe(false);
  });

  it('is a matter of who opened it, and of nobody else', async () => {
    const { id } = await makeThread(await makeMember(), { topic: await makeTopic() });
    const answerer = await makeMember();
    await makeReply(answerer, id);
    for (const other of [again(answerer), await makeMember({ role: 'administrator' })]) {
      await expect(keepOut(other, { threadId: id, isKeptOut: true })).rejects.toMatchObject({ code: 'not-allowed' });
    }
    expect(await isListed(id)).toBe(true);
  });
});
