import { describe, expect, it } from 'vitest';
import { makeMember } from '#prisma/factories/member.ts';
import { db } from '../db.server.ts';
import { checkOfCode } from '#app/domain/identity/recovery-codes.server.ts';
import { newId } from '../ids.server.ts';
import { recordingIo } from './recording-io.ts';
import { runCommand } from './run-command.server.ts';

async function run(...args: string[]) {
  const io = recordingIo();
  return { exit: await runCommand('admin', args, io), out: io.outLines.join('\n'), err: io.errLines.join('\n') };
}

describe('admin grant', () => {
  it('gives the role, whatever the case of the name, and ends the sessions', async () => {
    const { accountId, penName } = await makeMember({ penName: `Rosa-${newId()}` });
    const { exit, out } = await run('grant', penName.toUpperCase(), 'administrator');
    expect(exit).toBe(0);
    expect(out).toMatch(/is an administrator now/);
    const account = await db.account.findUniqueOrThrow({
      where: { id: accountId },
      select: { role: true, epoch: true },
    });
    expect(account).toEqual({ role: 'administrator', epoch: 1 });
  });

  it('leaves the last administrator one, and says why', async () => {
    await db.account.updateMany({ where: { role: 'administrator' }, data: { role: 'member' } });
    const { penName } = await makeMember({ role: 'administrator' });
    const { exit, err } = await run('grant', penName, 'member');
    expect(exit).toBe(1);
    expect(err).toMatch(/is the last administrator/);
    await makeMember({ role: 'administrator' });
    expect((await run('grant', penName, 'member')).exit).toBe(0);
  });

  it('tells staff without a second factor until when the role holds', async () => {
    const { penName } = await makeMember();
    expect((await run('grant', penName, 'moderator')).out).toMatch(
      /\/me\/settings\/second-factor.*After \d{4}-\d\d-\d\d/,
    );
    expect((await run('grant', penName, 'member')).out).not.toMatch(/second factor/);
  });

  it('says so when nobody has that name', async () => {
    const { exit, err } = await run('grant', 'nobody-at-all', 'moderator');
    expect(exit).toBe(1);
    expect(err).toMatch(/There is no member "nobody-at-all"/);
  });

  it.each([
    [[], /Say what to do/],
    [['promote', 'x'], /admin has no "promote x"/],
    [['grant'], /takes a pen name and a role/],
    [['grant', 'x'], /takes a pen name and a role/],
    [['grant', 'x', 'member', 'y'], /takes a pen name and a role/],
    [['grant', 'x', 'king'], /"king" is no role/],
  ])('shows how it is called for %j', async (args, message) => {
    const { exit, err, out } = await run(...args);
    expect(exit).toBe(2);
    expect(err).toMatch(message);
    expect(err).toMatch(/Usage: npm run admin -- grant PENNAME/);
    expect(out).toBe('');
  });
});

describe('admin verify', () => {
  it('marks the account, and unverify takes that back', async () => {
    const { accountId, penName } = await makeMember();
    const stored = () =>
      db.account.findUniqueOrThrow({
        where: { id: accountId },
        select: { verifiedProfession: true, verifiedLanguage: true, showsVerified: true },
      });
    expect((await run('verify', penName, 'therapist', 'nb')).exit).toBe(0);
    expect(await stored()).toEqual({ verifiedProfession: 'therapist', verifiedLanguage: 'nb', showsVerified: false });
    expect((await run('unverify', penName)).exit).toBe(0);
    expect(await stored()).toMatchObject({ verifiedProfession: null, verifiedLanguage: null });
  });

  it.each([
    [['verify', 'x', 'therapist'], /a pen name, a profession and a language/],
    [['verify', 'x', 'therapist', 'fr'], /a pen name, a profession and a language/],
    [['verify', 'x', 'client', 'nb'], /"client" is no practitioner/],
    [['unverify'], /takes a pen name/],
  ])('shows how it is called for %j', async (args, message) => {
    const { exit, err } = await run(...args);
    expect(exit).toBe(2);
    expect(err).toMatch(message);
  });

  it('says so when nobody has that name', async () => {
    expect((await run('verify', 'nobody-at-all', 'therapist', 'nb')).err).toMatch(/There is no member/);
  });
});

it('admin list-staff names those with a role and nobody else', async () => {
  const [member, moderator] = [await makeMember(), await makeMember({ role: 'moderator' })];
  const { exit, out } = await run('list-staff');
  expect(exit).toBe(0);
  expect(out).toMatch(new RegExp(`^moderator +${moderator.penName}$`, 'm'));
  expect(out).not.toContain(member.penName);
});

describe('admin reset', () => {
  it('prints one code that opens the account, and what it means', async () => {
    const { accountId, penName } = await makeMember();
    const { exit, out } = await run('reset', penName.toUpperCase());
    expect(exit).toBe(0);
    expect(out).toMatch(/belong to nobody/);
    const code = /^ {4}(\S+)$/m.exec(out)?.[1] ?? '';
    const codes = await db.recoveryCode.findMany({ where: { accountId }, select: { check: true } });
    expect(codes).toEqual([{ check: checkOfCode(code) }]);
  });

  it('says so when nobody has that name', async () => {
    const { exit, err } = await run('reset', 'nobody-at-all');
    expect(exit).toBe(1);
    expect(err).toMatch(/There is no member "nobody-at-all"/);
  });

  it.each([[['reset']], [['reset', 'x', 'y']]])('shows how it is called for %j', async (args) => {
    const { exit, err } = await run(...args);
    expect(exit).toBe(2);
    expect(err).toMatch(/Usage: npm run admin -- reset PENNAME/);
  });
});
