import type { ShownPost } from '#app/domain/posts/views.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { pendingEditPath } from '#app/platform/urls.ts';
import { Notice } from '../notice.tsx';

type Props = { post: ShownPost; edit: { sentBackReason: string | null } };

/** That an edit waits beside a post, for its author and staff. */
export function EditNotice({ post, edit: { sentBackReason } }: Props) {
  const { t } = useTranslation();
  const mine = sentBackReason === null ? t('holds.editWaits') : t('holds.editSentBack');
  return (
    <Notice>
      <p>{post.isMine ? mine : t('holds.staffEdit')}</p>
      {sentBackReason !== null && <p>{t('posts.reason', { reason: sentBackReason })}</p>}
      <p>
        <a href={pendingEditPath(post.id)}>{t('holds.seeEdit')}</a>
      </p>
    </Notice>
  );
}
