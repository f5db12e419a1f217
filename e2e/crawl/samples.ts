/** What stands for each parameter of an address: ids that exist, and that belong to what the crawl planted. */
export type SampleWorld = {
  /** Threads with all that can be in one, by what they are to the crawl. */
  threads: { id: string; slug: string }[];
  /** Posts of all kinds: anonymous, under a pen name, hidden, erased, edited by a moderator, flagged. */
  posts: string[];
  /** A post that is no longer in its first version. */
  edited: string;
  topic: string;
  /** What waits for the moderators. */
  queueItems: string[];
  /** What staff did. */
  acts: string[];
  penNames: string[];
  sessionIds: string[];
};

/** How a route is asked: addresses, and whether a form may be sent there without changing what the crawl still needs. */
type Sample = { paths: (world: SampleWorld) => string[]; post?: false };

const same = (...paths: string[]): Sample => ({ paths: () => paths });
const perPost = (ending: string): Sample => ({ paths: ({ posts }) => posts.map((id) => `/posts/${id}${ending}`) });
const perThread = (ending: string): Sample => ({
  paths: ({ threads }) => threads.map(({ id }) => `/threads/${id}${ending}`),
});

/** Every route of the build and the addresses it is tried at. A route that does not stand here fails the crawl. */
export const SAMPLES: Readonly<Record<string, Sample>> = {
  'routes/$': same('/nowhere', '/threads/', '/%E0%A4%A', '/..%2f..%2fetc'),
  'routes/_index': same('/'),
  'routes/api.v1.$': same('/api/v1/nothing'),
  'routes/api.v1.openapi[.]json': same('/api/v1/openapi.json'),
  'routes/api.v1.posts.$id': { paths: ({ posts }) => posts.map((id) => `/api/v1/posts/${id}`) },
  'routes/api.v1.search': same('/api/v1/search?q=boundary', '/api/v1/search?q=boundary&page=-1'),
  'routes/api.v1.threads.$id': { paths: ({ threads }) => threads.map(({ id }) => `/api/v1/threads/${id}`) },
  'routes/api.v1.threads._index': same('/api/v1/threads', '/api/v1/threads?after=-1'),
  'routes/api.v1.topics': same('/api/v1/topics'),
  'routes/concerns.new': same('/concerns/new', '/concerns/new?about=/posts/abcdefghijklmnop', '/concerns/new?sent'),
  'routes/feeds.latest[.]atom': same('/feeds/latest.atom'),
  'routes/feeds.moderation-log[.]atom': same('/feeds/moderation-log.atom'),
  'routes/feeds.search[.]atom': same(
    '/feeds/search.atom?q=boundary',
    '/feeds/search.atom',
    '/feeds/search.atom?q=boundary&page=-1',
  ),
  'routes/feeds.threads.$file': { paths: ({ threads }) => threads.map(({ id }) => `/feeds/threads/${id}.atom`) },
  'routes/feeds.topics.$file': { paths: ({ topic }) => [`/feeds/topics/${topic}.atom`] },
  'routes/guidelines': same('/guidelines'),
  'routes/keys': same('/keys'),
  'routes/help-now': same('/help-now', '/help-now?country=NO', '/help-now?country=nowhere'),
  'routes/inbox': same('/inbox', '/inbox?searches=2'),
  'routes/join': same('/join'),
  'routes/language': same('/language'),
  'routes/me._index': same('/me'),
  'routes/me.appeals.$id': { paths: ({ acts }) => acts.map((id) => `/me/appeals/${id}`), post: false },
  'routes/me.appeals._index': same('/me/appeals'),
  'routes/me.drafts': same('/me/drafts'),
  'routes/me.drafts_.keep': same('/me/drafts/keep'),
  'routes/me.erase': same('/me/erase'),
  'routes/me.erase_.done': same('/me/erase/done'),
  'routes/me.following': same('/me/following'),
  'routes/me.export': same('/me/export'),
  'routes/me.export_.archive[.]zip': same('/me/export/archive.zip'),
  'routes/me.searches': same('/me/searches', '/me/searches?form=save', '/me/searches?done'),
  'routes/me.settings._index': same('/me/settings'),
  'routes/me.settings.codes': same('/me/settings/codes'),
  'routes/me.settings.mail': same('/me/settings/mail', '/me/settings/mail?form=pace', '/me/settings/mail?done'),
  'routes/me.settings.member-page': same('/me/settings/member-page'),
  'routes/me.settings.muted': same('/me/settings/muted'),
  'routes/me.settings.pen-name': same('/me/settings/pen-name'),
  'routes/me.settings.preferences': same('/me/settings/preferences', '/me/settings/preferences?saved'),
  'routes/me.settings.password': same('/me/settings/password'),
  'routes/me.settings.second-factor._index': same('/me/settings/second-factor'),
  'routes/me.settings.second-factor.app': same('/me/settings/second-factor/app'),
  'routes/me.settings.second-factor.passkey': same('/me/settings/second-factor/passkey'),
  'routes/me.settings.second-factor.remove': same('/me/settings/second-factor/remove'),
  'routes/me.settings.sessions.$id': {
    paths: ({ sessionIds }) => sessionIds.map((id) => `/me/settings/sessions/${id}`),
  },
  'routes/me.settings.sessions._index': same('/me/settings/sessions'),
  'routes/me.threads': same('/me/threads'),
  'routes/me.verification': same('/me/verification', '/me/verification?ask', '/me/verification?withdraw'),
  'routes/members.$penName': {
    paths: ({ penNames }) => [...penNames, 'nobody-of-that-name'].map((name) => `/members/${name}`),
  },
  'routes/moderation._index': same('/moderation'),
  'routes/moderation.members.$penName': {
    paths: ({ penNames }) => [...penNames, 'nobody-of-that-name'].map((name) => `/moderation/members/${name}`),
  },
  'routes/moderation.members._index': same('/moderation/members', '/moderation/members?name=re'),
  'routes/moderation.queue.$id': {
    paths: ({ queueItems }) => [...queueItems, 'nothing-of-that-id'].map((id) => `/moderation/queue/${id}`),
  },
  'routes/moderation.queue.undo': same('/moderation/queue/undo'),
  'routes/moderation.queue._index': same(
    '/moderation/queue',
    '/moderation/queue?reason=other&claim=unclaimed',
    '/moderation/queue?after=-1',
  ),
  // It would remove what the crawl looks at.
  'routes/moderation.welcome': { ...same('/moderation/welcome'), post: false },
  'routes/moderation.settings': same('/moderation/settings'),
  'routes/moderation.topics.$id': same('/moderation/topics/new', '/moderation/topics/nothing'),
  'routes/moderation.topics.$id_.act': same('/moderation/topics/nothing/act'),
  'routes/moderation.topics._index': same('/moderation/topics'),
  'routes/moderation.topics.synonyms.$id': same(
    '/moderation/topics/synonyms/new',
    '/moderation/topics/synonyms/gift',
    '/moderation/topics/synonyms/nothing',
  ),
  'routes/moderation.topics.synonyms._index': same(
    '/moderation/topics/synonyms',
    '/moderation/topics/synonyms?find=gift&lang=en',
  ),
  'routes/moderation.log': same('/moderation/log', '/moderation/log?kind=hide', '/moderation/log?after=-1'),
  'routes/posts.$id._index': perPost(''),
  'routes/posts.$id.writer': perPost('/writer'),
  'routes/posts.$id.answer': perPost('/answer'),
  'routes/posts.$id.edit': perPost('/edit'),
  'routes/posts.$id.endorse': perPost('/endorse'),
  'routes/posts.$id.erase': perPost('/erase'),
  'routes/posts.$id.flag': perPost('/flag'),
  'routes/posts.$id.history': perPost('/history'),
  'routes/moderation.word-rules._index': same('/moderation/word-rules', '/moderation/word-rules?form=try'),
  'routes/moderation.word-rules.export': same('/moderation/word-rules/export'),
  'routes/posts.$id.pending': perPost('/pending'),
  'routes/posts.$id.moderate': perPost('/moderate'),
  'routes/posts.$id.redact': perPost('/redact'),
  'routes/preview': same('/preview'),
  'routes/privacy': same('/privacy'),
  'routes/recover': same('/recover'),
  'routes/manifest[.]webmanifest': same('/manifest.webmanifest'),
  'routes/robots[.]txt': same('/robots.txt'),
  'routes/search': same('/search', '/search?q=boundary', '/search?q=boundary&page=-1'),
  'routes/search_.similar': same('/search/similar'),
  'routes/search_.suggest': same('/search/suggest', '/search/suggest?q=boundary', '/search/suggest?q=A'),
  'routes/sign-in': same('/sign-in', '/sign-in?to=//elsewhere.invalid'),
  'routes/sign-in_.second-factor': same('/sign-in/second-factor'),
  // It would end the session with which the crawl goes on.
  'routes/sign-out': { ...same('/sign-out'), post: false },
  'routes/sitemap[.]xml': same('/sitemap.xml', '/sitemap.xml?part=first'),
  'routes/text-size': same('/text-size'),
  'routes/theme': same('/theme'),
  'routes/threads.$id.($slug)': {
    paths: ({ threads }) =>
      threads.flatMap(({ id, slug }) => [
        `/threads/${id}`,
        `/threads/${id}/${slug}`,
        `/threads/${id}/${slug}?after=-1`,
        `/threads/${id}/${slug}?view=both-chairs`,
        `/threads/${id}/${slug}?perspective=clients`,
      ]),
  },
  'routes/threads.$id.follow': perThread('/follow'),
  'routes/threads.$id.keep-out': perThread('/keep-out'),
  'routes/threads.$id.moderate': perThread('/moderate'),
  'routes/threads.$id.read': perThread('/read'),
  'routes/threads.$id.split': perThread('/split'),
  'routes/threads._index': same('/threads', '/threads?sort=unanswered&perspective=client', '/threads?after=-1'),
  'routes/threads.new': {
    paths: ({ topic }) => ['/threads/new', `/threads/new?topic=${topic}`, '/threads/new?draft=0'],
  },
  'routes/unsubscribe.$token': same('/unsubscribe/abcdefghijklmnop'),
  'routes/confirm-mail.$token': same('/confirm-mail/abcdefghijklmnop'),
  'routes/topics.$slug_.follow': { paths: ({ topic }) => [`/topics/${topic}/follow`, '/topics/none/follow'] },
  'routes/topics.$slug': { paths: ({ topic }) => [`/topics/${topic}`, `/topics/${topic}?after=-1`, '/topics/none'] },
};
