import { useTranslation } from '#app/i18n/use-translation.tsx';
import { newThreadPath } from '#app/platform/urls.ts';
import { Moment } from '../moment.tsx';
import { Notice } from '../notice.tsx';

type Props = { since: Date; topic: string };

/** Before one replies where nobody has written for a year: who may not read it any more, and what else one can do. */
export function SilenceNotice({ since, topic }: Props) {
  const { t } = useTranslation();
  return (
    <Notice>
      <p>
        {t('compose.silent')} <Moment date={since} kind="month" />. {t('compose.silentNext')}{' '}
        <a href={newThreadPath(topic)}>{t('compose.silentNewThread')}</a>
      </p>
    </Notice>
  );
}
