import { useTranslation } from '#app/i18n/use-translation.tsx';
import { Notice } from '../notice.tsx';

/** Where help is, for searches that may be a call for it. */
export function UrgentHelp() {
  const { t } = useTranslation();
  return (
    <Notice kind="warning">
      <p>
        <a href="/help-now">
          <b>{t('search.urgent')}</b>
        </a>
      </p>
      <p>{t('search.urgentText')}</p>
    </Notice>
  );
}
