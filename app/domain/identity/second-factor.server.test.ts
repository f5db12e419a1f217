import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeAuthenticator } from '#prisma/factories/authenticator.ts';
import { makeJoined, memberOf, PASSWORD, setUpTotp, signInAwaiting, totpCode } from '#prisma/factories/signed-in.ts';
import { setClock } from '#app/platform/clock.server.ts';
import { db } from '#app/platform/db.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { addTotp, offerTotp, reopenOffer } from './add-totp.server.ts';
import { readAwaiting } from './awaiting-session.server.ts';
import { grantRole } from './grant-role.server.ts';
import { addPasskey, passkeyCreation, passkeyRequest } from './passkeys.server.ts';
import { removeFactor } from './remove-factor.server.ts';
import { findFactors, usableFactors } from './second-factor.server.ts';
import { prolongUsedSessions, readSession } from './sessions.server.ts';
import { showPasskey, showRecoveryCode, showTotp } from './show-second-factor.server.ts';
import { signIn } from './sign-in.server.ts';
import type { Member } from './viewer.ts';

const ORIGIN = 'https://forum.test';
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Standing still, so that no step of 30 seconds ends within a test. */
let time = 0;
const pass = (ms: number) => (time += ms);
beforeEach(() => {
  time = Date.now();
  setClock(() => time);
});
afterEach(() => setClock());

async function withApp() {
  const joined = await makeJoined();
  return { ...joined, secret: await setUpTotp(joined.member) };
}

async function withPasskey() {
  const joined = await makeJoined();
  const key = makeAuthenticator(ORIGIN);
  const result = await addKey(joined.member, key);
  if (result.kind !== 'changed') throw new Error(result.fault);
  return { ...joined, key };
}

async function addKey(member: Member, key: ReturnType<typeof makeAuthenticator>, name = 'Phone') {
  const response = key.create(await passkeyCreation(member, ORIGIN));
  return addPasskey(member, { name, current: PASSWORD, response }, ORIGIN);
}

describe('setting up codes from an app', () => {
  it('counts from the first code on, and nothing in the row can be read', async () => {
    const { member } = await makeJoined();
    const { secret, pending, address, qr } = offerTotp(member);
    expect(await findFactors(member)).toEqual({ kind: 'none' });
    expect(new URL(address).searchParams.get('secret')).toBe(secret);
    expect(qr.path).toMatch(/^M/);
    expect(await addTotp(member, { current: PASSWORD, pending, code: totpCode(secret) })).toEqual({ kind: 'changed' });
    expect(await usableFactors(member)).toEqual({ totp: { secret }, passkeys: [] });
    const row = await db.secondFactor.findUniqueOrThrow({ where: { accountId: member.accountId } });
    expect(Buffer.from(row.ciphertext).toString('latin1')).not.toContain(secret);
  });

  it('refuses a wrong password, a wrong code, and an offer that is old or of another session', async () => {
    const [{ member }, other] = [await makeJoined(), await makeJoined()];
    const { secret, pending } = offerTotp(member);
    const code = totpCode(secret);
    expect(await addTotp(member, { current: 'not this one', pending, code })).toMatchObject({ field: 'current' });
    const wrong = await addTotp(member, { current: PASSWORD, pending, code: totpCode(secret, 5) });
    expect(wrong).toMatchObject({ fault: 'faults.firstCodeWrong' });
    expect(await addTotp(other.member, { current: PASSWORD, pending, code })).toMatchObject({
      fault: 'faults.offerOld',
    });
    pass(61 * MINUTE);
    expect(await addTotp(member, { current: PASSWORD, pending, code: totpCode(secret) })).toMatchObject({
      fault: 'faults.offerOld',
    });
    expect(reopenOffer(member, pending)).toBeNull();
    expect(await findFactors(member)).toEqual({ kind: 'none' });
  });

  it('replaces the app there was', async () => {
    const { penName, member, secret } = await withApp();
    pass(MINUTE);
    const next = await setUpTotp(member);
    const awaiting = await signInAwaiting(penName);
    expect((await showTotp(awaiting, totpCode(secret))).kind).toBe('refused');
    expect((await showTotp(awaiting, totpCode(next))).kind).toBe('signed-in');
  });
});

describe('signing in with a second factor', () => {
  it('signs nobody in by the password alone, and rotates the session with the factor', async () => {
    const { penName, secret, member } = await withApp();
    const first = await signIn({ penName, password: PASSWORD });
    if (first.kind !== 'second-factor') throw new Error(first.kind);
    expect(await readSession(first.session.token)).toBeNull();
    const awaiting = await readAwaiting(first.session.token);
    const second = await showTotp(awaiting!, totpCode(secret));
    expect(await memberOf(second)).toMatchObject({ accountId: member.accountId });
    expect(second).not.toMatchObject({ session: { token: first.session.token } });
    expect(await readAwaiting(first.session.token)).toBeNull();
    expect(await readAwaiting(second.kind === 'signed-in' ? second.session.token : '')).toBeNull();
  });

  it('waits for a quarter of an hour, in a row that goes with its week', async () => {
    const { penName } = await withApp();
    const { session } = (await signIn({ penName, password: PASSWORD })) as { session: { token: string } };
    pass(15 * MINUTE - 1);
    const awaiting = await readAwaiting(session.token);
    expect(awaiting).not.toBeNull();
    const row = await db.session.findUniqueOrThrow({ where: { tokenHash: awaiting!.sessionKey } });
    expect(row.expiresAt.getTime() - time).toBeLessThanOrEqual(7 * DAY);
    pass(1);
    expect(await readAwaiting(session.token)).toBeNull();
  });

  it('answers a wrong password as it does where there is none', async () => {
    const { penName } = await withApp();
    expect(await signIn({ penName, password: 'not this one' })).toEqual({ kind: 'refused' });
    expect(await signIn({ penName: `nobody-${newId()}`, password: PASSWORD })).toEqual({ kind: 'refused' });
  });

  it.each([-1, 0, 1])('takes the code of a clock that is %i steps off', async (steps) => {
    const { penName, secret } = await withApp();
    pass(2 * MINUTE);
    expect((await showTotp(await signInAwaiting(penName), totpCode(secret, steps))).kind).toBe('signed-in');
  });

  it.each([-2, 2])('refuses the code of a clock that is %i steps off', async (steps) => {
    const { penName, secret } = await withApp();
    pass(2 * MINUTE);
    expect((await showTotp(await signInAwaiting(penName), totpCode(secret, steps))).kind).toBe('refused');
  });

  it('takes a recovery code instead, once', async () => {
    const { penName, recoveryCodes } = await withApp();
    expect((await showRecoveryCode(await signInAwaiting(penName), recoveryCodes[0]!)).kind).toBe('signed-in');
    expect((await showRecoveryCode(await signInAwaiting(penName), recoveryCodes[0]!)).kind).toBe('refused');
  });

  it("takes nobody else's recovery code", async () => {
    const [{ penName }, other] = [await withApp(), await makeJoined()];
    expect((await showRecoveryCode(await signInAwaiting(penName), other.recoveryCodes[0]!)).kind).toBe('refused');
    expect(await db.recoveryCode.count({ where: { accountId: other.member.accountId } })).toBe(10);
  });

  it('counts wrong codes as failed sign-ins, and then refuses right ones too', async () => {
    const { penName, secret } = await withApp();
    const awaiting = await signInAwaiting(penName);
    for (let i = 0; i < 10; i++) expect((await showTotp(awaiting, totpCode(secret, 9 + i))).kind).toBe('refused');
    expect((await showTotp(awaiting, totpCode(secret))).kind).toBe('too-many');
    expect((await signIn({ penName, password: PASSWORD })).kind).toBe('too-many');
  });

  it('makes one whole session of an awaiting one, however many factors come at once', async () => {
    const { penName, secret, recoveryCodes } = await withApp();
    const awaiting = await signInAwaiting(penName);
    const results = await Promise.all([
      showTotp(awaiting, totpCode(secret)),
      showTotp(awaiting, totpCode(secret, 1)),
      showRecoveryCode(awaiting, recoveryCodes[0]!),
    ]);
    expect(results.map(({ kind }) => kind).sort()).toEqual(['ended', 'ended', 'signed-in']);
  });

  it('forgets spent codes after two days', async () => {
    const { penName, secret } = await withApp();
    await showTotp(await signInAwaiting(penName), totpCode(secret));
    const before = await db.spentTag.count();
    await prolongUsedSessions();
    expect(await db.spentTag.count()).toBe(before);
    pass(3 * DAY);
    await prolongUsedSessions();
    expect(await db.spentTag.count()).toBe(0);
  });
});

describe('a passkey', () => {
  it('signs in beside the password, and writes nothing to the account by that', async () => {
    const { penName, member, key } = await withPasskey();
    const row = () => db.secondFactor.findUniqueOrThrow({ where: { accountId: member.accountId } });
    const before = await row();
    const awaiting = await signInAwaiting(penName);
    const options = await passkeyRequest(awaiting, await usableFactors(awaiting), ORIGIN);
    const result = await showPasskey(awaiting, { response: key.get(options!), origin: ORIGIN });
    expect(await memberOf(result)).toMatchObject({ accountId: member.accountId });
    expect(await row()).toEqual(before);
  });

  it('tells the device the pen name and nothing that is stored of the account', async () => {
    const { penName, member } = await makeJoined();
    const { user } = await passkeyCreation(member, ORIGIN);
    const elsewhere = await memberOf(await signIn({ penName, password: PASSWORD }));
    expect(user).toMatchObject({ name: penName, displayName: '' });
    expect((await passkeyCreation(elsewhere, ORIGIN)).user.id).not.toBe(user.id);
    expect(Buffer.from(user.id, 'base64url').toString('latin1')).not.toContain(member.accountId);
  });

  it('answers a challenge once, in its own session, from our own address', async () => {
    const { penName, key } = await withPasskey();
    const [awaiting, other] = [await signInAwaiting(penName), await signInAwaiting(penName)];
    const options = await passkeyRequest(awaiting, await usableFactors(awaiting), ORIGIN);
    const response = key.get(options!);
    expect((await showPasskey(other, { response, origin: ORIGIN })).kind).toBe('refused');
    expect((await showPasskey(awaiting, { response, origin: 'https://elsewhere.test' })).kind).toBe('refused');
    const twice = await Promise.all([1, 2].map(() => showPasskey(awaiting, { response, origin: ORIGIN })));
    expect(twice.map(({ kind }) => kind).sort()).toEqual(['refused', 'signed-in']);
  });

  it('has between five and ten minutes to answer', async () => {
    time = Math.ceil(time / (5 * MINUTE)) * 5 * MINUTE;
    const { penName, key } = await withPasskey();
    const awaiting = await signInAwaiting(penName);
    const response = key.get((await passkeyRequest(awaiting, await usableFactors(awaiting), ORIGIN))!);
    pass(10 * MINUTE);
    expect((await showPasskey(awaiting, { response, origin: ORIGIN })).kind).toBe('refused');
    pass(-1);
    expect((await showPasskey(awaiting, { response, origin: ORIGIN })).kind).toBe('signed-in');
  });

  it.each([
    ['rubbish', () => 'rubbish'],
    ['an empty object', () => '{}'],
    ['null', () => 'null'],
    ['another key of the same name', (response: string) => forged(response)],
  ])('is not shown by %s', async (_, sent) => {
    const { penName, key } = await withPasskey();
    const awaiting = await signInAwaiting(penName);
    const options = (await passkeyRequest(awaiting, await usableFactors(awaiting), ORIGIN))!;
    const response = sent(key.get(options));
    expect((await showPasskey(awaiting, { response, origin: ORIGIN })).kind).toBe('refused');
  });

  it('is added with the password alone, once, and ten at most', async () => {
    const { member } = await makeJoined();
    const key = makeAuthenticator(ORIGIN);
    const response = key.create(await passkeyCreation(member, ORIGIN));
    const wrong = await addPasskey(member, { name: '', current: 'not this one', response }, ORIGIN);
    expect(wrong).toMatchObject({ field: 'current' });
    const twice = [1, 2].map(() => addPasskey(member, { name: '', current: PASSWORD, response }, ORIGIN));
    expect((await Promise.all(twice)).map(({ kind }) => kind).sort()).toEqual(['changed', 'refused']);
    for (let i = 1; i < 10; i++) expect(await addKey(member, makeAuthenticator(ORIGIN))).toEqual({ kind: 'changed' });
    expect(await addKey(member, makeAuthenticator(ORIGIN))).toMatchObject({ fault: 'faults.passkeysMany' });
  });
});

/** The same answer, signed by somebody else. */
function forged(response: string): string {
  const [real, other] = [JSON.parse(response), JSON.parse(makeAuthenticator(ORIGIN).get({ challenge: '' }))];
  return JSON.stringify({ ...real, response: { ...real.response, signature: other.response.signature } });
}

describe('removing second factors', () => {
  it('asks for the password, takes one at a time, and leaves the password alone after the last', async () => {
    const { penName, member, secret } = await withApp();
    await addKey(member, makeAuthenticator(ORIGIN));
    const [passkey] = (await usableFactors(member)).passkeys;
    expect(await removeFactor(member, { which: 'totp', current: 'not this one' })).toMatchObject({ field: 'current' });
    await removeFactor(member, { which: passkey!.id, current: PASSWORD });
    expect(await usableFactors(member)).toEqual({ totp: { secret }, passkeys: [] });
    await removeFactor(member, { which: 'totp', current: PASSWORD });
    expect(await db.secondFactor.count({ where: { accountId: member.accountId } })).toBe(0);
    expect((await signIn({ penName, password: PASSWORD })).kind).toBe('signed-in');
  });
});

describe('staff without a second factor', () => {
  it('have their role for seven days, then it rests until they have one', async () => {
    const { penName } = await makeJoined();
    await grantRole({ penName, role: 'moderator' });
    const result = await signIn({ penName, password: PASSWORD });
    const member = await memberOf(result);
    const due = member.secondFactorDue?.getTime() ?? 0;
    expect(member).toMatchObject({ role: 'moderator', roleOnHold: null });
    expect(due - time).toBeLessThanOrEqual(7 * DAY);
    time = due + DAY - 1;
    expect(await memberOf(result)).toMatchObject({ role: 'moderator' });
    pass(1);
    expect(await memberOf(result)).toMatchObject({ role: 'member', roleOnHold: 'moderator', secondFactorDue: null });
    await setUpTotp(member);
    expect(await memberOf(result)).toMatchObject({ role: 'moderator', roleOnHold: null, secondFactorDue: null });
  });

  it('get no second grace by another role, and none is counted from before they left', async () => {
    const { penName } = await makeJoined();
    // The last administrator stays one.
    await grantRole({ penName: (await makeJoined()).penName, role: 'administrator' });
    const start = time;
    const dueAfter = async (role: 'member' | 'moderator' | 'administrator', days: number) => {
      time = start + days * DAY;
      const granted = await grantRole({ penName, role });
      const due = granted.kind === 'granted' ? granted.secondFactorDue : null;
      return due && Math.floor(due.getTime() / DAY) - Math.floor(start / DAY);
    };
    expect(await dueAfter('moderator', 0)).toBe(7);
    expect(await dueAfter('administrator', 5)).toBe(7);
    expect(await dueAfter('member', 6)).toBeNull();
    expect(await dueAfter('moderator', 20)).toBe(27);
  });

  it('whose beginning nobody knows have no role', async () => {
    const { penName, member } = await makeJoined();
    await db.account.update({ where: { id: member.accountId }, data: { role: 'administrator' } });
    const again = await memberOf(await signIn({ penName, password: PASSWORD }));
    expect(again).toMatchObject({ role: 'member', roleOnHold: 'administrator' });
  });
});
