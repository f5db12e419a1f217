import type { News } from '#app/domain/following/count-news.server.ts';
import type { ThreadSummary } from '#app/domain/threads/views.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { threadsPath } from '#app/platform/urls.ts';
import { listPath } from '../topic/list-path.ts';
import { Hero } from './hero.tsx';
import { LatestQuestions } from './latest-questions.tsx';
import { GroupParagraph, type LivelyGroup } from './group-paragraph.tsx';
import { WaysIn } from './ways-in.tsx';

type Props = {
  groups: readonly LivelyGroup[];
  latest: readonly ThreadSummary[];
  /** What is new for the viewer among the latest, by the thread's id. */
  unread: Readonly<Record<string, News>>;
};

/** What this place is, a way in for each chair, what was asked last, and what is talked about. */
export function HomePage({ groups, latest, unread }: Props) {
  const { t } = useTranslation();
  return (
    <div className="page">
      <Hero />
      <WaysIn />
      <section className="home-section" aria-labelledby="latest">
        <h2 id="latest">{t('home.latest')}</h2>
        {latest.length === 0 ? <p>{t('home.empty')}</p> : <LatestQuestions threads={latest} unread={unread} />}
        <ul className="home-lists">
          <li>
            <a href={threadsPath}>{t('home.allThreads')}</a>
          </li>
          <li>
            <a href={listPath(threadsPath, { perspectives: [], sort: 'new' })}>{t('home.newest')}</a>
          </li>
          <li>
            <a href={listPath(threadsPath, { perspectives: [], sort: 'unanswered' })}>{t('home.unanswered')}</a>
          </li>
        </ul>
      </section>
      <section className="home-section" aria-labelledby="topics">
        <h2 id="topics">{t('home.topics')}</h2>
        <div className="groups">
          {groups.map((group) => (
            <GroupParagraph key={group.slug} group={group} />
          ))}
        </div>
      </section>
    </div>
  );
}
