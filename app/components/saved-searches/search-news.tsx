import { Form } from '@remix-run/react';
import type { NewsPage } from '#app/domain/search/saved/news.server.ts';
import { MOST_NEWS, type SearchNews as News } from '#app/domain/search/saved/views.ts';
import type { PageHit } from '#app/domain/search/views.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { savedSearchesPath, topicPath } from '#app/platform/urls.ts';
import { Moment } from '../moment.tsx';
import { useLangOf } from '../prose.tsx';
import type { SearchedGroup } from '../search/search-form.tsx';
import { searchPath } from '../search/search-path.ts';
import { nameOfSearch } from './search-name.ts';

type Props = {
  /** Null where they could not be looked through just now. */
  found: NewsPage | null;
  groups: readonly SearchedGroup[];
};

/** In the inbox: what is new in one's saved searches. Nothing for who has none. */
export function SearchNews({ found, groups }: Props) {
  const { t } = useTranslation();
  const wording = { groups, language: useLanguage(), t };
  if (found?.pages === 0) return null;
  const quiet = found?.searches.filter(({ count }) => count === 0) ?? [];
  return (
    <section className="search-news" aria-labelledby="search-news">
      <h2 id="search-news">{t('savedSearches.title')}</h2>
      {found === null && <p>{t('savedSearches.busy')}</p>}
      {found !== null && <p className="quiet">{t('savedSearches.inboxNote')}</p>}
      {found?.searches.map(
        (search) => search.count > 0 && <OneSearch key={search.id} search={search} groups={groups} />,
      )}
      {quiet.length > 0 && (
        <div className="search-news-none">
          <p className="quiet" id="search-news-none">
            {t('savedSearches.nothingNew')}
          </p>
          <ul aria-labelledby="search-news-none">
            {quiet.map((search) => (
              <li key={search.id}>
                <a href={newestPath(search)}>{nameOfSearch(search, wording)}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
      {found !== null && found.pages > 1 && <Pages page={found.page} pages={found.pages} />}
      <p>
        <a href={savedSearchesPath}>{t('savedSearches.seeAll')}</a>
      </p>
    </section>
  );
}

function OneSearch({ search, groups }: { search: News; groups: readonly SearchedGroup[] }) {
  const { t } = useTranslation();
  const name = nameOfSearch(search, { groups, language: useLanguage(), t });
  const { request, hits, count, marks } = search;
  const what = request.thread === null ? 'new' : 'newPosts';
  return (
    <div className="search-news-one">
      <h3>
        <a href={newestPath(search)}>{name}</a>
      </h3>
      <p>
        <b>{count >= MOST_NEWS ? t(`savedSearches.${what}Many`, { count }) : t(`savedSearches.${what}`, { count })}</b>
      </p>
      <ul className="search-news-hits">
        {hits.map((hit) => (
          <li key={hit.postId}>
            <Hit hit={hit} />
          </li>
        ))}
      </ul>
      {count > hits.length && (
        <p>
          <a href={newestPath(search)}>{t('savedSearches.moreNews')}</a>
        </p>
      )}
      <Form className="inbox-mark" method="post" action="/inbox">
        <input type="hidden" name="only" value="searches" />
        <input type="hidden" name="marks" value={marks} />
        <button className="button" type="submit" aria-label={t('savedSearches.markReadOf', { name })}>
          {t('savedSearches.markRead')}
        </button>
      </Form>
    </div>
  );
}

function Hit({ hit: { url, title, language, contentWarning, topic, topicName, createdAt } }: { hit: PageHit }) {
  const { t } = useTranslation();
  return (
    <>
      <a href={url} lang={useLangOf(language)}>
        {title}
      </a>
      {contentWarning !== null && (
        <p className="thread-warning">{t('threads.contentWarning', { subject: contentWarning })}</p>
      )}
      <ul className="meta">
        <li>
          <a href={topicPath(topic)}>{topicName}</a>
        </li>
        <li>
          <Moment date={createdAt} />
        </li>
      </ul>
    </>
  );
}

function Pages({ page, pages }: { page: number; pages: number }) {
  const { t } = useTranslation();
  return (
    <nav className="pager" aria-label={t('savedSearches.pages')}>
      {page > 1 && (
        <a className="button" rel="prev" href={`/inbox?searches=${page - 1}#search-news`}>
          {t('savedSearches.newer')}
        </a>
      )}
      {page < pages && (
        <a className="button" rel="next" href={`/inbox?searches=${page + 1}#search-news`}>
          {t('savedSearches.older')}
        </a>
      )}
    </nav>
  );
}

function newestPath({ request }: News): string {
  return searchPath({ ...request, sort: 'newest' });
}
