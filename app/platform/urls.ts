/** The one place that builds the forum's addresses. All are paths on the forum's own origin. */

/** An address in which every value stays one part, whatever it holds: none leads elsewhere, and all can stand in a header. */
function address(texts: TemplateStringsArray, ...values: (string | number)[]): string {
  return texts.reduce((path, text, at) => path + encodeURIComponent(values[at - 1] ?? '') + text);
}

export const threadPath = (thread: { id: string; slug: string }): string =>
  address`/threads/${thread.id}/${thread.slug}`;

/** A post in its thread: the page of the thread that holds it, scrolled to it. */
export function postInThreadPath(thread: { id: string; slug: string }, number: number): string {
  const after = Math.floor((number - 1) / POSTS_PER_PAGE) * POSTS_PER_PAGE;
  return `${threadPath(thread)}${after > 0 ? `?after=${after}` : ''}#post-${number}`;
}

export const postPath = (id: string): string => address`/posts/${id}`;
export const postEditPath = (id: string): string => address`/posts/${id}/edit`;
export const pendingEditPath = (id: string): string => address`/posts/${id}/pending`;
export const wordRulesPath = '/moderation/word-rules';
export const wordRulesExportPath = '/moderation/word-rules/export';
export const postHistoryPath = (id: string): string => address`/posts/${id}/history`;
export const postModeratePath = (id: string): string => address`/posts/${id}/moderate`;
export const postRedactPath = (id: string): string => address`/posts/${id}/redact`;
export const postEndorsePath = (id: string): string => address`/posts/${id}/endorse`;
export const postFlagPath = (id: string): string => address`/posts/${id}/flag`;
export const postWriterPath = (id: string): string => address`/posts/${id}/writer`;
/** Where somebody asks for a second look at an act of staff. */
export const decisionPath = (actionId: string): string => address`/me/appeals/${actionId}`;
export const queueItemPath = (id: string): string => address`/moderation/queue/${id}`;
export const aboutMePath = (about: string): string => address`/concerns/new?about=${about}`;
export const threadFollowPath = (id: string): string => address`/threads/${id}/follow`;
export const threadReadPath = (id: string): string => address`/threads/${id}/read`;
export const postErasePath = (id: string): string => address`/posts/${id}/erase`;
export const threadModeratePath = (id: string): string => address`/threads/${id}/moderate`;
export const threadWorkPath = (id: string, act: string): string => address`/threads/${id}/moderate?act=${act}#${act}`;
/** Where who opened a thread says whether search engines may have it. */
export const threadKeepOutPath = (id: string): string => address`/threads/${id}/keep-out`;
export const threadSplitPath = (id: string): string => address`/threads/${id}/split`;
export const postAnswerPath = (id: string): string => address`/posts/${id}/answer`;
/** With what the whole addresses of topics begin: links to them, in a text, point to nobody. */
export const topicsAddress = (origin: string): string => `${origin}/topics`;
export const topicPath = (slug: string): string => address`/topics/${slug}`;
/** A group stands on the front page. */
export const topicGroupPath = (slug: string): string => address`/#${slug}`;
export const searchSuggestPath = '/search/suggest';
export const searchSimilarPath = '/search/similar';
export const memberPath = (penName: string): string => address`/members/${penName}`;
/** What staff see of an account. */
export const staffMemberPath = (penName: string): string => address`/moderation/members/${penName}`;
/** Where staff look for an account by its name. */
export const findMemberPath = (name: string): string => address`/moderation/members?name=${name}`;
export const newThreadPath = (topic?: string): string =>
  topic === undefined ? '/threads/new' : address`/threads/new?topic=${topic}`;

/** Where a composer sends what is typed into it. */
export const keepDraftPath = '/me/drafts/keep';

/** A composer with a draft in it. */
export const newThreadFromDraftPath = (draft: number): string => address`/threads/new?draft=${draft}`;
export const replyFromDraftPath = (thread: { id: string; slug: string }, draft: number): string =>
  `${threadPath(thread)}?draft=${draft}#reply`;

/** Where a reply goes on whose thread was merged into this one while it was written. */
export const replyAfterMergePath = (thread: { id: string; slug: string }, draft: number): string =>
  `${threadPath(thread)}?draft=${draft}&merged#reply`;

/** The threads of all topics. */
export const threadsPath = '/threads';
/** Where a member wrote, for them alone. */
export const myThreadsPath = '/me/threads';
/** What a member follows. */
export const followingPath = '/me/following';
export const mailSettingsPath = '/me/settings/mail';
/** The links in a mail: whoever has it may follow them, signed in or not. */
export const unsubscribePath = (token: string): string => address`/unsubscribe/${token}`;
export const confirmMailPath = (token: string): string => address`/confirm-mail/${token}`;
export const topicFollowPath = (slug: string): string => address`/topics/${slug}/follow`;
export const savedSearchesPath = '/me/searches';
/** Where staff make a topic, in a group, and edit one. */
export const newTopicPath = (group: string): string => address`/moderation/topics/new?group=${group}`;
export const editTopicPath = (id: string): string => address`/moderation/topics/${id}`;
export const actOnTopicPath = (id: string): string => address`/moderation/topics/${id}/act`;
export const synonymsPath = '/moderation/topics/synonyms';
export const synonymGroupPath = (id: string): string => address`/moderation/topics/synonyms/${id}`;

export const moderationLogPath = '/moderation/log';
export const moderationLogFeedPath = '/feeds/moderation-log.atom';

export const latestFeedPath = '/feeds/latest.atom';
export const topicFeedPath = (slug: string): string => address`/feeds/topics/${slug}.atom`;
export const threadFeedPath = (id: string): string => address`/feeds/threads/${id}.atom`;

/** Posts on one page of a thread. */
export const POSTS_PER_PAGE = 20;
/** Threads on one page of a list. */
export const THREADS_PER_PAGE = 20;

/**
 * A place on this forum to go back to, out of what a form or an address gave: a path on our own origin, or `fallback`.
 */
export function safePath(given: unknown, fallback = '/'): string {
  if (typeof given !== 'string' || !given.startsWith('/') || /[\\\s\p{Cc}]/u.test(given)) return fallback;
  const base = 'http://forum.invalid';
  const url = URL.canParse(given, base) ? new URL(given, base) : undefined;
  // `/.//elsewhere.example` is a path here, and what is left of it when the dots are gone is an address elsewhere.
  const isOurs = url?.origin === base && !url.pathname.startsWith('//');
  return isOurs ? url.pathname + url.search + url.hash : fallback;
}

/** Where a guest signs in or joins, to be brought back to `to`. */
export const signInPath = (to?: string): string => withReturn('/sign-in', to);
/** Where the sign-in goes on for who has a second factor. */
export const secondFactorPath = (to?: string): string => withReturn('/sign-in/second-factor', to);
/** Where the form for one kind of second factor goes. */
export const showFactorPath = (by: 'app' | 'passkey' | 'code', to: string): string =>
  `/sign-in/second-factor?${new URLSearchParams({ by, to }).toString()}`;
export const removeFactorPath = (which: string): string =>
  `/me/settings/second-factor/remove?${new URLSearchParams({ which }).toString()}`;
export const nameSessionPath = (id: string): string => address`/me/settings/sessions/${id}`;
export const joinPath = (to?: string): string => withReturn('/join', to);

/** Longer than any address of the forum's own: one that is sent on in a header must not outgrow what proxies take. */
const LONGEST_RETURN = 3_000;

function withReturn(path: string, to: string | undefined): string {
  if (to === undefined || to === '/') return path;
  const place = encodeURIComponent(to);
  return place.length > LONGEST_RETURN ? path : `${path}?to=${place}`;
}
