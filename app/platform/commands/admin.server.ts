import { verifyMember } from '#app/domain/authorship/verify-member.server.ts';
import { grantRole } from '#app/domain/identity/grant-role.server.ts';
import { listStaff } from '#app/domain/identity/list-staff.server.ts';
import { resetAccount } from '#app/domain/identity/reset-account.server.ts';
import { ROLES, type Role } from '#app/domain/identity/viewer.ts';
import { sideOf } from '#app/domain/topics/perspectives.ts';
import { isLanguage } from '#app/i18n/languages.ts';
import { EXIT, UsageError, type CommandIo } from './command.ts';

/** What the operator does to accounts, from the machine itself. */
export async function admin([action, ...rest]: string[], io: CommandIo): Promise<number> {
  if (action === 'grant') return grant(rest, io);
  if (action === 'reset') return reset(rest, io);
  if (action === 'verify') return verify(rest, io);
  if (action === 'unverify') return unverify(rest, io);
  if (action === 'list-staff' && rest.length === 0) return printStaff(io);
  throw new UsageError(action === undefined ? 'Say what to do.' : `admin has no "${[action, ...rest].join(' ')}".`);
}

async function grant([penName, role, ...rest]: string[], io: CommandIo): Promise<number> {
  if (penName === undefined || role === undefined || rest.length > 0) {
    throw new UsageError('grant takes a pen name and a role.');
  }
  if (!isRole(role)) throw new UsageError(`"${role}" is no role.`);
  const result = await grantRole({ penName, role });
  if (result.kind === 'unknown') {
    io.err(`There is no member "${penName}". They join first, under /join, and get the role then.`);
    return EXIT.failed;
  }
  if (result.kind === 'last-administrator') {
    io.err(
      `${penName} is the last administrator: without one, nobody could give roles on the pages of the forum any more.`,
    );
    io.err('Make somebody else an administrator first: npm run admin -- grant PENNAME administrator');
    return EXIT.failed;
  }
  io.out(`${penName} is ${article(role)} now. Their sessions have ended: they sign in anew.`);
  if (result.secondFactorDue) {
    io.out(
      `Staff need a second factor: they set it up under /me/settings/second-factor. After ${day(result.secondFactorDue)} the role rests until they have one.`,
    );
  }
  return EXIT.done;
}

async function reset([penName, ...rest]: string[], io: CommandIo): Promise<number> {
  if (penName === undefined || rest.length > 0) throw new UsageError('reset takes a pen name.');
  const result = await resetAccount({ penName });
  if (result.kind === 'unknown') return unknown(penName, io);
  io.out(`${result.penName} begins anew. This code lets them in once, under /recover, with a new password:`);
  io.out('');
  io.out(`    ${result.code}`);
  io.out('');
  io.out('Give it to nobody but them: it is shown this once. What holds from now on:');
  io.out('- The old password, recovery codes, second factor and sessions have ended.');
  io.out('- Earlier anonymous posts, drafts and private settings belong to nobody. No code brings them back.');
  io.out(
    '- What was written under the pen name, and the role, stay. Pauses of earlier anonymous names no longer reach the account.',
  );
  return EXIT.done;
}

async function verify([penName, profession, language, ...rest]: string[], io: CommandIo): Promise<number> {
  if (penName === undefined || profession === undefined || !isLanguage(language) || rest.length > 0) {
    throw new UsageError('verify takes a pen name, a profession and a language (en or nb).');
  }
  if (sideOf(profession) !== 'practitioner') throw new UsageError(`"${profession}" is no practitioner's perspective.`);
  if ((await verifyMember({ penName, verification: { profession, language } })) === 'unknown')
    return unknown(penName, io);
  io.out(
    `${penName} is verified as ${profession} (${language}) now. It is shown where they choose to, under /me/verification.`,
  );
  return EXIT.done;
}

async function unverify([penName, ...rest]: string[], io: CommandIo): Promise<number> {
  if (penName === undefined || rest.length > 0) throw new UsageError('unverify takes a pen name.');
  if ((await verifyMember({ penName, verification: null })) === 'unknown') return unknown(penName, io);
  io.out(`${penName} is verified no longer.`);
  return EXIT.done;
}

function unknown(penName: string, io: CommandIo): number {
  io.err(`There is no member "${penName}".`);
  return EXIT.failed;
}

async function printStaff(io: CommandIo): Promise<number> {
  const staff = await listStaff();
  if (staff.length === 0) io.out('Nobody has a role yet. The first: npm run admin -- grant PENNAME administrator');
  for (const { penName, role } of staff) io.out(`${role.padEnd('administrator'.length)}  ${penName}`);
  return EXIT.done;
}

function isRole(text: string): text is Role {
  return ROLES.some((role) => role === text);
}

const day = (date: Date): string => date.toISOString().slice(0, 10);

function article(role: Role): string {
  return role === 'administrator' ? `an ${role}` : `a ${role}`;
}
