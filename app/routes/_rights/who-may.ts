import type { Right } from '#app/domain/moderation/rights.ts';

/** `everybody`: guests too. `member`: whoever is signed in, with their own things, or by rights that the domain asks for itself. */
export type Who = 'everybody' | 'member' | Right;

/** Who may see a page, and who may send its form. */
type Access = { see?: Who; act?: Who };

/**
 * Every route that has an action or stands under /moderation, by its file. A test holds it against the folder and against what
 * the routes do: a route that is not here fails.
 */
export const WHO_MAY: Readonly<Record<string, Access>> = {
  'concerns.new': { see: 'everybody', act: 'everybody' },
  inbox: { see: 'member', act: 'member' },
  join: { act: 'everybody' },
  language: { act: 'everybody' },
  'me.appeals.$id': { see: 'member', act: 'member' },
  'me.drafts': { see: 'member', act: 'member' },
  'me.erase': { see: 'member', act: 'member' },
  'me.searches': { see: 'member', act: 'member' },
  'me.settings.codes': { see: 'member', act: 'member' },
  'me.settings.member-page': { see: 'member', act: 'member' },
  'me.settings.muted': { see: 'member', act: 'member' },
  'me.settings.pen-name': { see: 'member', act: 'member' },
  'me.settings.preferences': { see: 'member', act: 'member' },
  'me.settings.password': { see: 'member', act: 'member' },
  'me.settings.second-factor.app': { see: 'member', act: 'member' },
  'me.settings.second-factor.passkey': { see: 'member', act: 'member' },
  'me.settings.second-factor.remove': { see: 'member', act: 'member' },
  'me.settings.sessions.$id': { see: 'member', act: 'member' },
  'me.settings.sessions._index': { see: 'member', act: 'member' },
  'me.verification': { see: 'member', act: 'member' },
  'moderation._index': { see: 'seeQueue' },
  'moderation.log': { see: 'everybody' },
  'moderation.members.$penName': { see: 'seeMembers', act: 'verifyMembers' },
  'moderation.members._index': { see: 'seeMembers' },
  'moderation.queue.$id': { see: 'seeQueue', act: 'decideInQueue' },
  'moderation.queue._index': { see: 'seeQueue', act: 'decideInQueue' },
  'moderation.queue.undo': { act: 'decideInQueue' },
  'moderation.settings': { see: 'changeSettings', act: 'changeSettings' },
  'moderation.topics.$id': { see: 'editTopics', act: 'editTopics' },
  'moderation.topics.$id_.act': { act: 'editTopics' },
  'moderation.topics._index': { see: 'editTopics' },
  'moderation.topics.synonyms.$id': { see: 'editTopics', act: 'editTopics' },
  'moderation.topics.synonyms._index': { see: 'editTopics' },
  'posts.$id.answer': { see: 'member', act: 'member' },
  'moderation.welcome': { see: 'changeSettings', act: 'changeSettings' },
  'moderation.word-rules._index': { see: 'seeWordRules', act: 'seeWordRules' },
  'moderation.word-rules.export': { see: 'seeWordRules' },
  'posts.$id.edit': { see: 'member', act: 'member' },
  'posts.$id.erase': { see: 'member', act: 'member' },
  'posts.$id.flag': { see: 'flagPost', act: 'flagPost' },
  'posts.$id.pending': { see: 'member', act: 'member' },
  'posts.$id.moderate': { see: 'hidePost', act: 'hidePost' },
  'posts.$id.redact': { see: 'redactPost', act: 'redactPost' },
  'posts.$id.writer': { see: 'seeSanctions', act: 'sanctionWriter' },
  preview: { act: 'member' },
  recover: { act: 'everybody' },
  'search_.similar': { act: 'member' },
  'sign-in': { act: 'everybody' },
  'sign-in_.second-factor': { act: 'everybody' },
  'sign-out': { act: 'everybody' },
  'text-size': { act: 'everybody' },
  theme: { act: 'everybody' },
  'threads.$id.($slug)': { see: 'everybody', act: 'member' },
  'threads.$id.follow': { act: 'member' },
  'threads.$id.keep-out': { act: 'member' },
  'threads.$id.moderate': { see: 'lockThread', act: 'lockThread' },
  'threads.$id.read': { act: 'member' },
  'threads.$id.split': { see: 'splitThread', act: 'splitThread' },
  'topics.$slug_.follow': { act: 'member' },
  'threads.new': { see: 'everybody', act: 'member' },
};
