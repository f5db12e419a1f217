import type { EditMark } from '#app/domain/posts/views.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { postHistoryPath } from '#app/platform/urls.ts';
import { Moment } from '../moment.tsx';

/** That a post was changed: by whom, when and why, and the way to what changed. */
export function EditLine({ postId, edited }: { postId: string; edited: EditMark }) {
  const { t } = useTranslation();
  return (
    <p className="post-edited">
      <span>{t(edited.by === 'moderator' ? 'posts.editedByModerator' : 'posts.editedByAuthor')}</span>
      <span>
        <Moment date={edited.at} />
      </span>
      {edited.reason !== null && <span>{edited.reason}</span>}
      {edited.reason === null && edited.by === 'moderator' && <span>{t('posts.noReason')}</span>}
      <span>
        <a href={postHistoryPath(postId)} rel="nofollow">
          {t('posts.seeChanges')}
        </a>
      </span>
    </p>
  );
}
