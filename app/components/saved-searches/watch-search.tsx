import type { SearchRequest } from '#app/domain/search/schema.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { savedSearchesPath, signInPath } from '#app/platform/urls.ts';
import { Notice } from '../notice.tsx';
import { searchPath } from '../search/search-path.ts';
import { SaveSearchForm } from './save-search-form.tsx';
import { searchFeedPath } from './search-feed-path.ts';

type Props = { asked: SearchRequest; isMember: boolean; isSaved: boolean };

/** Below what was found: to be told what is new in this search, here or by feed. */
export function WatchSearch({ asked, isMember, isSaved }: Props) {
  const { t } = useTranslation();
  return (
    <section className="watch-search" id="watch" aria-labelledby="watch-heading">
      <h2 id="watch-heading">{t('savedSearches.watch')}</h2>
      {isSaved && (
        <Notice kind="done">
          <p>{t('savedSearches.saved')}</p>
          <p>
            <a href={savedSearchesPath}>{t('savedSearches.seeAll')}</a>
          </p>
        </Notice>
      )}
      {isMember && !isSaved && (
        <>
          <p>{t('savedSearches.watchNote')}</p>
          <SaveSearchForm request={asked} />
        </>
      )}
      {!isMember && (
        <p>
          {t('savedSearches.guest')} <a href={signInPath(searchPath(asked))}>{t('savedSearches.signIn')}</a>
        </p>
      )}
      <p>
        <a href={searchFeedPath(asked)} type="application/atom+xml">
          {t('savedSearches.feed')}
        </a>
      </p>
      <p className="quiet">{t('savedSearches.feedNote')}</p>
    </section>
  );
}
