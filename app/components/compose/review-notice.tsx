import { useTranslation } from 'react-i18next';
import type { ReviewView } from '#app/domain/authorship/sanctions-on-me.server.ts';
import { Moment } from '../moment.tsx';
import { Notice } from '../notice.tsx';

/** That what one writes here waits for a moderator, why, and until when. */
export function ReviewNotice({ reason, until }: ReviewView) {
  const { t } = useTranslation();
  return (
    <Notice>
      <p>
        <b>{t('sanctions.reviewTitle')}</b>
      </p>
      <p>{t('posts.reason', { reason })}</p>
      <p>
        {until === null ? (
          t('sanctions.barredForGood')
        ) : (
          <>
            {t('sanctions.barredUntil')} <Moment date={until} kind="about" />
          </>
        )}
      </p>
      <p>
        {t('sanctions.reviewNote')} <a href="/me/appeals">{t('sanctions.secondLook')}</a>
      </p>
    </Notice>
  );
}
