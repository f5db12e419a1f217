import { describe, expect, it } from 'vitest';
import { makeMember } from '#prisma/factories/member.ts';
import { db } from '../db.server.ts';
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

it('admin list-staff names those with a role and nobody else', async () => {
  const [member, moderator] = [await makeMember(), await makeMember({ role: 'moderator' })];
  const { exit, out } = await run('list-staff');
  expect(exit).toBe(0);
  expect(out).toMatch(new RegExp(`^moderator +${moderator.penName}$`, 'm'));
  expect(out).not.toContain(member.penName);
});
