import type { ThreadLink } from '#app/domain/threads/views.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { threadPath } from '#app/platform/urls.ts';
import { Notice } from '../notice.tsx';
import { langUnless } from '../prose.tsx';

/** That a guide is out of use, and where its place is taken. */
export function RetiredNotice({ replacedBy }: { replacedBy: ThreadLink | null }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Notice kind="warning">
      <p>
        <b>{t('guides.retired')}</b>
      </p>
      {replacedBy && (
        <p>
          {t('guides.replacedBy')}{' '}
          <a href={threadPath(replacedBy)} lang={langUnless(language, replacedBy.language)}>
            {replacedBy.title}
          </a>
        </p>
      )}
    </Notice>
  );
}
