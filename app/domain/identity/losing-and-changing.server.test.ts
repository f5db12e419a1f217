import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  awaitingOf,
  makeJoined,
  memberOf,
  PASSWORD,
  setUpTotp,
  signInAwaiting,
  totpCode,
} from '#prisma/factories/signed-in.ts';
import { makeThread, makeTopic } from '#prisma/factories/thread.ts';
import { SEAL_KEYS } from '#prisma/testing/use-for-tests.ts';
import { setClock } from '#app/platform/clock.server.ts';
import { db } from '#app/platform/db.server.ts';
import { useSealKeys } from '#app/platform/seal-keys.server.ts';
import { listMyPersonas } from '../authorship/ledger.server.ts';
import { FOLLOWING } from '../following/vaults.ts';
import { changePassword } from './change-password.server.ts';
import { listOwnSessions } from './own-sessions.server.ts';
import { recover } from './recover.server.ts';
import { countRecoveryCodes, renewRecoveryCodes } from './renew-recovery-codes.server.ts';
import { resetAccount } from './reset-account.server.ts';
import { findFactors } from './second-factor.server.ts';
import { readSession, type NewSession } from './sessions.server.ts';
import { showRecoveryCode, showTotp } from './show-second-factor.server.ts';
import { signIn } from './sign-in.server.ts';
import { changeVault, readVault } from './vault.server.ts';
import type { Member } from './viewer.ts';

const NEW_PASSWORD = 'a short walk home again';
const key = (name: string) => Buffer.alloc(32, name);

let time = 0;
const pass = (ms: number) => (time += ms);
beforeEach(() => {
  time = Date.now();
  setClock(() => time);
});
afterEach(() => {
  setClock();
  useSealKeys(SEAL_KEYS);
});

/** The present code of an app, each time one that was not used yet. */
function nextCode(secret: string): string {
  pass(60_000);
  return totpCode(secret);
}

/** A member who has all there is to lose: two sessions, codes, a second factor, a persona and a vault. */
async function makeSettled() {
  const joined = await makeJoined();
  const { penName, member } = joined;
  const secret = await setUpTotp(member);
  const other = await wholeSession(penName, PASSWORD, secret);
  await makeThread(member, { topic: await makeTopic() });
  await changeVault(member, FOLLOWING, (content) => ({ ...content, followed: ['a-thread'] }));
  const [persona] = await listMyPersonas(member);
  return { ...joined, secret, other, persona: persona!, password: PASSWORD };
}
type Settled = Awaited<ReturnType<typeof makeSettled>>;

async function wholeSession(penName: string, password: string, secret: string): Promise<NewSession> {
  const result = await signIn({ penName, password });
  if (result.kind === 'signed-in') return result.session;
  const shown = await showTotp(await awaitingOf(result), nextCode(secret));
  if (shown.kind !== 'signed-in') throw new Error(shown.kind);
  return shown.session;
}

/** Signs in with the password that is good now and whatever the account asks for beside it. */
async function signInNow({ penName, password, secret }: Settled): Promise<Member> {
  return memberOf({ kind: '', session: await wholeSession(penName, password, secret) });
}

/** Each happening gives who they are afterwards. */
const HAPPENINGS = {
  async 'the password is changed'(settled: Settled) {
    const changed = await changePassword(settled.member, { current: PASSWORD, next: NEW_PASSWORD });
    return { ...settled, password: NEW_PASSWORD, member: await memberOf(changed) };
  },
  async 'the password is lost, with a code'(settled: Settled) {
    const { penName, recoveryCodes, secret } = settled;
    const recovered = await recover({ penName, code: recoveryCodes.shift()!, password: NEW_PASSWORD });
    const shown = await showTotp(await awaitingOf(recovered), nextCode(secret));
    return { ...settled, password: NEW_PASSWORD, member: await memberOf(shown) };
  },
  async 'the password is lost, without a code'(settled: Settled) {
    const { penName } = settled;
    const reset = await resetAccount({ penName });
    const code = reset.kind === 'reset' ? reset.code : '';
    const recovered = await recover({ penName, code, password: NEW_PASSWORD });
    return { ...settled, password: NEW_PASSWORD, member: await memberOf(recovered) };
  },
  async 'the seal key is rotated'(settled: Settled) {
    useSealKeys([key('fresh'), ...SEAL_KEYS]);
    return { ...settled, member: await signInNow(settled) };
  },
  async 'the seal key is lost'(settled: Settled) {
    useSealKeys([key('other')]);
    return { ...settled, member: await signInNow(settled) };
  },
};

const tagOf = ({ memberSecret }: Member) => Buffer.from(memberSecret.tag('persona', 'probe')).toString('hex');

const ALL_STAYS = {
  hasSameTags: true,
  findsPersona: true,
  readsVault: true,
  otherSessionLives: true,
  firstSessionLives: true,
  signsInAnew: true,
  oldPasswordIs: 'second-factor',
  hasSecondFactor: true,
  oldCodesAreGood: true,
};
const NEW_PASSWORD_SET = { otherSessionLives: false, firstSessionLives: false, oldPasswordIs: 'refused' };

describe.each<{ name: keyof typeof HAPPENINGS; after: typeof ALL_STAYS }>([
  { name: 'the password is changed', after: { ...ALL_STAYS, ...NEW_PASSWORD_SET } },
  { name: 'the password is lost, with a code', after: { ...ALL_STAYS, ...NEW_PASSWORD_SET } },
  {
    name: 'the password is lost, without a code',
    after: {
      ...ALL_STAYS,
      ...NEW_PASSWORD_SET,
      hasSameTags: false,
      findsPersona: false,
      readsVault: false,
      hasSecondFactor: false,
      oldCodesAreGood: false,
    },
  },
  // The tag under the newest key is another; the older ones still find what they found.
  { name: 'the seal key is rotated', after: { ...ALL_STAYS, hasSameTags: false } },
  { name: 'the seal key is lost', after: { ...ALL_STAYS, hasSameTags: false, findsPersona: false, readsVault: false } },
])('when $name', ({ name, after }) => {
  it('holds and ends what the design says', async () => {
    const before = await makeSettled();
    const tagBefore = tagOf(before.member);
    const now = await HAPPENINGS[name](before);
    const { member, penName } = now;
    expect({
      hasSameTags: tagOf(member) === tagBefore,
      findsPersona: (await listMyPersonas(member)).some(({ id }) => id === before.persona.id),
      readsVault: (await readVault(member, FOLLOWING)).followed.includes('a-thread'),
      otherSessionLives: (await readSession(before.other.token)) !== null,
      firstSessionLives: (await readSession(before.session.token)) !== null,
      signsInAnew: (await signInNow(now)).accountId === member.accountId,
      oldPasswordIs: (await signIn({ penName, password: PASSWORD })).kind,
      hasSecondFactor: (await findFactors(member)).kind === 'found',
      oldCodesAreGood:
        (await recover({ penName, code: before.recoveryCodes.at(-1)!, password: PASSWORD })).kind === 'recovered',
    }).toEqual(after);
  });

  it('lets new personas, vaults and sessions be made and found', async () => {
    const now = await HAPPENINGS[name](await makeSettled());
    const found = await listMyPersonas(now.member);
    await makeThread(now.member, { topic: await makeTopic() });
    await changeVault(now.member, FOLLOWING, (content) => ({ ...content, followed: ['another-thread'] }));
    const later = await signInNow(now);
    expect(await listMyPersonas(later)).toHaveLength(found.length + 1);
    expect((await readVault(later, FOLLOWING)).followed).toEqual(['another-thread']);
    const listed = await listOwnSessions(later);
    expect(listed.filter(({ isThisOne }) => isThisOne)).toHaveLength(1);
    expect(listed.length).toBeGreaterThanOrEqual(2);
  });
});

describe('after a rotation of the seal key', () => {
  it('new rows stand under the new key and do without the old ones', async () => {
    const settled = await HAPPENINGS['the seal key is rotated'](await makeSettled());
    await makeThread(settled.member, { topic: await makeTopic() });
    const newer = (await listMyPersonas(settled.member)).filter(({ id }) => id !== settled.persona.id);
    expect(newer).toHaveLength(1);
    useSealKeys([key('fresh')]);
    const later = await signInNow(settled);
    expect(await listMyPersonas(later)).toEqual(newer);
    expect(await listOwnSessions(later)).toHaveLength(2);
  });

  it('a code that was used before it stays used', async () => {
    const { penName, secret } = await makeSettled();
    const code = nextCode(secret);
    const [first, second] = [await signInAwaiting(penName), await signInAwaiting(penName)];
    expect((await showTotp(first, code)).kind).toBe('signed-in');
    useSealKeys([key('fresh'), ...SEAL_KEYS]);
    expect((await showTotp(second, code)).kind).toBe('refused');
  });
});

describe('a reset', () => {
  it('gives one code and then ten, says so, and marks the month on the account', async () => {
    const { penName, member, recoveryCodes } = await makeSettled();
    const reset = await resetAccount({ penName: penName.toUpperCase() });
    const code = reset.kind === 'reset' ? reset.code : '';
    expect(reset).toMatchObject({ penName });
    expect((await signIn({ penName, password: PASSWORD })).kind).toBe('refused');
    expect(await recover({ penName, code: recoveryCodes[0]!, password: NEW_PASSWORD })).toMatchObject({
      kind: 'refused',
    });
    const recovered = await recover({ penName, code, password: NEW_PASSWORD });
    expect(recovered).toMatchObject({ kind: 'recovered', isAwaiting: false, codesLeft: 10 });
    expect(recovered).toHaveProperty('newCodes.length', 10);
    expect(await recover({ penName, code, password: NEW_PASSWORD })).toMatchObject({ kind: 'refused' });
    const month = await db.account.findUniqueOrThrow({ where: { id: member.accountId }, select: { resetMonth: true } });
    expect(month.resetMonth?.toISOString()).toBe(`${new Date(time).toISOString().slice(0, 7)}-01T00:00:00.000Z`);
  });

  it('is not taken for one when a code is used later', async () => {
    const { penName } = await makeSettled();
    const reset = await resetAccount({ penName });
    const first = await recover({ penName, code: reset.kind === 'reset' ? reset.code : '', password: NEW_PASSWORD });
    const codes = first.kind === 'recovered' ? (first.newCodes ?? []) : [];
    const second = await recover({ penName, code: codes[0]!, password: PASSWORD });
    expect(second).toMatchObject({ kind: 'recovered', codesLeft: 9, newCodes: null });
  });

  it('of a name that nobody has does nothing', async () => {
    expect(await resetAccount({ penName: 'nobody-at-all' })).toEqual({ kind: 'unknown' });
  });
});

describe('recovery codes', () => {
  it('new ones need the password, and the old ones are void', async () => {
    const { penName, member, recoveryCodes } = await makeJoined();
    expect(await renewRecoveryCodes(member, { current: 'not this one' })).toMatchObject({
      fault: 'faults.passwordWrong',
    });
    const renewed = await renewRecoveryCodes(member, { current: PASSWORD });
    const codes = renewed.kind === 'renewed' ? renewed.codes : [];
    expect(new Set([...codes, ...recoveryCodes]).size).toBe(20);
    expect(await countRecoveryCodes(member)).toBe(10);
    expect((await recover({ penName, code: recoveryCodes[0]!, password: NEW_PASSWORD })).kind).toBe('refused');
    expect(await recover({ penName, code: codes[0]!, password: NEW_PASSWORD })).toMatchObject({ codesLeft: 9 });
  });

  it('recover at once where there is no second factor, and ask for it where there is one', async () => {
    const { penName, recoveryCodes } = await makeSettled();
    const recovered = await recover({ penName, code: recoveryCodes[0]!, password: NEW_PASSWORD });
    expect(recovered).toMatchObject({ kind: 'recovered', isAwaiting: true });
    const awaiting = await awaitingOf(recovered);
    expect((await showRecoveryCode(awaiting, recoveryCodes[0]!)).kind).toBe('refused');
    const shown = await showRecoveryCode(awaiting, recoveryCodes[1]!);
    expect(await countRecoveryCodes(await memberOf(shown))).toBe(8);
  });

  it.each(['password123', 'QWERTYUIOP'])(
    'set no password as common as %s, and are not used up by it',
    async (password) => {
      const { penName, member, recoveryCodes } = await makeJoined();
      const refused = await recover({ penName, code: recoveryCodes[0]!, password });
      expect(refused).toMatchObject({ field: 'password', fault: 'faults.passwordCommon' });
      expect(await changePassword(member, { current: PASSWORD, next: password })).toMatchObject({ field: 'next' });
      expect(await countRecoveryCodes(member)).toBe(10);
    },
  );
});

describe('two devices', () => {
  it('are both signed in, and a second factor added on one is asked of the other at its next sign-in', async () => {
    const { penName, member, session } = await makeJoined();
    const other = await signIn({ penName, password: PASSWORD });
    const secret = await setUpTotp(await memberOf(other));
    expect(await readSession(session.token)).toMatchObject({ accountId: member.accountId });
    const next = await signIn({ penName, password: PASSWORD });
    expect(next.kind).toBe('second-factor');
    expect((await showTotp(await awaitingOf(next), totpCode(secret))).kind).toBe('signed-in');
  });

  it('that set up an app at once end with one of the two', async () => {
    const { penName, member } = await makeJoined();
    const other = await memberOf(await signIn({ penName, password: PASSWORD }));
    const [one, two] = await Promise.allSettled([setUpTotp(member), setUpTotp(other)]);
    const secrets = [one, two].flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    const found = await findFactors(member);
    expect(secrets).toContain(found.kind === 'found' && found.factors.totp?.secret);
  });
});

describe('what is sent twice', () => {
  it('a code of an app signs in once, whoever comes second', async () => {
    const { penName, secret } = await makeSettled();
    const code = nextCode(secret);
    const [first, second] = [await signInAwaiting(penName), await signInAwaiting(penName)];
    expect((await showTotp(first, code)).kind).toBe('signed-in');
    expect((await showTotp(second, code)).kind).toBe('refused');
  });

  it('a code of an app shown by two at once signs in exactly one', async () => {
    const { penName, secret } = await makeSettled();
    const code = nextCode(secret);
    const awaiting = [await signInAwaiting(penName), await signInAwaiting(penName), await signInAwaiting(penName)];
    const results = await Promise.all(awaiting.map((one) => showTotp(one, code)));
    expect(results.map(({ kind }) => kind).sort()).toEqual(['refused', 'refused', 'signed-in']);
  });

  it('a recovery code shown by two at once as a second factor signs in exactly one', async () => {
    const { penName, recoveryCodes } = await makeSettled();
    const awaiting = [await signInAwaiting(penName), await signInAwaiting(penName)];
    const results = await Promise.all(awaiting.map((one) => showRecoveryCode(one, recoveryCodes[0]!)));
    expect(results.map(({ kind }) => kind).sort()).toEqual(['refused', 'signed-in']);
  });

  it('a recovery code recovers once', async () => {
    const { penName, recoveryCodes } = await makeJoined();
    const attempt = () => recover({ penName, code: recoveryCodes[0]!, password: NEW_PASSWORD });
    expect([(await attempt()).kind, (await attempt()).kind]).toEqual(['recovered', 'refused']);
  });
});

describe('what was tampered with', () => {
  /** The same bytes with one bit of the last turned over. */
  const turned = (bytes: Uint8Array) =>
    Uint8Array.from(bytes, (byte, at) => (at === bytes.length - 1 ? byte ^ 1 : byte));

  it('a cookie signs nobody in, whole or awaiting', async () => {
    const { penName, session } = await makeSettled();
    const awaited = await signIn({ penName, password: PASSWORD });
    const token = 'session' in awaited ? awaited.session.token : '';
    const odd = [`${session.token}x`, session.token.slice(1), `${token}x`, token.toUpperCase(), '', 'x'.repeat(10_000)];
    for (const one of odd) expect(await readSession(one)).toBeNull();
    for (const one of odd)
      await expect(awaitingOf({ session: { token: one, expiresAt: new Date() } })).rejects.toThrow();
  });

  it('a session row signs nobody in', async () => {
    const { session, member } = await makeSettled();
    const where = { tokenHash: member.sessionKey };
    const row = await db.session.findUniqueOrThrow({ where });
    await db.session.update({ where, data: { ciphertext: turned(row.ciphertext) } });
    expect(await readSession(session.token)).toBeNull();
  });

  it('a second factor lets nobody past but with a recovery code, and can be set up anew', async () => {
    const { penName, member, secret, recoveryCodes } = await makeSettled();
    const where = { accountId: member.accountId };
    const row = await db.secondFactor.findUniqueOrThrow({ where });
    await db.secondFactor.update({ where, data: { ciphertext: turned(row.ciphertext) } });
    expect(await findFactors(member)).toEqual({ kind: 'unreadable' });
    const awaiting = await signInAwaiting(penName);
    expect((await showTotp(awaiting, nextCode(secret))).kind).toBe('refused');
    const again = await memberOf(await showRecoveryCode(awaiting, recoveryCodes[0]!));
    pass(60_000);
    await setUpTotp(again);
    expect(await findFactors(again)).toMatchObject({ kind: 'found' });
  });

  it("another's second factor is not taken for one's own", async () => {
    const [mine, theirs] = [await makeSettled(), await makeSettled()];
    const { ciphertext } = await db.secondFactor.findUniqueOrThrow({ where: { accountId: theirs.member.accountId } });
    await db.secondFactor.update({ where: { accountId: mine.member.accountId }, data: { ciphertext } });
    const awaiting = await signInAwaiting(mine.penName);
    expect((await showTotp(awaiting, nextCode(theirs.secret))).kind).toBe('refused');
  });
});
