import { useTranslation } from '#app/i18n/use-translation.tsx';
import { listPath, type ListView } from './list-path.ts';

/** `next`: the cursor of the next page, null on the last. */
type Props = { path: string; view: ListView; next: string | null; isFirst: boolean };

/** On to older threads, and back to the first page. */
export function ListPager({ path, view, next, isFirst }: Props) {
  const { t } = useTranslation();
  if (next === null && isFirst) return null;
  return (
    <nav className="pager" aria-label={t('topics.pages')}>
      {!isFirst && (
        <a className="button" href={listPath(path, view)}>
          {t('topics.newest')}
        </a>
      )}
      {next !== null && (
        <a className="button" rel="next" href={listPath(path, view, next)}>
          {t('topics.older')}
        </a>
      )}
    </nav>
  );
}
