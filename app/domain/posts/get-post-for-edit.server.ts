import type { Language } from '#app/i18n/languages.ts';
import { db } from '#app/platform/db.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import { authorName, authorSelect, type AuthorName } from '../authorship/authors-name.ts';
import { commonVerifications } from '../authorship/verification.server.ts';
import { isStaff, type Member } from '../identity/viewer.ts';
import type { OpeningContent } from '../threads/schema.ts';
import type { ContentState } from '../threads/views.ts';
import { myPersonaIdsAtPost } from './get-post.server.ts';
import { AUTHORS_EDIT, isMine, visiblePosts } from './visibility.server.ts';

export type PostForEdit = {
  id: string;
  number: number;
  version: number;
  body: string;
  language: Language;
  /** The fields beside the text, on an opening post. */
  opening: OpeningContent | null;
  /** The member edits as staff, since the post is not their own: a reason is required. */
  asModerator: boolean;
  author: AuthorName;
  state: ContentState;
  thread: { id: string; slug: string; title: string; language: Language; keptOut: boolean };
};

/**
 * A post as its edit form begins. Its author may edit it while it is published or held, staff always.
 *
 * @throws DomainError not-found or not-allowed.
 */
export async function getPostForEdit(member: Member, { id }: { id: string }): Promise<PostForEdit> {
  const mine = await myPersonaIdsAtPost(member, id);
  const post = await db.post.findFirst({
    where: { AND: [{ id }, visiblePosts(member, mine)] },
    select: {
      number: true,
      version: true,
      body: true,
      language: true,
      state: true,
      authorId: true,
      personaId: true,
      ...authorSelect,
      thread: {
        select: {
          id: true,
          slug: true,
          title: true,
          language: true,
          contentWarning: true,
          situation: true,
          whatIHaveTried: true,
          question: true,
          isKeptOut: true,
        },
      },
    },
  });
  if (!post) throw new DomainError('not-found', 'No such post');
  const own = isMine(member, mine, post);
  const mayEdit = own ? AUTHORS_EDIT.includes(post.state) : isStaff(member) && post.state !== 'erased';
  if (!mayEdit) {
    throw new DomainError('not-allowed', 'Only its author and moderators may edit a post');
  }
  const { number, version, body, language, thread } = post;
  const { title, contentWarning, situation, whatIHaveTried, question } = thread;
  return {
    id,
    number,
    version,
    body,
    language,
    opening: number === 1 ? { title, contentWarning, situation, body, whatIHaveTried, question } : null,
    asModerator: !own,
    author: authorName(post, await commonVerifications()),
    state: post.state,
    thread: { id: thread.id, slug: thread.slug, title, language: thread.language, keptOut: thread.isKeptOut },
  };
}
