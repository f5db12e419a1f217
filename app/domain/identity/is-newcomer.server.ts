import { now } from '#app/platform/clock.server.ts';
import { startOfMonth } from '#app/platform/times.ts';
import { getOwnAccount } from './own-account.server.ts';
import type { Member } from './viewer.ts';

/** Whether the account was made this month; nothing finer is known. Who joined just now is among few to be guessed at. */
export async function isNewcomer(member: Member): Promise<boolean> {
  const { createdMonth } = await getOwnAccount(member);
  return createdMonth.getTime() === startOfMonth(now()).getTime();
}
