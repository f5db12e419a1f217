import { LRUCache } from 'lru-cache';
import type { Language } from '#app/i18n/languages.ts';
import { db } from '#app/platform/db.server.ts';
import { noteRemembered } from '#app/platform/page-record.server.ts';
import { getOwnAccount } from '../identity/own-account.server.ts';
import type { Member } from '../identity/viewer.ts';

/** What staff have seen proof of: the slug of a perspective, and the language the member practises in. */
export type Verification = { profession: string; language: Language };

/** A persona shows its verification only while at least this many members share it. */
export const LEAST_SHARING = 10;

/** The verifications that are common enough for personas to show, as `verificationKey` writes them. */
export type CommonVerifications = ReadonlySet<string>;

const remembered = new LRUCache<'common', CommonVerifications>({ max: 1, ttl: 60_000 });

/** How often what was counted had to be forgotten. */
let forgotten = 0;

/** Counted now and then: members are verified by hand, and seldom. */
export async function commonVerifications(): Promise<CommonVerifications> {
  noteRemembered('accounts');
  const known = remembered.get('common');
  if (known) return known;
  const counted = forgotten;
  const groups = await db.account.groupBy({
    by: ['verifiedProfession', 'verifiedLanguage'],
    where: { verifiedProfession: { not: null } },
    _count: { _all: true },
  });
  const common = new Set(
    groups
      .filter((group) => group._count._all >= LEAST_SHARING)
      .map(({ verifiedProfession, verifiedLanguage }) => verificationKey(verifiedProfession, verifiedLanguage)),
  );
  // What was counted before something changed is not remembered after it.
  if (counted === forgotten) remembered.set('common', common);
  return common;
}

export function verificationKey(profession: string | null, language: string | null): string {
  return `${profession ?? ''}/${language ?? ''}`;
}

/** After a member was verified, or is so no longer. */
export function forgetCommonVerifications(): void {
  forgotten++;
  remembered.clear();
}

/** What the member may let a persona show; null without a verification that enough others share. */
export async function myVerificationForPersonas(member: Member): Promise<Verification | null> {
  const { verifiedProfession: profession, verifiedLanguage: language } = await getOwnAccount(member);
  if (profession === null || language === null) return null;
  const common = await commonVerifications();
  return common.has(verificationKey(profession, language)) ? { profession, language } : null;
}
