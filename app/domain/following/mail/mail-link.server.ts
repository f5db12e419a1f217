import { randomUUID } from 'node:crypto';
import type { Language } from '#app/i18n/languages.ts';
import { now } from '#app/platform/clock.server.ts';
import { db } from '#app/platform/db.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { DAY_MS, startOfDay } from '#app/platform/times.ts';
import type { Member } from '../../identity/viewer.ts';
import type { MailPace } from './paces.ts';
import type { AskForMailInput } from './schema.ts';

/** Days that an address may wait to be confirmed. */
export const CONFIRM_WITHIN_DAYS = 7;

/** Where a member wants to be written to; `threads` counts those that they follow by mail. */
export type MailLinkView = { address: string; pace: MailPace; isConfirmed: boolean; threads: number };

export async function getMailLink({ accountId }: Member): Promise<MailLinkView | null> {
  const row = await db.mailLink.findUnique({
    where: { accountId },
    select: { address: true, pace: true, isConfirmed: true, _count: { select: { follows: true } } },
  });
  if (!row) return null;
  const { _count, ...link } = row;
  return { ...link, threads: _count.follows };
}

/**
 * Stores where a member wants to be written to, and writes a letter there that asks for a confirmation: until that comes, nothing else is
 * sent. The same address again, not yet confirmed, gets another letter. `language` is the one of the mails.
 *
 * @returns whether the address was confirmed before, so that no letter was needed.
 */
export async function askForMail(
  { accountId }: Member,
  { address, pace, language }: Pick<AskForMailInput, 'address' | 'pace'> & { language: Language },
): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const before = await tx.mailLink.findUnique({
      where: { accountId },
      select: { address: true, isConfirmed: true },
    });
    const isKnown = before !== null && before.address === address && before.isConfirmed;
    if (before && !isKnown) await tx.mailLetter.deleteMany({ where: { accountId } });
    const renewed = {
      address,
      token: newToken(),
      isConfirmed: false,
      confirmBy: dayIn(CONFIRM_WITHIN_DAYS),
      bounces: 0,
    };
    await tx.mailLink.upsert({
      where: { accountId },
      create: { accountId, language, pace, ...renewed },
      update: { language, pace, ...(!isKnown && renewed) },
      select: { accountId: true },
    });
    if (!isKnown) await tx.mailLetter.create({ data: letter(accountId, 'confirm'), select: { id: true } });
    return isKnown;
  });
}

/** How soon they are written to. Nothing happens without an address. */
export async function setMailPace({ accountId }: Member, pace: MailPace): Promise<void> {
  await db.mailLink.updateMany({ where: { accountId }, data: { pace } });
}

/** Forgets the address, which threads were followed by mail, and what is on its way. */
export async function endMail({ accountId }: Member): Promise<void> {
  await db.mailLink.deleteMany({ where: { accountId } });
}

/** Who opens the link in the letter has the address. @returns false when the link is old, or was never any. */
export async function confirmMail(token: string): Promise<boolean> {
  const { count } = await db.mailLink.updateMany({
    where: { token, OR: [{ isConfirmed: true }, { confirmBy: { gte: dayIn(0) } }] },
    data: { isConfirmed: true },
  });
  return count > 0;
}

/** Ends all mail for whoever has one of its mails, signed in or not. A token that is none ends nothing, and that looks the same. */
export async function endMailBy(token: string): Promise<void> {
  await db.mailLink.deleteMany({ where: { token } });
}

/** Forgets addresses that nobody confirmed in time. */
export async function forgetUnconfirmed(): Promise<void> {
  await db.mailLink.deleteMany({ where: { isConfirmed: false, confirmBy: { lt: dayIn(0) } } });
}

/** A letter as it is stored while it is on its way. */
export function letter(accountId: string, kind: 'confirm' | 'news') {
  return { id: randomUUID(), accountId, kind, writtenOn: dayIn(0) };
}

/** The day in `days` days, as a date. */
export function dayIn(days: number): Date {
  return new Date(startOfDay(now()).getTime() + days * DAY_MS);
}

/** 160 random bits. */
const newToken = (): string => newId() + newId();
