import { isUniqueViolation } from '#prisma/client.ts';
import { db, type Transaction } from '#app/platform/db.server.ts';
import { faultOfPassword } from './common-passwords.server.ts';
import { confirmPassword, holdPassword, type PasswordConfirmed } from './confirm-password.server.ts';
import { digestOfName, isSomebodysFormerName, MOST_FORMER_NAMES } from './former-pen-names.server.ts';
import { penNameKey } from './pen-name.ts';
import type { ChangePenNameInput } from './schema.ts';
import type { Member } from './viewer.ts';

type Refused = { kind: 'refused'; field: 'current' | 'penName'; fault: string };
export type ChangePenNameResult = { kind: 'changed' } | Refused;

/**
 * Gives the account another pen name, which stands above all that was written under the old one. The old name leads nowhere and
 * nobody else gets it; its member may take it back. Personas are not touched.
 */
export async function changePenName(
  member: Member,
  { penName, current }: ChangePenNameInput,
): Promise<ChangePenNameResult> {
  if (faultOfPassword(current, penName) === 'faults.passwordIsName') {
    return { kind: 'refused', field: 'penName', fault: 'faults.passwordIsName' };
  }
  const confirmed = await confirmPassword(member, current);
  if (confirmed.kind === 'refused') return confirmed;
  try {
    const fault = await db.$transaction((tx) => rename(tx, { member, penName, confirmed }));
    return fault ?? { kind: 'changed' };
  } catch (error) {
    if (error instanceof NameTaken || isUniqueViolation(error)) {
      return { kind: 'refused', field: 'penName', fault: 'faults.penNameTaken' };
    }
    throw error;
  }
}

/** Takes back what the transaction wrote. */
class NameTaken extends Error {}

type Renaming = { member: Member; penName: string; confirmed: PasswordConfirmed };

async function rename(tx: Transaction, { member, penName, confirmed }: Renaming): Promise<Refused | null> {
  const id = member.accountId;
  if (!(await holdPassword(tx, member, confirmed))) {
    return { kind: 'refused', field: 'current', fault: 'faults.passwordWrong' };
  }
  const { penNameKey: oldKey } = await tx.account.findUniqueOrThrow({ where: { id }, select: { penNameKey: true } });
  const key = penNameKey(penName);
  if (key !== oldKey) {
    await tx.formerPenName.deleteMany({ where: { digest: digestOfName(key), accountId: id } });
    if ((await tx.formerPenName.count({ where: { accountId: id } })) >= MOST_FORMER_NAMES) {
      return { kind: 'refused', field: 'penName', fault: 'faults.penNameChanges' };
    }
    await tx.formerPenName.create({ data: { digest: digestOfName(oldKey), accountId: id }, select: { digest: true } });
  }
  await tx.account.update({ where: { id }, data: { penName, penNameKey: key }, select: { id: true } });
  if (await isSomebodysFormerName(tx, key, id)) throw new NameTaken();
  return null;
}
