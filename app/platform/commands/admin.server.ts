import { grantRole } from '#app/domain/identity/grant-role.server.ts';
import { listStaff } from '#app/domain/identity/list-staff.server.ts';
import { ROLES, type Role } from '#app/domain/identity/viewer.ts';
import { EXIT, UsageError, type CommandIo } from './command.ts';

/** `admin grant PENNAME ROLE` and `admin list-staff`: what the operator does to accounts, from the machine itself. */
export async function admin([action, ...rest]: string[], io: CommandIo): Promise<number> {
  if (action === 'grant') return grant(rest, io);
  if (action === 'list-staff' && rest.length === 0) return printStaff(io);
  throw new UsageError(action === undefined ? 'Say what to do.' : `admin has no "${[action, ...rest].join(' ')}".`);
}

async function grant([penName, role, ...rest]: string[], io: CommandIo): Promise<number> {
  if (penName === undefined || role === undefined || rest.length > 0) {
    throw new UsageError('grant takes a pen name and a role.');
  }
  if (!isRole(role)) throw new UsageError(`"${role}" is no role.`);
  if ((await grantRole({ penName, role })) === 'unknown') {
    io.err(`There is no member "${penName}". They join first, under /join, and get the role then.`);
    return EXIT.failed;
  }
  io.out(`${penName} is ${article(role)} now. Their sessions have ended: they sign in anew.`);
  return EXIT.done;
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

function article(role: Role): string {
  return role === 'administrator' ? `an ${role}` : `a ${role}`;
}
