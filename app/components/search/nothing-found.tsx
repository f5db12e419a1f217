import type { Offers, OtherQuery, WiderPlace } from '#app/domain/search/offer-instead.server.ts';
import type { SearchRequest } from '#app/domain/search/schema.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { newThreadPath } from '#app/platform/urls.ts';
import { isNarrowed, searchPath, withoutFilters } from './search-path.ts';

type Props = { asked: SearchRequest; offers: Offers };

/** What may help where nothing was found: first what is known to find something. */
export function NothingFound({ asked, offers }: Props) {
  const { t } = useTranslation();
  const { corrected, fewer, wider } = offers;
  return (
    <div className="empty search-help">
      {corrected ? (
        <Corrected asked={asked} corrected={corrected} />
      ) : (
        <p className="empty-words">{t(fewer.length + wider.length > 0 ? 'search.noneSo' : 'search.noneHelp')}</p>
      )}
      {wider.length > 0 && (
        <div>
          <h3>{t('search.widerHeading')}</h3>
          <ul>
            {wider.map((place) => (
              <li key={place.topic ?? ''}>
                <Wider asked={asked} place={place} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {fewer.length > 0 && (
        <div>
          <h3>{t('search.fewerHeading')}</h3>
          <ul>
            {fewer.map(({ q, total }) => (
              <li key={q}>
                <a href={searchPath({ ...asked, q, page: 1 })}>{q}</a> <Total asked={asked} total={total} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <ul>
        {isNarrowed(asked) && wider.length === 0 && (
          <li>
            <a href={searchPath(withoutFilters(asked))}>{t('search.tryWithout')}</a>
          </li>
        )}
        {fewer.length === 0 && <li>{t('search.tryFewer')}</li>}
        <li>
          <a href="/#topics">{t('search.tryTopics')}</a>
        </li>
        <li>
          <a href={newThreadPath()}>{t('search.tryAsk')}</a>
        </li>
      </ul>
    </div>
  );
}

function Corrected({ asked, corrected: { q, total } }: { asked: SearchRequest; corrected: OtherQuery }) {
  const { t } = useTranslation();
  return (
    <p className="empty-words">
      {t('search.didYouMean')} <a href={searchPath({ ...asked, q, page: 1 })}>{q}</a>{' '}
      <Total asked={asked} total={total} />
    </p>
  );
}

function Wider({ asked, place: { topic, name, total } }: { asked: SearchRequest; place: WiderPlace }) {
  const { t } = useTranslation();
  const to = topic === null ? withoutFilters(asked) : { ...asked, topic: [topic], page: 1 };
  return (
    <>
      <a href={searchPath(to)}>{name === null ? t('search.everywhere') : t('search.wholeGroup', { group: name })}</a>{' '}
      <Total asked={to} total={total} />
    </>
  );
}

function Total({ asked, total }: { asked: SearchRequest; total: number }) {
  const { t } = useTranslation();
  const words = t(asked.thread === null ? 'search.found.threads' : 'search.found.posts', { count: total });
  return <span className="quiet">({words})</span>;
}
