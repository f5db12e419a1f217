import { useTranslation } from '#app/i18n/use-translation.tsx';
import { Notice } from '../notice.tsx';

/** Where help is, for somebody whose own post speaks of danger: above the post, from the moment it is published. */
export function UrgentNotice() {
  const { t } = useTranslation();
  return (
    <Notice kind="warning">
      <p>
        <b>{t('holds.urgentTitle')}</b>
      </p>
      <ul className="hold-reasons">
        <li>{t('holds.urgentEmergency')}</li>
        <li>{t('holds.urgentTalk')}</li>
        <li>{t('holds.urgentNorway')}</li>
      </ul>
      <p>
        <a className="button" href="/help-now">
          {t('holds.urgentHelp')}
        </a>
      </p>
      <p>{t('holds.urgentPublished')}</p>
    </Notice>
  );
}
