import type { ShownPost } from '#app/domain/posts/views.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import {
  postAnswerPath,
  postWriterPath,
  postEditPath,
  postEndorsePath,
  postErasePath,
  postFlagPath,
  postHistoryPath,
  postModeratePath,
  postPath,
  postRedactPath,
} from '#app/platform/urls.ts';
import { CopyLink } from '../copy-link.tsx';
import { MODERATE_INTENTS } from '../moderation/moderate-words.ts';
import { ModerateForm } from '../moderation/moderate-form.tsx';

type Props = {
  post: ShownPost;
  /** The thread's page with its reply box, asked to quote this post; null where one cannot reply. */
  quotePath: string | null;
  /** Whether the viewer may say that it helped, or that it did not; null where they may not. */
  answer: 'mark' | 'unmark' | null;
};

/** The few things one can do with a post, in words. */
export function PostActions({ post, quotePath, answer }: Props) {
  const { t } = useTranslation();
  return (
    <div className="post-actions" role="group" aria-label={t('posts.actions', { number: post.number })}>
      {quotePath !== null && post.state === 'published' && (
        <a className="first-action" href={quotePath} data-quote={post.number} rel="nofollow">
          {t('posts.quote')}
        </a>
      )}
      {post.canEdit && <a href={postEditPath(post.id)}>{t('posts.edit')}</a>}
      {post.isMine && post.state !== 'erased' && <a href={postErasePath(post.id)}>{t('erasing.takeBack')}</a>}
      {(post.isMine || post.canModerate) && post.version > 1 && (
        <a href={postHistoryPath(post.id)}>{t('posts.history')}</a>
      )}
      <CopyLink path={postPath(post.id)} name={t('posts.share')} />
      {answer !== null && (
        <a href={postAnswerPath(post.id)} rel="nofollow">
          {t(`threadWork.${answer}Answer`)}
        </a>
      )}
      {post.canEndorse && (
        <a href={postEndorsePath(post.id)} rel="nofollow">
          {t('endorsements.action')}
        </a>
      )}
      {post.canFlag && (
        <a href={postFlagPath(post.id)} rel="nofollow">
          {t('flags.flag')}
        </a>
      )}
      {post.canModerate && (
        <a href={postRedactPath(post.id)} rel="nofollow">
          {t('redaction.redact')}
        </a>
      )}
      {post.canModerate && !post.isMine && (
        <a href={postWriterPath(post.id)} rel="nofollow">
          {t('sanctions.link')}
        </a>
      )}
      {post.canModerate &&
        MODERATE_INTENTS[post.state].map((intent) => (
          <ModerateForm key={intent} action={postModeratePath(post.id)} intent={intent} />
        ))}
    </div>
  );
}
