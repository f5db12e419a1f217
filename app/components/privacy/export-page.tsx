import { Notice } from '#app/components/notice.tsx';
import { useTranslation } from '#app/i18n/use-translation.tsx';

/** What the archive holds, what it gives away, and the way to it. */
export function ExportPage() {
  const { t } = useTranslation();
  return (
    <div className="page page-narrow">
      <h1>{t('erasing.exportTitle')}</h1>
      <p className="lead">{t('erasing.exportLead')}</p>
      <Notice kind="warning">
        <p>{t('erasing.exportWarning')}</p>
      </Notice>
      <div className="explained">
        <p>{t('erasing.exportOthers')}</p>
        <p>{t('erasing.exportKept')}</p>
      </div>
      <p className="form-actions">
        {/* The browser's own download, not a page for Remix to show. */}
        <a className="button button-primary" href="/me/export/archive.zip" download rel="nofollow">
          {t('erasing.exportDownload')}
        </a>
      </p>
    </div>
  );
}
