import { useTranslation } from 'react-i18next';
import type { DecisionOnMe } from '#app/domain/moderation/appeals/decisions-on-me.server.ts';
import type { PostView } from '#app/domain/posts/views.ts';
import type { ThreadView } from '#app/domain/threads/views.ts';
import { postPath } from '#app/platform/urls.ts';
import { Prose } from '../prose.tsx';
import { ContentWarning } from './content-warning.tsx';
import { EditLine } from './edit-line.tsx';
import { OpeningText } from './opening-text.tsx';
import { PostActions } from './post-actions.tsx';
import { PostDecisions } from './post-decisions.tsx';
import { PostState } from './post-state.tsx';
import { PostWho } from './post-who.tsx';
import { QuotedPost } from './quoted-post.tsx';

type Props = {
  post: PostView;
  /** The thread, for its opening post, which also shows the thread's own fields. */
  opening: ThreadView | null;
  permalink: string;
  /** The way to the post that this one answers; null when it answers none. */
  quotedPath: string | null;
  quotePath: string | null;
  /** What was decided about it, where the viewer wrote it. */
  decisions?: readonly DecisionOnMe[] | undefined;
};

/** One post: in the margin who speaks, beside it what they say. */
export function PostArticle({ post, opening, permalink, quotedPath, quotePath, decisions = [] }: Props) {
  const { t } = useTranslation();
  const canRead = post.state === 'published' || post.html !== '';
  return (
    <article
      className="post"
      id={`post-${post.number}`}
      aria-label={t('posts.by', { number: post.number, name: post.author.name })}
    >
      <PostWho post={post} permalink={permalink} />
      <div className="post-text">
        <PostState post={post} />
        {canRead && (
          <ContentWarning subject={opening?.contentWarning ?? null}>
            {post.quoteOf && quotedPath !== null && <QuotedPost quote={post.quoteOf} path={quotedPath} />}
            {opening ? <OpeningText post={post} thread={opening} /> : <Prose html={post.html} lang={post.language} />}
          </ContentWarning>
        )}
        {post.edited && <EditLine postId={post.id} edited={post.edited} />}
        <PostDecisions decisions={decisions} />
        <PostActions post={post} quotePath={quotePath} isAlone={permalink === postPath(post.id)} />
      </div>
    </article>
  );
}
