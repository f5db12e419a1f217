import { Moment } from '#app/components/moment.tsx';
import { Notice } from '#app/components/notice.tsx';
import { useTranslation } from '#app/i18n/use-translation.tsx';

const SAYS = {
  /** One may not write, and what one still can do. */
  bar: { kind: 'warning', title: 'sanctions.barredTitle', more: 'sanctions.barredMeanwhile' },
  /** What one writes waits for a moderator. */
  review: { kind: 'info', title: 'sanctions.reviewTitle', more: 'sanctions.reviewNote' },
} as const;

type Props = { sanction: keyof typeof SAYS; reason: string; until: Date | null };

/** What keeps somebody from writing as usual, why, and until when. */
export function SanctionNotice({ sanction, reason, until }: Props) {
  const { t } = useTranslation();
  const { kind, title, more } = SAYS[sanction];
  return (
    <Notice kind={kind}>
      <p>
        <b>{t(title)}</b>
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
        {t(more)} <a href="/me/appeals">{t('sanctions.secondLook')}</a>
      </p>
    </Notice>
  );
}
