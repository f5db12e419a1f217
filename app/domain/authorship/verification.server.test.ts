import { beforeEach, describe, expect, it } from 'vitest';
import { again, makeMember } from '#prisma/factories/member.ts';
import { makeReply, makeThread, makeTopic } from '#prisma/factories/thread.ts';
import { db } from '#app/platform/db.server.ts';
import { GUEST, type Member } from '../identity/viewer.ts';
import { listPosts } from '../posts/list-posts.server.ts';
import { LEAST_SHARING, myVerificationForPersonas } from './verification.server.ts';
import { showMyVerification, verifyMember } from './verify-member.server.ts';

const verification = { profession: 'therapist', language: 'nb' } as const;
let members: Member[] = [];

beforeEach(async () => {
  for (const { penName } of members) await verifyMember({ penName, verification: null });
  members = await Promise.all(Array.from({ length: LEAST_SHARING }, () => makeMember()));
});

async function verify(count: number): Promise<void> {
  for (const { penName } of members.slice(0, count)) await verifyMember({ penName, verification });
}

async function marksIn(threadId: string): Promise<(string | null)[]> {
  return (await listPosts(GUEST, { threadId })).posts.map(({ author }) => author.verified);
}

describe('a verified practitioner', () => {
  it('shows it on a persona only if they choose to, and only among ten who share it', async () => {
    await verify(LEAST_SHARING);
    const thread = await makeThread(members[0]!, { topic: await makeTopic() });
    expect(await marksIn(thread.id)).toEqual([null]);
    await makeReply(again(members[0]!), thread.id, { showVerified: 'on' });
    expect(await marksIn(thread.id)).toEqual(['therapist', 'therapist']);
    await verifyMember({ penName: members[9]!.penName, verification: null });
    expect(await marksIn(thread.id)).toEqual([null, null]);
  });

  it('among nine cannot show it on a persona at all: it is not even stored', async () => {
    await verify(LEAST_SHARING - 1);
    expect(await myVerificationForPersonas(members[0]!)).toBeNull();
    const thread = await makeThread(members[0]!, { topic: await makeTopic(), showVerified: 'on' });
    const { persona } = await db.post.findUniqueOrThrow({
      where: { id: thread.openingId },
      select: { persona: { select: { verifiedProfession: true } } },
    });
    expect(persona).toEqual({ verifiedProfession: null });
  });

  it('does not count those who practise in another language, or who are not verified', async () => {
    await verify(LEAST_SHARING - 1);
    await verifyMember({ penName: members[9]!.penName, verification: { profession: 'therapist', language: 'en' } });
    expect(await myVerificationForPersonas(members[0]!)).toBeNull();
    expect(await myVerificationForPersonas(await makeMember())).toBeNull();
  });

  it('shows it beside the pen name only if they choose to, however many there are', async () => {
    await verify(1);
    const [member] = members;
    const thread = await makeThread(member!, { topic: await makeTopic(), as: 'pen-name' });
    expect(await marksIn(thread.id)).toEqual([null]);
    await showMyVerification(member!, true);
    expect(await marksIn(thread.id)).toEqual(['therapist']);
  });
});

describe('who is not verified', () => {
  it('cannot claim to be, under whatever name', async () => {
    await verify(LEAST_SHARING);
    const member = await makeMember();
    await showMyVerification(member, true);
    const thread = await makeThread(member, { topic: await makeTopic(), as: 'pen-name' });
    await makeReply(again(member), thread.id, { confirmSwitch: 'on', showVerified: 'on' });
    expect(await marksIn(thread.id)).toEqual([null, null]);
  });
});
