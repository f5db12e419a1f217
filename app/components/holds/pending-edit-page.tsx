import { Form } from '@remix-run/react';
import type { PendingEditView } from '#app/domain/moderation/holds/waiting.server.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { postEditPath } from '#app/platform/urls.ts';
import { Notice } from '../notice.tsx';
import { WayBack, type Back } from '../post/way-back.tsx';
import { EditChanges } from './edit-changes.tsx';

type Props = {
  title: string;
  postId: string;
  isMine: boolean;
  edit: PendingEditView | null;
  back: Back;
};

/** An edit that waits, with what its author can do with it. */
export function PendingEditPage({ title, postId, isMine, edit, back }: Props) {
  const { t } = useTranslation();
  return (
    <div className="page page-narrow history">
      <WayBack back={back} />
      <h1>{title}</h1>
      {edit === null ? (
        <p className="empty">
          {t('holds.editNothing')} <a href={back.path}>{t('holds.back')}</a>
        </p>
      ) : (
        <>
          <p className="lead">{t('holds.editLead')}</p>
          {edit.sentBackReason !== null && (
            <Notice>
              {isMine && <p>{t('holds.editSentBack')}</p>}
              <p>{t('posts.reason', { reason: edit.sentBackReason })}</p>
            </Notice>
          )}
          <EditChanges edit={edit} language={back.language} />
          {isMine && (
            <Form className="form-actions queue-act" method="post">
              <a className="button button-primary" href={postEditPath(postId)}>
                {t('holds.changeEdit')}
              </a>
              <button className="button button-quiet" type="submit" name="intent" value="withdraw">
                {t('holds.withdraw')}
              </button>
            </Form>
          )}
        </>
      )}
    </div>
  );
}
