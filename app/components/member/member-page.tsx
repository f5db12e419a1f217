import type { ShownPost } from '#app/domain/posts/views.ts';
import { formatMonth } from '#app/i18n/dates.ts';
import { useLanguage } from '#app/i18n/use-language.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { memberPath, postInThreadPath, postPath, threadPath } from '#app/platform/urls.ts';
import { MuteForm } from '../accounts/mute-form.tsx';
import { PostArticle } from '../post/post-article.tsx';

type MembersPost = ShownPost & { thread: { id: string; slug: string; title: string } };

type Props = {
  penName: string;
  posts: readonly MembersPost[];
  next: string | null;
  isFirst: boolean;
  /** What the member lets be said. */
  since: Date | null;
  counts: { threads: number; replies: number } | null;
  /** Whether the viewer may mute them. */
  canMute: boolean;
  isMuted: boolean;
};

/** What was written under a pen name, and nothing else about anybody. */
export function MemberPage({ penName, posts, next, isFirst, ...member }: Props) {
  const { t } = useTranslation();
  return (
    <div className="page thread">
      <header className="thread-head">
        <h1>{penName}</h1>
        <p className="lead">{t('members.lead', { name: penName })}</p>
        <MemberFacts {...member} />
        {member.canMute && <MuteForm penName={penName} isMuted={member.isMuted} to={memberPath(penName)} />}
        {posts.length === 0 && <p>{t('members.none')}</p>}
      </header>
      <div className="post-list">
        {posts.map((post) => (
          <section key={post.id} className="member-post">
            <h2 className="member-thread">
              <span className="quiet">{t('members.inThread')} </span>
              <a href={threadPath(post.thread)}>{post.thread.title}</a>
            </h2>
            <PostArticle
              post={post}
              opening={null}
              permalink={postInThreadPath(post.thread, post.number)}
              quotedPath={post.quoteOf && postPath(post.quoteOf.id)}
              quotePath={null}
            />
          </section>
        ))}
      </div>
      <nav className="pager" aria-label={t('topics.pages')}>
        {!isFirst && (
          <a className="button" href={memberPath(penName)}>
            {t('members.newest')}
          </a>
        )}
        {next !== null && (
          <a className="button" rel="next" href={`${memberPath(penName)}?after=${encodeURIComponent(next)}`}>
            {t('members.older')}
          </a>
        )}
      </nav>
    </div>
  );
}

function MemberFacts({ since, counts }: Pick<Props, 'since' | 'counts'>) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (since === null && counts === null) return null;
  return (
    <ul className="meta">
      {since !== null && <li>{t('preferences.memberSince', { month: formatMonth(since, language) })}</li>}
      {counts !== null && <li>{t('preferences.threads', { count: counts.threads })}</li>}
      {counts !== null && <li>{t('preferences.replies', { count: counts.replies })}</li>}
    </ul>
  );
}
