import { perspectiveOf } from '#app/domain/topics/perspectives.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';

/** That the moderators have seen proof of somebody's profession (slug of a perspective). */
export function VerifiedMark({ profession }: { profession: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const name = perspectiveOf(profession)?.name[language] ?? profession;
  return (
    <span className="tag tag-verified" title={t('posts.verifiedNote')}>
      {t('posts.verified', { profession: name })}
    </span>
  );
}
