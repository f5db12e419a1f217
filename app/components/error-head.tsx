import { useTranslation } from 'react-i18next';
import { kindOf } from './error-page.tsx';

/** The head of an error page, in place of what the page itself would have said. */
export function ErrorHead({ error }: { error: unknown }) {
  const { t } = useTranslation();
  return (
    <>
      <title>{t('site.pageTitle', { title: t(`errors.${kindOf(error)}.title`) })}</title>
      <meta name="robots" content="noindex" />
    </>
  );
}
