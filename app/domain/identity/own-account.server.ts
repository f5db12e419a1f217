import type { Language } from '#app/i18n/languages.ts';
import { db } from '#app/platform/db.server.ts';
import type { Member } from './viewer.ts';

/** What the account's row says of a member that pages ask for besides their name and role. */
export type OwnAccount = { createdMonth: Date; verifiedProfession: string | null; verifiedLanguage: Language | null };

export const ownAccountSelect = { createdMonth: true, verifiedProfession: true, verifiedLanguage: true } as const;

/** As it was when the request came: it was read with the session. */
export async function getOwnAccount(member: Member): Promise<OwnAccount> {
  const known = ofRequest.get(member);
  if (known) return known;
  return db.account.findUniqueOrThrow({ where: { id: member.accountId }, select: ownAccountSelect });
}

/** Keeps what was read with the session for as long as the request lasts. */
export function rememberOwnAccount(member: Member, account: OwnAccount): void {
  ofRequest.set(member, account);
}

/** A member object lives as long as its request. */
const ofRequest = new WeakMap<Member, OwnAccount>();
