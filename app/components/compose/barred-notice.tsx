import { useTranslation } from 'react-i18next';
import { Moment } from '#app/components/moment.tsx';
import { Notice } from '#app/components/notice.tsx';

/** Why one may not write, until when, and what one still can do. */
export function BarredNotice({ reason, until }: { reason: string; until: Date | null }) {
  const { t } = useTranslation();
  return (
    <Notice kind="warning">
      <p>
        <b>{t('sanctions.barredTitle')}</b>
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
        {t('sanctions.barredMeanwhile')} <a href="/me/appeals">{t('sanctions.secondLook')}</a>
      </p>
    </Notice>
  );
}
