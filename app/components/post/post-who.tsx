import type { ShownPost } from '#app/domain/posts/views.ts';
import { sideOf } from '#app/domain/topics/perspectives.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { memberPath } from '#app/platform/urls.ts';
import { PersonaMark } from '../persona-mark.tsx';
import { PerspectiveChip } from '../perspective-chip.tsx';
import { VerifiedMark } from '../verified-mark.tsx';
import { PostWhere } from './post-where.tsx';

/** Who speaks, from which chair, and when: what stands in the margin of a post. */
export function PostWho({ post, permalink }: { post: ShownPost; permalink: string }) {
  const { t } = useTranslation();
  const { author } = post;
  return (
    <header className={`post-who side-${sideOf(post.perspective)}`}>
      <PersonaMark name={author.name} threadId={post.threadId} />
      <p className="post-name">
        {author.kind === 'pen' ? (
          <a href={memberPath(author.name)} title={t('posts.penName')}>
            {author.name}
          </a>
        ) : (
          <span title={t('posts.anonymous')}>{author.name}</span>
        )}
      </p>
      <p className="post-notes">
        <PerspectiveChip slug={post.perspective} />
        {author.verified !== null && <VerifiedMark profession={author.verified} />}
        {post.byStarter && <span className="post-started">{t('posts.startedThis')}</span>}
        {post.isMine && <span className="tag">{t('posts.you')}</span>}
      </p>
      <PostWhere post={post} permalink={permalink} />
    </header>
  );
}
