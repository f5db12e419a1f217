import { inspect } from 'node:util';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { newId } from '#app/platform/ids.server.ts';
import { db } from '#app/platform/db.server.ts';
import { changePassword } from './change-password.server.ts';
import { forgetFailures } from './failed-sign-ins.server.ts';
import { grantRole } from './grant-role.server.ts';
import { join } from './join.server.ts';
import { recover } from './recover.server.ts';
import { prolongUsedSessions, readSession, signOut } from './sessions.server.ts';
import { signIn } from './sign-in.server.ts';

const PASSWORD = 'a long walk by the river';
const DAY = 24 * 3_600_000;

afterEach(() => {
  vi.useRealTimers();
});

async function joined(penName = `pen-${newId()}`) {
  const result = await join({ penName, password: PASSWORD });
  if (result.kind !== 'joined') throw new Error(result.fault);
  const member = await readSession(result.session.token);
  if (!member) throw new Error('The new session signs nobody in');
  return { penName, member, ...result };
}

/** A tag tells whether two secrets are one. */
const secretOf = (member: { memberSecret: { tag(kind: 'persona', subject: string): Uint8Array } } | null) =>
  member && Buffer.from(member.memberSecret.tag('persona', 'probe')).toString('hex');

async function reopen(result: { kind: string } | { session: { token: string } }) {
  return 'session' in result ? readSession(result.session.token) : null;
}

describe('joining', () => {
  it('signs the new member in and gives ten different recovery codes', async () => {
    const { member, recoveryCodes, penName } = await joined();
    expect(member).toMatchObject({ penName, role: 'member' });
    expect(new Set(recoveryCodes).size).toBe(10);
  });

  it('refuses a name that is taken, in whatever capitals, and makes nothing', async () => {
    const { penName } = await joined();
    const again = await join({ penName: penName.toUpperCase(), password: PASSWORD });
    expect(again).toEqual({ kind: 'refused', field: 'penName', fault: 'faults.penNameTaken' });
    expect(await db.account.count({ where: { penNameKey: penName } })).toBe(1);
  });

  it.each(['password123', 'PASSWORD123', 'qwertyuiop'])('refuses the common password %s', async (password) => {
    expect(await join({ penName: `pen-${newId()}`, password })).toMatchObject({ fault: 'faults.passwordCommon' });
  });

  it('lets one of two people have a name they both ask for at once', async () => {
    const penName = `pen-${newId()}`;
    const results = await Promise.all([1, 2].map(() => join({ penName, password: PASSWORD })));
    expect(results.map((result) => result.kind).sort()).toEqual(['joined', 'refused']);
  });
});

describe('what is stored', () => {
  it('holds neither a token, nor a password, nor a code, nor a secret in clear', async () => {
    const { member, session, recoveryCodes } = await joined();
    const accounts = await db.account.findMany({ include: { password: true, recoveryCodes: true } });
    const sessions = await db.session.findMany();
    const stored = inspect({ accounts, sessions }, { depth: 9, maxArrayLength: 1e6, maxStringLength: 1e6 });
    const texts = [session.token, PASSWORD, ...recoveryCodes, ...recoveryCodes.map((code) => code.replaceAll('-', ''))];
    expect(texts.filter((text) => stored.includes(text))).toEqual([]);
    expect(() => JSON.stringify(member)).toThrow('serialised');
    expect(inspect(member)).toContain('[member secret]');
  });

  it('names no account in a session row, in any encoding of its columns', async () => {
    const { member } = await joined();
    const row = await db.session.findUniqueOrThrow({ where: { tokenHash: member.sessionKey } });
    expect(Object.keys(row).sort()).toEqual(['ciphertext', 'expiresAt', 'memberTag', 'note', 'tokenHash']);
    const bytes = Buffer.concat([Buffer.from(row.ciphertext), Buffer.from(row.memberTag)]).toString('latin1');
    expect(bytes).not.toContain(member.accountId);
  });

  it('rounds the end of a session to the week, so that it does not tell when somebody signed in', async () => {
    const { member } = await joined();
    const row = await db.session.findUniqueOrThrow({ where: { tokenHash: member.sessionKey } });
    expect(row.expiresAt.getTime() % (7 * DAY)).toBe(0);
  });

  it('gives every session of a member a tag of its own', async () => {
    const { penName, member } = await joined();
    await signIn({ penName, password: PASSWORD });
    const tags = [0, 1, 2].map((n) => member.memberSecret.tag('session', n));
    const rows = await db.session.findMany({ where: { memberTag: { in: tags } }, select: { memberTag: true } });
    expect(rows).toHaveLength(2);
  });
});

describe('signing in', () => {
  it('opens the same secret each time', async () => {
    const { penName, member } = await joined();
    expect(secretOf(await reopen(await signIn({ penName, password: PASSWORD })))).toBe(secretOf(member));
  });

  it('answers a wrong password and an unknown name alike', async () => {
    const { penName } = await joined();
    const wrong = await signIn({ penName, password: 'something else altogether' });
    expect(await signIn({ penName: `nobody-${newId()}`, password: PASSWORD })).toEqual(wrong);
    expect(wrong).toEqual({ kind: 'refused' });
  });

  it('makes a known and an unknown name wait after as many failures, until the hour forgets them', async () => {
    const { penName } = await joined();
    const tries = async (name: string) => {
      const kinds: string[] = [];
      for (let i = 0; i < 11; i++) kinds.push((await signIn({ penName: name, password: 'not it at all' })).kind);
      return kinds;
    };
    const known = await tries(penName);
    expect(known.at(-1)).toBe('too-many');
    expect(await tries(`nobody-${newId()}`)).toEqual(known);
    await forgetFailures();
    expect((await signIn({ penName, password: PASSWORD })).kind).toBe('signed-in');
  });
});

describe('a session', () => {
  it('ends when its member signs out, and only that one', async () => {
    const { penName, member, session } = await joined();
    const other = await signIn({ penName, password: PASSWORD });
    await signOut(member);
    expect(await readSession(session.token)).toBeNull();
    expect(await reopen(other)).not.toBeNull();
  });

  it('signs nobody in with a token that was tampered with', async () => {
    const { session } = await joined();
    expect(await readSession(`${session.token}x`)).toBeNull();
    expect(await readSession('')).toBeNull();
  });

  it('does not open under the row of another', async () => {
    const [mine, theirs] = [await joined(), await joined()];
    const row = await db.session.findUniqueOrThrow({ where: { tokenHash: theirs.member.sessionKey } });
    await db.session.update({ where: { tokenHash: mine.member.sessionKey }, data: { ciphertext: row.ciphertext } });
    expect(await readSession(mine.session.token)).toBeNull();
  });

  it('ends without use, lives on with it, and ends for good at last', async () => {
    const start = Date.now();
    // Lucia reads the machine's clock.
    vi.useFakeTimers({ toFake: ['Date'] });
    const [idle, used] = [await joined(), await joined()];
    for (let day = 10; day <= 60; day += 10) {
      vi.setSystemTime(start + day * DAY);
      expect(await readSession(used.session.token)).not.toBeNull();
      await prolongUsedSessions();
    }
    expect(await readSession(idle.session.token)).toBeNull();
    expect(await readSession(used.session.token)).not.toBeNull();
    vi.setSystemTime(start + 190 * DAY);
    await db.session.updateMany({ data: { expiresAt: new Date(start + 400 * DAY) } });
    expect(await readSession(used.session.token)).toBeNull();
  });

  it('ends when the role of its account changes', async () => {
    const { penName, session } = await joined();
    expect(await grantRole({ penName, role: 'moderator' })).toMatchObject({ kind: 'granted' });
    expect(await readSession(session.token)).toBeNull();
    expect(await reopen(await signIn({ penName, password: PASSWORD }))).toMatchObject({ role: 'moderator' });
  });
});

describe('losing and changing the password', () => {
  it('a change keeps the secret, ends other sessions and leaves the codes good', async () => {
    const { penName, member, recoveryCodes } = await joined();
    const other = await signIn({ penName, password: PASSWORD });
    const changed = await changePassword(member, { current: PASSWORD, next: 'a short walk home' });
    expect(secretOf(await reopen(changed))).toBe(secretOf(member));
    expect(await reopen(other)).toBeNull();
    expect((await signIn({ penName, password: PASSWORD })).kind).toBe('refused');
    const code = recoveryCodes[0]!;
    expect((await recover({ penName, code, password: PASSWORD })).kind).toBe('recovered');
  });

  it('a change needs the present password', async () => {
    const { member } = await joined();
    expect(await changePassword(member, { current: 'not this one', next: 'a short walk home' })).toEqual({
      kind: 'refused',
      field: 'current',
      fault: 'faults.passwordWrong',
    });
  });

  it('a code brings the same secret back, once, however it is typed', async () => {
    const { penName, member, session, recoveryCodes } = await joined();
    const code = ` ${recoveryCodes[3]!.toUpperCase().replaceAll('-', ' ')} `;
    const recovered = await recover({ penName, code, password: 'a new beginning here' });
    expect(recovered).toMatchObject({ kind: 'recovered', codesLeft: 9 });
    expect(secretOf(await reopen(recovered))).toBe(secretOf(member));
    expect(await readSession(session.token)).toBeNull();
    expect(await recover({ penName, code, password: 'a newer beginning' })).toMatchObject({ field: 'code' });
  });

  it('one code used twice at once recovers once', async () => {
    const { penName, recoveryCodes } = await joined();
    const attempts = [1, 2].map(() => recover({ penName, code: recoveryCodes[0]!, password: 'a new beginning here' }));
    expect((await Promise.all(attempts)).map((result) => result.kind).sort()).toEqual(['recovered', 'refused']);
  });

  it("another's code, a made-up one and an unknown name are refused alike", async () => {
    const [mine, theirs] = [await joined(), await joined()];
    const password = 'a new beginning here';
    const results = [
      await recover({ penName: mine.penName, code: theirs.recoveryCodes[0]!, password }),
      await recover({ penName: mine.penName, code: 'nonsense', password }),
      await recover({ penName: `nobody-${newId()}`, code: mine.recoveryCodes[0]!, password }),
    ];
    expect(new Set(results.map((result) => JSON.stringify(result)))).toHaveLength(1);
    expect(results[0]).toMatchObject({ kind: 'refused', field: 'code' });
  });
});
