import type { Attention } from '#app/domain/following/follow-thread.server.ts';
import type { ByMail } from '#app/domain/following/mail/mail-follow.server.ts';
import type { ReadMark } from '#app/domain/following/read-marks.server.ts';
import type { DecisionOnMe } from '#app/domain/moderation/appeals/decisions-on-me.server.ts';
import type { Waiting } from '#app/domain/moderation/holds/waiting.server.ts';
import type { ShownPost, QuoteView } from '#app/domain/posts/views.ts';
import type { RelatedThread } from '#app/domain/search/related-threads.server.ts';
import type { ThreadEvent, ThreadView } from '#app/domain/threads/views.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { aboutMePath, postInThreadPath, postPath, threadModeratePath, threadPath } from '#app/platform/urls.ts';
import type { ComposeAnswer } from '../compose/compose-answer.ts';
import { ReplyBox, type ReplyBoxView } from '../compose/reply-box.tsx';
import { FollowButton } from '../following/follow-button.tsx';
import { FirstNew } from '../following/first-new.tsx';
import { ReadMarkForm } from '../following/read-mark-form.tsx';
import { ModerateForm } from '../moderation/moderate-form.tsx';
import { PostArticle } from '../post/post-article.tsx';
import { SearchInThread } from '../search/search-in-thread.tsx';
import { anchorsOf } from './anchors.ts';
import { EventLine } from './event-line.tsx';
import { EventRun } from './event-run.tsx';
import { NewReplies } from './new-replies.tsx';
import { BothChairs } from './both-chairs.tsx';
import { PostsWithEvents } from './posts-with-events.tsx';
import { QuestionBar } from './question-bar.tsx';
import { readingPath, sideShown, type ReadingView } from './reading-view.ts';
import { ReadingViews } from './reading-views.tsx';
import { ThreadAside } from './thread-aside.tsx';
import { ThreadHead } from './thread-head.tsx';
import { ThreadPager } from './thread-pager.tsx';

type Props = {
  thread: ThreadView;
  posts: readonly ShownPost[];
  /** What was decided about the viewer's own among them, by the post's id. */
  decisions: Readonly<Record<string, readonly DecisionOnMe[]>>;
  /** What waits about them, for their writer and staff, by the post's id. */
  waiting: Readonly<Record<string, Waiting>>;
  /** What happened to the thread between them. */
  events: readonly ThreadEvent[];
  /** The numbers that they had in a merged thread whose address led here, by their ids. */
  former: Readonly<Record<string, number>> | null;
  /** Whether the viewer opened the thread. */
  isStarter: boolean;
  /** The number after which this page begins, 0 on the first. */
  after: number;
  next: number | null;
  view: ReadingView;
  replyBox: ReplyBoxView;
  /** Whether the viewer follows the thread or keeps it quiet; null for a guest. */
  attention: { attention: Attention; mail: ByMail } | null;
  /** How far the viewer has read it; null for a guest, and for who wants no such marks. */
  readMark: ReadMark | null;
  answer: ComposeAnswer | undefined;
  /** Threads about the same. */
  related: readonly RelatedThread[];
};

/** One page of a thread: what it is, the posts, and the place to answer. */
export function ThreadPage({
  thread,
  posts,
  events,
  former,
  decisions,
  after,
  next,
  view,
  replyBox,
  ...viewer
}: Props) {
  const { attention, readMark, isStarter, waiting, answer, related } = viewer;
  const { t } = useTranslation();
  const opening = posts[0]?.number === 1 ? posts[0] : undefined;
  const replies = opening ? posts.slice(1) : posts;
  const lastNumber = posts.at(-1)?.number ?? 0;
  const canModerate = posts.some((post) => post.canModerate);
  const aboveAll = events.filter(({ afterNumber }) => opening !== undefined && afterNumber < 1);
  const article = (post: ShownPost) => (
    <PostArticle
      key={post.id}
      post={post}
      opening={post.number === 1 ? thread : null}
      permalink={postInThreadPath(thread, post.number)}
      quotedPath={post.quoteOf && quotedPath(thread, post.quoteOf)}
      quotePath={replyBox.kind === 'member' ? `${readingPath(thread, view, { after, quote: post.id })}#reply` : null}
      decisions={decisions[post.id]}
      waiting={waiting[post.id]}
      anchors={anchorsOf(post, former)}
      isAnswer={thread.answer?.id === post.id}
      canMarkAnswer={(isStarter || post.canModerate) && post.number > 1 && post.state === 'published'}
    />
  );
  const between = events.filter((event) => !aboveAll.includes(event));
  const line = (event: ThreadEvent) => (
    <EventLine key={event.id} event={event} thread={thread} withAnchors={former === null} />
  );
  return (
    <div className="page thread">
      <ThreadHead thread={thread} />
      {attention !== null && <FollowButton threadId={thread.id} {...attention} />}
      {readMark?.unread && <FirstNew thread={thread} {...readMark.unread} />}
      {canModerate && (
        <div className="thread-moderation">
          <ModerateForm action={threadModeratePath(thread.id)} intent={thread.locked ? 'unlock' : 'lock'} />
          <a href={threadModeratePath(thread.id)}>{t('threadWork.more')}</a>
        </div>
      )}
      <EventRun
        events={aboveAll}
        line={(event) => <EventLine key={event.id} event={event} thread={thread} withAnchors={false} />}
      />
      {opening ? article(opening) : <p className="quiet">{t('threads.continued')}</p>}
      {opening && thread.answer && (
        <p className="answer-link">
          <a href={postInThreadPath(thread, thread.answer.number)}>
            {t('threadWork.helpedLink', { number: thread.answer.number })}
          </a>
        </p>
      )}
      <div className="thread-replies">
        <QuestionBar thread={thread} />
        <div className="replies-head" id="replies">
          <h2>{thread.replies === 0 ? t('threads.noReplies') : t('threads.replies', { count: thread.replies })}</h2>
          {thread.replies > 0 && <SearchInThread threadId={thread.id} />}
        </div>
        {thread.replies === 0 && !thread.locked && thread.kind !== 'guide' && (
          <p className="no-replies">{t('threads.noRepliesHint')}</p>
        )}
        {thread.replies > 0 && <ReadingViews thread={thread} view={view} />}
        {replies.length === 0 && sideShown(view) !== null && (
          <p className="no-replies">
            {t('threads.noneFromChair')} <a href={readingPath(thread, 'everyone')}>{t('threads.showEveryone')}</a>
          </p>
        )}
        {view === 'both-chairs' ? (
          <BothChairs posts={replies} events={between} article={article} line={line} />
        ) : (
          <PostsWithEvents posts={replies} events={between} article={article} line={line} />
        )}
        {readMark && sideShown(view) === null && (
          <ReadMarkForm key={lastNumber} threadId={thread.id} to={lastNumber} readTo={readMark.readTo} />
        )}
        {next === null && sideShown(view) === null && (
          <NewReplies key={`new after ${lastNumber}`} thread={thread} lastNumber={lastNumber} />
        )}
        <ThreadPager thread={thread} after={after} next={next} view={view} />
        <ReplyBox
          view={replyBox}
          answer={answer}
          allow={[thread.topic.name, ...posts.map(({ author }) => author.name)]}
        />
      </div>
      <p className="quiet thread-concern">
        <a href={aboutMePath(threadPath(thread))}>{t('queue.aboutMeTitle')}</a>
      </p>
      <ThreadAside thread={thread} related={related} />
    </div>
  );
}

/** What is quoted may stand in another thread since this one was split. */
function quotedPath(thread: ThreadView, quote: QuoteView): string {
  return quote.threadId === thread.id ? postInThreadPath(thread, quote.number) : postPath(quote.id);
}
