import type { ShownPost } from '#app/domain/posts/views.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { Moment } from '../moment.tsx';

/** The number of a post, which is its permalink, and its time. */
export function PostWhere({ post, permalink }: { post: ShownPost; permalink: string }) {
  const { t } = useTranslation();
  return (
    <p className="post-where">
      <a href={permalink} aria-label={t('posts.permalink', { number: post.number })}>
        #{post.number}
      </a>{' '}
      <Moment date={post.createdAt} kind="about" />
    </p>
  );
}
