import type { PageHit, SnippetPart } from '#app/domain/search/views.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { topicPath } from '#app/platform/urls.ts';
import { Moment } from '../moment.tsx';
import { PerspectiveChip } from '../perspective-chip.tsx';
import { WarningWords } from '../post/warning-words.tsx';
import { langUnless } from '../prose.tsx';

/** What was found: threads by their best post, with the words marked. */
export function SearchHits({ hits, withinThread }: { hits: readonly PageHit[]; withinThread: boolean }) {
  return (
    <ol className="thread-list">
      {hits.map((hit) => (
        <li key={hit.postId}>
          <Hit hit={hit} withinThread={withinThread} />
        </li>
      ))}
    </ol>
  );
}

/** `withinThread`: its title and topic go without saying. */
function Hit({ hit, withinThread }: { hit: PageHit; withinThread: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const lang = langUnless(language, hit.language);
  return (
    <>
      <h3 className="thread-title" lang={lang}>
        <a href={hit.url} data-hit="">
          {withinThread ? (
            <span lang={language}>{t('search.post', { number: hit.postNumber })}</span>
          ) : (
            <Marked parts={hit.titleParts} />
          )}
        </a>
      </h3>
      {hit.contentWarning === null ? (
        <p className="snippet" lang={lang}>
          <Marked parts={hit.snippet} />
        </p>
      ) : (
        <p className="thread-warning">
          <WarningWords subject={hit.contentWarning} language={hit.language} />
        </p>
      )}
      <ul className="meta">
        <li>
          <PerspectiveChip slug={hit.perspective} />
        </li>
        {!withinThread && (
          <>
            <li>
              <a href={topicPath(hit.topic)}>{hit.topicName}</a>
            </li>
            <li>{hit.replies === 0 ? t('threads.noReplies') : t('threads.replies', { count: hit.replies })}</li>
            {hit.postNumber > 1 && <li>{t('search.post', { number: hit.postNumber })}</li>}
          </>
        )}
        <li>
          <Moment date={hit.createdAt} />
        </li>
      </ul>
    </>
  );
}

function Marked({ parts }: { parts: readonly SnippetPart[] }) {
  return (
    <>
      {parts.map((part, index) => (
        // The parts of one text never change places.
        <MarkedPart key={index} part={part} />
      ))}
    </>
  );
}

function MarkedPart({ part }: { part: SnippetPart }) {
  return part.mark ? <mark>{part.text}</mark> : <>{part.text}</>;
}
