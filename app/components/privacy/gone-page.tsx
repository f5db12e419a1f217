import { useTranslation } from '#app/i18n/use-translation.tsx';

/** The last page for somebody who has left: a guest by now. */
export function GonePage() {
  const { t } = useTranslation();
  return (
    <div className="page page-narrow">
      <h1>{t('erasing.doneTitle')}</h1>
      <p className="lead">{t('erasing.doneLead')}</p>
      <div className="explained">
        <p>{t('erasing.doneSoon')}</p>
        <p>{t('erasing.doneBrowser')}</p>
        <p>
          <a href="/">{t('erasing.doneHome')}</a>
        </p>
      </div>
    </div>
  );
}
