import { useTranslation } from 'react-i18next';
import type { PostView } from '#app/domain/posts/views.ts';
import { Notice } from '../notice.tsx';

/** In words, that a post is kept from readers, and why. Nothing for a published one. */
export function PostState({ post }: { post: PostView }) {
  const { t } = useTranslation();
  if (post.state === 'published') return null;
  const canRead = post.html !== '';
  const words = {
    held: canRead ? t('posts.heldMine') : t('posts.held'),
    hidden: canRead ? t('posts.hiddenMine') : t('posts.hidden'),
    erased: t('posts.erased'),
  };
  return (
    <Notice kind={post.state === 'hidden' ? 'warning' : 'info'}>
      <p>{words[post.state]}</p>
      {post.stateReason !== null && <p>{t('posts.reason', { reason: post.stateReason })}</p>}
    </Notice>
  );
}
