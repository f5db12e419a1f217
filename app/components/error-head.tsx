import { useTranslation } from '#app/i18n/use-translation.tsx';
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
