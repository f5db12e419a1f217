import type { TFunction } from 'i18next';
import type { Waiting } from '#app/domain/moderation/holds/waiting.server.ts';
import type { ShownPost } from '#app/domain/posts/views.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { postEditPath } from '#app/platform/urls.ts';
import { HoldReasons } from '../holds/hold-reasons.tsx';
import { Notice } from '../notice.tsx';

type Props = {
  post: ShownPost;
  /** Why it is held, for its writer and staff. */
  hold: Waiting['hold'];
};

/** In words, that a post is kept from readers, and why. Nothing for a published one. */
export function PostState({ post, hold }: Props) {
  const { t } = useTranslation();
  if (post.state === 'published') return null;
  return (
    <Notice kind={post.state === 'hidden' ? 'warning' : 'info'}>
      <p>{wordsFor(post, hold, t)}</p>
      {hold && post.state === 'held' && <HoldReasons reasons={hold.reasons} />}
      {post.stateReason !== null && <p>{t('posts.reason', { reason: post.stateReason })}</p>}
      {post.isMine && post.state === 'held' && hold?.isSentBack === true && (
        <p>
          <a className="button" href={postEditPath(post.id)}>
            {t('holds.revise')}
          </a>{' '}
          {t('holds.reviseNote')}
        </p>
      )}
    </Notice>
  );
}

function wordsFor({ state, isMine, html }: ShownPost, hold: Waiting['hold'], t: TFunction): string {
  if (state === 'erased') return t('posts.erased');
  if (state === 'hidden') return html === '' ? t('posts.hidden') : t('posts.hiddenMine');
  if (hold?.isSentBack === true) return isMine ? t('holds.sentBack') : t('holds.queue.waitsForAuthor');
  return isMine ? t('posts.heldMine') : t('posts.held');
}
