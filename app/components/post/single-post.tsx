import type { DecisionOnMe } from '#app/domain/moderation/appeals/decisions-on-me.server.ts';
import type { Waiting } from '#app/domain/moderation/holds/waiting.server.ts';
import type { ShownPost } from '#app/domain/posts/views.ts';
import type { ThreadSummary, ThreadView } from '#app/domain/threads/views.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { postInThreadPath, postPath, threadPath, topicPath } from '#app/platform/urls.ts';
import { Breadcrumb } from '../breadcrumb.tsx';
import { useLangOf } from '../prose.tsx';
import { PostArticle } from './post-article.tsx';

type Props = {
  post: ShownPost;
  thread: ThreadSummary;
  opening: ThreadView | null;
  decisions?: readonly DecisionOnMe[] | undefined;
  waiting?: Waiting | undefined;
};

/** One post out of its thread: where it comes from, what it answers, and the way back into the thread. */
export function SinglePost({ post, thread, opening, decisions, waiting }: Props) {
  const { t } = useTranslation();
  const lang = useLangOf(thread.language);
  const { topic } = thread;
  return (
    <div className="page thread">
      <header className="thread-head">
        <Breadcrumb
          steps={[
            { name: topic.groupName, path: `/#${topic.groupSlug}` },
            { name: topic.name, path: topicPath(topic.slug) },
          ]}
        />
        <h1 className="single-title">
          <span className="quiet">
            {post.number === 1 ? t('posts.openingOf') : t('posts.replyIn', { number: post.number })}
          </span>
          <a href={threadPath(thread)} lang={lang}>
            {thread.title}
          </a>
        </h1>
      </header>
      <PostArticle
        post={post}
        opening={opening}
        permalink={postPath(post.id)}
        quotedPath={post.quoteOf && postPath(post.quoteOf.id)}
        quotePath={null}
        decisions={decisions}
        waiting={waiting}
      />
      <p className="pager">
        <a className="button" href={postInThreadPath(thread, post.number)}>
          {t('posts.showInThread')}
        </a>
      </p>
    </div>
  );
}
