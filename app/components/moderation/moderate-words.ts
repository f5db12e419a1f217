import type { ContentState } from '#app/domain/threads/views.ts';

/** What staff decide on a post or a thread by a form with a reason alone. */
export type ModerateIntent = 'lock' | 'unlock' | PostIntent;
type PostIntent = 'hide' | 'restore' | 'hold' | 'approve' | 'sendBack';

/** What can be decided on a post of each state. */
export const MODERATE_INTENTS: Readonly<Record<ContentState, readonly PostIntent[]>> = {
  published: ['hide', 'hold'],
  held: ['approve', 'sendBack', 'hide'],
  hidden: ['restore'],
  erased: [],
};

/** The key of the words for a decision. */
export function moderateWords<Intent extends ModerateIntent>(intent: Intent) {
  return WORDS[intent];
}

/** The key of the words for who reads the reason. */
export function moderateHint(intent: ModerateIntent) {
  const isToWriter = intent === 'hold' || intent === 'approve' || intent === 'sendBack';
  return isToWriter ? 'holds.reasonHint' : 'moderation.reasonHint';
}

const WORDS = {
  lock: 'moderation.lock',
  unlock: 'moderation.unlock',
  hide: 'moderation.hide',
  restore: 'moderation.restore',
  hold: 'holds.hold',
  approve: 'holds.approve',
  sendBack: 'holds.sendBack',
} as const satisfies Record<ModerateIntent, string>;
