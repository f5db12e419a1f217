import type { DecisionOnMe } from '#app/domain/moderation/appeals/decisions-on-me.server.ts';
import type { Waiting } from '#app/domain/moderation/holds/waiting.server.ts';
import type { ShownPost } from '#app/domain/posts/views.ts';
import type { ThreadView } from '#app/domain/threads/views.ts';
import { useTranslation } from '#app/i18n/use-translation.tsx';
import { postPath } from '#app/platform/urls.ts';
import type { Anchors } from '../thread/anchors.ts';
import { EditNotice } from '../holds/edit-notice.tsx';
import { UrgentNotice } from '../holds/urgent-notice.tsx';
import { Prose } from '../prose.tsx';
import { ContentWarning } from './content-warning.tsx';
import { EditLine } from './edit-line.tsx';
import { EndorsedLine } from './endorsed-line.tsx';
import { MutedFold } from './muted-fold.tsx';
import { OpeningText } from './opening-text.tsx';
import { PostActions } from './post-actions.tsx';
import { PostDecisions } from './post-decisions.tsx';
import { PostState } from './post-state.tsx';
import { PostWho } from './post-who.tsx';
import { QuotedPost } from './quoted-post.tsx';
import { TextHeading } from './text-heading.tsx';

type Props = {
  post: ShownPost;
  /** The thread, for its opening post, which also shows the thread's own fields. */
  opening: ThreadView | null;
  permalink: string;
  /** The way to the post that this one answers; null when it answers none. */
  quotedPath: string | null;
  quotePath: string | null;
  /** What was decided about it, where the viewer wrote it. */
  decisions?: readonly DecisionOnMe[] | undefined;
  /** What waits about it, for its writer and staff. */
  waiting?: Waiting | undefined;
  /** Its names in the page's address; by its number unless said. */
  anchors?: Anchors;
  /** Marked as the reply that helped. */
  isAnswer?: boolean;
  /** Whether the viewer may say that it helped. */
  canMarkAnswer?: boolean;
};

/** One post: in the margin who speaks, beside it what they say. */
export function PostArticle({ post, opening, permalink, quotedPath, quotePath, decisions = [], ...place }: Props) {
  const { waiting } = place;
  const { anchors = { own: `post-${post.number}`, other: undefined }, isAnswer = false, canMarkAnswer = false } = place;
  const { t } = useTranslation();
  const isAlone = permalink === postPath(post.id);
  const canRead = post.state === 'published' || post.html !== '';
  return (
    <article
      className="post"
      id={anchors.own}
      aria-label={t('posts.by', { number: post.number, name: post.author.name })}
    >
      <PostWho post={post} permalink={permalink} />
      <div className="post-text">
        {anchors.other !== undefined && <i id={anchors.other} />}
        {isAnswer && <p className="post-answer">{t('threadWork.helped')}</p>}
        {waiting?.isUrgent === true && <UrgentNotice />}
        <PostState post={post} hold={waiting?.hold ?? null} />
        {waiting?.edit && <EditNotice post={post} edit={waiting.edit} />}
        {canRead && (
          <MutedFold isMuted={post.isMuted}>
            <ContentWarning subject={opening?.contentWarning ?? null} language={opening?.language ?? post.language}>
              {post.quoteOf && quotedPath !== null && (
                <QuotedPost quote={post.quoteOf} path={quotedPath} hasOwnQuotes={post.html.includes('<blockquote')} />
              )}
              {!opening && isAlone && <TextHeading html={post.html} />}
              {opening ? <OpeningText post={post} thread={opening} /> : <Prose html={post.html} lang={post.language} />}
            </ContentWarning>
          </MutedFold>
        )}
        {post.edited && <EditLine postId={post.id} edited={post.edited} />}
        {isRedactedMine(post) && <p className="post-edited">{t('redaction.yours')}</p>}
        <EndorsedLine endorsed={post.endorsed} />
        <PostDecisions decisions={decisions} />
        <PostActions post={post} quotePath={quotePath} answer={canMarkAnswer ? (isAnswer ? 'unmark' : 'mark') : null} />
      </div>
    </article>
  );
}

/** Its writer is told what was done, without blame. */
function isRedactedMine({ isMine, edited, html }: ShownPost): boolean {
  return isMine && edited?.by === 'moderator' && html.includes('class="redacted"');
}
