import { useTranslation } from '#app/i18n/use-translation.tsx';

const RISKS = ['0', '1', '2', '3'] as const;

/** How pressing something is, in words. */
export function RiskTag({ risk }: { risk: number }) {
  const { t } = useTranslation();
  const known = RISKS[risk] ?? '0';
  return <span className={risk >= 2 ? 'tag tag-pressing' : 'tag'}>{t(`queue.risks.${known}`)}</span>;
}
