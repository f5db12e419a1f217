import { LONGEST_QUERY } from '#app/domain/search/choices.ts';
import type { SearchParameter } from '#app/domain/search/schema.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { Notice } from '../notice.tsx';

/** What of the address made no sense and was not searched by. */
export function PassedOver({ names }: { names: readonly SearchParameter[] }) {
  const { t } = useTranslation();
  const others = names.filter((name) => name !== 'q');
  if (names.length === 0) return null;
  return (
    <Notice>
      {names.includes('q') && <p>{t('search.cut', { count: LONGEST_QUERY })}</p>}
      {others.length > 0 && (
        <p>{t('search.passedOver', { names: others.map((name) => t(`search.parameter.${name}`)).join(', ') })}</p>
      )}
    </Notice>
  );
}
