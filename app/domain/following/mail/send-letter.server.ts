import { translator } from '#app/i18n/translator.ts';
import { db } from '#app/platform/db.server.ts';
import { DeadAddressError, type Letter } from '#app/platform/mail/letter.ts';
import { postOffice } from '#app/platform/mail/post-office.server.ts';
import { confirmMailPath, unsubscribePath } from '#app/platform/urls.ts';

/** Mails in a row that an address's server refuses for good before the address is forgotten. */
const BOUNCES = 3;

const select = {
  id: true,
  accountId: true,
  kind: true,
  link: { select: { address: true, language: true, token: true, bounces: true } },
} as const;

type Row = {
  id: string;
  accountId: string;
  kind: 'confirm' | 'news';
  link: { address: string; language: 'en' | 'nb'; token: string; bounces: number };
};

/**
 * Sends a letter and forgets it. Killed in between, it goes out again with the same Message-ID, by which whoever gets it knows it for the
 * same. A letter that is gone was sent, or nobody wants it any more.
 *
 * @param origin the forum's public address.
 * @throws what stood in the way, if it may be gone later.
 */
export async function sendLetter(id: string, { origin }: { origin: string }): Promise<void> {
  const row = await db.mailLetter.findUnique({ where: { id }, select });
  if (!row) return;
  try {
    await postOffice().send(compose(row, origin));
  } catch (error) {
    if (!(error instanceof DeadAddressError)) throw error;
    await noteBounce(row);
    return;
  }
  await db.$transaction([
    db.mailLetter.deleteMany({ where: { id } }),
    db.mailLink.updateMany({ where: { accountId: row.accountId, bounces: { gt: 0 } }, data: { bounces: 0 } }),
  ]);
}

/** Nobody who sees it over somebody's shoulder, or reads the mailbox too, learns what it is about. */
function compose({ id, kind, link: { address, language, token } }: Row, origin: string): Letter {
  const t = translator(language);
  const end = origin + unsubscribePath(token);
  const text =
    kind === 'confirm'
      ? t('mail.confirmText', { at: origin + confirmMailPath(token), end })
      : t('mail.newsText', { at: `${origin}/inbox`, end });
  return { id, to: address, subject: t(`mail.${kind}Subject`), text, endPath: unsubscribePath(token) };
}

async function noteBounce({ id, accountId, link: { bounces } }: Row): Promise<void> {
  if (bounces + 1 >= BOUNCES) await db.mailLink.deleteMany({ where: { accountId } });
  else {
    await db.$transaction([
      db.mailLetter.deleteMany({ where: { id } }),
      db.mailLink.updateMany({ where: { accountId }, data: { bounces: { increment: 1 } } }),
    ]);
  }
}
