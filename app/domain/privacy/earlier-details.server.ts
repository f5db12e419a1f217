import { db } from '#app/platform/db.server.ts';
import { listMyPersonasInThread } from '../authorship/personas-in-thread.server.ts';
import type { Member } from '../identity/viewer.ts';
import type { WriteAs } from '../threads/schema.ts';
import { findIdentifyingDetails } from './identifying/find-identifying-details.ts';
import { keyOf, type EarlierDetail } from './identifying/finding-keys.ts';
import { languageOfText } from './identifying/language-of-text.ts';

/** One's own posts that are read again, and the details of them that are named. */
const POSTS = 30;
const NAMED = 12;

type Asked = { threadId: string; as: WriteAs; allow: readonly string[]; besides: ReadonlySet<string> };

/**
 * What a member has told in a thread under the same name as now: details that are harmless one by one and add up. Their personas are
 * known in this request alone, and nothing of it is kept. `besides`: keys of what they are told about anyway.
 */
export async function listEarlierDetails(
  member: Member,
  { threadId, as, allow, besides }: Asked,
): Promise<EarlierDetail[]> {
  const personaIds = (await listMyPersonasInThread(member, threadId)).map(({ id }) => id);
  const mine = as === 'pen-name' ? { authorId: member.accountId } : { personaId: { in: personaIds } };
  const posts = await db.post.findMany({
    where: { threadId, state: { in: ['published', 'held'] }, ...mine },
    orderBy: { number: 'desc' },
    take: POSTS,
    select: { text: true },
  });
  const told = new Map<string, EarlierDetail>();
  for (const { text } of posts) {
    for (const { kind, text: words } of findIdentifyingDetails(text, languageOfText(text), allow)) {
      const key = keyOf({ kind, text: words });
      if (!besides.has(key)) told.set(key, { kind, text: words });
    }
  }
  return [...told.values()].slice(0, NAMED);
}
