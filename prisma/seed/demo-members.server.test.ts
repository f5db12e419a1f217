import { expect, it } from 'vitest';
import { db } from '#app/platform/db.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { join } from '#app/domain/identity/join.server.ts';
import { DEMO_MEMBERS } from './demo-content.ts';
import { castDemoMembers } from './demo-members.ts';

it('never writes under a pen name that a real member had first', async () => {
  const penName = 'Inkwell';
  await join({ penName, password: `long enough ${newId()}` });
  const { id } = await db.account.findFirstOrThrow({ where: { penName }, select: { id: true } });
  const cast = await castDemoMembers();
  const therapists = Array.from({ length: DEMO_MEMBERS.length }, (_, turn) => cast.memberFor('therapist', 'en', turn));
  expect(therapists).not.toContain(id);
  expect(new Set(therapists).size).toBe(3);
});
