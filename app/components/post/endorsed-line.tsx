import type { ShownPost } from '#app/domain/posts/views.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { SideSign } from '../side-sign.tsx';

/** From which chairs readers said that a post helped them: a word about the text, and no score of who wrote it. */
export function EndorsedLine({ endorsed }: Pick<ShownPost, 'endorsed'>) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (endorsed.length === 0) return null;
  const whom = endorsed.map(({ chair, count }) => t(`endorsements.${chair}`, { count }));
  return (
    <p className="post-endorsed">
      {endorsed.map(
        ({ chair }) =>
          chair !== 'other' && (
            <span className={`side-${chair}`} key={chair}>
              <SideSign side={chair} />{' '}
            </span>
          ),
      )}
      {t('endorsements.line', { whom: new Intl.ListFormat(language).format(whom) })}
    </p>
  );
}
