import { EventEmitter, once } from 'node:events';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { again, makeMember } from '#prisma/factories/member.ts';
import { makeThread, makeTopic } from '#prisma/factories/thread.ts';
import { setClock } from '#app/platform/clock.server.ts';
import { currentDatabase } from '#app/platform/db.server.ts';
import { forgetChanged, rememberWhile } from '#app/platform/told-memory.server.ts';
import { liftSanction } from '../moderation/sanctions/lift-sanction.server.ts';
import { sanctionWriter } from '../moderation/sanctions/sanction-writer.server.ts';
import { listSanctionsInForce } from './sanctions-in-force.server.ts';

const told = new EventEmitter();
let unlisten: () => Promise<void>;

/** As an instance that serves, which hears of changes as they are committed. */
beforeAll(async () => {
  unlisten = await currentDatabase().listen('pages', (message) => {
    const tags = message.split(' ');
    forgetChanged(tags);
    if (tags[0] === 'sanctions') told.emit('sanctions');
  });
  rememberWhile(() => true);
});

afterAll(async () => {
  rememberWhile(() => false);
  setClock();
  await unlisten();
});

async function whenTold(change: () => Promise<unknown>): Promise<void> {
  const heard = once(told, 'sanctions');
  await change();
  await heard;
}

it('what is kept in memory knows of each that is given, lifted, or over by itself', async () => {
  const moderator = await makeMember({ role: 'moderator' });
  const topic = await makeTopic();
  const { openingId: postId } = await makeThread(await makeMember(), { topic });
  const { openingId: otherId } = await makeThread(await makeMember(), { topic });
  const reasons = async () => (await listSanctionsInForce()).map(({ reason }) => reason);
  expect(await reasons()).toEqual([]);
  await whenTold(() => sanctionWriter(again(moderator), { postId, kind: 'bar', length: '7', reason: 'Heated' }));
  await whenTold(() =>
    sanctionWriter(again(moderator), { postId: otherId, kind: 'review', length: 'always', reason: 'Names names' }),
  );
  expect((await reasons()).sort()).toEqual(['Heated', 'Names names']);
  await whenTold(() => liftSanction(again(moderator), { postId: otherId, kind: 'review', reason: 'Better' }));
  expect(await reasons()).toEqual(['Heated']);
  const now = Date.now();
  setClock(() => now + 8 * 24 * 3_600_000);
  expect(await reasons()).toEqual([]);
});
