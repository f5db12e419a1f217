import { describe, expect, it } from 'vitest';
import { makeMember } from '#prisma/factories/member.ts';
import { makeJoined, PASSWORD } from '#prisma/factories/signed-in.ts';
import { db } from '#app/platform/db.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { changePenName } from './change-pen-name.server.ts';
import { join } from './join.server.ts';
import { readSession } from './sessions.server.ts';
import { signIn } from './sign-in.server.ts';

const fresh = () => `pen-${newId().slice(0, 10)}`;
const taken = { kind: 'refused', field: 'penName', fault: 'faults.penNameTaken' };

describe('another pen name', () => {
  it('signs in where the old one did, and the old one belongs to nobody else', async () => {
    const { penName, member, session } = await makeJoined();
    const next = fresh();
    expect(await changePenName(member, { penName: next, current: PASSWORD })).toEqual({ kind: 'changed' });
    expect((await readSession(session.token))?.penName).toBe(next);
    expect((await signIn({ penName, password: PASSWORD })).kind).toBe('refused');
    expect((await signIn({ penName: next, password: PASSWORD })).kind).toBe('signed-in');
    expect(await join({ penName: penName.toUpperCase(), password: PASSWORD })).toEqual(taken);
    const other = await makeJoined();
    expect(await changePenName(other.member, { penName, current: PASSWORD })).toEqual(taken);
    expect((await readSession(other.session.token))?.penName).toBe(other.penName);
  });

  it('can be given up for the one before, and leaves no name behind in clear', async () => {
    const { penName, member } = await makeJoined();
    await changePenName(member, { penName: fresh(), current: PASSWORD });
    const rows = await db.formerPenName.findMany({ where: { accountId: member.accountId } });
    expect(rows).toHaveLength(1);
    expect(Buffer.from(rows[0]?.digest ?? []).toString('latin1')).not.toContain(penName);
    expect(await changePenName(member, { penName, current: PASSWORD })).toEqual({ kind: 'changed' });
  });

  it('asks for the password, and takes nobody’s name', async () => {
    const { member } = await makeJoined();
    const { penName } = await makeMember();
    expect(await changePenName(member, { penName: fresh(), current: 'not this one' })).toMatchObject({
      kind: 'refused',
      field: 'current',
    });
    expect(await changePenName(member, { penName, current: PASSWORD })).toEqual(taken);
    expect(await db.formerPenName.count({ where: { accountId: member.accountId } })).toBe(0);
  });

  it('comes five times, so that nobody hoards names', async () => {
    const { member } = await makeJoined();
    const change = () => changePenName(member, { penName: fresh(), current: PASSWORD });
    for (let turn = 0; turn < 5; turn++) expect(await change()).toEqual({ kind: 'changed' });
    expect(await change()).toMatchObject({ kind: 'refused', fault: 'faults.penNameChanges' });
  });
});
