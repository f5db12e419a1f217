import type { Language } from '#app/i18n/languages.ts';
import { db } from '#app/platform/db.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import { listMyPersonasInThread } from '../authorship/personas-in-thread.server.ts';
import type { Member } from '../identity/viewer.ts';
import { excerptOf } from '../posts/post-view.server.ts';
import { isMine, visiblePosts } from '../posts/visibility.server.ts';
import { visibleThreads } from '../threads/visibility.server.ts';
import { eraseTexts } from './erase-texts.server.ts';

/** Characters of one's own text that the question "erase this?" shows. */
const EXCERPT = 600;

export type PostToErase = {
  number: number;
  excerpt: string;
  language: Language;
  isErased: boolean;
  /** Null where the member may no longer read the thread: their own text is theirs to take back even so. */
  thread: { id: string; slug: string; title: string; language: Language } | null;
};

/**
 * One's own post as it stands before it is taken back, wherever it is and whatever has become of it.
 *
 * @throws DomainError not-found, or not-allowed for somebody else's: staff hide what is not theirs.
 */
export async function getPostToErase(member: Member, { id }: { id: string }): Promise<PostToErase> {
  const { number, text, language, state, thread, isVisible } = await findMine(member, id);
  const excerpt = excerptOf(text, EXCERPT);
  return { number, excerpt, language, isErased: state === 'erased', thread: isVisible ? thread : null };
}

/** Takes one's own post back for good. Once more changes nothing. @throws as `getPostToErase`. */
export async function erasePost(member: Member, { id }: { id: string }): Promise<void> {
  const { thread } = await findMine(member, id);
  await db.$transaction((tx) => eraseTexts(tx, thread.id, [id]));
}

async function findMine(member: Member, id: string) {
  const post = await db.post.findUnique({
    where: { id },
    select: {
      number: true,
      text: true,
      language: true,
      state: true,
      authorId: true,
      personaId: true,
      thread: { select: { id: true, slug: true, title: true, language: true } },
    },
  });
  if (!post) throw new DomainError('not-found', 'No such post');
  const mine = (await listMyPersonasInThread(member, post.thread.id)).map((persona) => persona.id);
  if (!isMine(member, mine, post)) {
    const canRead = (await db.post.count({ where: { AND: [{ id }, visiblePosts(member, mine)] } })) === 1;
    throw canRead
      ? new DomainError('not-allowed', 'Only its author takes a post back')
      : new DomainError('not-found', 'No such post');
  }
  const isVisible =
    (await db.thread.count({ where: { AND: [{ id: post.thread.id }, visibleThreads(member, mine)] } })) === 1;
  return { ...post, isVisible };
}
