import { describe, expect, it } from 'vitest';
import { again, makeMember } from '#prisma/factories/member.ts';
import { makeReply, makeThread, makeTopic, replyInput } from '#prisma/factories/thread.ts';
import { createReply } from '../posts/create-reply.server.ts';
import { usualHandHere, whoAmIHere } from './who-am-i-here.server.ts';

async function setUp() {
  const [member, other] = [await makeMember(), await makeMember()];
  const thread = await makeThread(other, { topic: await makeTopic() });
  const reply = (given: Record<string, unknown>) =>
    createReply(again(member), { threadId: thread.id, input: replyInput(given) });
  const usual = async () => usualHandHere(await whoAmIHere(again(member), thread.id));
  return { member, thread, reply, usual };
}

const ASKED = { kind: 'refused', field: 'as', fault: 'faults.identitySwitch' };

describe('who came into a thread as a persona', () => {
  it('stays that persona unless they say that they mean the pen name', async () => {
    const { member, thread, reply, usual } = await setUp();
    expect(await usual()).toBe('anonymous');
    await makeReply(member, thread.id);
    expect(await usual()).toBe('anonymous');
    expect(await reply({ as: 'pen-name' })).toEqual(ASKED);
    expect(await reply({ as: 'pen-name', confirmSwitch: 'on' })).toMatchObject({ kind: 'replied' });
    expect(await usual()).toBe('anonymous');
    expect(await reply({ as: 'anonymous' })).toMatchObject({ kind: 'replied' });
    expect(await reply({ as: 'pen-name' })).toEqual(ASKED);
  });
});

describe('who came into a thread under the pen name', () => {
  it('stays with it unless they say that they mean an alias', async () => {
    const { member, thread, reply, usual } = await setUp();
    await makeReply(member, thread.id, { as: 'pen-name' });
    expect(await usual()).toBe('pen-name');
    expect(await reply({ as: 'anonymous' })).toEqual(ASKED);
    expect(await reply({ as: 'anonymous', confirmSwitch: 'on' })).toMatchObject({ kind: 'replied' });
    expect(await usual()).toBe('anonymous');
  });
});
