import { describe, expect, it } from 'vitest';
import { makeJoined, memberOf, PASSWORD, setUpTotp, signInAwaiting } from '#prisma/factories/signed-in.ts';
import { db } from '#app/platform/db.server.ts';
import { changePassword } from './change-password.server.ts';
import { endOtherSessions, endOwnSession, listOwnSessions, nameOwnSession } from './own-sessions.server.ts';
import { createSession, MOST_SESSIONS, readSession } from './sessions.server.ts';
import { signIn } from './sign-in.server.ts';

/** One member on two devices. */
async function onTwoDevices() {
  const joined = await makeJoined();
  const other = await signIn({ penName: joined.penName, password: PASSWORD });
  if (other.kind !== 'signed-in') throw new Error(other.kind);
  return { ...joined, otherSession: other.session, other: await memberOf(other) };
}

describe('the list of sessions', () => {
  it('has one line a device, this one first, with its day and no more', async () => {
    const { member } = await onTwoDevices();
    const sessions = await listOwnSessions(member);
    expect(sessions.map(({ isThisOne }) => isThisOne)).toEqual([true, false]);
    const today = new Date().toISOString().slice(0, 10);
    for (const session of sessions) expect(session).toMatchObject({ signedInOn: today, name: null, isAwaiting: false });
  });

  it("holds nobody else's", async () => {
    const [{ member }, another] = [await onTwoDevices(), await onTwoDevices()];
    const theirs = (await listOwnSessions(another.member)).map(({ id }) => id);
    expect((await listOwnSessions(member)).filter(({ id }) => theirs.includes(id))).toEqual([]);
  });

  it('keeps a name that only its member can read, and lets it be taken away', async () => {
    const { member, other } = await onTwoDevices();
    const [, second] = await listOwnSessions(member);
    await nameOwnSession(member, { id: second!.id, name: 'Phone at work' });
    expect((await listOwnSessions(other))[0]).toMatchObject({ name: 'Phone at work', isThisOne: true });
    const row = await db.session.findUniqueOrThrow({ where: { tokenHash: other.sessionKey } });
    expect(Buffer.from(row.note).toString('latin1')).not.toContain('Phone');
    await nameOwnSession(member, { id: second!.id, name: '' });
    expect((await listOwnSessions(other))[0]).toMatchObject({ name: null });
  });

  it('shows who had the password and not the second factor', async () => {
    const { penName, member } = await makeJoined();
    await setUpTotp(member);
    await signInAwaiting(penName);
    expect((await listOwnSessions(member)).map(({ isAwaiting }) => isAwaiting)).toEqual([false, true]);
  });

  it('leaves out those that a new password has ended', async () => {
    const { member } = await onTwoDevices();
    const changed = await changePassword(member, { current: PASSWORD, next: 'a short walk home again' });
    const sessions = await listOwnSessions(await memberOf(changed));
    expect(sessions.map(({ isThisOne }) => isThisOne)).toEqual([true]);
  });

  it('lists one whose note was tampered with or changed over, so that it can be ended', async () => {
    const { member, other } = await onTwoDevices();
    const { note } = await db.session.findUniqueOrThrow({ where: { tokenHash: member.sessionKey } });
    await db.session.update({ where: { tokenHash: other.sessionKey }, data: { note } });
    const [, second] = await listOwnSessions(member);
    expect(second).toMatchObject({ signedInOn: null, name: null });
    await endOwnSession(member, second!.id);
    expect(await listOwnSessions(member)).toHaveLength(1);
  });

  it('is whole: a member has so many sessions at most, and the one that ends first gives way', async () => {
    const { member, session } = await makeJoined();
    await db.session.update({
      where: { tokenHash: member.sessionKey },
      data: { expiresAt: new Date(Date.now() + 864e5) },
    });
    const account = { id: member.accountId, epoch: 0, memberSecret: member.memberSecret };
    const tokens = [];
    for (let i = 1; i < MOST_SESSIONS; i++) tokens.push((await createSession(account)).token);
    expect(await readSession(session.token)).not.toBeNull();
    const last = await createSession(account);
    expect(await readSession(session.token)).toBeNull();
    expect(await readSession(tokens[0]!)).not.toBeNull();
    expect(await listOwnSessions((await readSession(last.token))!)).toHaveLength(MOST_SESSIONS);
  });
});

describe('ending sessions', () => {
  it('ends one and leaves the others', async () => {
    const { member, session, otherSession } = await onTwoDevices();
    const [, second] = await listOwnSessions(member);
    expect(await endOwnSession(member, second!.id)).toBe('another');
    expect(await readSession(otherSession.token)).toBeNull();
    expect(await readSession(session.token)).not.toBeNull();
  });

  it('says when it was this one', async () => {
    const { member, session } = await onTwoDevices();
    const [first] = await listOwnSessions(member);
    expect(await endOwnSession(member, first!.id)).toBe('this-one');
    expect(await readSession(session.token)).toBeNull();
  });

  it('ends all others, those of nobody else among them', async () => {
    const [{ member, session, otherSession }, another] = [await onTwoDevices(), await onTwoDevices()];
    expect(await endOtherSessions(member)).toBe(1);
    expect(await readSession(otherSession.token)).toBeNull();
    for (const { token } of [session, another.session, another.otherSession]) {
      expect(await readSession(token)).not.toBeNull();
    }
  });

  it("knows neither another's session nor a made-up one, and ends nothing", async () => {
    const [{ member }, another] = [await onTwoDevices(), await onTwoDevices()];
    const [theirs] = await listOwnSessions(another.member);
    const count = await db.session.count();
    for (const id of [theirs!.id, 'A'.repeat(43), '', another.member.sessionKey]) {
      await expect(endOwnSession(member, id)).rejects.toMatchObject({ code: 'not-found' });
      await expect(nameOwnSession(member, { id, name: 'x' })).rejects.toMatchObject({ code: 'not-found' });
    }
    expect(await db.session.count()).toBe(count);
  });
});
