import { useTranslation } from '#app/i18n/use-translation.tsx';

type Step = { name: string; path: string };

/** The way down to a page. The page itself is not among the steps: its heading follows. */
export function Breadcrumb({ steps }: { steps: readonly Step[] }) {
  const { t } = useTranslation();
  return (
    <nav className="breadcrumb" aria-label={t('site.breadcrumb')}>
      <ol>
        <li>
          <a href="/">{t('site.home')}</a>
        </li>
        {steps.map((step) => (
          <li key={step.path}>
            <a href={step.path}>{step.name}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
