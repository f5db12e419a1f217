import { beforeEach, describe, expect, it } from 'vitest';
import { makeMember } from '#prisma/factories/member.ts';
import { makeJoined, PASSWORD } from '#prisma/factories/signed-in.ts';
import { makeReply, makeThread, makeTopic } from '#prisma/factories/thread.ts';
import { db } from '#app/platform/db.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { checkOfCode } from '../../identity/recovery-codes.server.ts';
import { grantRole } from '../../identity/grant-role.server.ts';
import { isLastAdministrator, stepDownToLeave } from '../../identity/administrators.server.ts';
import type { Member, Role } from '../../identity/viewer.ts';
import { eraseAccount } from '../../privacy/erase-account.server.ts';
import { actOnMember } from './act-on-member.server.ts';
import { changeRole } from './change-role.server.ts';
import { findMembers, getMemberForStaff, MOST_FOUND } from './find-members.server.ts';

const moderator = await makeMember({ role: 'moderator' });

/** So that each test begins with no administrator but its own. */
beforeEach(async () => {
  await db.account.updateMany({ where: { role: 'administrator' }, data: { role: 'member' } });
});

const administrator = () => makeMember({ role: 'administrator' });
const roleOf = async ({ accountId }: Member): Promise<Role | undefined> =>
  (await db.account.findUnique({ where: { id: accountId }, select: { role: true } }))?.role;
const countAdministrators = () => db.account.count({ where: { role: 'administrator' } });
const give = (by: Member, to: Member, role: Role, from: Role = to.role) =>
  changeRole(by, { penName: to.penName, role, from });

/** How many of these did what they were to do. */
async function done(attempts: Promise<{ kind: string } | boolean>[]): Promise<number> {
  const settled = await Promise.allSettled(attempts);
  return settled.filter(
    (one) => one.status === 'fulfilled' && (typeof one.value === 'boolean' ? one.value : one.value.kind === 'done'),
  ).length;
}

describe('looking members up', () => {
  it('finds by how the pen name begins, in whatever case, and takes an underscore as one', async () => {
    const word = `w${newId()}`;
    for (const ending of ['_one', 'xone', '-two']) await makeMember({ penName: word + ending });
    const names = async (name: string) => (await findMembers(moderator, name)).members.map(({ penName }) => penName);
    expect(await names(` ${word.toUpperCase()}`)).toEqual([`${word}-two`, `${word}_one`, `${word}xone`]);
    expect(await names(`${word}_`)).toEqual([`${word}_one`]);
    expect(await names(`${word}%`)).toEqual([]);
    expect(await names('\\')).toEqual([]);
  });

  it('shows the staff without a search, and of many hits the first', async () => {
    const [boss, member, word] = [await administrator(), await makeMember(), `w${newId()}`];
    const { members } = await findMembers(moderator, '');
    expect(members[0]).toMatchObject({ penName: boss.penName, role: 'administrator' });
    expect(members.map(({ penName }) => penName)).toContain(moderator.penName);
    expect(members.map(({ penName }) => penName)).not.toContain(member.penName);
    for (let index = 0; index <= MOST_FOUND; index += 1) await makeMember({ penName: `${word}${index}` });
    const found = await findMembers(moderator, word);
    expect([found.members.length, found.isCut]).toEqual([MOST_FOUND, true]);
  });

  it('shows what staff may know and nothing of what the member wrote anonymously', async () => {
    const member = await makeMember();
    const topic = await makeTopic();
    const { id } = await makeThread(await makeMember(), { topic });
    await makeThread({ ...member, sessionKey: newId() }, { topic });
    await makeReply({ ...member, sessionKey: newId() }, id);
    const view = await getMemberForStaff(moderator, member.penName.toUpperCase());
    expect(view).toEqual({
      penName: member.penName,
      role: 'member',
      joined: expect.any(Date),
      reset: null,
      verified: null,
      isMe: false,
      request: null,
    });
    await expect(getMemberForStaff(moderator, 'nobody-at-all')).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('giving roles', () => {
  it('is done by administrators, ends the sessions, and counts from the next request on', async () => {
    const [boss, member] = [await administrator(), await makeMember()];
    expect(await give(boss, member, 'moderator')).toEqual({ kind: 'done' });
    const account = await db.account.findUniqueOrThrow({
      where: { id: member.accountId },
      select: { role: true, epoch: true, staffSince: true },
    });
    expect(account).toEqual({ role: 'moderator', epoch: 1, staffSince: expect.any(Date) });
    expect(await give(boss, member, 'moderator', 'moderator')).toMatchObject({ fault: 'faults.roleSame' });
  });

  it('is refused when somebody else has changed that role, or the role of who gives it', async () => {
    const [boss, other, member] = [await administrator(), await administrator(), await makeMember()];
    await give(other, member, 'moderator');
    await expect(give(boss, member, 'administrator')).rejects.toMatchObject({ code: 'conflict' });
    await give(other, boss, 'member');
    await expect(give(boss, member, 'administrator', 'moderator')).rejects.toMatchObject({ code: 'conflict' });
    expect(await roleOf(member)).toBe('moderator');
  });

  it('to nobody says so', async () => {
    const boss = await administrator();
    const input = { role: 'moderator' as const, from: 'member' as const };
    expect(await actOnMember(boss, { penName: 'nobody-at-all', intent: 'role', input })).toEqual({ kind: 'gone' });
    expect(await actOnMember(boss, { penName: boss.penName, intent: 'role', input: {} })).toMatchObject({
      fault: 'faults.roleMissing',
    });
  });

  it('lets administrators step down, but not the last one', async () => {
    const [boss, other] = [await administrator(), await administrator()];
    const input = { role: 'member' as const, from: 'administrator' as const };
    expect(await actOnMember(boss, { penName: boss.penName, intent: 'role', input })).toEqual({ kind: 'stepped-down' });
    expect(await isLastAdministrator(other)).toBe(true);
    expect(await give(other, other, 'moderator')).toMatchObject({ fault: 'faults.lastAdministratorSelf' });
    expect(await grantRole({ penName: other.penName, role: 'member' })).toEqual({ kind: 'last-administrator' });
    expect(await roleOf(other)).toBe('administrator');
  });
});

describe('the last administrator', () => {
  it.each([1, 2, 3])('is left over when two demote each other at once, time %i', async () => {
    const [one, two] = [await administrator(), await administrator()];
    expect(await done([give(one, two, 'member'), give(two, one, 'moderator')])).toBe(1);
    expect(await countAdministrators()).toBe(1);
  });

  it('is left over when all step down at once, by whatever way', async () => {
    const all = [await administrator(), await administrator(), await administrator(), await administrator()];
    const [one, two, three, four] = all as [Member, Member, Member, Member];
    const ways = [
      give(one, one, 'member'),
      stepDownToLeave(two),
      give(three, three, 'moderator'),
      grantRole({ penName: four.penName, role: 'member' }).then(({ kind }) => kind === 'granted'),
    ];
    expect(await done(ways)).toBe(3);
    expect(await countAdministrators()).toBe(1);
  });

  it('cannot erase their account, and nothing of theirs goes; with another they can', async () => {
    const { member } = await makeJoined();
    await db.account.update({ where: { id: member.accountId }, data: { role: 'administrator' }, select: { id: true } });
    const input = { password: PASSWORD, penNamePosts: 'remove', anonymousPosts: 'remove' } as const;
    const epoch = () => db.account.findUnique({ where: { id: member.accountId }, select: { epoch: true, role: true } });
    const before = await epoch();
    expect(await eraseAccount(member, input)).toMatchObject({ fault: 'faults.lastAdministratorLeaves' });
    expect(await epoch()).toEqual(before);
    await administrator();
    expect(await eraseAccount(member, input)).toEqual({ kind: 'erased' });
    expect([await epoch(), await countAdministrators()]).toEqual([null, 1]);
  });
});

describe('verifying', () => {
  const input = { profession: 'therapist', language: 'nb' as const };

  it('marks and ends, by any of the staff', async () => {
    const { penName } = await makeMember();
    expect(await actOnMember(moderator, { penName, intent: 'verify', input })).toEqual({ kind: 'done' });
    expect((await getMemberForStaff(moderator, penName)).verified).toEqual(input);
    expect(await actOnMember(moderator, { penName, intent: 'unverify', input: {} })).toEqual({ kind: 'done' });
    expect((await getMemberForStaff(moderator, penName)).verified).toBeNull();
  });

  it('is not done to oneself, nor without saying as what', async () => {
    const { penName } = moderator;
    expect(await actOnMember(moderator, { penName, intent: 'verify', input })).toMatchObject({
      fault: 'faults.ownVerification',
    });
    const other = { penName: (await makeMember()).penName, intent: 'verify' as const };
    expect(await actOnMember(moderator, { ...other, input: { ...input, profession: '' } })).toMatchObject({
      field: 'profession',
    });
    expect(await actOnMember(moderator, { ...other, input: { profession: 'therapist' } })).toMatchObject({
      field: 'language',
    });
  });
});

describe('letting somebody in again', () => {
  it('takes the pen name once more, and gives the one code', async () => {
    const [boss, { penName, accountId }] = [await administrator(), await makeMember()];
    const reset = (confirm: string) => actOnMember(boss, { penName, intent: 'reset', input: { confirm } });
    expect(await reset('somebody-else')).toMatchObject({ field: 'confirm', fault: 'faults.penNameNotSame' });
    const result = await reset(penName.toUpperCase());
    if (result.kind !== 'reset') throw new Error(result.kind);
    const codes = await db.recoveryCode.findMany({ where: { accountId }, select: { check: true } });
    expect(codes).toEqual([{ check: checkOfCode(result.code) }]);
    expect((await getMemberForStaff(moderator, penName)).reset).toEqual(expect.any(Date));
  });

  it('is nothing for moderators, nor for oneself', async () => {
    const [boss, { penName }] = [await administrator(), await makeMember()];
    await expect(
      actOnMember(moderator, { penName, intent: 'reset', input: { confirm: penName } }),
    ).rejects.toMatchObject({ code: 'not-allowed' });
    const own = { penName: boss.penName, intent: 'reset' as const, input: { confirm: boss.penName } };
    expect(await actOnMember(boss, own)).toMatchObject({ fault: 'faults.ownReset' });
  });
});
