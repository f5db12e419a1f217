import { describe, expect, it } from 'vitest';
import { makeMember } from '#prisma/factories/member.ts';
import { makeThread, makeTopic } from '#prisma/factories/thread.ts';
import { db } from '#app/platform/db.server.ts';
import { closePostItem, openPostItem, type PostItemKind } from './post-item.server.ts';
import type { SeenItem } from './flag-item.server.ts';

const setUp = async () => (await makeThread(await makeMember(), { topic: await makeTopic() })).openingId;
const items = (postId: string) => db.queueItem.findMany({ where: { postId }, orderBy: { id: 'asc' } });
const open = (kind: PostItemKind, postId: string, risk = 0) =>
  db.$transaction((tx) => openPostItem(tx, { kind, postId, risk }));
const close = (kind: PostItemKind, postId: string, seen?: SeenItem) =>
  db.$transaction((tx) => closePostItem(tx, { kind, postId, outcome: 'acted', seen }));

describe('what waits about a post', () => {
  it('is one item of a kind, however many put it there at once, with the highest risk among them', async () => {
    const postId = await setUp();
    await Promise.all([0, 3, 1, 2, 0].map((risk) => open('risk', postId, risk)));
    await open('held', postId);
    const rows = await items(postId);
    expect(rows.map(({ kind, risk }) => [kind, risk]).sort()).toEqual([
      ['held', 0],
      ['risk', 3],
    ]);
  });

  it('is closed for its own cause alone, and may wait anew', async () => {
    const postId = await setUp();
    await open('held', postId);
    await open('pendingEdit', postId);
    await close('held', postId);
    await close('held', postId);
    await open('held', postId);
    const rows = await items(postId);
    expect(rows.map(({ kind, outcome }) => `${kind} ${String(outcome)}`).sort()).toEqual([
      'held acted',
      'held null',
      'pendingEdit null',
    ]);
  });

  it('is not closed by who saw it before it changed, or saw an item that is closed', async () => {
    const postId = await setUp();
    await open('held', postId);
    const { id, version } = await db.queueItem.findFirstOrThrow({ where: { postId } });
    await open('held', postId, 1);
    await expect(close('held', postId, { id, version })).rejects.toMatchObject({ code: 'conflict' });
    await close('held', postId, { id, version: version + 1 });
    await expect(close('held', postId, { id, version: version + 2 })).rejects.toMatchObject({ code: 'conflict' });
    expect(await items(postId)).toMatchObject([{ id, outcome: 'acted', version: version + 2 }]);
  });
});
