import { db } from '#app/platform/db.server.ts';
import type { Role } from './viewer.ts';

export type StaffMember = { penName: string; role: Role };

/** Moderators and administrators by pen name. For the operator's command: it asks nobody's leave. */
export async function listStaff(): Promise<StaffMember[]> {
  return db.account.findMany({
    where: { role: { not: 'member' } },
    orderBy: { penNameKey: 'asc' },
    select: { penName: true, role: true },
  });
}
