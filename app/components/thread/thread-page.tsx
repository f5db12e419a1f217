import { useTranslation } from 'react-i18next';
import type { PostView } from '#app/domain/posts/views.ts';
import type { ThreadView } from '#app/domain/threads/views.ts';
import { aboutMePath, postInThreadPath, threadModeratePath, threadPath } from '#app/platform/urls.ts';
import type { ComposeAnswer } from '../compose/compose-answer.ts';
import { ReplyBox, type ReplyBoxView } from '../compose/reply-box.tsx';
import { FollowButton } from '../following/follow-button.tsx';
import { ModerateForm } from '../moderation/moderate-form.tsx';
import { PostArticle } from '../post/post-article.tsx';
import { ThreadAside } from './thread-aside.tsx';
import { ThreadHead } from './thread-head.tsx';
import { ThreadPager } from './thread-pager.tsx';

type Props = {
  thread: ThreadView;
  posts: readonly PostView[];
  /** The number after which this page begins, 0 on the first. */
  after: number;
  next: number | null;
  replyBox: ReplyBoxView;
  /** Whether the viewer follows the thread; null for a guest. */
  following: boolean | null;
  answer: ComposeAnswer | undefined;
};

/** One page of a thread: what it is, the posts, and the place to answer. */
export function ThreadPage({ thread, posts, after, next, replyBox, following, answer }: Props) {
  const { t } = useTranslation();
  const opening = posts[0]?.number === 1 ? posts[0] : undefined;
  const replies = opening ? posts.slice(1) : posts;
  const canModerate = posts.some((post) => post.canModerate);
  const article = (post: PostView) => (
    <PostArticle
      key={post.id}
      post={post}
      opening={post.number === 1 ? thread : null}
      permalink={postInThreadPath(thread, post.number)}
      quotedPath={post.quoteOf && postInThreadPath(thread, post.quoteOf.number)}
      quotePath={replyBox.kind === 'member' ? quotePath(thread, after, post.id) : null}
    />
  );
  return (
    <div className="page thread">
      <ThreadHead thread={thread} />
      {following !== null && <FollowButton threadId={thread.id} following={following} />}
      {canModerate && (
        <div className="thread-moderation">
          <ModerateForm action={threadModeratePath(thread.id)} intent={thread.locked ? 'unlock' : 'lock'} />
        </div>
      )}
      {opening ? article(opening) : <p className="quiet">{t('threads.continued')}</p>}
      <div className="replies-head">
        <h2>{thread.replies === 0 ? t('threads.noReplies') : t('threads.replies', { count: thread.replies })}</h2>
      </div>
      {thread.replies === 0 && !thread.locked && <p className="no-replies">{t('threads.noRepliesHint')}</p>}
      <div className="post-list">{replies.map(article)}</div>
      <ThreadPager thread={thread} after={after} next={next} />
      <ReplyBox view={replyBox} answer={answer} />
      <p className="quiet">
        <a href={aboutMePath(threadPath(thread))}>{t('queue.aboutMeTitle')}</a>
      </p>
      <ThreadAside thread={thread} />
    </div>
  );
}

/** The same page of the thread, its reply box quoting a post. */
function quotePath(thread: ThreadView, after: number, postId: string): string {
  return `${threadPath(thread)}?${after > 0 ? `after=${after}&` : ''}quote=${postId}#reply`;
}
